// PassReading: fills a Pass, one reading of each relation.
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "facts/address_hash.hpp"
#include "facts/by_country.hpp"
#include "facts/contact_filter.hpp"
#include "facts/hashed_numbers.hpp"
#include "facts/id_comparison.hpp"
#include "facts/pass.hpp"
#include "facts/rows.hpp"
#include "facts/text_places.hpp"

namespace softoptin::facts {

class PassReading {
 public:
  PassReading(Pass& pass, Pass::Keep keep, std::optional<Pass::OneProduct> narrow = std::nullopt)
      : pass_(pass),
        keep_(keep),
        narrow_(std::move(narrow)),
        allows_([this](rules::Jurisdiction country) { return may_allow_in(country); }),
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

  // An entry, by its number, and a contact whom it is of.
  struct Found {
    std::uint32_t number;
    std::uint32_t contact;
  };

  // Of one kind.
  struct Addresses {
    HashedNumbers entries;  // Of unplaced_.
    bool keep = false;
    std::vector<std::uint64_t> hashes;  // Of each contact, 0 for none; if kept.
  };

  void begin_addresses();
  [[nodiscard]] bool may_allow_in(rules::Jurisdiction country) const;
  [[nodiscard]] bool read_contacts();
  [[nodiscard]] Layout::Columns contact_columns() const;
  [[nodiscard]] bool add_contact(const Row& row);
  void read_preferences();
  struct OfRollingWindows {
    PassReading& reading;
    [[nodiscard]] static std::string where() { return "WHERE " + sqlite::wanted("contact_id"); }
    bool operator()(sqlite::Cells ids) const {
      return reading.may_be_of(*reading.rolling_, *reading.pass_.source_.messages(),
                               sqlite::Cell{ids[0]});
    }
  };

  [[nodiscard]] bool read_messages();
  [[nodiscard]] std::vector<std::uint32_t> whose_messages_matter() const;
  [[nodiscard]] bool read_messages_by_key(const std::vector<std::uint32_t>& contacts);
  // Whether a row of that relation may be of one of these contacts. Ids that need SQLite's own
  // comparison may be anybody's: they are wanted, so that they are declined.
  [[nodiscard]] bool may_be_of(const ContactFilter& contacts, const Layout& layout,
                               sqlite::Cell contact_id);
  [[nodiscard]] bool take_message(const Row& row);
  template <class AnyRow>
  void add_message(std::uint32_t contact, const AnyRow& row);
  [[nodiscard]] std::optional<std::uint32_t> find(sqlite::Cell contact_id) const;
  [[nodiscard]] bool place_preferences();
  void take_hash(Addresses& addresses, std::uint64_t hash, std::uint32_t contact);
  void find_entries(const Addresses& addresses, std::uint64_t hash, std::uint32_t contact);
  void find_entries_of_kept(const Addresses& addresses);
  void place(const Unplaced& unplaced, std::uint32_t contact);
  void find_shared(Addresses& addresses, Pass::SharedAddresses& shared, std::uint8_t shares);
  std::uint32_t organisation(sqlite::Cell cell);
  std::uint32_t category(sqlite::Cell cell);
  [[nodiscard]] bool needs_sharers(rules::Address address) const;

  Pass& pass_;
  Pass::Keep keep_;
  std::optional<Pass::OneProduct> narrow_;
  int address_column_ = 0;
  // Whether anybody of that country may be eligible, where the pass is narrow.
  ByCountry<std::function<bool(rules::Jurisdiction)>> allows_;
  IdComparison ids_;
  AddressHash hash_;
  std::vector<Unplaced> unplaced_;
  std::vector<Found> found_;  // By address.
  Addresses emails_;
  Addresses phones_;
  std::bitset<256> phone_beginnings_;     // Of the addresses of unplaced_, taken as phones.
  std::optional<ContactFilter> rolling_;  // Whose messages matter.
  TextPlaces organisations_;
  TextPlaces categories_;
};

}  // namespace softoptin::facts
