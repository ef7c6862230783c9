// PassReading: fills a Pass, one scan of each relation.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "facts/pass.hpp"
#include "facts/pass_packing.hpp"
#include "facts/scan.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::facts {

class PassReading {
 public:
  PassReading(Pass& pass, Pass::KeepSaleIds keep_sale_ids)
      : pass_(pass), keep_sale_ids_(keep_sale_ids) {}

  // False when the data is declined: ids that need SQLite's own comparison.
  [[nodiscard]] bool read_everything();

 private:
  // An entry of the ledger before its contacts are known.
  struct Unplaced {
    sqlite::Value contact_id;
    std::uint64_t email_hash;  // Of its address; 0: none.
    std::uint64_t phone_hash;
    Pass::Entry entry;
  };

  [[nodiscard]] bool read_contacts();
  [[nodiscard]] bool read_sales();
  void read_preferences();
  [[nodiscard]] bool place_preferences();
  void place_by_address(std::uint64_t Unplaced::*entry_hash,
                        const std::vector<std::uint64_t>& contact_hashes);
  void place(const Unplaced& unplaced, std::uint32_t contact);
  void find_shared_addresses();
  void sort_sales();
  void find_contacts();

  [[nodiscard]] bool add_contact(sqlite::Cell contact_id);
  [[nodiscard]] PackedFacts packed(const Scan& row);
  [[nodiscard]] bool comparable(const Layout& layout, int type, std::string_view text);
  std::uint32_t sold_product(sqlite::Cell product_id);
  std::uint32_t organisation(sqlite::Cell cell);
  std::uint32_t category(sqlite::Cell cell);
  [[nodiscard]] bool keeps_hashes() const;

  // A sale before they are sorted by contact.
  struct Unsorted {
    std::uint32_t contact;  // `nobody` where the contact is not known.
    Pass::PackedSale sale;
  };

  static constexpr std::uint32_t nobody = 0xffff'ffff;

  Pass& pass_;
  Pass::KeepSaleIds keep_sale_ids_;
  std::vector<Unsorted> unsorted_;
  std::vector<std::int64_t>
      unfound_;  // The contact ids of the last of unsorted_, not looked up yet.
  std::vector<Unplaced> unplaced_;
  // The relation whose collation has been looked into: by an id with letters, for case and blanks;
  // by one without, for blanks alone.
  const Layout* probed_by_letters_ = nullptr;
  const Layout* probed_by_blanks_ = nullptr;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> sold_texts_;
  std::unordered_map<std::int64_t, std::uint32_t> sold_integers_;
  std::map<sqlite::Value, std::uint32_t> sold_others_;
  std::map<std::string, std::uint32_t> organisations_;
  std::map<std::string, std::uint32_t> categories_;
};

}  // namespace softoptin::facts
