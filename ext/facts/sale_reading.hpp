// SaleReading: the sales of a pass, read once and put in order by contact.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "facts/date_memory.hpp"
#include "facts/pass_reading.hpp"

namespace softoptin::facts {

class SaleReading {
 public:
  explicit SaleReading(PassReading& reading)
      : reading_(reading), pass_(reading.pass_), layout_(reading.pass_.source_.sales()) {}

  // False when the data is declined.
  [[nodiscard]] bool read();

 private:
  // A sale before they are sorted by contact.
  struct Unsorted {
    std::uint32_t contact;  // `nobody` where the contact is not known.
    PackedSale sale;
  };
  static constexpr std::uint32_t nobody = 0xffff'ffff;

  // Which sales a narrow pass wants: those of products similar to the one asked about.
  struct OfSimilarProducts {
    static constexpr int column = sales::product_id;
    SaleReading& sales;
    bool operator()(sqlite::Cell product_id) const { return sales.wants(product_id); }
  };

  [[nodiscard]] bool wants(sqlite::Cell product_id);
  [[nodiscard]] bool take(const Row& row);
  [[nodiscard]] PackedFacts packed(const Row& row);
  std::uint32_t sold_product(sqlite::Cell product_id);
  std::uint32_t traits(std::uint32_t product, PackedFacts facts);
  void find_contacts();
  void sort();

  PassReading& reading_;
  Pass& pass_;
  const Layout& layout_;
  DateMemory dates_;
  std::vector<Unsorted> unsorted_;
  // The contact ids of the last of unsorted_, not looked up yet.
  std::vector<std::int64_t> unfound_;
  TextPlaces sold_texts_;
  std::unordered_map<std::int64_t, std::uint32_t> sold_integers_;
  std::map<sqlite::Value, std::uint32_t> sold_others_;
  std::vector<rules::Truth>
      similar_;  // For the first of the sold products, where the pass is narrow.
  std::unordered_map<std::uint64_t, std::uint32_t> places_of_traits_;
  std::vector<std::uint32_t> latest_traits_;  // For each sold product, of its latest sale.
};

}  // namespace softoptin::facts
