// Dossier: all that is recorded on one question, as the user's relations tell it, with its memory.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/explain.hpp"
#include "rules/facts.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts {

using MaybeText = std::optional<std::string>;
// A category or organisation as the rules see it. The text must outlive it.
inline std::optional<std::string_view> view_of(const MaybeText& text) {
  return text ? std::optional<std::string_view>{*text} : std::nullopt;
}

// The rows of soft_optin_products for one product, taken together.
struct ProductRecord {
  bool exists = false;
  sqlite::Value product_id;                  // As the relation has it; the least, of several.
  rules::Truth own = rules::Truth::unknown;  // 1 in all of its rows.
  rules::Truth commercial = rules::Truth::unknown;  // 1 in all of its rows.
  rules::Truth charity = rules::Truth::unknown;     // 1 in all of its rows.
  std::vector<MaybeText> categories;
  MaybeText organisation;  // Nothing where the rows name several.
  bool several_organisations = false;

  // Whether this organisation is the one whose product it is; unknown for a product that does not
  // exist or whose rows name several.
  [[nodiscard]] rules::Truth is_of(const MaybeText& seller) const;
  // Whether it is of the same organisation as another product; unknown also where that one does not
  // exist or its rows name several.
  [[nodiscard]] rules::Truth is_of_seller_of(const ProductRecord& other) const;
  // Which variant of a policy it is for.
  [[nodiscard]] rules::Variant variant() const;
};

// A list of categories as the rules see them. The record must outlive it.
std::vector<rules::Category> views_of(const std::vector<MaybeText>& categories);

// A row of soft_optin_contacts.
struct ContactRecord {
  sqlite::Value contact_id;
  MaybeText email;  // Nothing where blank.
  MaybeText phone;  // Nothing where blank.
  rules::Subscriber subscriber = rules::Subscriber::individual;
  std::string country;  // As written; empty where it is NULL.

  [[nodiscard]] const MaybeText& address(rules::Address address) const;
};

// What a sale is called in evidence.
struct SaleRecord {
  sqlite::Value sale_id;
  sqlite::Value product_id;
  MaybeText kind;          // As recorded.
  MaybeText organisation;  // The seller.
};

// Whom an entry of the ledger was recorded for.
enum class RecordedFor : std::uint8_t { contact, address, other_contact };
constexpr std::string_view name(RecordedFor recorded_for) {
  constexpr std::array<std::string_view, 3> names = {"the contact", "the contact's address",
                                                     "another contact with the same address"};
  return names[static_cast<std::size_t>(recorded_for)];
}

struct PreferenceRecord {
  MaybeText proof;
  MaybeText category;      // As recorded: the scope.
  MaybeText organisation;  // As recorded: the scope.
  RecordedFor recorded_for = RecordedFor::contact;
};

struct AssessmentRecord {
  std::optional<rules::Stamp> approved_at;
  rules::Truth approved = rules::Truth::unknown;
  rules::Assessment::Review review = rules::Assessment::Review::not_given;
  std::optional<rules::Stamp> review_due;  // Where review is `given`.
  MaybeText category;
  MaybeText organisation;
};

// What the two readers share.
//
// Sets whether a preference of that scope (nothing: all) covers the product.
void cover(rules::Preference& preference, const MaybeText& category, const MaybeText& organisation,
           const ProductRecord& product);
// The ledgers that follow each other in `preferences` and end at those places.
std::vector<rules::Ledger> ledgers_of(std::span<const rules::Preference> preferences,
                                      std::span<const std::size_t> ends);
// Whether an opt-out was in force, or may have been.
bool may_have_opted_out(std::span<const rules::Ledger> ledgers, const rules::Question& question);
// The order of messages in time; those without a readable date first, they extend nothing.
bool sent_earlier(const rules::Message& left, const rules::Message& right);

// What is asked, before it is known in which zone its day counts.
struct Asking {
  rules::Channel channel;
  rules::Stamp as_of;
};

// Facts on one contact and one product. Filled by a reader; views into it live as long as it does
// and is not filled again.
struct Dossier {
  sqlite::Value contact_id;  // As asked.
  sqlite::Value product_id;  // As asked.
  std::optional<ContactRecord> contact;
  const ProductRecord* product = nullptr;
  std::vector<rules::Category> categories;  // The product's.
  std::optional<rules::Question> question;  // In the zone of the policy.
  const rules::Policy* policy = nullptr;    // That decides.
  std::vector<rules::Sale> sales;
  std::vector<SaleRecord> sale_records;  // One a sale.
  // The contact's own entries, then those of each other contact with the same address.
  std::vector<rules::Preference> preferences;
  std::vector<PreferenceRecord> preference_records;  // One a preference.
  std::vector<std::size_t> ledger_ends;              // Where each ledger ends in `preferences`.
  std::vector<rules::Ledger> ledgers;
  std::vector<rules::Message> messages;    // In order of time. Where the policy rolls.
  std::vector<sqlite::Value> message_ids;  // One a message.
  std::vector<rules::Assessment> assessments;
  std::span<const AssessmentRecord> assessment_records;  // One an assessment.

  void clear();
  // What the rules decide on. Views into this dossier.
  [[nodiscard]] rules::Facts facts(const rules::House& house) const;
  // How the rows are called in evidence. Refers to this dossier.
  [[nodiscard]] rules::Names names() const;
  [[nodiscard]] const SaleRecord& record(const rules::Sale& sale) const;
  [[nodiscard]] const PreferenceRecord& record(const rules::Preference& preference) const;
  [[nodiscard]] const sqlite::Value& message_id(const rules::Message& message) const;
};

}  // namespace softoptin::facts
