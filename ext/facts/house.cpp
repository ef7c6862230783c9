#include "facts/house.hpp"

#include <array>
#include <charconv>
#include <set>

#include "facts/layout.hpp"
#include "rules/policy_book.hpp"
#include "rules/text.hpp"
#include "sqlite/error.hpp"

namespace softoptin::facts {
namespace {

using rules::same_word;
using sqlite::Error;

[[noreturn]] void refuse(std::string_view name, std::string_view what_to_write) {
  throw Error("soft_optin_settings: the value of " + std::string{name} +
              " is not one it takes: write " + std::string{what_to_write});
}

// A whole number from 0 to `most`, as INTEGER or as text.
int whole_number(std::string_view name, std::string_view value, int most) {
  const std::string_view digits = rules::trimmed(value);
  int number = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  if (!whole || number < 0 || number > most) {
    refuse(name, "a whole number from 0 to " + std::to_string(most));
  }
  return number;
}

// The first of two words, or the second.
bool first_of(std::string_view name, std::string_view value, std::string_view first,
              std::string_view second) {
  if (same_word(value, first)) return true;
  if (!same_word(value, second)) refuse(name, std::string{first} + " or " + std::string{second});
  return false;
}

bool is_country(std::string_view value) {
  return rules::PolicyBook{}.jurisdiction_of(value) >= rules::Jurisdiction::first;
}

// Whose rule holds, and the country where one holds for everyone.
std::string take_policy(Settings::Rule& rule, std::string_view name, std::string_view value) {
  if (same_word(value, "baseline")) {
    rule = Settings::Rule::baseline;
    return {};
  }
  if (same_word(value, "national")) {
    rule = Settings::Rule::national;
    return {};
  }
  if (same_word(value, "UK")) refuse(name, "GB, the code of the United Kingdom");
  if (!is_country(value)) {
    refuse(name, "baseline, national, or the code of a country of soft_optin_policies such as IE");
  }
  rule = Settings::Rule::one_country;
  return std::string{rules::trimmed(value)};
}

// What is written is taken, or refused with what to write instead.
struct Setting {
  std::string_view name;
  void (*take)(Settings&, const Snapshot&, std::string_view name, std::string_view value);
};

constexpr std::array settings_known = {
    Setting{"policy",
            [](Settings& settings, const Snapshot&, std::string_view name, std::string_view value) {
              settings.country = take_policy(settings.rule, name, value);
            }},
    Setting{"window_months",
            [](Settings& settings, const Snapshot&, std::string_view name, std::string_view value) {
              settings.house.window = rules::Months{whole_number(name, value, 1200)};
            }},
    Setting{"window_boundary",
            [](Settings& settings, const Snapshot&, std::string_view name, std::string_view value) {
              settings.house.boundary = first_of(name, value, "inclusive", "exclusive")
                                            ? rules::WindowBoundary::inclusive
                                            : rules::WindowBoundary::exclusive;
            }},
    Setting{"similarity_depth",
            [](Settings& settings, const Snapshot&, std::string_view name, std::string_view value) {
              settings.house.similarity_depth = whole_number(name, value, 100);
            }},
    Setting{"time_zone",
            [](Settings& settings, const Snapshot&, std::string_view name, std::string_view value) {
              settings.time_zone = rules::Zone::named(rules::trimmed(value));
              if (settings.time_zone == nullptr) {
                refuse(name, "UTC, or a time_zone of soft_optin_policies, such as Europe/Dublin");
              }
            }},
    Setting{"opt_out_follows",
            [](Settings& settings, const Snapshot&, std::string_view name, std::string_view value) {
              settings.house.opt_out_follows_address = first_of(name, value, "address", "contact");
            }},
    Setting{"require_assessment",
            [](Settings& settings, const Snapshot&, std::string_view name, std::string_view value) {
              settings.house.require_assessment = first_of(name, value, "1", "0");
            }},
    Setting{"register_valid_days",
            [](Settings& settings, const Snapshot&, std::string_view name, std::string_view value) {
              settings.register_valid_days = whole_number(name, value, 36'500);
            }},
    Setting{"schema",
            [](Settings& settings, const Snapshot& snapshot, std::string_view name,
               std::string_view value) {
              if (!snapshot.has_schema(value))
                refuse(name, "main, temp or the name of an attached database");
              settings.schema = rules::trimmed(value);
            }},
};

const Setting& setting_named(std::string_view name) {
  std::string all;
  for (const Setting& setting : settings_known) {
    if (same_word(setting.name, name)) return setting;
    all += (all.empty() ? "" : ", ") + std::string{setting.name};
  }
  const std::string shown = rules::plain_word(name) ? " '" + std::string{name} + "'" : "";
  throw Error("soft_optin_settings has a row whose name" + shown + " is no setting: write one of " +
              all);
}

// The value as text; a whole number in a column of type REAL as one without a fraction.
std::string value_of(sqlite::Cell cell) {
  const bool whole =
      cell.type() == SQLITE_FLOAT && cell.real() == static_cast<double>(cell.integer());
  return whole ? std::to_string(cell.integer()) : std::string{cell.text()};
}

// Whose row is refused, or nobody's: a lock, an interrupt and the like.
bool of_the_row(const Error& error) { return error.code() == SQLITE_ERROR; }

class SettingsReader {
 public:
  explicit SettingsReader(const Snapshot& snapshot) : snapshot_(snapshot) {}

  void take(sqlite::Cell name, sqlite::Cell value) {
    const Setting& setting = setting_named(name.text());
    if (!seen_.insert(setting.name).second) {
      throw Error("soft_optin_settings has several rows for " + std::string{setting.name} +
                  ": keep one of them");
    }
    setting.take(result_, snapshot_, setting.name, value_of(value));
  }

  [[nodiscard]] const Settings& result() const { return result_; }

 private:
  const Snapshot& snapshot_;
  Settings result_;
  std::set<std::string_view> seen_;
};

// Calls `row` with the name and value of each.
template <class Row>
void each_setting(const Snapshot& snapshot, Row row) {
  const Layout layout{snapshot, settings::relation, ""};
  if (!layout.present()) return;
  auto statement = layout.prepare();
  while (statement.step()) row(statement[settings::name], statement[settings::value]);
}

}  // namespace

Settings read_settings(const Snapshot& snapshot) {
  SettingsReader reader{snapshot};
  each_setting(snapshot, [&](auto name, auto value) { reader.take(name, value); });
  return reader.result();
}

Settings read_settings(const Snapshot& snapshot, std::vector<std::string>& refusals) {
  SettingsReader reader{snapshot};
  each_setting(snapshot, [&](auto name, auto value) {
    try {
      reader.take(name, value);
    } catch (const Error& error) {
      if (!of_the_row(error)) throw;
      refusals.push_back(error.message());
    }
  });
  return reader.result();
}

}  // namespace softoptin::facts
