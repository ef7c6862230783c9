// SaleReading: the sales of a pass, read once and put in order by contact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/chunks.hpp"
#include "facts/contact_filter.hpp"
#include "facts/date_memory.hpp"
#include "facts/pass_reading.hpp"
#include "facts/sale_needs.hpp"

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

  // Which sales a narrow pass wants: those of products similar to the one asked about that are not
  // too old; and those of contacts whose policy asks about others too. Who that is depends on the
  // contact, or not. The product is asked about first, since it leaves out most for the least; of
  // one that was not met yet the first sale that is late enough is wanted.
  struct OfSimilarProducts {
    SaleReading& sales;
    std::string late_enough;
    [[nodiscard]] std::string where() const {
      return "WHERE " + sqlite::wanted("product_id") + " AND " + late_enough;
    }
    bool operator()(sqlite::Cells values) const {
      return sales.similar(sqlite::Cell{values[0]}).value_or(true);
    }
  };
  struct OfSimilarProductsOrCountry {
    SaleReading& sales;
    std::string late_enough;
    ContactFilter of_every_day;
    ContactFilter of_every_product;
    ContactFilter of_similar_products;
    [[nodiscard]] std::string where() const {
      return "WHERE " + sqlite::wanted("product_id, contact_id") + " AND (" + late_enough + " OR " +
             sqlite::wanted("contact_id") + ")";
    }
    // The contact first: while its bit is waited for, the product is looked up.
    bool operator()(sqlite::Cells values) const {
      if (values.size() == 1) return sales.may_be_of(of_every_day, sqlite::Cell{values[0]});
      const sqlite::Cell contact_id{values[1]};
      if (sales.may_be_of(of_every_product, contact_id)) return true;
      return sales.similar(sqlite::Cell{values[0]}).value_or(true) &&
             sales.may_be_of(of_similar_products, contact_id);
    }
  };

  [[nodiscard]] bool hand_over();
  template <class Wants>
  [[nodiscard]] bool hand_over(Wants wants);
  [[nodiscard]] OfSimilarProductsOrCountry of_needed_by_country(SaleNeeds& needs);
  // To the product asked about; nothing where no sale of it was taken yet.
  [[nodiscard]] std::optional<bool> similar(sqlite::Cell product_id);
  // As PassReading::may_be_of. Inlined for most integers, since every sale is asked about.
  [[nodiscard]] bool may_be_of(const ContactFilter& contacts, sqlite::Cell contact_id) {
    if (contact_id.type() == SQLITE_INTEGER && contacts.by_position()) {
      return contacts.has_at(contact_id.integer());
    }
    return reading_.may_be_of(contacts, layout_, contact_id);
  }
  [[nodiscard]] const rules::Zone& zone_of(sqlite::Cell contact_id);
  [[nodiscard]] bool take(const Row& row);
  [[nodiscard]] PackedFacts packed(const Row& row);
  std::uint32_t traits(std::uint32_t product, PackedFacts facts);
  void find_contacts();
  void sort();

  PassReading& reading_;
  Pass& pass_;
  const Layout& layout_;
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
