#include "rules/policy_book.hpp"

#include <algorithm>
#include <utility>

#include "rules/text.hpp"

namespace softoptin::rules {
namespace {

constexpr auto countries_begin = static_cast<std::size_t>(Jurisdiction::first);

// Of 9999-12-31 too: nobody asks about such a day, but a change may be on it.
Day day_after(Day day) { return Day{day.sys_days() + date::days{1}}; }

constexpr std::size_t not_a_code = PolicyBook::codes;

// The place of two letters in the table of codes.
std::size_t place_of_code(std::string_view code) {
  if (code.size() != 2) return not_a_code;
  const int left = ascii_lower(code[0]) - 'a';
  const int right = ascii_lower(code[1]) - 'a';
  const bool letters = left >= 0 && left < 26 && right >= 0 && right < 26;
  return letters ? static_cast<std::size_t>(left * 26 + right) : not_a_code;
}

Coverage without_a_row(Jurisdiction country) {
  if (country == Jurisdiction::not_known) return Coverage::country_not_known;
  if (country == Jurisdiction::uk) return Coverage::written_uk;
  return country == Jurisdiction::eu ? Coverage::written_eu : Coverage::no_such_jurisdiction;
}

// A row that would cover the day, if what is not settled in it were.
bool might_cover(const PolicyRow& row, Day day) {
  return !settled(row) && (!row.valid_from || *row.valid_from <= day) &&
         (!row.valid_to || day <= *row.valid_to);
}

// Nothing where the day belongs to no row, not even to one that might cover it.
const PolicyRow* row_for(const std::vector<PolicyRow>& rows, Day day) {
  const auto decides =
      std::ranges::find_if(rows, [&](const PolicyRow& row) { return covers(row, day); });
  if (decides != rows.end()) return &*decides;
  const auto might =
      std::ranges::find_if(rows, [&](const PolicyRow& row) { return might_cover(row, day); });
  return might == rows.end() ? nullptr : &*might;
}

std::vector<Period> without_opt_out(const std::vector<PolicyRow>& rows) {
  std::vector<Period> periods;
  for (const PolicyRow& row : rows) {
    const bool relieved = row.opt_out_at_collection_required == Said::no;
    if (relieved && settled(row)) periods.push_back({*row.valid_from, row.valid_to});
  }
  return periods;
}

// The version of a row, and until when the house has chosen in it.
std::string version_of(const PolicyRow& row, std::span<const TakenChoice* const> choices) {
  std::string version{row.version};
  if (choices.empty()) return version;
  const auto decided_on = [](const TakenChoice* choice) { return *choice->written.decided_on; };
  const Day latest = std::ranges::max(choices, {}, decided_on)->written.decided_on.value();
  return version + " with choices up to " + latest.text();
}

}  // namespace

PolicyBook::PolicyBook(int register_valid_days, std::span<const PolicyRow> rows)
    : rows_(rows), checks_(register_valid_days) {
  by_code_.fill(static_cast<std::uint8_t>(Jurisdiction::other));
  by_code_[place_of_code("UK")] = static_cast<std::uint8_t>(Jurisdiction::uk);
  by_code_[place_of_code("EU")] = static_cast<std::uint8_t>(Jurisdiction::eu);
  for (std::size_t at = 0; at < rows.size();) {
    const std::size_t begin = at;
    while (at < rows.size() && rows[at].jurisdiction == rows[begin].jurisdiction) ++at;
    if (rows[begin].jurisdiction == "EU") continue;
    by_code_[place_of_code(rows[begin].jurisdiction)] =
        static_cast<std::uint8_t>(countries_begin + countries_.size());
    countries_.push_back(rows.subspan(begin, at - begin));
  }
  zones_.resize(countries_.size());
  latest_.resize(countries_begin + countries_.size());
  resolved_before_.resize(latest_.size());
}

std::optional<std::string> PolicyBook::take(PolicyChoice choice) {
  if (auto fault = fault_of(choice, rows_)) return fault;
  const PolicyParameter* parameter = policy_parameter(choice.parameter);
  const std::int64_t latitude = *parameter->read(choice.value);
  choices_.push_back({std::move(choice), parameter, latitude});
  return std::nullopt;
}

void PolicyBook::take_check(std::string_view register_name, Day checked_on) {
  checks_.add(register_name, checked_on);
}

Jurisdiction PolicyBook::jurisdiction_of(std::string_view country) const {
  std::size_t place = place_of_code(country);  // Most are written so, and no blank is a letter.
  if (place == not_a_code) {
    const std::string_view word = trimmed(country);
    if (word.empty()) return Jurisdiction::not_known;
    place = place_of_code(word);
  }
  return place == not_a_code ? Jurisdiction::other : static_cast<Jurisdiction>(by_code_[place]);
}

std::span<const PolicyRow> PolicyBook::rows_of(Jurisdiction country) const {
  const auto number = static_cast<std::size_t>(country);
  return number < countries_begin ? std::span<const PolicyRow>{}
                                  : countries_[number - countries_begin];
}

const Zone* PolicyBook::zone(Jurisdiction country) {
  const auto rows = rows_of(country);
  if (rows.empty()) return nullptr;
  auto& known = zones_[static_cast<std::size_t>(country) - countries_begin];
  if (!known) known = Zone::named(rows.front().time_zone);
  return *known;
}

const Zone* PolicyBook::zone_of_choice(std::string_view jurisdiction) {
  const std::string_view word = trimmed(jurisdiction);
  return zone(jurisdiction_of(word.substr(0, word.find(' '))));
}

const Zone* PolicyBook::zone_of_register(std::string_view register_name) const {
  for (const PolicyRow& row : rows_) {
    for (const Register& entry : row.registers) {
      if (same_word(entry.name, register_name)) return Zone::named(row.time_zone);
    }
  }
  return nullptr;
}

bool PolicyBook::may_roll(Jurisdiction country) const {
  return std::ranges::any_of(rows_of(country), &PolicyRow::window_rolls);
}

const Policy& PolicyBook::find(Jurisdiction country, Variant variant, Day day) {
  ByLastDay& before = of(resolved_before_, country, variant);
  auto found = before.lower_bound(day);
  if (found == before.end() || day < found->second->days.first) {
    const Resolved& resolved = resolve(country, variant, day);
    found = before.emplace(resolved.days.last, &resolved).first;
  }
  of(latest_, country, variant) = found->second->days;
  return found->second->policy;
}

PolicyBook::Resolved& PolicyBook::resolve(Jurisdiction country, Variant variant, Day day) {
  Resolved& resolved = resolved_.emplace_back();
  resolved.days = {Day::earliest(), Day::latest(), &resolved.policy};
  const auto rows = rows_of(country);
  if (rows.empty()) {
    resolved.policy = no_policy(without_a_row(country));
  } else {
    decide(resolved, rows, variant, day);
    limit(resolved, rows, day);
  }
  return resolved;
}

std::vector<const TakenChoice*> PolicyBook::choices_for(ChoiceScope scope, Day day) const {
  std::vector<const TakenChoice*> about;
  for (const TakenChoice& choice : choices_) {
    const auto other = choice_scope(choice.written.jurisdiction, rows_);
    if (other->jurisdiction == scope.jurisdiction && other->variant == scope.variant) {
      about.push_back(&choice);
    }
  }
  return in_force(about, day);
}

ChosenRow PolicyBook::chosen(const PolicyRow& row, Day day) const {
  const bool charity = row.variant == name(Variant::charity);
  auto choices =
      choices_for({row.jurisdiction, charity ? Variant::charity : Variant::commercial}, day);
  return {with_choices(row, choices), version_of(row, choices), std::move(choices)};
}

void PolicyBook::decide(Resolved& resolved, std::span<const PolicyRow> rows, Variant variant,
                        Day day) const {
  const ChoiceScope scope{rows.front().jurisdiction, variant};
  const auto choices = choices_for(scope, day);
  std::vector<PolicyRow> chosen;
  for (const PolicyRow& row : rows) {
    if (scope.has(row)) chosen.push_back(with_choices(row, choices));
  }
  const PolicyRow* row = row_for(chosen, day);
  const bool decides = row != nullptr && covers(*row, day);
  if (!decides && variant == Variant::charity) {
    decide(resolved, rows, Variant::commercial, day);
    return;
  }
  for (const TakenChoice* choice : choices) resolved.choices.push_back(&choice->written);
  if (row == nullptr) row = chosen.data();  // The earliest, to tell from when it is valid.
  resolved.row = *row;
  if (decides) {
    resolved.no_opt_out_at_collection = without_opt_out(chosen);
    resolved.version = version_of(*row, choices);
    fill(resolved, day);
  } else {
    const bool might = might_cover(*row, day);
    const auto coverage = might ? Coverage::not_settled : Coverage::not_valid_then;
    resolved.policy = no_policy(coverage, &resolved.row);
  }
  resolved.policy.choices = resolved.choices;
}

// The policy of the row that decides, with what stands beside it.
void PolicyBook::fill(Resolved& resolved, Day day) const {
  Policy& policy = resolved.policy = policy_of(resolved.row);
  policy.version = resolved.version;
  for (const Register& entry : resolved.row.registers) {
    resolved.registers.push_back(checks_.screened(entry, day));
  }
  policy.registers = resolved.registers;
  for (const auto subscriber : {Subscriber::individual, Subscriber::corporate}) {
    policy.of(subscriber).screening =
        RegisterChecks::screening(resolved.registers, subscriber, day);
  }
  policy.no_opt_out_at_collection = resolved.no_opt_out_at_collection;
}

// Narrows the days for which `resolved` stands to those between two changes: of the rows, of what
// the house has chosen, and of what was screened.
void PolicyBook::limit(Resolved& resolved, std::span<const PolicyRow> rows, Day day) const {
  const auto change = [&](Day edge) {
    auto& [first, last, policy] = resolved.days;
    if (edge <= day) {
      first = std::max(first, edge);
    } else {
      last = std::min(last, day_before(edge));
    }
  };
  for (const PolicyRow& row : rows) {
    if (row.valid_from) change(*row.valid_from);
    if (row.valid_to) change(day_after(*row.valid_to));
    for (const Register& entry : row.registers) checks_.each_change(entry, change);
  }
  // A first day that the house has settled is never after the day of that choice.
  for (const TakenChoice& choice : choices_) change(*choice.written.decided_on);
}

}  // namespace softoptin::rules
