#include "facts/key_reader.hpp"

#include <utility>

#include "facts/address_sql.hpp"
#include "facts/meaning.hpp"
#include "rules/text.hpp"
#include "sqlite/error.hpp"

namespace softoptin::facts {

using rules::Truth;
using sqlite::Error;
using sqlite::Rows;
using sqlite::Statement;
using sqlite::Value;

namespace {

ContactRecord contact_of(const Rows& row) {
  ContactRecord record{row[contacts::contact_id].copy(), name_or_nothing(row[contacts::email]),
                       name_or_nothing(row[contacts::phone]),
                       subscriber_of(row[contacts::subscriber])};
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

rules::Category view(const MaybeText& text) { return text ? rules::Category{*text} : std::nullopt; }

AssessmentRecord assessment_of(const Statement& row) {
  using Review = rules::Assessment::Review;
  AssessmentRecord record;
  record.approved_at = moment_of(row[assessments::approved_at]);
  record.approved = approved(row[assessments::outcome]);
  if (!row[assessments::review_due_at].is_null()) {
    const auto due = moment_of(row[assessments::review_due_at]);
    record.review = due ? Review::given : Review::unreadable;
    if (due) record.review_due = due->day;
  }
  record.category = text_or_nothing(row[assessments::category]);
  record.organisation = text_or_nothing(row[assessments::organisation]);
  return record;
}

}  // namespace

KeyReader::KeyReader(sqlite3* db)
    : snapshot_(db),
      settings_(read_settings(snapshot_)),
      contacts_layout_(find_required(contacts::relation)),
      products_layout_(find_required(products::relation)),
      sales_layout_(find_required(sales::relation)),
      preferences_layout_(find_required(preferences::relation)),
      contact_by_id_(contacts_layout_, "WHERE contact_id = ?1 LIMIT 2"),
      contacts_by_email_(contacts_layout_,
                         "WHERE " + same_email("email") + " AND contact_id IS NOT ?2"),
      contacts_by_phone_(contacts_layout_,
                         "WHERE " + same_phone("phone") + " AND contact_id IS NOT ?2"),
      product_by_id_(products_layout_, "WHERE product_id = ?1"),
      sales_by_contact_(sales_layout_, "WHERE contact_id = ?1"),
      preferences_by_contact_(preferences_layout_, "WHERE contact_id = ?1"),
      preferences_by_email_(preferences_layout_, "WHERE " + same_email("address")),
      preferences_by_phone_(preferences_layout_, "WHERE " + same_phone("address")) {
  read_assessments();
  read_similar_categories();
}

Layout KeyReader::find(const Relation& relation) const {
  return {snapshot_, relation, settings_.schema};
}

Layout KeyReader::find_required(const Relation& relation) const {
  Layout layout = find(relation);
  layout.require();
  return layout;
}

Statement& KeyReader::Lookup::statement() {
  if (!statement_) statement_ = layout_.prepare(where_);
  return *statement_;
}

void KeyReader::read_assessments() {
  if (!settings_.house.require_assessment) return;
  Statement statement = find_required(assessments::relation).prepare();
  while (statement.step()) assessments_.push_back(assessment_of(statement));
}

void KeyReader::read_similar_categories() {
  const Layout layout = find(similar_categories::relation);
  if (!layout.present()) return;
  Statement statement = layout.prepare();
  while (statement.step()) {
    const auto left = name_or_nothing(statement[similar_categories::category]);
    const auto right = name_or_nothing(statement[similar_categories::similar_to]);
    if (left && right) similar_categories_.push_back({*left, *right});
  }
  for (const SimilarPair& pair : similar_categories_) {
    similar_pairs_.push_back({pair.left, pair.right});
  }
}

const Dossier& KeyReader::read(const Value& contact_id, const Value& product_id,
                               rules::Channel channel) {
  dossier_.clear();
  dossier_.contact_id = contact_id;
  dossier_.product_id = product_id;
  dossier_.product = &product(product_id);
  dossier_.categories = views_of(dossier_.product->categories);
  dossier_.contact = contact(contact_id);
  if (dossier_.contact) {
    read_sales();
    read_ledgers(channel);
  }
  judge_assessments();
  return dossier_;
}

const ProductRecord& KeyReader::product(const Value& product_id) {
  const auto found = products_.find(product_id);
  if (found != products_.end()) return found->second;
  return products_.emplace(product_id, look_up_product(product_id)).first->second;
}

ProductRecord KeyReader::look_up_product(const Value& product_id) {
  ProductRecord record;
  bool several_organisations = false;
  Rows rows{product_by_id_.statement().bind(1, product_id)};
  while (rows.next()) {
    const auto organisation = name_or_nothing(rows[products::organisation]);
    const Truth own = truth_of(rows[products::own]);
    const Truth commercial = truth_of(rows[products::commercial]);
    several_organisations |= record.exists && organisation != record.organisation;
    record.own = record.exists ? rules::both(record.own, own) : own;
    record.commercial = record.exists ? rules::both(record.commercial, commercial) : commercial;
    record.categories.push_back(text_or_nothing(rows[products::category]));
    record.organisation = organisation;
    record.product_id = rows[products::product_id].copy();
    record.exists = true;
  }
  if (several_organisations) record.organisation.reset();
  return record;
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
    const ProductRecord& sold = product(product_id);
    const SaleDate date = sale_date_of(rows[sales::occurred_at]);
    rules::Sale sale;
    sale.kind = kind_of(rows[sales::kind]);
    sale.channel = channel_scope_of(rows[sales::channel]);
    sale.date_readable = date.readable;
    sale.day = date.day;
    sale.express_communication = truth_of(rows[sales::express_communication]);
    sale.collected_directly = truth_of(rows[sales::collected_directly]);
    sale.preticked = truth_of(rows[sales::preticked]);
    sale.opt_out_offered = truth_of(rows[sales::opt_out_offered]);
    sale.refused = truth_of(rows[sales::refused]);
    if (dossier_.product->exists) {
      const auto seller = name_or_nothing(rows[sales::organisation]);
      sale.same_organisation =
          rules::same_organisation(view(seller), dossier_.product->organisation_view());
      sale.similar = similar_to_asked(sold);
    }
    dossier_.sales.push_back(sale);
    dossier_.sale_records.push_back({rows[sales::sale_id].copy(), product_id});
  }
}

Truth KeyReader::similar_to_asked(const ProductRecord& sold) const {
  // "A product is similar to itself, whatever its category."
  const ProductRecord& asked = *dossier_.product;
  if (sold.exists && sold.product_id == asked.product_id) return Truth::yes;
  const auto categories = views_of(sold.categories);
  return rules::similar(categories, dossier_.categories, settings_.house.similarity_depth,
                        similar_pairs_);
}

void KeyReader::read_ledgers(rules::Channel channel) {
  read_ledger(*dossier_.contact, false);
  for (const ContactRecord& other : others_with(rules::address_of(channel))) {
    read_ledger(other, true);
  }
  std::size_t begin = 0;
  for (const std::size_t end : dossier_.ledger_ends) {
    dossier_.ledgers.emplace_back(dossier_.preferences.data() + begin, end - begin);
    begin = end;
  }
}

// The other contacts with the same address, so that an opt-out by one of them is seen.
std::vector<ContactRecord> KeyReader::others_with(rules::Address address) {
  const ContactRecord& contact = *dossier_.contact;
  std::vector<ContactRecord> others;
  if (!settings_.house.opt_out_follows_address || !contact.address(address)) return others;
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
  if (preferences_layout_.has(preferences::contact_id)) {
    Statement& statement = preferences_by_contact_.statement();
    read_preferences(statement.bind(1, contact.contact_id), by_contact);
  }
  if (preferences_layout_.has(preferences::address)) {
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
    const auto category = text_or_nothing(rows[preferences::category]);
    const auto organisation = text_or_nothing(rows[preferences::organisation]);
    rules::Preference preference;
    preference.state = state_of(rows[preferences::state]);
    preference.changed_at = moment_of(rows[preferences::changed_at]);
    preference.channel = channel_scope_of(rows[preferences::channel]);
    preference.covers_category = rules::covers_category(view(category), dossier_.categories);
    preference.covers_organisation =
        rules::covers_organisation(view(organisation), dossier_.product->organisation_view());
    preference.preticked = truth_of(rows[preferences::preticked]);
    dossier_.preferences.push_back(preference);
    dossier_.preference_records.push_back(
        {name_or_nothing(rows[preferences::proof]), recorded_for});
  }
}

void KeyReader::judge_assessments() {
  for (const AssessmentRecord& record : assessments_) {
    rules::Assessment assessment;
    assessment.approved_at = record.approved_at;
    assessment.approved = record.approved;
    assessment.review = record.review;
    assessment.review_due = record.review_due;
    assessment.covers =
        rules::both(rules::covers_category(view(record.category), dossier_.categories),
                    rules::covers_organisation(view(record.organisation),
                                               dossier_.product->organisation_view()));
    dossier_.assessments.push_back(assessment);
  }
}

}  // namespace softoptin::facts
