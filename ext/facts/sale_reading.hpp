// SaleReading: the sales of a pass, read once and put in order by contact.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "facts/by_country.hpp"
#include "facts/chunks.hpp"
#include "facts/contact_filter.hpp"
#include "facts/date_memory.hpp"
#include "facts/pass_reading.hpp"

namespace softoptin::facts {

class SaleReading {
 public:
  explicit SaleReading(PassReading& reading)
      : reading_(reading),
        pass_(reading.pass_),
        layout_(reading.pass_.source_.sales()),
        needs_every_sale_(
            [this](rules::Jurisdiction country) { return needs_every_sale(country); }) {}

  // False when the data is declined.
  [[nodiscard]] bool read();

 private:
  // A sale before they are sorted by contact.
  struct Unsorted {
    std::uint32_t contact;  // `nobody` where the contact is not known.
    PackedSale sale;
  };
  static constexpr std::uint32_t nobody = 0xffff'ffff;

  // Which sales a narrow pass wants: those of products similar to the one asked about, and those
  // of contacts whose policy asks about others too; who that is depends on the contact, or not.
  struct OfSimilarProducts {
    static constexpr std::array columns{static_cast<int>(sales::product_id)};
    SaleReading& sales;
    bool operator()(sqlite::Cells values) const {
      return sales.is_similar(sqlite::Cell{values[0]});
    }
  };
  struct OfSimilarProductsOrCountry {
    static constexpr std::array columns{static_cast<int>(sales::product_id),
                                        static_cast<int>(sales::contact_id)};
    SaleReading& sales;
    bool operator()(sqlite::Cells values) const {
      return sales.is_similar(sqlite::Cell{values[0]}) ||
             sales.needed_of_->has(sqlite::Cell{values[1]});
    }
  };

  [[nodiscard]] bool hand_over();
  [[nodiscard]] bool is_similar(sqlite::Cell product_id);
  [[nodiscard]] bool needs_every_sale(rules::Jurisdiction country);
  [[nodiscard]] const rules::Zone& zone_of(sqlite::Cell contact_id);
  [[nodiscard]] bool take(const Row& row);
  [[nodiscard]] PackedFacts packed(const Row& row);
  std::uint32_t traits(std::uint32_t product, PackedFacts facts);
  void find_contacts();
  void sort();

  PassReading& reading_;
  Pass& pass_;
  const Layout& layout_;
  ByCountry<std::function<bool(rules::Jurisdiction)>> needs_every_sale_;
  std::optional<ContactFilter> needed_of_;  // Where that depends on the contact.
  DateMemory dates_;
  Chunks<Unsorted> unsorted_;
  // The contact ids of the last of unsorted_, not looked up yet.
  std::vector<std::int64_t> unfound_;
  std::vector<rules::Truth>
      similar_;  // For the first of the sold products, where the pass is narrow.
  std::unordered_map<std::uint64_t, std::uint32_t> places_of_traits_;
  std::vector<std::uint32_t> latest_traits_;  // For each sold product, of its latest sale.
};

}  // namespace softoptin::facts
