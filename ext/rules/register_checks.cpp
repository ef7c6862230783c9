#include "rules/register_checks.hpp"

#include <algorithm>

#include "rules/text.hpp"

namespace softoptin::rules {

bool RegisterChecks::is_of(const Check& check, const Register& entry) {
  return same_word(check.name, entry.name);
}

Day RegisterChecks::days_later(Day day, int days) {
  return earlier_of(Day{day.sys_days() + date::days{days}}, Day::latest());
}

void RegisterChecks::add(std::string_view register_name, Day checked_on) {
  checks_.push_back({std::string{register_name}, checked_on});
}

ScreenedRegister RegisterChecks::screened(const Register& entry, Day day) const {
  std::optional<Day> latest;
  for (const Check& check : checks_) {
    if (!is_of(check, entry) || check.day > day) continue;
    latest = std::max(latest, std::optional{check.day});  // Nothing is before every day.
  }
  if (!latest) return {&entry, std::nullopt, std::nullopt};
  return {&entry, latest, days_later(*latest, valid_days_)};
}

Screening RegisterChecks::screening(std::span<const ScreenedRegister> registers,
                                    Subscriber subscriber, Day day) {
  Screening all;
  for (const ScreenedRegister& entry : registers) {
    if (!bears_on(*entry.what, subscriber)) continue;
    const bool in_time = entry.last_day && day <= *entry.last_day;
    if (!in_time) return {Truth::no, std::nullopt};
    all.last_day = all.last_day ? earlier_of(*all.last_day, *entry.last_day) : entry.last_day;
  }
  return all;
}

}  // namespace softoptin::rules
