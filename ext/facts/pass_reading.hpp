// PassReading: fills a Pass, one reading of each relation.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "facts/id_comparison.hpp"
#include "facts/pass.hpp"
#include "facts/rows.hpp"
#include "facts/text_places.hpp"

namespace softoptin::facts {

class PassReading {
 public:
  // What a narrow pass is for.
  struct OneProduct {
    const ProductRecord& product;
    rules::Stamp as_of;
  };

  PassReading(Pass& pass, Pass::KeepSaleIds keep_sale_ids,
              std::optional<OneProduct> narrow = std::nullopt)
      : pass_(pass),
        keep_sale_ids_(keep_sale_ids),
        narrow_(std::move(narrow)),
        ids_(pass.contacts_) {}

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
  struct OfRollingWindows {
    static constexpr std::array columns{static_cast<int>(messages::contact_id)};
    PassReading& reading;
    bool operator()(sqlite::Cells ids) const {
      return reading.wants_message_of(sqlite::Cell{ids[0]});
    }
  };

  [[nodiscard]] bool read_messages();
  [[nodiscard]] bool wants_message_of(sqlite::Cell contact_id);
  [[nodiscard]] bool take_message(const Row& row);
  [[nodiscard]] std::optional<std::uint32_t> find(sqlite::Cell contact_id) const;
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
  std::optional<OneProduct> narrow_;
  IdComparison ids_;
  std::vector<Unplaced> unplaced_;
  TextPlaces organisations_;
  TextPlaces categories_;
};

}  // namespace softoptin::facts
