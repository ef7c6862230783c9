// PassReading: fills a Pass, one reading of each relation.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/id_comparison.hpp"
#include "facts/pass.hpp"
#include "facts/rows.hpp"
#include "facts/text_places.hpp"

namespace softoptin::facts {

class PassReading {
 public:
  // `similar_to`: for a narrow pass, else null.
  PassReading(Pass& pass, Pass::KeepSaleIds keep_sale_ids, const ProductRecord* similar_to)
      : pass_(pass), keep_sale_ids_(keep_sale_ids), similar_to_(similar_to), ids_(pass.contacts_) {}

  // False when the data is declined: ids that need SQLite's own comparison.
  [[nodiscard]] bool read_everything();

 private:
  friend class SaleReading;

  // An entry of the ledger before its contacts are known.
  struct Unplaced {
    sqlite::Value contact_id;
    std::uint64_t email_hash;  // Of its address; 0: none.
    std::uint64_t phone_hash;
    Pass::Entry entry;
  };

  [[nodiscard]] bool read_contacts();
  [[nodiscard]] bool add_contact(const Row& row);
  void read_preferences();
  [[nodiscard]] bool place_preferences();
  void place_by_address(std::uint64_t Unplaced::*entry_hash,
                        const std::vector<std::uint64_t>& contact_hashes);
  void place(const Unplaced& unplaced, std::uint32_t contact);
  void find_shared_addresses();
  void find_shared(const std::vector<std::uint64_t>& hashes, std::vector<Pass::Carrier>& carriers,
                   std::uint8_t shares);
  std::uint32_t organisation(sqlite::Cell cell);
  std::uint32_t category(sqlite::Cell cell);
  [[nodiscard]] bool keeps_hashes() const;

  Pass& pass_;
  Pass::KeepSaleIds keep_sale_ids_;
  const ProductRecord* similar_to_;
  IdComparison ids_;
  std::vector<Unplaced> unplaced_;
  TextPlaces organisations_;
  TextPlaces categories_;
};

}  // namespace softoptin::facts
