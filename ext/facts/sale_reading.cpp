#include "facts/sale_reading.hpp"

#include <string_view>
#include <utility>

#include "facts/meaning.hpp"

namespace softoptin::facts {

using rules::Truth;
using sqlite::Cell;

bool SaleReading::read() {
  if (!hand_over()) return false;
  find_contacts();
  sort();
  return true;
}

bool SaleReading::hand_over() {
  if (!reading_.narrow_) return hand_over(EveryRow{});
  SaleNeeds needs{pass_.source_, *reading_.narrow_, pass_.everyone_};
  if (!pass_.countries_.empty()) return hand_over(of_needed_by_country(needs));
  if (needs.every_product(pass_.everyone_)) return hand_over(EveryRow{});
  return hand_over(OfSimilarProducts{*this, needs.late_enough()});
}

SaleReading::OfSimilarProductsOrCountry SaleReading::of_needed_by_country(SaleNeeds& needs) {
  const ContactFilter nobody_yet{pass_.contacts_};
  OfSimilarProductsOrCountry wants{*this, needs.late_enough(), nobody_yet, nobody_yet, nobody_yet};
  for (std::uint32_t contact = 0; contact < pass_.contacts_.size(); ++contact) {
    const rules::Jurisdiction country = pass_.country(contact);
    if (needs.every_day(country)) wants.of_every_day.add(contact);
    if (needs.every_product(country)) wants.of_every_product.add(contact);
    wants.of_similar_products.add_if(reading_.allows_(country), contact);
  }
  return wants;
}

template <class Wants>
bool SaleReading::hand_over(Wants wants) {
  const Layout::Columns left_out = reading_.keep_.sale_ids ? 0 : 1U << sales::sale_id;
  return for_each_row(
      layout_, [&](const Row& row) { return take(row); }, std::move(wants), ~left_out);
}

std::optional<bool> SaleReading::similar(Cell product_id) {
  const auto place = pass_.sold_products_.find(product_id);
  if (!place) return std::nullopt;
  Source& source = pass_.source_;
  const auto& products = pass_.sold_products_.values();
  while (similar_.size() < products.size()) {
    const ProductRecord& sold = source.product(products[similar_.size()]);
    similar_.push_back(source.similar(reading_.narrow_->product, sold));
  }
  return similar_[*place] == Truth::yes;
}

bool SaleReading::take(const Row& row) {
  const Cell contact_id = row[sales::contact_id];
  std::uint32_t contact = nobody;
  switch (contact_id.type()) {
    case SQLITE_NULL:
      return true;
    case SQLITE_INTEGER:
      if (!reading_.ids_.integers_by_bytes()) return false;
      unfound_.push_back(contact_id.integer());
      break;
    case SQLITE_TEXT:
      if (!reading_.ids_.texts_by_bytes(layout_, contact_id.text())) return false;
      contact = pass_.contacts_.find(contact_id.text()).value_or(nobody);
      break;
    default:
      return false;
  }
  const SaleDate date = dates_.sale_date_of(
      row[sales::occurred_at], [&]() -> const rules::Zone& { return zone_of(contact_id); });
  PackedFacts facts = packed(row);
  facts.set(PackedFacts::date_readable, date.readable);
  const std::uint32_t kept_once =
      traits(pass_.sold_products_.place_of(row[sales::product_id]), facts);
  unsorted_.push_back({contact, {kept_once, date.day.sys_days().time_since_epoch().count()}});
  if (unfound_.size() == 1024) find_contacts();
  if (reading_.keep_.sale_ids && row.has(sales::sale_id)) {
    pass_.sale_ids_.add(row[sales::sale_id]);
  }
  return pass_.organisations_.size() < PackedFacts::most_organisations;
}

// Where an instant is a day. Found for instants alone, since it takes a look-up.
const rules::Zone& SaleReading::zone_of(Cell contact_id) {
  Policies& policies = pass_.source_.policies();
  if (pass_.countries_.empty()) return policies.zone(pass_.everyone_);
  const auto contact = reading_.find(contact_id);
  return policies.zone(contact ? pass_.country(*contact) : rules::Jurisdiction::not_known);
}

// Many at a time: what each look-up waits for is fetched while others are under way.
void SaleReading::find_contacts() {
  for (const std::int64_t id : unfound_) pass_.contacts_.prefetch(id);
  std::size_t sale = unsorted_.size() - unfound_.size();
  for (const std::int64_t id : unfound_) {
    unsorted_[sale++].contact = pass_.contacts_.find(id).value_or(nobody);
  }
  unfound_.clear();
}

PackedFacts SaleReading::packed(const Row& row) {
  const auto truth_or = [&](int place, Truth absent) {
    return row.has(place) ? truth_of(row[place]) : absent;
  };
  PackedFacts facts;
  facts.set(row.has(sales::kind) ? kind_of(row[sales::kind]) : rules::Kind::sale,
            row.has(sales::trigger) ? trigger_of(row[sales::trigger]) : rules::Trigger::unknown);
  if (row.has(sales::channel)) facts.set(channel_scope_of(row[sales::channel]));
  facts.set(PackedFacts::express_communication,
            truth_or(sales::express_communication, Truth::unknown));
  facts.set(PackedFacts::collected_directly, truth_or(sales::collected_directly, Truth::yes));
  facts.set(PackedFacts::preticked, truth_or(sales::preticked, Truth::no));
  facts.set(PackedFacts::opt_out_offered, truth_of(row[sales::opt_out_offered]));
  facts.set(PackedFacts::refused, truth_or(sales::refused, Truth::no));
  if (row.has(sales::organisation)) {
    facts.set_organisation(reading_.organisation(row[sales::organisation]));
  }
  return facts;
}

// The place of what the sale says; most say what the latest sale of the same product said.
std::uint32_t SaleReading::traits(std::uint32_t product, PackedFacts facts) {
  constexpr std::uint32_t none = 0xffff'ffff;
  if (product >= latest_traits_.size())
    latest_traits_.resize(pass_.sold_products_.values().size(), none);
  std::uint32_t& latest = latest_traits_[product];
  if (latest != none && pass_.traits_[latest].facts.bits() == facts.bits()) return latest;
  const auto next = static_cast<std::uint32_t>(pass_.traits_.size());
  const std::uint64_t key = std::uint64_t{product} << 32U | facts.bits();
  const auto [found, added] = places_of_traits_.try_emplace(key, next);
  if (added) pass_.traits_.push_back({product, facts});
  latest = found->second;
  return latest;
}

// By contact; those of one contact stay in the relation's order. begins[contact + 1] is where the
// contact's next sale goes, and thereby in the end where those of the next contact begin.
void SaleReading::sort() {
  auto& begins = pass_.sale_begins_;
  begins.assign(std::size_t{pass_.contacts_.size()} + 2, 0);
  for (std::size_t row = 0; row < unsorted_.size(); ++row) {
    if (unsorted_[row].contact != nobody) ++begins[unsorted_[row].contact + 2];
  }
  for (std::size_t place = 1; place < begins.size(); ++place) begins[place] += begins[place - 1];
  const bool keep_rows = pass_.sale_ids_.size() > 0;
  pass_.sales_.resize(begins.back());
  if (keep_rows) pass_.sale_rows_.resize(begins.back());
  for (std::uint32_t row = 0; row < unsorted_.size(); ++row) {
    constexpr std::size_t ahead = 24;  // Rows whose place is fetched meanwhile.
    if (row + 2 * ahead < unsorted_.size()) {
      const std::uint32_t soon = unsorted_[row + ahead].contact;
      const std::uint32_t later = unsorted_[row + 2 * ahead].contact;
      if (later != nobody) __builtin_prefetch(&begins[later + 1], 1);
      if (soon != nobody) __builtin_prefetch(&pass_.sales_[begins[soon + 1]], 1);
    }
    const auto& [contact, sale] = unsorted_[row];
    if (contact == nobody) continue;
    const std::uint32_t place = begins[contact + 1]++;
    pass_.sales_[place] = sale;
    if (keep_rows) pass_.sale_rows_[place] = row;
  }
  begins.pop_back();
  unsorted_ = {};
}

}  // namespace softoptin::facts
