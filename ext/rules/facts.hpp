// Facts: what is recorded about one contact and one product, as values.
//
// These are views: whoever assembles them (facts/, or a test) owns the memory, and a decision never
// allocates. What depends on comparing texts (organisation, category, address) arrives as a Truth,
// made with scope.hpp and text.hpp, so that a pass over a million contacts compares them once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "rules/day.hpp"
#include "rules/policy.hpp"
#include "rules/scope.hpp"
#include "rules/truth.hpp"
#include "rules/vocabulary.hpp"

namespace softoptin::rules {

struct Question {
  Channel channel;
  Moment as_of;  // Without a time: the end of that day.
};

struct Contact {
  bool exists = false;
  bool has_address = false;  // For the channel asked about.
  Subscriber subscriber = Subscriber::individual;
};

struct Product {
  bool exists = false;
  Truth own = Truth::unknown;
  Truth commercial = Truth::unknown;
  Categories categories;
  Organisation organisation;  // Nothing too where the product's rows name several.
  Truth charity = Truth::no;  // A charity's own promotion; of use where commercial is no.
};

// Which variant of a jurisdiction's policy the product is for. What is not known to be a charity's
// is treated as the rest.
constexpr Variant variant_for(const Product& product) {
  const bool charity = product.commercial == Truth::no && product.charity == Truth::yes;
  return charity ? Variant::charity : Variant::commercial;
}

// One time the contact's details were collected, or confirmed, in a sale or its negotiation.
struct Sale {
  Kind kind = Kind::sale;
  Trigger trigger = Trigger::unknown;  // Where kind is `negotiation`.
  ChannelScope channel;
  Truth date_readable = Truth::unknown;  // no: something is there that is no date; unknown: NULL.
  Day day{date::sys_days{}};             // Where date_readable is yes; of the policy's time zone.
  Truth express_communication = Truth::unknown;
  Truth same_organisation = Truth::unknown;  // As the product's.
  Truth collected_directly = Truth::unknown;
  Truth preticked = Truth::unknown;
  Truth opt_out_offered = Truth::unknown;
  Truth refused = Truth::unknown;
  Truth similar = Truth::unknown;  // The product asked about, to the one sold.
};

// One entry of the preference ledger that belongs to the contact (sql/reference/relations.md).
struct Preference {
  State state = State::neither;
  std::optional<Moment> changed_at;  // Nothing: NULL or unreadable.
  ChannelScope channel;
  Truth covers_category = Truth::unknown;      // The product's.
  Truth covers_organisation = Truth::unknown;  // The product's.
  Truth preticked = Truth::no;
};
using Ledger = std::span<const Preference>;

// Marketing already sent to the contact.
struct Message {
  std::optional<Moment> sent_at;
  ChannelScope channel;
  Truth sent = Truth::unknown;  // Status `sent`: not bounced, failed, queued or a service message.
  Truth opt_out_included = Truth::unknown;
  Truth same_organisation = Truth::unknown;
  bool opted_out_then = false;  // An opt-out that covered it was in force when it was sent.
};

// One legitimate-interest assessment or its review.
struct Assessment {
  enum class Review : std::uint8_t { not_given, unreadable, given };
  std::optional<Moment> approved_at;  // When it was decided, whatever the outcome.
  Truth approved = Truth::unknown;
  Review review = Review::not_given;
  Day review_due{date::sys_days{}};  // Where review is `given`.
  Truth covers = Truth::unknown;     // The product's category and organisation.
};

struct Facts {
  Contact contact;
  Product product;
  std::span<const Sale> sales;
  // The contact's own ledger first, then those of the other contacts with the same address.
  std::span<const Ledger> ledgers;
  std::span<const Message> messages;  // In order of sent_at. Read only where the policy rolls.
  std::span<const Assessment> assessments;
  const Policy& policy;
  const House& house;
};

}  // namespace softoptin::rules
