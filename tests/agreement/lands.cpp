#include "lands.hpp"

#include <algorithm>
#include <cctype>

#include "dates.hpp"

namespace softoptin::agreement {
namespace {

using rules::PolicyRow;
using rules::Said;
using std::chrono::days;
using std::chrono::sys_days;
using tests::Row;
using Values = std::vector<Value>;

bool of_one_land(const PolicyRow& row, const PolicyRow& other) {
  return row.jurisdiction == other.jurisdiction;
}

bool can_be_told(const PolicyRow& row) {
  return row.jurisdiction != "EU" && row.time_zone != "Pacific/Auckland" &&
         row.time_zone != "Asia/Jerusalem";
}

bool out_of_the_ordinary(const PolicyRow& row) {
  return row.soft_optin != rules::SoftOptIn::yes || row.window_rolls || row.initially_collected ||
         row.window_from_sale || row.valid_to || row.variant == "charity" ||
         !row.registers.empty() || row.time_zone.empty() || row.enquiry == Said::yes;
}

// How often one is drawn: more often where a yes can come of what is out of the ordinary.
int weight(const Land& land) {
  const auto any = [&](auto has) { return std::ranges::any_of(land, has); };
  if (!any(out_of_the_ordinary)) return 1;
  const bool allows = any([](const PolicyRow& row) {
    return row.soft_optin == rules::SoftOptIn::yes && row.valid_from &&
           row.confidence != rules::Confidence::low;
  });
  if (!allows) return 1;
  return 4 + (any(&PolicyRow::window_rolls) ? 20 : 0) +
         (any(&PolicyRow::initially_collected) ? 12 : 0);
}

Land choose_land(Dice& dice) {
  static const auto weighted = [] {
    std::vector<Land> some;
    for (const Land& land : lands()) {
      some.insert(some.end(), static_cast<std::size_t>(weight(land)), land);
    }
    return some;
  }();
  return dice.one_of(weighted);
}

Value number(int count) { return std::int64_t{count}; }

// "yes -> no for what allows; to settle disputed, unknown, conditional".
Values allowing(Said said) {
  return said == Said::no    ? Values{"no"}
         : said == Said::yes ? Values{"no", "NO "}
                             : Values{"yes", "no"};
}

// "no/unknown -> yes for duties".
Values duty(Said said) {
  return said == Said::yes ? Values{"yes"} : said == Said::no ? Values{"yes"} : Values{"yes", "no"};
}

// "A shorter window; a window where the row has none".
Values months(const std::optional<rules::Months>& window) {
  if (!window) return {number(3), "12", number(24)};
  return {number(1), std::to_string(window->count / 2), number(window->count - 1)};
}

struct Parameter {
  const char* name;
  Values values;
};

std::vector<Parameter> may_be_chosen(const PolicyRow& row) {
  using rules::Corporates;
  std::vector<Parameter> all = {
      {"soft_optin", {"no"}},
      {"completed_sale", allowing(row.completed_sale)},
      {"enquiry", allowing(row.enquiry)},
      {"quote", allowing(row.quote)},
      {"free_trial", allowing(row.free_trial)},
      {"free_account", allowing(row.free_account)},
      {"initially_collected", {number(1), "1"}},
      {"window_months_from_sale", months(row.window_from_sale)},
      {"window_months_from_enquiry", months(row.window_from_enquiry)},
      {"similar_required", duty(row.similar_required)},
      {"opt_out_at_collection_required", duty(row.opt_out_at_collection_required)}};
  for (std::size_t channel = 0; channel < row.channels.size(); ++channel) {
    all.push_back({rules::channel_names[channel].data(), allowing(row.channels[channel])});
  }
  if (row.window_rolls) all.push_back({"window_rolls", {number(0)}});
  if (row.corporates == Corporates::not_required) {
    all.push_back({"corporate_subscribers", {"same_rule"}});
  } else if (row.corporates == Corporates::unknown) {
    all.push_back({"corporate_subscribers", {"same_rule", "not_required"}});
  }
  return all;
}

// Where a row allows nothing before it is settled, that comes first. "Not in the future": a law is
// in force by the day on which the house says so.
std::vector<Parameter> to_be_settled(const PolicyRow& row, sys_days decided_on) {
  std::vector<Parameter> all;
  const auto before = [&](int count) { return Value{date_text(decided_on - days{count})}; };
  if (!row.valid_from) all.push_back({"valid_from", {before(1), before(300), before(3000)}});
  if (row.confidence == rules::Confidence::low) all.push_back({"confidence", {"medium"}});
  return all;
}

// A row a value.
void add(std::vector<Row>& to, const PolicyRow& row, const std::vector<Parameter>& parameters) {
  const std::string charity = row.variant == "charity" ? " charity" : "";
  for (const Parameter& parameter : parameters) {
    for (const Value& value : parameter.values) {
      to.push_back({{"jurisdiction", std::string{row.jurisdiction} + charity},
                    {"parameter", parameter.name},
                    {"value", value}});
    }
  }
}

}  // namespace

const std::vector<Land>& lands() {
  static const auto all_lands = [] {
    std::vector<Land> all;
    for (auto rows = rules::policy_rows(); !rows.empty();) {
      const auto end = std::ranges::find_if_not(
          rows, [&](const PolicyRow& row) { return of_one_land(row, rows.front()); });
      const auto length = static_cast<std::size_t>(end - rows.begin());
      if (can_be_told(rows.front())) all.push_back(rows.first(length));
      rows = rows.subspan(length);
    }
    return all;
  }();
  return all_lands;
}

std::vector<Land> choose_lands(Dice& dice) {
  std::vector<Land> lands;
  for (int count = dice.between(1, 3); count > 0; --count) lands.push_back(choose_land(dice));
  return lands;
}

Value written_country(const Land& land, Dice& dice) {
  std::string code{land.front().jurisdiction};
  if (dice.chance(10)) code = " " + code + " ";
  if (!dice.chance(15)) return code;
  for (char& letter : code) {
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return code;
}

Value no_country(Dice& dice) {
  return dice.one_of(Values{Value{}, Value{}, "", "  ", "UK", "uk ", "EU", "XX", "Ireland", "IRL",
                            "GB charity", "baseline", "national", number(353)});
}

sys_days turning_point(const Land& land, Dice& dice) {
  using std::chrono::year;
  std::vector<sys_days> points = {sys_days{year{2026} / 3 / 29}, sys_days{year{2026} / 10 / 25}};
  const auto add = [&](const std::optional<rules::Day>& day, int later) {
    if (day) points.push_back(sys_days{day->sys_days()} + days{later});
  };
  for (const PolicyRow& row : land) {
    add(row.valid_from, 0);
    add(row.valid_to, 0);
    add(row.collected_from, 0);
  }
  return dice.one_of(points);
}

int window_months(const Land& land, int otherwise, Dice& dice) {
  const PolicyRow row = dice.one_of(std::vector<PolicyRow>(land.begin(), land.end()));
  const auto& window = dice.chance(70) ? row.window_from_sale : row.window_from_enquiry;
  return window ? window->count : otherwise;
}

bool rolls(const Land& land) { return std::ranges::any_of(land, &PolicyRow::window_rolls); }

bool has_charities(const Land& land) {
  return std::ranges::find(land, "charity", &PolicyRow::variant) != land.end();
}

std::vector<std::string> registers(const Land& land) {
  std::vector<std::string> names;
  for (const PolicyRow& row : land) {
    for (const rules::Register& one : row.registers) names.emplace_back(one.name);
  }
  return names;
}

Value register_name(const Land& land, Dice& dice) {
  const auto names = registers(land);
  if (names.empty()) return {};
  std::string name = dice.one_of(names);
  if (dice.chance(10)) return name + "s";
  if (dice.chance(10)) name = " " + name;
  if (dice.chance(10)) {
    for (char& letter : name) {
      letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
  }
  return name;
}

std::vector<Row> choices(const Land& land) {
  std::vector<Row> all;
  for (const PolicyRow& row : land) add(all, row, may_be_chosen(row));
  return all;
}

std::vector<Row> choices_that_settle(const Land& land, sys_days decided_on) {
  std::vector<Row> all;
  for (const PolicyRow& row : land) add(all, row, to_be_settled(row, decided_on));
  return all;
}

Row choice(const Land& land, sys_days decided_on, Dice& dice) {
  auto all = choices_that_settle(land, decided_on);
  if (all.empty() || dice.chance(60)) all = choices(land);
  return dice.one_of(all);
}

}  // namespace softoptin::agreement
