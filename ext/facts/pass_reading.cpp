#include "facts/pass_reading.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "facts/meaning.hpp"
#include "rules/text.hpp"
#include "sqlite/error.hpp"

namespace softoptin::facts {

using rules::Truth;
using sqlite::Cell;
using sqlite::Error;
using sqlite::Value;

namespace {

// 0 is kept for no address. Two addresses of one hash, one pair in 10^19, would share their
// opt-outs: a mail less, never one too many.
std::uint64_t address_hash(const std::string& key) {
  if (key.empty()) return 0;
  const std::uint64_t hash = std::hash<std::string_view>{}(key);
  return hash == 0 ? 1 : hash;
}

std::uint64_t email_hash(Cell cell) { return address_hash(rules::email_key(cell.text())); }
std::uint64_t phone_hash(Cell cell) { return address_hash(rules::phone_key(cell.text())); }

// The place of a text in a list that grows; 0 is NULL.
std::uint32_t place_of(Cell cell, std::map<std::string, std::uint32_t>& places,
                       std::vector<MaybeText>& list) {
  const auto text = text_or_nothing(cell);
  if (!text) return 0;
  const auto [place, added] = places.emplace(*text, static_cast<std::uint32_t>(list.size()));
  if (added) list.push_back(text);
  return place->second;
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char sign) {
    const char folded = rules::ascii_lower(sign);
    return folded >= 'a' && folded <= 'z';
  });
}

// The same letters, upper case for lower and lower for upper.
std::string other_case(std::string_view text) {
  std::string flipped;
  for (const char sign : text) {
    const bool upper = sign != rules::ascii_lower(sign);
    const bool lower = sign >= 'a' && sign <= 'z';
    flipped += upper   ? rules::ascii_lower(sign)
               : lower ? static_cast<char>(sign - 'a' + 'A')
                       : sign;
  }
  return flipped;
}

}  // namespace

bool PassReading::read_everything() {
  pass_.categories_.emplace_back();
  pass_.organisations_.emplace_back();
  read_preferences();
  if (!read_contacts() || !place_preferences()) return false;
  if (pass_.source_.settings().house.opt_out_follows_address) find_shared_addresses();
  return read_sales();
}

// Hashes of addresses are of use only where somebody has said something.
bool PassReading::keeps_hashes() const { return !unplaced_.empty(); }

bool PassReading::read_contacts() {
  Scan row{pass_.source_.contacts()};
  while (row.next()) {
    if (row[contacts::contact_id].is_null()) continue;  // Nobody can be asked about by NULL.
    if (!add_contact(row[contacts::contact_id])) return false;
    std::uint8_t flags = 0;
    const std::uint64_t email = row.has(contacts::email) ? email_hash(row[contacts::email]) : 0;
    const std::uint64_t phone = row.has(contacts::phone) ? phone_hash(row[contacts::phone]) : 0;
    if (email != 0) flags |= PassFlags::email;
    if (phone != 0) flags |= PassFlags::phone;
    if (row.has(contacts::subscriber) &&
        subscriber_of(row[contacts::subscriber]) == rules::Subscriber::corporate) {
      flags |= PassFlags::corporate;
    }
    pass_.flags_.push_back(flags);
    if (!keeps_hashes()) continue;
    pass_.email_hashes_.push_back(email);
    pass_.phone_hashes_.push_back(phone);
  }
  if (!pass_.contacts_.finish()) {
    throw Error("soft_optin_contacts has several rows for one contact_id: make contact_id unique");
  }
  return true;
}

bool PassReading::add_contact(Cell contact_id) {
  if (!comparable(pass_.source_.contacts(), contact_id.type(), contact_id.text())) return false;
  if (contact_id.type() == SQLITE_INTEGER) {
    pass_.contacts_.add(contact_id.integer());
  } else {
    pass_.contacts_.add(contact_id.text());
  }
  return pass_.contacts_.size() < std::numeric_limits<std::uint32_t>::max();
}

// Whether comparing the id byte for byte is what SQLite would do: it is of the type of the ids
// before it, and if it is a text, the column's collation tells upper from lower case and sees a
// blank at the end.
bool PassReading::comparable(const Layout& layout, int type, std::string_view text) {
  using Type = ContactIndex::Type;
  const Type before = pass_.contacts_.type();
  if (type == SQLITE_INTEGER) return before != Type::text;
  if (type != SQLITE_TEXT || before == Type::integer) return false;
  if (probed_by_letters_ == &layout) return true;
  const bool letters = has_letter(text);
  const Layout*& probed = letters ? probed_by_letters_ : probed_by_blanks_;
  if (probed == &layout) return true;
  probed = &layout;
  const std::string id{text};
  const std::string with_blank = id + " ";
  sqlite::Statement probe{layout.db(),
                          "SELECT contact_id = ?2 OR contact_id = ?3 FROM " + layout.from() +
                              " WHERE contact_id = ?1 LIMIT 1",
                          layout.from()};
  probe.bind_text(1, id).bind_text(2, letters ? other_case(id) : with_blank);
  probe.bind_text(3, with_blank);
  return !probe.step() || probe[0].integer() == 0;
}

void PassReading::read_preferences() {
  const Layout& layout = pass_.source_.preferences();
  Scan row{layout};
  while (row.next()) {
    Unplaced unplaced{};
    if (row.has(preferences::contact_id)) unplaced.contact_id = row[preferences::contact_id].copy();
    if (row.has(preferences::address)) {
      unplaced.email_hash = email_hash(row[preferences::address]);
      unplaced.phone_hash = phone_hash(row[preferences::address]);
    }
    Pass::Entry& entry = unplaced.entry;
    entry.state = state_of(row[preferences::state]);
    entry.changed_at = moment_of(row[preferences::changed_at]);
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
      if (!comparable(layout, SQLITE_INTEGER, {})) return false;
      contact = pass_.contacts_.find(*integer);
    } else if (const auto* text = std::get_if<std::string>(&unplaced.contact_id)) {
      if (!comparable(layout, SQLITE_TEXT, *text)) return false;
      contact = pass_.contacts_.find(std::string_view{*text});
    } else if (!is_null(unplaced.contact_id)) {
      return false;
    }
    if (contact) place(unplaced, *contact);
  }
  place_by_address(&Unplaced::email_hash, pass_.email_hashes_);
  place_by_address(&Unplaced::phone_hash, pass_.phone_hashes_);
  unplaced_ = {};
  std::ranges::stable_sort(pass_.entries_, {}, &Pass::Entry::contact);
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
  std::unordered_multimap<std::uint64_t, const Unplaced*> addressed;
  for (const Unplaced& unplaced : unplaced_) {
    if (unplaced.*entry_hash != 0) addressed.emplace(unplaced.*entry_hash, &unplaced);
  }
  if (addressed.empty()) return;
  for (std::uint32_t contact = 0; contact < contact_hashes.size(); ++contact) {
    if (contact_hashes[contact] == 0) continue;
    const auto [begin, end] = addressed.equal_range(contact_hashes[contact]);
    for (auto entry = begin; entry != end; ++entry) place(*entry->second, contact);
  }
}

// Marks the contacts whose address is that of another contact who has said something.
void PassReading::find_shared_addresses() {
  const auto find = [&](const std::vector<std::uint64_t>& hashes,
                        std::vector<Pass::Carrier>& carriers, std::uint8_t shares) {
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    for (std::uint32_t contact = 0; contact < hashes.size(); ++contact) {
      if (hashes[contact] == 0 || !PassFlags{pass_.flags_[contact]}.has_ledger()) continue;
      carriers.push_back({hashes[contact], contact});
      ++counts[hashes[contact]];
    }
    std::ranges::stable_sort(carriers, {}, &Pass::Carrier::address_hash);
    if (counts.empty()) return;
    for (std::uint32_t contact = 0; contact < hashes.size(); ++contact) {
      const auto found = hashes[contact] == 0 ? counts.end() : counts.find(hashes[contact]);
      if (found == counts.end()) continue;
      const bool itself = PassFlags{pass_.flags_[contact]}.has_ledger();
      if (found->second > (itself ? 1U : 0U)) pass_.flags_[contact] |= shares;
    }
  };
  find(pass_.email_hashes_, pass_.by_email_, PassFlags::shares_email);
  find(pass_.phone_hashes_, pass_.by_phone_, PassFlags::shares_phone);
}

bool PassReading::read_sales() {
  const Layout& layout = pass_.source_.sales();
  Scan row{layout};
  while (row.next()) {
    const Cell contact_id = row[sales::contact_id];
    const int type = contact_id.type();
    if (type == SQLITE_NULL) continue;
    const std::string_view text = type == SQLITE_TEXT ? contact_id.text() : std::string_view{};
    if (!comparable(layout, type, text)) return false;
    std::uint32_t contact = nobody;
    if (type == SQLITE_INTEGER) {
      unfound_.push_back(contact_id.integer());
    } else {
      contact = pass_.contacts_.find(text).value_or(nobody);
    }
    const SaleDate date = sale_date_of(row[sales::occurred_at]);
    PackedFacts facts = packed(row);
    facts.set(PackedFacts::date_readable, date.readable);
    unsorted_.push_back({contact,
                         {sold_product(row[sales::product_id]),
                          date.day.sys_days().time_since_epoch().count(), facts.bits()}});
    if (unfound_.size() == 1024) find_contacts();
    if (keep_sale_ids_ == Pass::KeepSaleIds::yes && row.has(sales::sale_id)) {
      pass_.sale_ids_.add(row[sales::sale_id]);
    }
    if (pass_.organisations_.size() >= PackedFacts::most_organisations) return false;
  }
  find_contacts();
  sort_sales();
  return true;
}

// Many at a time: what each look-up waits for is fetched while others are under way.
void PassReading::find_contacts() {
  for (const std::int64_t id : unfound_) pass_.contacts_.prefetch(id);
  Unsorted* sale = unsorted_.data() + (unsorted_.size() - unfound_.size());
  for (const std::int64_t id : unfound_) {
    (sale++)->contact = pass_.contacts_.find(id).value_or(nobody);
  }
  unfound_.clear();
}

PackedFacts PassReading::packed(const Scan& row) {
  const auto truth_or = [&](int place, Truth absent) {
    return row.has(place) ? truth_of(row[place]) : absent;
  };
  PackedFacts facts;
  facts.set(row.has(sales::kind) ? kind_of(row[sales::kind]) : rules::Kind::sale);
  if (row.has(sales::channel)) facts.set(channel_scope_of(row[sales::channel]));
  facts.set(PackedFacts::express_communication,
            truth_or(sales::express_communication, Truth::unknown));
  facts.set(PackedFacts::collected_directly, truth_or(sales::collected_directly, Truth::yes));
  facts.set(PackedFacts::preticked, truth_or(sales::preticked, Truth::no));
  facts.set(PackedFacts::opt_out_offered, truth_of(row[sales::opt_out_offered]));
  facts.set(PackedFacts::refused, truth_or(sales::refused, Truth::no));
  if (row.has(sales::organisation)) facts.set_organisation(organisation(row[sales::organisation]));
  return facts;
}

std::uint32_t PassReading::sold_product(Cell product_id) {
  const auto next_place = static_cast<std::uint32_t>(pass_.sold_products_.size());
  const auto [place, added] = [&]() -> std::pair<std::uint32_t, bool> {
    if (product_id.type() == SQLITE_INTEGER) {
      const auto found = sold_integers_.emplace(product_id.integer(), next_place);
      return {found.first->second, found.second};
    }
    if (product_id.type() == SQLITE_TEXT) {
      const std::string_view text = product_id.text();
      const auto found = sold_texts_.find(text);
      if (found != sold_texts_.end()) return {found->second, false};
      sold_texts_.emplace(text, next_place);
      return {next_place, true};
    }
    const auto found = sold_others_.emplace(product_id.copy(), next_place);
    return {found.first->second, found.second};
  }();
  if (added) pass_.sold_products_.push_back(product_id.copy());
  return place;
}

std::uint32_t PassReading::organisation(Cell cell) {
  return place_of(cell, organisations_, pass_.organisations_);
}

std::uint32_t PassReading::category(Cell cell) {
  return place_of(cell, categories_, pass_.categories_);
}

// By contact; those of one contact stay in the relation's order.
void PassReading::sort_sales() {
  auto& begins = pass_.sale_begins_;
  begins.assign(std::size_t{pass_.contacts_.size()} + 1, 0);
  for (const Unsorted& sale : unsorted_) {
    if (sale.contact != nobody) ++begins[sale.contact + 1];
  }
  for (std::size_t contact = 1; contact < begins.size(); ++contact) {
    begins[contact] += begins[contact - 1];
  }
  std::vector<std::uint32_t> next{begins};
  const bool keep_rows = pass_.sale_ids_.size() > 0;
  pass_.sales_.resize(begins.back());
  if (keep_rows) pass_.sale_rows_.resize(begins.back());
  for (std::uint32_t row = 0; row < unsorted_.size(); ++row) {
    constexpr std::size_t ahead = 24;  // Rows whose place is fetched meanwhile.
    if (row + ahead < unsorted_.size() && unsorted_[row + ahead].contact != nobody) {
      __builtin_prefetch(&pass_.sales_[begins[unsorted_[row + ahead].contact]], 1);
    }
    if (unsorted_[row].contact == nobody) continue;
    const std::uint32_t place = next[unsorted_[row].contact]++;
    pass_.sales_[place] = unsorted_[row].sale;
    if (keep_rows) pass_.sale_rows_[place] = row;
  }
  unsorted_ = {};
}

}  // namespace softoptin::facts
