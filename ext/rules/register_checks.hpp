// Register checks: when the national opt-out registers were screened (soft_optin_register_checks).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy.hpp"

namespace softoptin::rules {

class RegisterChecks {
 public:
  // A check counts on its day and that many days after it.
  explicit RegisterChecks(int valid_days) : valid_days_(valid_days) {}

  void add(std::string_view register_name, Day checked_on);

  // The register with its latest check up to that day.
  [[nodiscard]] ScreenedRegister screened(const Register& entry, Day day) const;
  // Whether all of them that bear on the subscriber were screened in time, and until when that
  // holds.
  [[nodiscard]] static Screening screening(std::span<const ScreenedRegister> registers,
                                           Subscriber subscriber, Day day);

  // Calls use(day) with each day from which the answer about that register may be another one.
  template <typename Use>
  void each_change(const Register& entry, Use use) const {
    for (const Check& check : checks_) {
      if (!is_of(check, entry)) continue;
      use(check.day);
      use(days_later(check.day, valid_days_ + 1));
    }
  }

 private:
  struct Check {
    std::string name;
    Day day;
  };
  static bool is_of(const Check& check, const Register& entry);
  static Day days_later(Day day, int days);

  int valid_days_;
  std::vector<Check> checks_;
};

}  // namespace softoptin::rules
