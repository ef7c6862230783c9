// Settings: which names and values the extension takes is what sql/reference/settings.md says, and
// a value that is spelt in an unusual way answers as the usual one.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "bytes.hpp"
#include "support/host/database.hpp"

namespace softoptin::fuzz {
namespace {

// A cell as it is bound; nothing is NULL.
struct Cell {
  enum class Type { null, integer, real, text };
  Type type = Type::null;
  std::int64_t integer = 0;
  std::string text;
};

constexpr std::array<std::string_view, 10> names = {
    "window_months",      "window_boundary",     "similarity_depth", "time_zone", "opt_out_follows",
    "require_assessment", "register_valid_days", "policy",           "schema",    "window"};
constexpr std::array<std::string_view, 22> words = {
    "inclusive", "exclusive", "address", "contact",       "0",     "1",   "12",       "1200",
    "1201",      "100",       "101",     "36500",         "36501", "UTC", "baseline", "national",
    "IE",        "UK",        "EU",      "Europe/Dublin", "main",  "temp"};

std::string without_blanks_around(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

std::string in_small_letters(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

// A whole number without a sign, as text without zeros in front; nothing where it is none, or more
// than the most.
std::optional<std::string> number_of(std::string text, int most) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
  if (text.size() > 9 || std::stoi(text) > most) return std::nullopt;
  return text;
}

// The usual spelling of a value that the setting takes; nothing where it takes it not. Of zones and
// countries, only those among the words above are told.
std::optional<std::string> usual(std::string_view name, const std::string& written) {
  const std::string value = in_small_letters(without_blanks_around(written));
  const auto among = [&](std::initializer_list<std::string_view> all) {
    for (const auto word : all) {
      if (in_small_letters(std::string{word}) == value) return std::optional{std::string{word}};
    }
    return std::optional<std::string>{};
  };
  if (name == "window_months") return number_of(value, 1200);
  if (name == "similarity_depth") return number_of(value, 100);
  if (name == "register_valid_days") return number_of(value, 36'500);
  if (name == "window_boundary") return among({"inclusive", "exclusive"});
  if (name == "opt_out_follows") return among({"address", "contact"});
  if (name == "require_assessment") return among({"1", "0"});
  if (name == "time_zone") return among({"UTC", "Europe/Dublin"});
  if (name == "policy") return among({"baseline", "national", "IE"});
  return name == "schema" ? among({"main", "temp"}) : std::nullopt;
}

// Whether the model above can tell: of zones and countries it knows only some.
bool is_told(std::string_view name, const std::string& written) {
  const std::string value = in_small_letters(without_blanks_around(written));
  if (name == "policy") return value.size() != 2 || value == "ie" || value == "uk" || value == "eu";
  return name != "time_zone" || value.find('/') == std::string::npos || value == "europe/dublin";
}

Cell cell_from(Bytes& bytes) {
  Cell cell;
  cell.type = static_cast<Cell::Type>(std::min<std::size_t>(bytes.below(8), 3));
  if (cell.type == Cell::Type::integer || cell.type == Cell::Type::real) {
    cell.integer = bytes.either() ? static_cast<std::int64_t>(bytes.below(256)) * 5 - 20
                                  : bytes.number() >> 12;  // So that a REAL has it exactly.
  }
  if (cell.type == Cell::Type::text) {
    cell.text = bytes.below(4) == 0 ? bytes.short_text(12) : std::string{bytes.one_of(words)};
    const std::size_t how = bytes.byte();
    cell.text = std::string(how % 3, ' ') + cell.text + std::string(how / 3 % 3, ' ');
    for (char& letter : cell.text) {
      const bool small = letter >= 'a' && letter <= 'z';
      if (how > 128 && small) letter = static_cast<char>(letter ^ 32);
    }
  }
  return cell;
}

std::string text_of(const Cell& cell) {
  if (cell.type == Cell::Type::null) return {};
  return cell.type == Cell::Type::text ? cell.text : std::to_string(cell.integer);
}

// Three customers of whom settings decide: one beside the end of a window, one whose sale was of
// another category, one whose namesake opted out.
constexpr const char* world = R"(
  CREATE TABLE soft_optin_settings (name, value);
  CREATE TABLE soft_optin_contacts (contact_id, email, country);
  CREATE TABLE soft_optin_products (product_id, category);
  CREATE TABLE soft_optin_sales (contact_id, product_id, occurred_at, opt_out_offered);
  CREATE TABLE soft_optin_preferences (contact_id, state, changed_at);
  CREATE TABLE soft_optin_assessments (approved_at, outcome, review_due_at);
  INSERT INTO soft_optin_contacts VALUES
    (1, 'a@x.org', 'IE'), (2, 'b@x.org', 'IE'), (3, 'c@x.org', NULL), (4, 'c@x.org', NULL);
  INSERT INTO soft_optin_products VALUES ('p', 'a/b'), ('q', 'a/c');
  INSERT INTO soft_optin_sales VALUES (1, 'p', '2025-06-15', 1), (2, 'q', '2026-03-01', 1),
    (3, 'p', '2026-03-01T23:30:00Z', 1), (4, 'p', '2026-03-01', 1);
  INSERT INTO soft_optin_preferences VALUES (4, 'opt_out', '2026-04-01');
  INSERT INTO soft_optin_assessments VALUES ('2026-01-10', 'approved', '2026-06-14'))";

// One database for all inputs: making it and loading the extension would take all the time.
class House {
 public:
  House() : database_(":memory:") {
    database_.load_extension();
    database_.run(world);
  }

  // The answers under these settings, or what the extension says instead.
  struct Said {
    bool refused;
    std::string text;
  };
  Said with(const std::vector<std::pair<std::string, Cell>>& settings) {
    database_.run("DELETE FROM soft_optin_settings");
    for (const auto& [name, value] : settings) insert(name, value);
    try {
      std::string text;
      for (const std::string& row : database_.rows(
               "SELECT contact_id, soft_optin_reason(contact_id, 'p', 'email', '2026-06-15'),"
               " soft_optin_expires(contact_id, 'p', 'email', '2026-06-14')"
               " FROM soft_optin_contacts")) {
        text += row + "\n";
      }
      return {false, text};
    } catch (const host::Error& error) {
      return {true, error.what()};
    }
  }

 private:
  void insert(const std::string& name, const Cell& value) {
    host::Statement row{database_.handle(), "INSERT INTO soft_optin_settings VALUES (?1, ?2)"};
    row.bind(1, name);
    if (value.type == Cell::Type::integer) row.bind(2, value.integer);
    if (value.type == Cell::Type::text) row.bind(2, value.text);
    if (value.type == Cell::Type::real) {
      sqlite3_bind_double(row.handle(), 2, static_cast<double>(value.integer));
    }
    row.step();
  }

  host::Database database_;
};

Cell text_cell(const std::string& text) { return {Cell::Type::text, 0, text}; }

void expect_as_written(const std::string& name, const Cell& value) {
  static House house;
  const std::string what = name + " = '" + text_of(value) + "'";
  const auto said = house.with({{name, value}});
  const auto taken = value.type == Cell::Type::null ? std::nullopt : usual(name, text_of(value));
  if (name == "schema" && taken == "temp") {  // It is taken, and nothing is there.
    const std::string sentence = in_small_letters(said.text);
    expect(said.refused && sentence.starts_with("there is no table or view \"temp\"."),
           what + " answers " + said.text);
    return;
  }
  if (said.refused) {
    expect(!taken || !is_told(name, text_of(value)), what + " is refused: " + said.text);
    expect(said.text.find("soft_optin_settings") != std::string::npos &&
               said.text.find("write ") != std::string::npos,
           what + " is refused by a sentence that does not say what to write: " + said.text);
    return;
  }
  expect(taken || !is_told(name, text_of(value)), what + " is taken");
  if (!taken) return;
  const auto usually = house.with({{" " + name + " ", text_cell(*taken)}});
  expect(!usually.refused && usually.text == said.text,
         what + " answers\n" + said.text + "and '" + *taken + "'\n" + usually.text);
  const auto twice = house.with({{name, value}, {name, value}});
  expect(twice.refused, what + " stands there twice, and is taken");
}

}  // namespace
}  // namespace softoptin::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace softoptin::fuzz;
  Bytes bytes{data, size};
  const std::string name{bytes.one_of(names)};
  const Cell value = cell_from(bytes);
  for (const char sign : value.text) {
    if (sign <= 0) return 0;  // SQLite ends a text at a NUL, and reads UTF-8.
  }
  expect_as_written(name, value);
  return 0;
}
