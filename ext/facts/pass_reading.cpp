#include "facts/pass_reading.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "facts/address_hash.hpp"
#include "facts/heartbeat.hpp"
#include "facts/meaning.hpp"
#include "facts/sale_reading.hpp"
#include "facts/scan.hpp"
#include "sqlite/error.hpp"

namespace softoptin::facts {

using rules::Truth;
using sqlite::Cell;
using sqlite::Error;

namespace {

// The place of a text in a list that grows; 0 is NULL.
std::uint32_t place_of(Cell cell, TextPlaces& places, std::vector<MaybeText>& list) {
  if (cell.is_null()) return 0;
  const std::string_view text = cell.text();
  return places.place_of(text, list.size(), [&] { list.emplace_back(text); });
}

}  // namespace

bool PassReading::read_everything() {
  pass_.categories_.emplace_back();
  pass_.organisations_.emplace_back();
  read_preferences();
  if (!read_contacts() || !place_preferences()) return false;
  find_shared(emails_, pass_.emails_, PassFlags::shares_email);
  find_shared(phones_, pass_.phones_, PassFlags::shares_phone);
  return SaleReading{*this}.read() && read_messages();
}

// Whether it matters who shares an address of that kind: only where somebody has said something.
bool PassReading::needs_sharers(rules::Address address) const {
  if (unplaced_.empty() || !pass_.source_.settings().house.opt_out_follows_address) return false;
  return !narrow_ || narrow_->address() == address;
}

// The addresses of a narrow pass are read along with the contacts. Those of another are not: it has
// its largest size when the sales are sorted.
void PassReading::begin_addresses() {
  if (!narrow_ || !keep_.addresses || narrow_->address() == rules::Address::none) return;
  address_column_ = narrow_->address() == rules::Address::email ? contacts::email : contacts::phone;
  if (pass_.source_.contacts().has(address_column_)) pass_.addresses_ = {narrow_->address(), {}};
}

bool PassReading::may_allow_in(rules::Jurisdiction country) const {
  return may_allow(pass_.source_.policies().policy_then(country, narrow_->product.variant(),
                                                        narrow_->asking.as_of));
}

bool PassReading::read_contacts() {
  begin_addresses();
  emails_.keep = needs_sharers(rules::Address::email);
  phones_.keep = needs_sharers(rules::Address::phone);
  const bool all = for_each_row(
      pass_.source_.contacts(), [&](const Row& row) { return add_contact(row); }, EveryRow{},
      contact_columns());
  if (!all) return false;
  if (!pass_.contacts_.finish()) {
    throw Error("soft_optin_contacts has several rows for one contact_id: make contact_id unique");
  }
  return true;
}

// Those that matter. An address also where an opt-out may be recorded under it.
Layout::Columns PassReading::contact_columns() const {
  Layout::Columns left_out = 0;
  const auto leave_out = [&](int column, bool needed) {
    if (!needed) left_out |= 1U << static_cast<unsigned>(column);
  };
  const auto asked = [&](rules::Address kind) { return !narrow_ || narrow_->address() == kind; };
  leave_out(contacts::email, asked(rules::Address::email) || !emails_.entries.empty());
  leave_out(contacts::phone, asked(rules::Address::phone) || !phones_.entries.empty());
  leave_out(contacts::country, pass_.source_.policies().by_country());
  return ~left_out;
}

bool PassReading::add_contact(const Row& row) {
  const Cell id = row[contacts::contact_id];
  if (id.is_null()) return true;  // Nobody can be asked about by NULL.
  if (!ids_.by_bytes(pass_.source_.contacts(), id)) return false;
  if (id.type() == SQLITE_INTEGER) {
    pass_.contacts_.add(id.integer());
  } else {
    pass_.contacts_.add(id.text());
  }
  const std::uint32_t contact = pass_.contacts_.size() - 1;
  std::uint8_t flags = 0;
  if (row.has(contacts::email)) {
    const std::uint64_t email = hash_.email(row[contacts::email]);
    if (email != 0) flags |= PassFlags::email;
    take_hash(emails_, email, contact);
  }
  if (row.has(contacts::phone)) {
    const char first = first_of_phone(row[contacts::phone]);
    if (first != 0) flags |= PassFlags::phone;
    // Most opt-outs are recorded under emails, which begin as no phone does.
    const bool matters = phones_.keep || phone_beginnings_[static_cast<unsigned char>(first)];
    if (matters) take_hash(phones_, hash_.phone(row[contacts::phone]), contact);
  }
  if (row.has(contacts::subscriber) &&
      subscriber_of(row[contacts::subscriber]) == rules::Subscriber::corporate) {
    flags |= PassFlags::corporate;
  }
  pass_.flags_.push_back(flags);
  const Policies& policies = pass_.source_.policies();
  if (policies.by_country()) {
    pass_.countries_.push_back(
        policies.country(row.has(contacts::country) ? row[contacts::country].text() : ""));
  }
  if (pass_.addresses_) {
    AddressBook& book = pass_.addresses_->book;
    if (pass_.countries_.empty() || allows_(pass_.countries_.back())) {
      book.add(row[address_column_]);
    } else {
      book.add_none();
    }
  }
  return pass_.contacts_.size() < std::numeric_limits<std::uint32_t>::max();
}

// Stepped through, not handed over: they are few, and were they lost, opt-outs would be.
void PassReading::read_preferences() {
  Scan row{pass_.source_.preferences()};
  while (row.next()) {
    Unplaced unplaced{};
    if (row.has(preferences::contact_id)) unplaced.contact_id = row[preferences::contact_id].copy();
    if (row.has(preferences::address)) {
      unplaced.email_hash = hash_.email(row[preferences::address]);
      unplaced.phone_hash = hash_.phone(row[preferences::address]);
    }
    Pass::Entry& entry = unplaced.entry;
    entry.state = state_of(row[preferences::state]);
    entry.changed_at = rules::Stamp::packed(stamp_of(row[preferences::changed_at]));
    if (row.has(preferences::channel)) entry.channel = channel_scope_of(row[preferences::channel]);
    if (row.has(preferences::category)) entry.category = category(row[preferences::category]);
    if (row.has(preferences::organisation)) {
      entry.organisation = organisation(row[preferences::organisation]);
    }
    entry.preticked =
        row.has(preferences::preticked) ? truth_of(row[preferences::preticked]) : Truth::no;
    if (entry.state == rules::State::neither) continue;
    const auto number = static_cast<std::uint32_t>(unplaced_.size());
    if (unplaced.email_hash != 0) emails_.entries.add(unplaced.email_hash, number);
    if (unplaced.phone_hash != 0) {
      phones_.entries.add(unplaced.phone_hash, number);
      phone_beginnings_.set(static_cast<unsigned char>(first_of_phone(row[preferences::address])));
    }
    unplaced_.push_back(std::move(unplaced));
  }
  emails_.entries.finish();
  phones_.entries.finish();
}

bool PassReading::place_preferences() {
  const Layout& layout = pass_.source_.preferences();
  for (const Unplaced& unplaced : unplaced_) {
    std::optional<std::uint32_t> contact;
    if (const auto* integer = std::get_if<std::int64_t>(&unplaced.contact_id)) {
      if (!ids_.integers_by_bytes()) return false;
      contact = pass_.contacts_.find(*integer);
    } else if (const auto* text = std::get_if<std::string>(&unplaced.contact_id)) {
      if (!ids_.texts_by_bytes(layout, *text)) return false;
      contact = pass_.contacts_.find(std::string_view{*text});
    } else if (!is_null(unplaced.contact_id)) {
      return false;
    }
    if (contact) place(unplaced, *contact);
  }
  find_entries_of_kept(emails_);
  find_entries_of_kept(phones_);
  for (const auto& [number, contact] : found_) place(unplaced_[number], contact);
  unplaced_ = {};
  found_ = {};
  // In which order one contact's entries stand makes no difference: their dates decide.
  std::ranges::sort(pass_.entries_, {}, &Pass::Entry::contact);
  return true;
}

void PassReading::place(const Unplaced& unplaced, std::uint32_t contact) {
  pass_.entries_.push_back(unplaced.entry);
  pass_.entries_.back().contact = contact;
  pass_.flags_[contact] |= PassFlags::ledger;
}

void PassReading::take_hash(Addresses& addresses, std::uint64_t hash, std::uint32_t contact) {
  if (addresses.keep) {
    addresses.hashes.push_back(hash);
  } else {
    find_entries(addresses, hash, contact);
  }
}

// "Its address is the contact's email or phone."
void PassReading::find_entries(const Addresses& addresses, std::uint64_t hash,
                               std::uint32_t contact) {
  for (const auto& [same_hash, number] : addresses.entries.find(hash)) {
    found_.push_back({number, contact});
  }
}

// Of all contacts, one after the other: what one waits for is fetched beside that of others.
void PassReading::find_entries_of_kept(const Addresses& addresses) {
  for (std::uint32_t contact = 0; contact < addresses.hashes.size(); ++contact) {
    find_entries(addresses, addresses.hashes[contact], contact);
  }
}

// Marks the contacts whose address is that of another contact who has said something.
void PassReading::find_shared(Addresses& addresses, Pass::SharedAddresses& shared,
                              std::uint8_t shares) {
  const std::vector<std::uint64_t> hashes = std::move(addresses.hashes);
  for (std::uint32_t contact = 0; contact < hashes.size(); ++contact) {
    if (hashes[contact] == 0 || !PassFlags{pass_.flags_[contact]}.has_ledger()) continue;
    shared.carriers.add(hashes[contact], contact);
  }
  shared.carriers.finish();
  for (std::uint32_t contact = 0; contact < hashes.size(); ++contact) {
    if (hashes[contact] == 0) continue;
    const auto same = shared.carriers.find(hashes[contact]);
    if (same.empty() || (same.size() == 1 && same.front().number == contact)) continue;
    pass_.flags_[contact] |= shares;
    shared.sharers.push_back({hashes[contact], contact});
  }
}

bool PassReading::read_messages() {
  const Layout* const layout = pass_.source_.messages();
  if (layout == nullptr) return true;
  const std::vector<std::uint32_t> contacts = whose_messages_matter();
  if (!read_messages_by_key(contacts)) {
    pass_.messages_ = {};
    rolling_.emplace(pass_.contacts_, contacts);
    const bool all = for_each_row(
        *layout, [&](const Row& row) { return take_message(row); }, OfRollingWindows{*this});
    if (!all) return false;
  }
  pass_.messages_.set_names_sender(layout->has(messages::organisation));
  pass_.messages_.finish(pass_.contacts_.size());
  return true;
}

// Those whose window they may extend. Of a narrow pass only where that may make a yes, or of a yes
// changes what is kept: "lapsed" is the last condition of a sale, and no other asks for messages.
std::vector<std::uint32_t> PassReading::whose_messages_matter() const {
  std::optional<Pass::Product> product;
  if (narrow_) product.emplace(pass_, narrow_->product);
  Pass::Scratch scratch;
  Heartbeat heartbeat{pass_.source_.snapshot().db()};
  const auto matter = [&](std::uint32_t contact) {
    heartbeat.beat();
    const auto without = pass_.decide(contact, *product, narrow_->asking, scratch);
    return without.eligible() ? keep_.windows : without.unmet == rules::Condition::lapsed;
  };
  ByCountry may_roll{
      [&](rules::Jurisdiction country) { return pass_.source_.policies().may_roll(country); }};
  std::vector<std::uint32_t> contacts;
  for (std::uint32_t contact = 0; contact < pass_.contacts_.size(); ++contact) {
    if (!may_roll(pass_.country(contact)) || !pass_.has_sale(contact)) continue;
    if (!narrow_ || matter(contact)) contacts.push_back(contact);
  }
  return contacts;
}

// Where the contacts are few and an index finds their messages; else false, and what was added
// counts for nothing.
bool PassReading::read_messages_by_key(const std::vector<std::uint32_t>& contacts) {
  constexpr std::size_t few = 64;  // One contact of so many, whom to read costs as much.
  if (contacts.size() * few > pass_.contacts_.size()) return false;
  Scan row{*pass_.source_.messages(), "WHERE contact_id = ?1"};
  for (const std::uint32_t contact : contacts) {
    row.start(pass_.contacts_.id(contact));
    while (row.next()) add_message(contact, row);
    if (row.rows_scanned() > 0) return false;
  }
  return pass_.organisations_.size() < PackedFacts::most_organisations;
}

bool PassReading::may_be_of(const ContactFilter& contacts, const Layout& layout, Cell contact_id) {
  if (contact_id.is_null()) return false;
  return !ids_.by_bytes(layout, contact_id) || contacts.has(contact_id);
}

bool PassReading::take_message(const Row& row) {
  const Layout& layout = *pass_.source_.messages();
  if (!ids_.by_bytes(layout, row[messages::contact_id])) return false;
  if (const auto contact = find(row[messages::contact_id])) add_message(*contact, row);
  return pass_.organisations_.size() < PackedFacts::most_organisations;
}

template <class AnyRow>
void PassReading::add_message(std::uint32_t contact, const AnyRow& row) {
  PassMessages::Traits traits{};
  traits.product = &pass_.source_.product(row[messages::product_id].copy());
  if (row.has(messages::organisation))
    traits.organisation = organisation(row[messages::organisation]);
  traits.channel = message_channel_of(row[messages::channel]);
  traits.sent = row.has(messages::status) ? sent(row[messages::status]) : Truth::yes;
  traits.opt_out_included = truth_of(row[messages::opt_out_included]);
  pass_.messages_.add(contact, rules::Stamp::packed(stamp_of(row[messages::sent_at])), traits);
}

std::optional<std::uint32_t> PassReading::find(Cell contact_id) const {
  if (contact_id.type() == SQLITE_INTEGER) return pass_.contacts_.find(contact_id.integer());
  if (contact_id.type() == SQLITE_TEXT) return pass_.contacts_.find(contact_id.text());
  return std::nullopt;
}

std::uint32_t PassReading::organisation(Cell cell) {
  return place_of(cell, organisations_, pass_.organisations_);
}

std::uint32_t PassReading::category(Cell cell) {
  return place_of(cell, categories_, pass_.categories_);
}

}  // namespace softoptin::facts
