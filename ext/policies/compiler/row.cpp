#include "policies/compiler/row.hpp"

#include <algorithm>
#include <cstdint>

#include "policies/compiler/keys.hpp"
#include "policies/compiler/periods.hpp"

namespace softoptin::policies {
namespace {

constexpr std::string_view top_of_file = "the top of the file";

std::vector<std::string_view> keys_of(bool of_the_jurisdiction) {
  std::vector<std::string_view> keys;
  for (const Column& column : columns) {
    if (column.of_the_jurisdiction == of_the_jurisdiction) keys.push_back(column.key);
  }
  return keys;
}

std::uint32_t fnv_1a(std::string_view text) {
  std::uint32_t digest = 2166136261U;
  for (const char sign : text) {
    digest = (digest ^ static_cast<unsigned char>(sign)) * 16777619U;
  }
  return digest;
}

std::string hexadecimal(std::uint32_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(8, '0');
  for (auto at = text.rbegin(); at != text.rend(); ++at, number /= 16) *at = digits[number % 16];
  return text;
}

// One document, and nothing that is no YAML.
YAML::Node document(const std::string& text) {
  try {
    const std::vector<YAML::Node> all = YAML::LoadAll(text);
    if (all.size() == 1) return all.front();
  } catch (const YAML::Exception& error) {
    throw Fault{error.mark.line + 1, "this is no YAML: " + error.msg};
  }
  throw Fault{1, "a file holds one jurisdiction"};
}

// What belongs together in a row, beyond what each value is.
void check_row(const Row& row) {
  const auto missing = [&](std::string_view key) { return row.written(key) == "none"; };
  const std::string& policy = row.written("policy");
  const std::string& jurisdiction = row.written("jurisdiction");
  if (policy != jurisdiction && !policy.starts_with(jurisdiction + " ")) {
    throw Fault{row.line(), "the row " + policy + " is to be named " + jurisdiction +
                                ", or that and what tells it apart"};
  }
  if (row.written("window_rolls") == "yes" && missing("window_months_from_sale")) {
    throw Fault{row.line(), "the window of the row " + policy +
                                " rolls, but `window_months_from_sale` is none"};
  }
  if (missing("days_to_honour_opt_out") != missing("days_unit")) {
    throw Fault{row.line(), "the row " + policy +
                                " needs both `days_to_honour_opt_out` and `days_unit`, or neither"};
  }
}

}  // namespace

Row::Row(const YAML::Node& top, const YAML::Node& node) : line_{line_of(node)} {
  const Keys of_the_jurisdiction{top, std::string{top_of_file}};
  const Keys of_the_row{node, "this row"};
  of_the_row.allow_only(keys_of(false));
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const Column& column = columns[at];
    const Keys& keys = column.of_the_jurisdiction ? of_the_jurisdiction : of_the_row;
    values_[at] = column.read(column.key, keys.need(column.key, column.what_to_write));
  }
}

const Value& Row::value(std::string_view key) const {
  const auto* const column = std::ranges::find(columns, key, &Column::key);
  return values_.at(static_cast<std::size_t>(column - columns.begin()));
}

std::string Row::version() const {
  std::string all;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    all += std::string{columns[at].key} + ": " + values_[at].written + "\n";
  }
  return written("last_checked") + "-" + hexadecimal(fnv_1a(all));
}

std::vector<Row> rows_of(const std::string& text) {
  const YAML::Node top = document(text);
  const Keys keys{top, std::string{top_of_file}};
  std::vector<std::string_view> known = keys_of(true);
  known.emplace_back("rows");
  keys.allow_only(known);
  const YAML::Node list = keys.need("rows", "a list of rows");
  if (!list.IsSequence() || list.size() == 0) {
    throw Fault{line_of(list), "`rows` is to be a list of rows"};
  }
  std::vector<Row> rows;
  for (const auto& node : list) rows.emplace_back(top, node);
  for (const Row& row : rows) check_row(row);
  put_in_order(rows);
  check_periods(rows);
  return rows;
}

}  // namespace softoptin::policies
