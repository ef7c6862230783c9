// SoldLists: who bought each product. 4 bytes a sale; made once many products are asked about, so
// that each of them costs no more than its own buyers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "facts/pass_packing.hpp"

namespace softoptin::facts {

class SoldLists {
 public:
  // Of sales by contact: those of contact n begin at begins[n].
  SoldLists(std::span<const PackedSale> sales, std::span<const std::uint32_t> begins,
            std::span<const SaleTraits> traits, std::size_t products);

  // The contacts with a sale of that product, as often as they have one.
  [[nodiscard]] std::span<const std::uint32_t> buyers(std::uint32_t product) const {
    return std::span{buyers_}.subspan(begins_[product], begins_[product + 1] - begins_[product]);
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> buyers_;  // By product.
};

}  // namespace softoptin::facts
