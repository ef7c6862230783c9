// Packing: how the pass keeps facts in few bits. Sales are many and alike: what a sale says besides
// its day is kept once for all that say the same.
#pragma once

#include <cstdint>

#include "rules/facts.hpp"

namespace softoptin::facts {

// What a pass knows of a contact, in a byte.
class PassFlags {
 public:
  explicit PassFlags(std::uint8_t bits) : bits_(bits) {}
  enum Bit : std::uint8_t {
    email = 1,
    phone = 2,
    corporate = 4,
    ledger = 8,
    shares_email = 16,  // Another contact that has a ledger has the same email.
    shares_phone = 32
  };

  [[nodiscard]] bool has_ledger() const { return (bits_ & ledger) != 0; }
  [[nodiscard]] bool has(rules::Address address) const {
    if (address == rules::Address::none) return true;
    return (bits_ & (address == rules::Address::email ? email : phone)) != 0;
  }
  [[nodiscard]] bool shares(rules::Address address) const {
    if (address == rules::Address::none) return false;
    return (bits_ & (address == rules::Address::email ? shares_email : shares_phone)) != 0;
  }
  [[nodiscard]] rules::Subscriber subscriber() const {
    return (bits_ & corporate) != 0 ? rules::Subscriber::corporate : rules::Subscriber::individual;
  }

 private:
  std::uint8_t bits_;
};

// What a sale says besides its product and its day, in 32 bits.
class PackedFacts {
 public:
  // The place of each truth, two bits wide.
  enum Place : std::uint8_t {
    date_readable = 8,
    express_communication = 10,
    collected_directly = 12,
    preticked = 14,
    opt_out_offered = 16,
    refused = 18
  };
  static constexpr std::uint32_t most_organisations = 1U << 12U;

  PackedFacts() = default;
  explicit PackedFacts(std::uint32_t bits) : bits_(bits) {}
  [[nodiscard]] std::uint32_t bits() const { return bits_; }

  [[nodiscard]] rules::Kind kind() const {
    const std::uint32_t code = bits_ & 7U;
    return code < first_trigger ? static_cast<rules::Kind>(code) : rules::Kind::negotiation;
  }
  [[nodiscard]] rules::Trigger trigger() const {
    const std::uint32_t code = bits_ & 7U;
    return static_cast<rules::Trigger>(code < first_trigger ? 0 : code - first_trigger + 1);
  }
  [[nodiscard]] rules::ChannelScope channel() const {
    return {static_cast<rules::ChannelScope::Reach>(bits_ >> 3U & 3U),
            static_cast<rules::Channel>(bits_ >> 5U & 7U)};
  }
  [[nodiscard]] rules::Truth truth(Place place) const {
    return static_cast<rules::Truth>(bits_ >> place & 3U);
  }
  [[nodiscard]] std::uint32_t organisation() const { return bits_ >> 20U; }

  // The trigger counts for a negotiation alone.
  void set(rules::Kind kind, rules::Trigger trigger) {
    const auto number = static_cast<std::uint32_t>(trigger);
    const bool told = kind == rules::Kind::negotiation && trigger != rules::Trigger::unknown;
    put(0, 3, told ? first_trigger + number - 1 : static_cast<std::uint32_t>(kind));
  }
  void set(rules::ChannelScope channel) {
    put(3, 2, static_cast<std::uint32_t>(channel.reach));
    put(5, 3, static_cast<std::uint32_t>(channel.channel));
  }
  void set(Place place, rules::Truth truth) { put(place, 2, static_cast<std::uint32_t>(truth)); }
  // Less than most_organisations.
  void set_organisation(std::uint32_t organisation) { put(20, 12, organisation); }

 private:
  // Negotiations of a known trigger are coded behind the five kinds.
  static constexpr std::uint32_t first_trigger = 5;
  static_assert(static_cast<std::uint32_t>(rules::Kind::other) + 1 == first_trigger);
  static_assert(first_trigger + rules::trigger_names.size() - 1 <= 8);

  void put(unsigned place, unsigned width, std::uint32_t value) {
    const std::uint32_t mask = ((1U << width) - 1U) << place;
    bits_ = (bits_ & ~mask) | (value << place & mask);
  }

  std::uint32_t bits_ = 0;
};

// What a sale says besides its day.
struct SaleTraits {
  std::uint32_t product;  // Its place among the products that were sold.
  PackedFacts facts;
};

// A message, in 16 bytes.
struct PackedMessage {
  std::int64_t sent_at;  // rules::Stamp::packed.
  std::uint32_t traits;  // What it says besides its time: their place in the list of all.
  std::uint32_t contact;
};

// A sale, in 8 bytes.
struct PackedSale {
  std::uint32_t traits;  // Their place in the list of all.
  std::int32_t day;      // Since 1970-01-01, where the date is readable.
};

}  // namespace softoptin::facts
