#include "facts/pass.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "facts/pass_reading.hpp"
#include "rules/text.hpp"

namespace softoptin::facts {

using rules::Truth;

namespace {

// The rows of a sorted list whose member has that value.
template <class Row, class Key>
std::span<const Row> rows_with(const std::vector<Row>& rows, Key Row::*member, Key key) {
  const auto begin =
      std::lower_bound(rows.begin(), rows.end(), key,
                       [&](const Row& row, Key value) { return row.*member < value; });
  const auto end = std::upper_bound(begin, rows.end(), key,
                                    [&](Key value, const Row& row) { return value < row.*member; });
  return {begin, end};
}

}  // namespace

std::unique_ptr<Pass> Pass::take(Source& source, KeepSaleIds keep_sale_ids) {
  return taken(source, keep_sale_ids, nullptr);
}

std::unique_ptr<Pass> Pass::take_narrow(Source& source, KeepSaleIds keep_sale_ids,
                                        const ProductRecord& product) {
  return taken(source, keep_sale_ids, &product);
}

std::unique_ptr<Pass> Pass::taken(Source& source, KeepSaleIds keep_sale_ids,
                                  const ProductRecord* similar_to) {
  std::unique_ptr<Pass> pass{new Pass{source}};
  PassReading reading{*pass, keep_sale_ids, similar_to};
  return reading.read_everything() ? std::move(pass) : nullptr;
}

const Pass::Product& Pass::product(const sqlite::Value& product_id) {
  auto& kept = products_[product_id];
  if (!kept) kept = std::make_unique<Product>(*this, source_.product(product_id));
  return *kept;
}

Pass::Product::Product(const Pass& pass, const ProductRecord& record)
    : record_(record),
      categories_(views_of(record.categories)),
      assessments_(pass.source_.assessments_for(record)) {
  const auto organisation = view_of(record.organisation);
  similar_.reserve(pass.sold_products_.size());
  for (const sqlite::Value& sold : pass.sold_products_) {
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

rules::Facts Pass::facts(std::uint32_t contact, const Product& product, rules::Channel channel,
                         Scratch& scratch) const {
  const rules::Address address = rules::address_of(channel);
  const PassFlags flags{flags_[contact]};
  scratch.sales.clear();
  for (std::uint32_t at = sale_begins_[contact]; at < sale_begins_[contact + 1]; ++at) {
    scratch.sales.push_back(unpacked(sales_[at], product));
  }
  scratch.preferences.clear();
  scratch.ledger_ends.clear();
  scratch.ledgers.clear();
  if (flags.has_ledger() || flags.shares(address)) {
    append_ledger(contact, product, scratch);
    if (flags.shares(address)) append_others(contact, product, address, scratch);
    std::size_t begin = 0;
    for (const std::size_t end : scratch.ledger_ends) {
      scratch.ledgers.emplace_back(scratch.preferences.data() + begin, end - begin);
      begin = end;
    }
  }
  const rules::Contact person{true, flags.has(address), flags.subscriber()};
  const rules::Product asked{product.record_.exists, product.record_.own,
                             product.record_.commercial, product.categories_,
                             view_of(product.record_.organisation)};
  const Settings& settings = source_.settings();
  return {person,           asked,         scratch.sales, scratch.ledgers, {}, product.assessments_,
          *settings.policy, settings.house};
}

bool Pass::has_similar_sale(std::uint32_t contact, const Product& product) const {
  for (std::uint32_t at = sale_begins_[contact]; at < sale_begins_[contact + 1]; ++at) {
    if (product.similar_[traits_[sales_[at].traits].product] == Truth::yes) return true;
  }
  return false;
}

ContactSet Pass::with_similar_sale(const Product& product) {
  ContactSet contacts{contacts_.size()};
  if (listed_before_ && !sold_lists_) {
    sold_lists_.emplace(sales_, sale_begins_, traits_, sold_products_.size());
  }
  listed_before_ = true;
  if (sold_lists_) {
    for (std::uint32_t sold = 0; sold < sold_products_.size(); ++sold) {
      if (product.similar_[sold] != Truth::yes) continue;
      for (const std::uint32_t contact : sold_lists_->buyers(sold)) contacts.add(contact);
    }
    return contacts;
  }
  for (std::uint32_t contact = 0; contact < contacts_.size(); ++contact) {
    if (has_similar_sale(contact, product)) contacts.add(contact);
  }
  return contacts;
}

sqlite::Value Pass::sale_id(std::uint32_t contact, const rules::Sale& sale,
                            const Scratch& scratch) const {
  if (sale_rows_.empty()) return {};
  const auto place = static_cast<std::size_t>(&sale - scratch.sales.data());
  return sale_ids_[sale_rows_[sale_begins_[contact] + place]];
}

void Pass::append_ledger(std::uint32_t contact, const Product& product, Scratch& scratch) const {
  for (const Entry& entry : rows_with(entries_, &Entry::contact, contact)) {
    scratch.preferences.push_back(
        {entry.state, entry.changed_at, entry.channel, product.covers_category_[entry.category],
         product.covers_organisation_[entry.organisation], entry.preticked});
  }
  scratch.ledger_ends.push_back(scratch.preferences.size());
}

void Pass::append_others(std::uint32_t contact, const Product& product, rules::Address address,
                         Scratch& scratch) const {
  const bool email = address == rules::Address::email;
  const std::uint64_t hash = email ? email_hashes_[contact] : phone_hashes_[contact];
  for (const Carrier& other :
       rows_with(email ? by_email_ : by_phone_, &Carrier::address_hash, hash)) {
    if (other.contact != contact) append_ledger(other.contact, product, scratch);
  }
}

rules::Sale Pass::unpacked(const PackedSale& packed, const Product& product) const {
  const auto& [sold, facts] = traits_[packed.traits];
  rules::Sale sale;
  sale.kind = facts.kind();
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
