#include "facts/sold_lists.hpp"

namespace softoptin::facts {

SoldLists::SoldLists(std::span<const PackedSale> sales, std::span<const std::uint32_t> begins,
                     std::span<const SaleTraits> traits, std::size_t products)
    : begins_(products + 1), buyers_(sales.size()) {
  for (const PackedSale& sale : sales) ++begins_[traits[sale.traits].product + 1];
  for (std::size_t product = 1; product < begins_.size(); ++product) {
    begins_[product] += begins_[product - 1];
  }
  std::vector<std::uint32_t> next{begins_};
  for (std::uint32_t contact = 0; contact + 1 < begins.size(); ++contact) {
    for (std::uint32_t at = begins[contact]; at < begins[contact + 1]; ++at) {
      buyers_[next[traits[sales[at].traits].product]++] = contact;
    }
  }
}

}  // namespace softoptin::facts
