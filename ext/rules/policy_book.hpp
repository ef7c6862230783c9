// PolicyBook: which policy decides about a contact of a country, on a day.
//
//   PolicyBook book{register_valid_days};
//   if (const auto fault = book.take(choice)) throw Error(*fault);     // Each row of the choices.
//   book.take_check("ECG-Liste", Day);                                 // Each check of a register.
//   const Jurisdiction country = book.jurisdiction_of("ie");           // Once a contact.
//   const Policy& policy = book.policy(country, variant_for(product), as_of.day);
//
// Takes everything first, then is asked. A policy and what it points to stay where they are as long
// as the book does, so the book is neither copied nor moved. What was asked before costs a
// comparison of two days and no heap; a new day, a look-up among those asked before; a policy that
// none of them shares is made once. Not for several threads at once.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy.hpp"
#include "rules/policy_choice.hpp"
#include "rules/register_checks.hpp"
#include "rules/zone.hpp"

namespace softoptin::rules {

// A country as the book knows it: a small number, so that it can be kept for each contact. Those of
// the policy rows follow on `first`.
enum class Jurisdiction : std::uint8_t {
  not_known,  // NULL, blank, or no column.
  uk,         // No code of a country: GB is. Decides nothing.
  eu,         // Nobody is judged by the Directive itself. Decides nothing.
  other,      // Any other word: no policy row has it. Decides nothing.
  first
};

// A row as the house's choices leave it on some day.
struct ChosenRow {
  PolicyRow row;
  std::string version;                      // In place of the row's.
  std::vector<const TakenChoice*> choices;  // In force on that day, as long as the book lives.
};

class PolicyBook {
 public:
  static constexpr std::size_t codes = std::size_t{26} * 26;  // Of two letters.

  // A check of a register counts on its day and that many days after it. The rows are those
  // compiled in, or a test's own in the same order; they must outlive the book.
  explicit PolicyBook(int register_valid_days = 30,
                      std::span<const PolicyRow> rows = policy_rows());
  PolicyBook(const PolicyBook&) = delete;
  PolicyBook& operator=(const PolicyBook&) = delete;
  PolicyBook(PolicyBook&&) = delete;
  PolicyBook& operator=(PolicyBook&&) = delete;
  ~PolicyBook() = default;

  // Nothing where the choice was taken; else the sentence of fault_of, and it was not.
  [[nodiscard]] std::optional<std::string> take(PolicyChoice choice);
  // A register was screened on that day. Names are compared without case and blanks around; one
  // that no row has changes nothing.
  void take_check(std::string_view register_name, Day checked_on);

  // Trimmed, in any case. Cost: a look-up in a table.
  [[nodiscard]] Jurisdiction jurisdiction_of(std::string_view country) const;
  // The zone in which that country's days are counted; nullptr where the policy data give none (it
  // has several) or the country decides nothing: then it is that of the setting time_zone.
  [[nodiscard]] const Zone* zone(Jurisdiction country);
  // The zone of the policies that a choice is about, as its jurisdiction is written; and that of
  // the policy that names a register. nullptr as above, and where there is none.
  [[nodiscard]] const Zone* zone_of_choice(std::string_view jurisdiction);
  [[nodiscard]] const Zone* zone_of_register(std::string_view register_name) const;
  // Whether any policy of that country rolls its window, so that messages have to be read.
  [[nodiscard]] bool may_roll(Jurisdiction country) const;

  // One of the rows, whether it decides on that day or not.
  [[nodiscard]] ChosenRow chosen(const PolicyRow& row, Day day) const;

  // What decides on that day. A charity's own promotion is judged by the variant for it where one
  // covers the day, else as any other. Where nothing covers the day, the policy that allows
  // nothing.
  const Policy& policy(Jurisdiction country, Variant variant, Day day) {
    const Latest& latest = of(latest_, country, variant);
    const bool known = latest.policy != nullptr && latest.first <= day && day <= latest.last;
    return known ? *latest.policy : find(country, variant, day);
  }

 private:
  // The days on which one policy, with all that is chosen and screened, decides.
  struct Latest {
    Day first{date::sys_days{}};
    Day last{date::sys_days{}};
    const Policy* policy = nullptr;
  };
  // A policy, and what it points to.
  struct Resolved {
    Latest days;
    PolicyRow row{};
    std::string version;
    std::vector<ScreenedRegister> registers;
    std::vector<const PolicyChoice*> choices;
    std::vector<Period> no_opt_out_at_collection;
    Policy policy{};
  };
  using ByLastDay = std::map<Day, const Resolved*>;
  // By Jurisdiction and Variant.
  template <typename Value>
  using PerPolicy = std::vector<std::array<Value, variant_names.size()>>;
  template <typename Value>
  static Value& of(PerPolicy<Value>& all, Jurisdiction country, Variant variant) {
    return all[static_cast<std::size_t>(country)][static_cast<std::size_t>(variant)];
  }

  [[nodiscard]] std::span<const PolicyRow> rows_of(Jurisdiction country) const;
  const Policy& find(Jurisdiction country, Variant variant, Day day);
  Resolved& resolve(Jurisdiction country, Variant variant, Day day);
  void decide(Resolved& resolved, std::span<const PolicyRow> rows, Variant variant, Day day) const;
  void fill(Resolved& resolved, Day day) const;
  void limit(Resolved& resolved, std::span<const PolicyRow> rows, Day day) const;
  [[nodiscard]] std::vector<const TakenChoice*> choices_for(ChoiceScope scope, Day day) const;

  std::span<const PolicyRow> rows_;
  RegisterChecks checks_;
  std::deque<TakenChoice> choices_;
  std::vector<std::span<const PolicyRow>> countries_;  // From Jurisdiction::first on.
  std::array<std::uint8_t, codes> by_code_{};          // Jurisdiction of each two letters.
  std::vector<std::optional<const Zone*>> zones_;      // Of each of countries_, once asked for.
  PerPolicy<Latest> latest_;
  PerPolicy<ByLastDay> resolved_before_;
  std::deque<Resolved> resolved_;
};

}  // namespace softoptin::rules
