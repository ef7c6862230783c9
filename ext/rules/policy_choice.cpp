#include "rules/policy_choice.hpp"

#include <algorithm>
#include <array>

#include "rules/text.hpp"

namespace softoptin::rules {
namespace {

// A field that says nothing, or nothing.
std::optional<std::string> blank_field(const PolicyChoice& choice) {
  struct Field {
    std::string_view name;
    const std::string& text;
    std::string_view what_to_write;
  };
  const std::array<Field, 5> fields = {{
      {"jurisdiction", choice.jurisdiction, "a country that soft_optin_policies has, such as GB"},
      {"parameter", choice.parameter, "a column of soft_optin_policies, such as free_trial"},
      {"value", choice.value, "what the house has chosen, such as no"},
      {"reason", choice.reason, "why the house has chosen so"},
      {"decided_by", choice.decided_by, "who has chosen so"},
  }};
  for (const Field& field : fields) {
    if (!blank(field.text)) continue;
    return "a row has no " + std::string{field.name} + ": write " +
           std::string{field.what_to_write};
  }
  return std::nullopt;
}

std::string no_such_jurisdiction(std::string_view word) {
  if (same_word(word, "UK")) return "UK is no code of a country: write GB";
  if (same_word(word, "EU")) {
    return "EU is the Directive, which nobody is judged by: write the code of a member state";
  }
  const std::string shown =
      plain_word(trimmed(word)) ? " '" + std::string{trimmed(word)} + "'" : "";
  return "the jurisdiction" + shown +
         " is none that soft_optin_policies has: write such as GB, or GB charity for that variant";
}

}  // namespace

std::optional<ChoiceScope> choice_scope(std::string_view word, std::span<const PolicyRow> rows) {
  word = trimmed(word);
  const auto code = word.substr(0, word.find(' '));
  const auto rest = trimmed(word.substr(code.size()));
  if (same_word(code, "EU")) return std::nullopt;
  for (const PolicyRow& row : rows) {
    if (!same_word(code, row.jurisdiction)) continue;
    const bool charity = row.variant == name(Variant::charity);
    const bool meant = charity ? same_word(rest, row.variant) : rest.empty();
    if (meant)
      return ChoiceScope{row.jurisdiction, charity ? Variant::charity : Variant::commercial};
  }
  return std::nullopt;
}

bool may_choose(const PolicyRow& row, const PolicyParameter& parameter, std::int64_t latitude) {
  const auto said = parameter.said(row);
  return !said || latitude <= *said;
}

std::optional<std::string> fault_of(const PolicyChoice& choice, std::span<const PolicyRow> rows) {
  if (auto fault = blank_field(choice)) return fault;
  const auto scope = choice_scope(choice.jurisdiction, rows);
  if (!scope) return no_such_jurisdiction(choice.jurisdiction);
  const PolicyParameter* parameter = policy_parameter(choice.parameter);
  if (parameter == nullptr) {
    return "a row has a parameter that no house can choose: write one of " +
           policy_parameter_names();
  }
  const std::string what = std::string{scope->jurisdiction} +
                           (scope->variant == Variant::charity ? " charity, " : ", ") +
                           std::string{parameter->name};
  if (!choice.decided_on) {
    return "decided_at of the choice for " + what +
           " is no date that can be read: write the day, as YYYY-MM-DD";
  }
  const auto latitude = parameter->read(choice.value);
  if (!latitude) {
    return "the value for " + what + " is not one it takes: write " +
           std::string{parameter->what_to_write};
  }
  const bool allowed = std::ranges::any_of(rows, [&](const PolicyRow& row) {
    return scope->has(row) && may_choose(row, *parameter, *latitude);
  });
  if (!allowed) {
    return "the choice for " + what +
           " is looser than the policy says, and a house may only settle what is open there or be "
           "stricter: write " +
           std::string{parameter->what_to_write} + ", or delete the row";
  }
  if (parameter->name == "valid_from" && *latitude < latitude_of(*choice.decided_on)) {
    return "the value for " + what +
           " is after the day of the choice: write the day from which the law has been in force";
  }
  return std::nullopt;
}

PolicyRow with_choices(const PolicyRow& row, std::span<const TakenChoice* const> choices) {
  PolicyRow chosen = row;
  for (const TakenChoice* choice : choices) {
    const PolicyParameter& parameter = *choice->parameter;
    if (may_choose(row, parameter, choice->latitude)) parameter.write(chosen, choice->latitude);
  }
  return chosen;
}

std::vector<const TakenChoice*> in_force(std::span<const TakenChoice* const> choices, Day day) {
  std::vector<const TakenChoice*> result;
  for (const TakenChoice* choice : choices) {
    if (*choice->written.decided_on > day) continue;
    const auto same = std::ranges::find(result, choice->parameter, &TakenChoice::parameter);
    if (same == result.end()) {
      result.push_back(choice);
      continue;
    }
    const Day decided = *choice->written.decided_on;
    const Day other = *(*same)->written.decided_on;
    const bool decides =
        decided > other || (decided == other && choice->latitude < (*same)->latitude);
    if (decides) *same = choice;
  }
  return result;
}

}  // namespace softoptin::rules
