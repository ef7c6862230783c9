#include "facts/pass_reading.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "facts/address_hash.hpp"
#include "facts/hash_filter.hpp"
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
  if (pass_.source_.settings().house.opt_out_follows_address) find_shared_addresses();
  return read_messages() && SaleReading{*this}.read();
}

// Hashes of addresses are of use only where somebody has said something.
bool PassReading::keeps_hashes() const { return !unplaced_.empty(); }

bool PassReading::read_contacts() {
  const bool all =
      for_each_row(pass_.source_.contacts(), [&](const Row& row) { return add_contact(row); });
  if (!all) return false;
  if (!pass_.contacts_.finish()) {
    throw Error("soft_optin_contacts has several rows for one contact_id: make contact_id unique");
  }
  return true;
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
  std::uint8_t flags = 0;
  if (row.has(contacts::email)) {
    const std::uint64_t email = email_hash(row[contacts::email]);
    if (email != 0) flags |= PassFlags::email;
    if (keeps_hashes()) pass_.email_hashes_.push_back(email);
  }
  if (row.has(contacts::phone)) {
    const std::uint64_t phone = phone_hash(row[contacts::phone]);
    if (phone != 0) flags |= PassFlags::phone;
    if (keeps_hashes()) pass_.phone_hashes_.push_back(phone);
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
  return pass_.contacts_.size() < std::numeric_limits<std::uint32_t>::max();
}

// Stepped through, not handed over: they are few, and were they lost, opt-outs would be.
void PassReading::read_preferences() {
  Scan row{pass_.source_.preferences()};
  while (row.next()) {
    Unplaced unplaced{};
    if (row.has(preferences::contact_id)) unplaced.contact_id = row[preferences::contact_id].copy();
    if (row.has(preferences::address)) {
      unplaced.email_hash = email_hash(row[preferences::address]);
      unplaced.phone_hash = phone_hash(row[preferences::address]);
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
    if (entry.state != rules::State::neither) unplaced_.push_back(std::move(unplaced));
  }
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
  place_by_address(&Unplaced::email_hash, pass_.email_hashes_);
  place_by_address(&Unplaced::phone_hash, pass_.phone_hashes_);
  unplaced_ = {};
  if (!std::ranges::is_sorted(pass_.entries_, {}, &Pass::Entry::contact)) {
    std::ranges::stable_sort(pass_.entries_, {}, &Pass::Entry::contact);
  }
  return true;
}

void PassReading::place(const Unplaced& unplaced, std::uint32_t contact) {
  pass_.entries_.push_back(unplaced.entry);
  pass_.entries_.back().contact = contact;
  pass_.flags_[contact] |= PassFlags::ledger;
}

// "Its address is the contact's email or phone."
void PassReading::place_by_address(std::uint64_t Unplaced::*entry_hash,
                                   const std::vector<std::uint64_t>& contact_hashes) {
  std::vector<std::pair<std::uint64_t, const Unplaced*>> addressed;
  for (const Unplaced& unplaced : unplaced_) {
    if (unplaced.*entry_hash != 0) addressed.emplace_back(unplaced.*entry_hash, &unplaced);
  }
  if (addressed.empty()) return;
  std::ranges::sort(addressed);
  HashFilter filter{addressed.size()};
  for (const auto& [hash, unplaced] : addressed) filter.add(hash);
  for (std::uint32_t contact = 0; contact < contact_hashes.size(); ++contact) {
    const std::uint64_t hash = contact_hashes[contact];
    if (hash == 0 || !filter.may_have(hash)) continue;
    const auto before = [](const auto& entry, std::uint64_t wanted) {
      return entry.first < wanted;
    };
    auto entry = std::lower_bound(addressed.begin(), addressed.end(), hash, before);
    for (; entry != addressed.end() && entry->first == hash; ++entry) {
      place(*entry->second, contact);
    }
  }
}

void PassReading::find_shared_addresses() {
  find_shared(pass_.email_hashes_, pass_.by_email_, PassFlags::shares_email);
  find_shared(pass_.phone_hashes_, pass_.by_phone_, PassFlags::shares_phone);
}

// Marks the contacts whose address is that of another contact who has said something.
void PassReading::find_shared(const std::vector<std::uint64_t>& hashes,
                              std::vector<Pass::Carrier>& carriers, std::uint8_t shares) {
  for (std::uint32_t contact = 0; contact < hashes.size(); ++contact) {
    if (hashes[contact] == 0 || !PassFlags{pass_.flags_[contact]}.has_ledger()) continue;
    carriers.push_back({hashes[contact], contact});
  }
  if (carriers.empty()) return;
  std::ranges::stable_sort(carriers, {}, &Pass::Carrier::address_hash);
  HashFilter filter{carriers.size()};
  for (const Pass::Carrier& carrier : carriers) filter.add(carrier.address_hash);
  for (std::size_t at = 1; at < carriers.size(); ++at) {
    if (carriers[at].address_hash != carriers[at - 1].address_hash) continue;
    pass_.flags_[carriers[at - 1].contact] |= shares;
    pass_.flags_[carriers[at].contact] |= shares;
  }
  for (std::uint32_t contact = 0; contact < hashes.size(); ++contact) {
    if (hashes[contact] == 0 || !filter.may_have(hashes[contact])) continue;
    if (PassFlags{pass_.flags_[contact]}.has_ledger()) continue;  // Itself a carrier.
    if (std::ranges::binary_search(carriers, hashes[contact], {}, &Pass::Carrier::address_hash)) {
      pass_.flags_[contact] |= shares;
    }
  }
}

// Those of contacts whose window they may extend.
bool PassReading::read_messages() {
  const Layout* const layout = pass_.source_.messages();
  if (layout == nullptr) return true;
  pass_.messages_.set_names_sender(layout->has(messages::organisation));
  const bool all = for_each_row(
      *layout, [&](const Row& row) { return take_message(row); }, OfRollingWindows{*this});
  pass_.messages_.finish(pass_.contacts_.size());
  return all;
}

// Whether the message may extend the window of a contact. Ids that need SQLite's own comparison are
// wanted too, so that they are declined.
bool PassReading::wants_message_of(Cell contact_id) {
  if (contact_id.is_null()) return false;
  if (!ids_.by_bytes(*pass_.source_.messages(), contact_id)) return true;
  const auto contact = find(contact_id);
  return contact && pass_.source_.policies().may_roll(pass_.country(*contact));
}

bool PassReading::take_message(const Row& row) {
  const Layout& layout = *pass_.source_.messages();
  if (!ids_.by_bytes(layout, row[messages::contact_id])) return false;
  const auto contact = find(row[messages::contact_id]);
  if (!contact) return true;
  PassMessages::Traits traits{};
  traits.product = &pass_.source_.product(row[messages::product_id].copy());
  if (row.has(messages::organisation))
    traits.organisation = organisation(row[messages::organisation]);
  traits.channel = message_channel_of(row[messages::channel]);
  traits.sent = row.has(messages::status) ? sent(row[messages::status]) : Truth::yes;
  traits.opt_out_included = truth_of(row[messages::opt_out_included]);
  pass_.messages_.add(*contact, rules::Stamp::packed(stamp_of(row[messages::sent_at])), traits);
  return pass_.organisations_.size() < PackedFacts::most_organisations;
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
