#include "facts/pass.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "facts/by_country.hpp"
#include "facts/pass_reading.hpp"
#include "facts/rows_with.hpp"
#include "rules/text.hpp"

namespace softoptin::facts {

using rules::Truth;

std::unique_ptr<Pass> Pass::take(Source& source, Keep keep) {
  std::unique_ptr<Pass> pass{new Pass{source}};
  PassReading reading{*pass, keep};
  return reading.read_everything() ? std::move(pass) : nullptr;
}

std::unique_ptr<Pass> Pass::take_narrow(Source& source, Keep keep, const OneProduct& narrow) {
  std::unique_ptr<Pass> pass{new Pass{source}};
  PassReading reading{*pass, keep, narrow};
  return reading.read_everything() ? std::move(pass) : nullptr;
}

const Pass::Product& Pass::product(const sqlite::Value& product_id) {
  auto& kept = products_[product_id];
  if (!kept) kept = std::make_unique<Product>(*this, source_.product(product_id));
  return *kept;
}

Pass::Product::Product(Pass& pass, const ProductRecord& record)
    : source_(pass.source_),
      record_(record),
      variant_(record.variant()),
      categories_(views_of(record.categories)),
      assessments_(*pass.assessments_
                        .try_emplace(source_.assessments_cover(record), rules::Zone::all().size())
                        .first) {
  const auto organisation = view_of(record.organisation);
  similar_.reserve(pass.sold_products_.values().size());
  for (const sqlite::Value& sold : pass.sold_products_.values()) {
    similar_.push_back(pass.source_.similar(record, pass.source_.product(sold)));
  }
  for (const MaybeText& seller : pass.organisations_) {
    same_organisation_.push_back(
        record.is_of(seller && rules::blank(*seller) ? std::nullopt : seller));
    covers_organisation_.push_back(rules::covers_organisation(view_of(seller), organisation));
  }
  for (const MaybeText& scope : pass.categories_) {
    covers_category_.push_back(rules::covers_category(view_of(scope), categories_));
  }
}

std::span<const rules::Assessment> Pass::Product::assessments(const rules::Zone& zone) const {
  auto& [covers, in_zones] = assessments_;
  auto& assessments = in_zones[zone.place()];
  if (!assessments) assessments = source_.assessments_in(zone, covers);
  return *assessments;
}

// First where the sales and the addresses stand, then these.
void Pass::expect(std::span<const std::uint32_t> contacts) const {
  for (const std::uint32_t contact : contacts) {
    __builtin_prefetch(&flags_[contact]);
    if (!countries_.empty()) __builtin_prefetch(&countries_[contact]);
    __builtin_prefetch(&sale_begins_[contact]);
    contacts_.prefetch_id(contact);
    if (addresses_) addresses_->book.prefetch_place(contact);
  }
  for (const std::uint32_t contact : contacts) {
    __builtin_prefetch(sales_.data() + sale_begins_[contact]);
    __builtin_prefetch(sales_.data() + sale_begins_[contact + 1]);
    if (addresses_) addresses_->book.prefetch(contact);
  }
}

rules::Facts Pass::facts(std::uint32_t contact, const Product& product, const Asking& asking,
                         Scratch& scratch) const {
  const rules::Address address = rules::address_of(asking.channel);
  const PassFlags flags{flags_[contact]};
  const rules::Jurisdiction country = this->country(contact);
  const rules::Zone& zone = source_.policies().zone(country);
  scratch.question = rules::Question{asking.channel, asking.as_of.in(zone)};
  const rules::Policy& policy =
      source_.policies().policy(country, product.variant_, scratch.question->as_of.day);
  scratch.sales.clear();
  for (std::uint32_t at = sale_begins_[contact]; at < sale_begins_[contact + 1]; ++at) {
    scratch.sales.push_back(unpacked(sales_[at], product));
  }
  append_ledgers(contact, product, address, zone, scratch);
  scratch.messages.clear();
  if (policy.window_rolls) append_messages(contact, product, zone, scratch);
  const rules::Contact person{true, flags.has(address), flags.subscriber()};
  const rules::Product asked{product.record_.exists,
                             product.record_.own,
                             product.record_.commercial,
                             product.categories_,
                             view_of(product.record_.organisation),
                             product.record_.charity};
  return {person,           asked,
          scratch.sales,    scratch.ledgers,
          scratch.messages, product.assessments(zone),
          policy,           source_.settings().house};
}

rules::Decision Pass::decide(std::uint32_t contact, const Product& product, const Asking& asking,
                             Scratch& scratch) const {
  const rules::Facts facts = this->facts(contact, product, asking, scratch);
  return rules::decide(rules::consider(*scratch.question, facts));
}

bool Pass::has_similar_sale(std::uint32_t contact, const Product& product) const {
  for (std::uint32_t at = sale_begins_[contact]; at < sale_begins_[contact + 1]; ++at) {
    if (product.similar_[traits_[sales_[at].traits].product] == Truth::yes) return true;
  }
  return false;
}

bool Pass::may_be_eligible(std::uint32_t contact, const Product& product,
                           const Asking& asking) const {
  if (has_similar_sale(contact, product)) return true;
  const rules::Policy& policy =
      source_.policies().policy_then(country(contact), product.variant_, asking.as_of);
  return has_sale(contact) && !policy.similar_required && may_allow(policy);
}

ContactSet Pass::candidates(const Product& product, const Asking& asking) {
  ContactSet contacts{contacts_.size()};
  const auto policy = [&](rules::Jurisdiction country) -> const rules::Policy& {
    return source_.policies().policy_then(country, product.variant_, asking.as_of);
  };
  ByCountry allows{[&](rules::Jurisdiction country) { return may_allow(policy(country)); }};
  ByCountry lenient{[&](rules::Jurisdiction country) {
    return may_allow(policy(country)) && !policy(country).similar_required;
  }};
  if (listed_before_ && !sold_lists_) {
    sold_lists_.emplace(sales_, sale_begins_, traits_, sold_products_.values().size());
  }
  listed_before_ = true;
  if (sold_lists_) {
    for (std::uint32_t sold = 0; sold < sold_products_.values().size(); ++sold) {
      if (product.similar_[sold] != Truth::yes) continue;
      for (const std::uint32_t contact : sold_lists_->buyers(sold)) {
        if (allows(country(contact))) contacts.add(contact);
      }
    }
    if (countries_.empty() && !lenient(everyone_)) return contacts;
  }
  for (std::uint32_t contact = 0; contact < contacts_.size(); ++contact) {
    if (!has_sale(contact)) continue;
    const rules::Jurisdiction of_contact = country(contact);
    const bool listed = !sold_lists_ && allows(of_contact) && has_similar_sale(contact, product);
    contacts.add_if(listed || lenient(of_contact), contact);
  }
  return contacts;
}

std::optional<std::string_view> Pass::address(std::uint32_t contact, rules::Address kind) {
  if (!addresses_ || addresses_->kind != kind) read_addresses(kind);
  if (contact >= addresses_->book.size()) return std::nullopt;
  return addresses_->book[contact];
}

void Pass::read_addresses(rules::Address kind) {
  addresses_ = {kind, {}};
  addresses_->book.reserve(contacts_.size());
  const int column = kind == rules::Address::email ? contacts::email : contacts::phone;
  const bool same_order = for_each_row(
      source_.contacts(),
      [&](const Row& row) {
        const sqlite::Cell id = row[contacts::contact_id];
        if (id.is_null()) return true;
        const auto next = static_cast<std::uint32_t>(addresses_->book.size());
        if (next == contacts_.size() || contacts_.id(next) != id.copy()) return false;
        if (!row.has(column)) return false;
        addresses_->book.add(row[column]);
        return true;
      },
      EveryRow{}, 1U << contacts::contact_id | 1U << static_cast<unsigned>(column));
  if (!same_order) addresses_->book = {};
}

sqlite::Value Pass::sale_id(std::uint32_t contact, const rules::Sale& sale,
                            const Scratch& scratch) const {
  if (sale_rows_.empty()) return {};
  const auto place = static_cast<std::size_t>(&sale - scratch.sales.data());
  return sale_ids_[sale_rows_[sale_begins_[contact] + place]];
}

// The contact's own ledger, then those of others with the same address.
void Pass::append_ledgers(std::uint32_t contact, const Product& product, rules::Address address,
                          const rules::Zone& zone, Scratch& scratch) const {
  scratch.preferences.clear();
  scratch.entries.clear();
  scratch.ledger_ends.clear();
  scratch.ledgers.clear();
  const PassFlags flags{flags_[contact]};
  if (!flags.has_ledger() && !flags.shares(address)) return;
  append_ledger(contact, product, zone, scratch);
  if (flags.shares(address)) {
    const SharedAddresses& shared = address == rules::Address::email ? emails_ : phones_;
    const auto hash =
        rows_with(shared.sharers, &HashedNumbers::Entry::number, contact).front().hash;
    for (const auto& [same_hash, other] : shared.carriers.find(hash)) {
      if (other != contact) append_ledger(other, product, zone, scratch);
    }
  }
  scratch.ledgers = ledgers_of(scratch.preferences, scratch.ledger_ends);
}

void Pass::append_ledger(std::uint32_t contact, const Product& product, const rules::Zone& zone,
                         Scratch& scratch) const {
  for (const Entry& entry : rows_with(entries_, &Entry::contact, contact)) {
    const auto changed_at = rules::Stamp::unpacked(entry.changed_at);
    scratch.preferences.push_back(
        {entry.state, changed_at ? std::optional{changed_at->in(zone)} : std::nullopt,
         entry.channel, product.covers_category_[entry.category],
         product.covers_organisation_[entry.organisation], entry.preticked});
    scratch.entries.push_back(&entry);
  }
  scratch.ledger_ends.push_back(scratch.preferences.size());
}

void Pass::append_messages(std::uint32_t contact, const Product& product, const rules::Zone& zone,
                           Scratch& scratch) const {
  for (const PackedMessage& packed : messages_.of(contact)) {
    const PassMessages::Traits& traits = messages_.traits(packed);
    const auto sent_at = rules::Stamp::unpacked(packed.sent_at);
    rules::Message message;
    if (sent_at) message.sent_at = sent_at->in(zone);
    message.channel = traits.channel;
    message.sent = traits.sent;
    message.opt_out_included = traits.opt_out_included;
    message.same_organisation = messages_.names_sender()
                                    ? product.same_organisation_[traits.organisation]
                                    : product.record_.is_of_seller_of(*traits.product);
    message.opted_out_then = sent_at && opted_out(*traits.product, *message.sent_at, scratch);
    scratch.messages.push_back(message);
  }
  std::ranges::stable_sort(scratch.messages, sent_earlier);
}

// Whether an opt-out that covers marketing of that product was in force then, or may have been.
bool Pass::opted_out(const ProductRecord& product, const rules::Moment& then,
                     Scratch& scratch) const {
  if (scratch.preferences.empty()) return false;
  scratch.preferences_then = scratch.preferences;
  for (std::size_t at = 0; at < scratch.preferences_then.size(); ++at) {
    const Entry& entry = *scratch.entries[at];
    cover(scratch.preferences_then[at], categories_[entry.category],
          organisations_[entry.organisation], product);
  }
  const auto ledgers = ledgers_of(scratch.preferences_then, scratch.ledger_ends);
  return may_have_opted_out(ledgers, {scratch.question->channel, then});
}

rules::Sale Pass::unpacked(const PackedSale& packed, const Product& product) const {
  const auto& [sold, facts] = traits_[packed.traits];
  rules::Sale sale;
  sale.kind = facts.kind();
  sale.trigger = facts.trigger();
  sale.channel = facts.channel();
  sale.date_readable = facts.truth(PackedFacts::date_readable);
  sale.day = rules::Day{date::sys_days{date::days{packed.day}}};
  sale.express_communication = facts.truth(PackedFacts::express_communication);
  sale.same_organisation = product.same_organisation_[facts.organisation()];
  sale.collected_directly = facts.truth(PackedFacts::collected_directly);
  sale.preticked = facts.truth(PackedFacts::preticked);
  sale.opt_out_offered = facts.truth(PackedFacts::opt_out_offered);
  sale.refused = facts.truth(PackedFacts::refused);
  sale.similar = product.similar_[sold];
  return sale;
}

}  // namespace softoptin::facts
