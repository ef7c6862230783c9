#include "facts/key_reader.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "facts/address_sql.hpp"
#include "facts/meaning.hpp"
#include "rules/text.hpp"
#include "sqlite/error.hpp"

namespace softoptin::facts {

using sqlite::Error;
using sqlite::Rows;
using sqlite::Statement;
using sqlite::Value;

namespace {

ContactRecord contact_of(const Rows& row) {
  ContactRecord record{row[contacts::contact_id].copy(), name_or_nothing(row[contacts::email]),
                       name_or_nothing(row[contacts::phone]),
                       subscriber_of(row[contacts::subscriber]),
                       std::string{row[contacts::country].text()}};
  // A phone of which nothing is left, such as "-", reaches nobody.
  if (record.phone && rules::phone_key(*record.phone).empty()) record.phone.reset();
  return record;
}

// Binds the contact's address, in the form that address_sql.hpp compares with, as the first
// parameter.
Statement& bind_address(Statement& statement, const ContactRecord& contact,
                        rules::Address address) {
  const MaybeText& text = contact.address(address);
  if (address == rules::Address::email) return statement.bind_text(1, *text);
  return statement.bind_text(1, rules::phone_key(*text));
}

}  // namespace

KeyReader::KeyReader(Source& source)
    : source_(source),
      contact_by_id_(source.contacts(), "WHERE contact_id = ?1 LIMIT 2"),
      contacts_by_email_(source.contacts(),
                         "WHERE " + same_email("email") + " AND contact_id <> ?2"),
      contacts_by_phone_(source.contacts(),
                         "WHERE " + same_phone("phone") + " AND contact_id <> ?2"),
      sales_by_contact_(source.sales(), "WHERE contact_id = ?1"),
      preferences_by_contact_(source.preferences(), "WHERE contact_id = ?1"),
      preferences_by_email_(source.preferences(), "WHERE " + same_email("address")),
      preferences_by_phone_(source.preferences(), "WHERE " + same_phone("address") + " AND " +
                                                      begins_as_phones_do("address")) {
  if (source.messages() != nullptr) {
    messages_by_contact_.emplace(*source.messages(), "WHERE contact_id = ?1");
  }
}

std::int64_t KeyReader::rows_scanned() const {
  std::int64_t rows = 0;
  for (const Lookup* lookup :
       {&contact_by_id_, &contacts_by_email_, &contacts_by_phone_, &sales_by_contact_,
        &preferences_by_contact_, &preferences_by_email_, &preferences_by_phone_}) {
    rows += lookup->rows_scanned();
  }
  if (messages_by_contact_) rows += messages_by_contact_->rows_scanned();
  return rows;
}

const Dossier& KeyReader::read(const Value& contact_id, const Value& product_id,
                               const Asking& asking) {
  dossier_.clear();
  dossier_.contact_id = contact_id;
  dossier_.product_id = product_id;
  dossier_.product = &source_.product(product_id);
  dossier_.categories = views_of(dossier_.product->categories);
  dossier_.contact = contact(contact_id);
  find_policy(asking);
  if (dossier_.contact) {
    read_sales();
    read_ledgers(asking.channel);
    if (dossier_.policy->window_rolls && source_.messages() != nullptr) read_messages();
  }
  dossier_.assessments =
      source_.assessments_in(*zone_, source_.assessments_cover(*dossier_.product));
  dossier_.assessment_records = source_.assessments();
  return dossier_;
}

void KeyReader::find_policy(const Asking& asking) {
  Policies& policies = source_.policies();
  const bool known = dossier_.contact.has_value();
  const rules::Jurisdiction country =
      policies.country(known ? std::string_view{dossier_.contact->country} : std::string_view{});
  zone_ = &policies.zone(country);
  dossier_.question = rules::Question{asking.channel, asking.as_of.in(*zone_)};
  dossier_.policy =
      &policies.policy(country, dossier_.product->variant(), dossier_.question->as_of.day);
}

std::optional<ContactRecord> KeyReader::contact(const Value& contact_id) {
  Rows rows{contact_by_id_.statement().bind(1, contact_id)};
  if (!rows.next()) return std::nullopt;
  ContactRecord record = contact_of(rows);
  if (rows.next()) {
    throw Error("soft_optin_contacts has several rows for one contact_id: make contact_id unique");
  }
  return record;
}

void KeyReader::read_sales() {
  Rows rows{sales_by_contact_.statement().bind(1, dossier_.contact->contact_id)};
  while (rows.next()) {
    const Value product_id = rows[sales::product_id].copy();
    const ProductRecord& sold = source_.product(product_id);
    const SaleDate date = sale_date_of(rows[sales::occurred_at], *zone_);
    rules::Sale sale;
    sale.kind = kind_of(rows[sales::kind]);
    sale.trigger = trigger_of(rows[sales::trigger]);
    sale.channel = channel_scope_of(rows[sales::channel]);
    sale.date_readable = date.readable;
    sale.day = date.day;
    sale.express_communication = truth_of(rows[sales::express_communication]);
    sale.collected_directly = truth_of(rows[sales::collected_directly]);
    sale.preticked = truth_of(rows[sales::preticked]);
    sale.opt_out_offered = truth_of(rows[sales::opt_out_offered]);
    sale.refused = truth_of(rows[sales::refused]);
    const auto seller = name_or_nothing(rows[sales::organisation]);
    sale.same_organisation = dossier_.product->is_of(seller);
    sale.similar = source_.similar(*dossier_.product, sold);
    dossier_.sales.push_back(sale);
    dossier_.sale_records.push_back(
        {rows[sales::sale_id].copy(), product_id, name_or_nothing(rows[sales::kind]), seller});
  }
}

void KeyReader::read_ledgers(rules::Channel channel) {
  read_ledger(*dossier_.contact, false);
  for (const ContactRecord& other : others_with(rules::address_of(channel))) {
    read_ledger(other, true);
  }
  dossier_.ledgers = ledgers_of(dossier_.preferences, dossier_.ledger_ends);
}

// The other contacts with the same address, so that an opt-out by one of them is seen.
std::vector<ContactRecord> KeyReader::others_with(rules::Address address) {
  const ContactRecord& contact = *dossier_.contact;
  std::vector<ContactRecord> others;
  if (!source_.settings().house.opt_out_follows_address || !contact.address(address)) return others;
  Lookup& same = address == rules::Address::email ? contacts_by_email_ : contacts_by_phone_;
  Rows rows{bind_address(same.statement(), contact, address).bind(2, contact.contact_id)};
  while (rows.next()) others.push_back(contact_of(rows));
  return others;
}

// "An entry of the ledger belongs to a contact when its contact_id is the contact's, or its address
// is the contact's email or phone." One found by both ways stands here twice, which changes no
// answer.
void KeyReader::read_ledger(const ContactRecord& contact, bool other_contact) {
  const auto by_contact = other_contact ? RecordedFor::other_contact : RecordedFor::contact;
  const auto by_address = other_contact ? RecordedFor::other_contact : RecordedFor::address;
  if (source_.preferences().has(preferences::contact_id)) {
    Statement& statement = preferences_by_contact_.statement();
    read_preferences(statement.bind(1, contact.contact_id), by_contact);
  }
  if (source_.preferences().has(preferences::address)) {
    if (contact.email) {
      read_preferences(
          bind_address(preferences_by_email_.statement(), contact, rules::Address::email),
          by_address);
    }
    if (contact.phone) {
      read_preferences(
          bind_address(preferences_by_phone_.statement(), contact, rules::Address::phone),
          by_address);
    }
  }
  dossier_.ledger_ends.push_back(dossier_.preferences.size());
}

void KeyReader::read_preferences(Statement& statement, RecordedFor recorded_for) {
  Rows rows{statement};
  while (rows.next()) {
    PreferenceRecord record{name_or_nothing(rows[preferences::proof]),
                            text_or_nothing(rows[preferences::category]),
                            text_or_nothing(rows[preferences::organisation]), recorded_for};
    rules::Preference preference;
    preference.state = state_of(rows[preferences::state]);
    preference.changed_at = moment_of(rows[preferences::changed_at], *zone_);
    preference.channel = channel_scope_of(rows[preferences::channel]);
    cover(preference, record.category, record.organisation, *dossier_.product);
    preference.preticked = truth_of(rows[preferences::preticked]);
    dossier_.preferences.push_back(preference);
    dossier_.preference_records.push_back(std::move(record));
  }
}

// "A qualifying message": what the rule asks of each is told of it; which qualify, it decides.
void KeyReader::read_messages() {
  std::vector<std::pair<rules::Message, Value>> read;
  Rows rows{messages_by_contact_->statement().bind(1, dossier_.contact->contact_id)};
  while (rows.next()) read.emplace_back(message_of(rows), rows[messages::message_id].copy());
  std::ranges::stable_sort(read, sent_earlier, &std::pair<rules::Message, Value>::first);
  for (auto& [message, id] : read) {
    dossier_.messages.push_back(message);
    dossier_.message_ids.push_back(std::move(id));
  }
}

rules::Message KeyReader::message_of(const Rows& row) {
  rules::Message message;
  message.sent_at = moment_of(row[messages::sent_at], *zone_);
  message.channel = message_channel_of(row[messages::channel]);
  message.sent = sent(row[messages::status]);
  message.opt_out_included = truth_of(row[messages::opt_out_included]);
  const ProductRecord& product = source_.product(row[messages::product_id].copy());
  message.same_organisation =
      source_.messages()->has(messages::organisation)
          ? dossier_.product->is_of(name_or_nothing(row[messages::organisation]))
          : dossier_.product->is_of_seller_of(product);
  message.opted_out_then = message.sent_at && opted_out(product, *message.sent_at);
  return message;
}

// Whether an opt-out that covers marketing of the product, on the channel asked about, was in force
// then, or may have been.
bool KeyReader::opted_out(const ProductRecord& product, const rules::Moment& then) const {
  if (dossier_.preferences.empty()) return false;
  std::vector<rules::Preference> preferences = dossier_.preferences;
  for (std::size_t at = 0; at < preferences.size(); ++at) {
    const PreferenceRecord& record = dossier_.preference_records[at];
    cover(preferences[at], record.category, record.organisation, product);
  }
  const auto ledgers = ledgers_of(preferences, dossier_.ledger_ends);
  return may_have_opted_out(ledgers, {dossier_.question->channel, then});
}

}  // namespace softoptin::facts
