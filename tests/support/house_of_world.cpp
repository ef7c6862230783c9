#include "support/house_of_world.hpp"

#include <charconv>

#include "rules/text.hpp"

namespace softoptin::tests {
namespace {

[[noreturn]] void refuse_setting(const std::string& name) {
  throw Refused("soft_optin_settings: " + name);
}

int whole_number(const Value& value, const std::string& setting) {
  const std::string text = text_of(value);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || number < 0) refuse_setting(setting);
  return number;
}

// Whether a setting is the first of the two words that it takes.
bool first_word(const Value& value, const std::string& setting, std::string_view first,
                std::string_view second) {
  const std::string word = text_of(value);
  if (rules::same_word(word, first)) return true;
  if (!rules::same_word(word, second)) refuse_setting(setting);
  return false;
}

void take(Settings& settings, const std::string& name, const Value& value) {
  rules::House& house = settings.house;
  if (name == "policy") {
    settings.policy = text_of(value);
  } else if (name == "time_zone") {
    settings.zone = rules::Zone::named(text_of(value));
    if (settings.zone == nullptr) refuse_setting(name);
  } else if (name == "register_valid_days") {
    settings.register_valid_days = whole_number(value, name);
  } else if (name == "window_months") {
    house.window = rules::Months{whole_number(value, name)};
  } else if (name == "window_boundary") {
    const bool inclusive = first_word(value, name, "inclusive", "exclusive");
    house.boundary =
        inclusive ? rules::WindowBoundary::inclusive : rules::WindowBoundary::exclusive;
  } else if (name == "similarity_depth") {
    house.similarity_depth = whole_number(value, name);
  } else if (name == "opt_out_follows") {
    house.opt_out_follows_address = first_word(value, name, "address", "contact");
  } else if (name == "require_assessment") {
    house.require_assessment = first_word(value, name, "1", "0");
  } else {
    refuse_setting(name);
  }
}

}  // namespace

std::optional<rules::Stamp> stamp_of(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return rules::read_integer(*whole);
  if (const auto* real = std::get_if<double>(&value)) return rules::read_real(*real);
  if (const auto* text = std::get_if<std::string>(&value)) return rules::read_text(*text);
  return std::nullopt;
}

Settings settings_of(const World& world) {
  Settings settings;
  for (const Row& row : world.relation("settings").rows) {
    take(settings, text_of(at(row, "name")), at(row, "value"));
  }
  return settings;
}

void fill(rules::PolicyBook& book, const World& world, const rules::Zone& zone) {
  // Days of the policy's own zone, where it has one.
  const auto day = [&](const Value& value, const rules::Zone* own) {
    const auto stamp = stamp_of(value);
    return stamp ? std::optional{stamp->day_in(own != nullptr ? *own : zone)} : std::nullopt;
  };
  for (const Row& row : world.relation("policy_choices").rows) {
    const auto text = [&](const char* column) { return text_of(at(row, column)); };
    const auto fault = book.take(
        {.jurisdiction = text("jurisdiction"),
         .parameter = text("parameter"),
         .value = text("value"),
         .reason = text("reason"),
         .decided_by = text("decided_by"),
         .decided_on = day(at(row, "decided_at"), book.zone_of_choice(text("jurisdiction")))});
    if (fault) throw Refused("soft_optin_policy_choices: " + *fault);
  }
  for (const Row& row : world.relation("register_checks").rows) {
    const std::string name = text_of(at(row, "register"));
    const auto checked_on = day(at(row, "checked_at"), book.zone_of_register(name));
    if (checked_on) book.take_check(name, *checked_on);
  }
}

}  // namespace softoptin::tests
