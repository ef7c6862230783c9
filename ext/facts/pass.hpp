// Pass: the facts on every contact, read in one pass over each relation and kept in compact form.
//
// It lives in the state of one SQL statement and keeps nothing beyond it. Memory: some 33 bytes a
// contact and 8 a sale (20 while they are being sorted), plus the text of the ids. Cost: one scan
// each of contacts, sales and preferences; afterwards a question about any contact costs no
// look-up.
//
// A *narrow* pass is for the send list of one product: it leaves out the sales of products that are
// not similar to it, which make nobody eligible. That is most of them, and costs half.
//
// Ids are compared byte for byte here, which is what SQLite does as long as all ids are INTEGER, or
// all TEXT without a collation. Other data is declined, and read by key, where SQLite compares.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "facts/address_book.hpp"
#include "facts/contact_index.hpp"
#include "facts/contact_set.hpp"
#include "facts/hashed_numbers.hpp"
#include "facts/pass_messages.hpp"
#include "facts/pass_packing.hpp"
#include "facts/sold_lists.hpp"
#include "facts/source.hpp"
#include "facts/value_column.hpp"
#include "facts/value_places.hpp"
#include "rules/decide.hpp"
#include "rules/facts.hpp"

namespace softoptin::facts {

class Pass {
 public:
  // What takes room, and only some questions ask for.
  struct Keep {
    bool sale_ids = false;
    bool addresses = false;
    bool windows = false;  // Of a narrow pass: until when a yes stands, and by which sale.
  };

  // What a narrow pass is for.
  struct OneProduct {
    const ProductRecord& product;
    Asking asking;

    [[nodiscard]] rules::Address address() const { return rules::address_of(asking.channel); }
  };

  // Reads everything. Nothing when the data is declined. Throws Error, also when a contact_id
  // stands in soft_optin_contacts twice. The source must outlive the pass.
  static std::unique_ptr<Pass> take(Source& source, Keep keep);
  // A narrow pass: who is eligible for that product then is answered by it, with what is kept of a
  // yes; nothing else.
  static std::unique_ptr<Pass> take_narrow(Source& source, Keep keep, const OneProduct& narrow);

  [[nodiscard]] const ContactIndex& contacts() const { return contacts_; }

  // An entry of a ledger.
  struct Entry {
    std::int64_t changed_at;  // rules::Stamp::packed.
    std::uint32_t contact;
    std::uint32_t category;      // Its place in categories_.
    std::uint32_t organisation;  // Its place in organisations_.
    rules::State state;
    rules::ChannelScope channel;
    rules::Truth preticked;
  };

  // Memory for the facts on one question; use it again for the next.
  struct Scratch {
    std::vector<rules::Sale> sales;
    std::vector<rules::Preference> preferences;
    std::vector<const Entry*> entries;                // One a preference.
    std::vector<rules::Preference> preferences_then;  // As they bear on a message.
    std::vector<std::size_t> ledger_ends;
    std::vector<rules::Ledger> ledgers;
    std::vector<rules::Message> messages;
    std::optional<rules::Question> question;  // In the zone of the contact's policy.
  };

  // A product as it stands to everything in the pass; made once a product.
  class Product;
  const Product& product(const sqlite::Value& product_id);

  // Says that these contacts are about to be asked about: what is known of them is fetched from
  // memory meanwhile. Changes no answer.
  void expect(std::span<const std::uint32_t> contacts) const;

  // The facts on one contact; views into `scratch` and `product`.
  [[nodiscard]] rules::Facts facts(std::uint32_t contact, const Product& product,
                                   const Asking& asking, Scratch& scratch) const;
  // What the rules say of these facts; its sale lies in `scratch`.
  [[nodiscard]] rules::Decision decide(std::uint32_t contact, const Product& product,
                                       const Asking& asking, Scratch& scratch) const;
  // Whether the contact has a sale, and one of a similar product if its policy asks for one;
  // otherwise it is not eligible (rules 10 and 18).
  [[nodiscard]] bool may_be_eligible(std::uint32_t contact, const Product& product,
                                     const Asking& asking) const;
  // The contacts of which that is so.
  [[nodiscard]] ContactSet candidates(const Product& product, const Asking& asking);
  // The address of that kind of a contact, as the relation has it. Nothing where the relation gives
  // its rows in an order that changes: look there.
  [[nodiscard]] std::optional<std::string_view> address(std::uint32_t contact, rules::Address kind);
  // The sale_id of a sale that facts() gave for the contact; NULL where sale ids were not kept.
  [[nodiscard]] sqlite::Value sale_id(std::uint32_t contact, const rules::Sale& sale,
                                      const Scratch& scratch) const;

 private:
  friend class PassReading;
  friend class SaleReading;

  // Of one kind, for every contact; of nobody where the order of rows changes.
  struct Addresses {
    rules::Address kind;
    AddressBook book;
  };

  struct HashOfValue {
    std::size_t operator()(const sqlite::Value& value) const {
      if (const auto* text = std::get_if<std::string>(&value)) return text_hash(*text);
      const auto* integer = std::get_if<std::int64_t>(&value);
      return integer != nullptr ? mixed(static_cast<std::uint64_t>(*integer)) : value.index();
    }
  };
  // Addresses of one kind that several contacts have, one of whom has said something.
  struct SharedAddresses {
    HashedNumbers carriers;                     // Who has a ledger, by address.
    std::vector<HashedNumbers::Entry> sharers;  // Whose address is another's of these, by contact.
  };

  // The assessments as they bear on all products that each of them covers alike, in every zone that
  // was asked for, by its place.
  using InZones = std::vector<std::optional<std::vector<rules::Assessment>>>;
  using AssessmentsByCover = std::map<std::vector<rules::Truth>, InZones>;

  explicit Pass(Source& source) : source_(source), everyone_(source.policies().country({})) {}

  [[nodiscard]] rules::Jurisdiction country(std::uint32_t contact) const {
    return countries_.empty() ? everyone_ : countries_[contact];
  }
  [[nodiscard]] bool has_sale(std::uint32_t contact) const {
    return sale_begins_[contact] < sale_begins_[contact + 1];
  }
  [[nodiscard]] bool has_similar_sale(std::uint32_t contact, const Product& product) const;
  void append_ledgers(std::uint32_t contact, const Product& product, rules::Address address,
                      const rules::Zone& zone, Scratch& scratch) const;
  void append_ledger(std::uint32_t contact, const Product& product, const rules::Zone& zone,
                     Scratch& scratch) const;
  void append_messages(std::uint32_t contact, const Product& product, const rules::Zone& zone,
                       Scratch& scratch) const;
  [[nodiscard]] bool opted_out(const ProductRecord& product, const rules::Moment& then,
                               Scratch& scratch) const;
  [[nodiscard]] rules::Sale unpacked(const PackedSale& packed, const Product& product) const;

  Source& source_;
  ContactIndex contacts_;
  std::vector<std::uint8_t> flags_;
  rules::Jurisdiction everyone_;                // Where the contact's country does not decide.
  std::vector<rules::Jurisdiction> countries_;  // Of each contact, where it decides.
  std::vector<std::uint32_t> sale_begins_;
  std::vector<PackedSale> sales_;        // By contact, each one's in the relation's order.
  std::vector<SaleTraits> traits_;       // Of all sales, each once.
  std::optional<SoldLists> sold_lists_;  // Made for the second product that is asked about.
  bool listed_before_ = false;
  std::vector<std::uint32_t> sale_rows_;  // For each of sales_, its place in sale_ids_; if kept.
  ValueColumn sale_ids_;                  // In the relation's order; if kept.
  PassMessages messages_;                 // Where they may extend a window.
  ValuePlaces sold_products_;
  std::vector<MaybeText> categories_;     // That preferences name; 0 is NULL.
  std::vector<MaybeText> organisations_;  // That sales and preferences name; 0 is NULL.
  std::vector<Entry> entries_;            // Of all ledgers, by contact.
  void read_addresses(rules::Address kind);

  std::optional<Addresses> addresses_;  // Of the kind that was asked for last.
  SharedAddresses emails_;
  SharedAddresses phones_;
  AssessmentsByCover assessments_;
  std::unordered_map<sqlite::Value, std::unique_ptr<Product>, HashOfValue> products_;
};

class Pass::Product {
 public:
  Product(Pass& pass, const ProductRecord& record);

 private:
  friend class Pass;

  [[nodiscard]] std::span<const rules::Assessment> assessments(const rules::Zone& zone) const;

  const Source& source_;
  const ProductRecord& record_;
  rules::Variant variant_;
  std::vector<rules::Category> categories_;
  AssessmentsByCover::value_type& assessments_;
  std::vector<rules::Truth> similar_;              // For each of sold_products_.
  std::vector<rules::Truth> same_organisation_;    // For each of organisations_, as a seller.
  std::vector<rules::Truth> covers_category_;      // For each of categories_, as a scope.
  std::vector<rules::Truth> covers_organisation_;  // For each of organisations_, as a scope.
};

}  // namespace softoptin::facts
