// One spelling from the law to the test: conditions, relations and SQL names, and the pages of
// each.
#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "checks.hpp"
#include "rules/audit.hpp"
#include "rules/rule_book.hpp"

namespace softoptin::house {
namespace {

constexpr std::string_view conditions_page = "sql/reference/conditions.md";
constexpr std::string_view relations_folder = "sql/relations/";
constexpr std::string_view reference_folder = "sql/reference/";
constexpr std::string_view schema_file = "sql/schema.sql";
constexpr std::string_view surface_file = "tests/house/surface.txt";

// The relations of the contract, without their soft_optin_.
constexpr std::array<std::string_view, 10> relations = {
    "contacts",       "sales",       "products",           "preferences",
    "messages",       "assessments", "similar_categories", "register_checks",
    "policy_choices", "settings",
};

// Files of sql/relations/ and sql/reference/ that are about no single relation or SQL name.
constexpr std::array<std::string_view, 2> topical_relation_files = {"README", "example_tables"};
constexpr std::array<std::string_view, 10> topical_pages = {
    "README",    "conditions", "relations", "settings", "dates",
    "addresses", "errors",     "policies",  "calling",  "security",
};

// Every code that a user may see as a reason: the rule book's, and what the audit asks besides.
std::vector<std::string_view> codes() {
  std::vector<std::string_view> all;
  for (const rules::Rule& rule : rules::rule_book) all.push_back(rule.name);
  all.push_back(rules::no_opt_out_in_message.name);
  return all;
}

bool among(const auto& list, std::string_view name) {
  return std::ranges::find(list, name) != std::ranges::end(list);
}

std::string relation_name(std::string_view relation) {
  return "soft_optin_" + std::string{relation};
}

// The code that a heading of the second or third level is about: its only word, in small letters,
// with or without `backticks`. Headings of prose begin with a capital.
std::optional<std::string_view> code_in_heading(std::string_view line) {
  if (!line.starts_with("## ") && !line.starts_with("### ")) return std::nullopt;
  const auto found = words(line);
  const auto capital = [](char sign) { return sign >= 'A' && sign <= 'Z'; };
  if (found.size() != 1 || std::ranges::any_of(found.front(), capital)) return std::nullopt;
  return found.front();
}

struct Heading {
  std::string_view code;
  std::size_t line;
};

std::vector<Heading> headings_of(const File& page) {
  std::vector<Heading> found;
  for (std::size_t at = 0; at < page.lines.size(); ++at) {
    if (const auto code = code_in_heading(page.lines[at])) found.push_back({*code, at + 1});
  }
  return found;
}

Breach missing(std::string_view path, std::string what) {
  return {std::string{path}, 0, std::move(what), "write it, or take the name out of the contract"};
}

bool says(const File& file, std::string_view word) {
  return std::ranges::any_of(file.lines,
                             [&](const std::string& line) { return among(words(line), word); });
}

// The names that `CREATE TABLE name (` lines of the schema create.
std::vector<Heading> tables_of(const File& schema) {
  std::vector<Heading> found;
  for (std::size_t at = 0; at < schema.lines.size(); ++at) {
    const auto line = words(schema.lines[at]);
    if (line.size() < 3 || line[0] != "CREATE" || line[1] != "TABLE") continue;
    const auto name = std::ranges::find_if(
        line, [](std::string_view word) { return word.starts_with("soft_optin_"); });
    if (name != line.end()) found.push_back({*name, at + 1});
  }
  return found;
}

// The SQL names of the written surface: `function soft_optin_eligible/2` is about the second word.
std::vector<std::string> sql_names(const Tree& tree) {
  std::vector<std::string> found;
  for (const std::string& line : written_surface(tree)) {
    const std::string name{words(line).at(1)};
    if (!among(found, name)) found.push_back(name);
  }
  return found;
}

}  // namespace

Breaches conditions_without_heading(const Tree& tree) {
  const File* page = tree.find(conditions_page);
  if (page == nullptr) return {missing(conditions_page, "is not there")};
  Breaches breaches;
  const std::vector<Heading> headings = headings_of(*page);
  std::size_t last_line = 0;
  for (const std::string_view code : codes()) {
    const auto heading = std::ranges::find(headings, code, &Heading::code);
    if (heading == headings.end()) {
      breaches.push_back(missing(page->path, "has no heading for " + std::string{code}));
      continue;
    }
    if (heading->line < last_line) {
      breaches.push_back({page->path, heading->line, std::string{code} + " stands too early",
                          "follow the order of the rule book"});
    }
    last_line = heading->line;
  }
  return breaches;
}

Breaches headings_without_condition(const Tree& tree) {
  Breaches breaches;
  const File* page = tree.find(conditions_page);
  if (page == nullptr) return breaches;  // conditions_without_heading() says so.
  const auto all = codes();
  std::set<std::string_view> seen;
  for (const Heading& heading : headings_of(*page)) {
    const bool known = among(all, heading.code);
    if (known && seen.insert(heading.code).second) continue;
    const std::string code{heading.code};
    breaches.push_back({page->path, heading.line,
                        code + (known ? " has two headings" : " is no condition of the rule book"),
                        "keep one heading for each code of ext/rules/rule_book.hpp"});
  }
  return breaches;
}

Breaches relations_without_file(const Tree& tree) {
  Breaches breaches;
  const File* schema = tree.find(schema_file);
  for (const std::string_view relation : relations) {
    const std::string name = relation_name(relation);
    const std::string path = std::string{relations_folder} + std::string{relation} + ".sql";
    const File* file = tree.find(path);
    if (file == nullptr || !says(*file, name)) {
      breaches.push_back(
          missing(path, (file == nullptr ? "is not there: no view of " : "never names ") + name));
    }
    const auto tables = schema == nullptr ? std::vector<Heading>{} : tables_of(*schema);
    if (std::ranges::find(tables, name, &Heading::code) == tables.end()) {
      breaches.push_back(missing(schema_file, "creates no table " + name));
    }
  }
  return breaches;
}

Breaches files_without_relation(const Tree& tree) {
  Breaches breaches;
  for (const File* file : tree.below(relations_folder)) {
    if (among(relations, file->stem()) || among(topical_relation_files, file->stem())) continue;
    breaches.push_back({file->path, 0, "is about no relation of the contract",
                        "name it after one, or list it in names.cpp as topical"});
  }
  if (const File* schema = tree.find(schema_file)) {
    for (const Heading& table : tables_of(*schema)) {
      const std::string_view relation = table.code.substr(std::string_view{"soft_optin_"}.size());
      if (among(relations, relation)) continue;
      breaches.push_back(
          {schema->path, table.line,
           "creates " + std::string{table.code} + ", which is no relation of the contract",
           "take it out, or add it to names.cpp"});
    }
  }
  return breaches;
}

Breaches names_without_page(const Tree& tree) {
  Breaches breaches;
  for (const std::string& name : sql_names(tree)) {
    const std::string path = std::string{reference_folder} + name + ".md";
    const File* page = tree.find(path);
    if (page == nullptr) {
      breaches.push_back(missing(path, "is not there, though loading adds " + name));
    } else if (page->lines.empty() || !page->lines.front().starts_with("# " + name)) {
      breaches.push_back({path, 1, "does not open with its name", "write \"# " + name + "\""});
    }
  }
  return breaches;
}

Breaches pages_without_name(const Tree& tree) {
  Breaches breaches;
  const std::vector<std::string> names = sql_names(tree);
  for (const File* page : tree.below(reference_folder)) {
    if (among(names, page->stem()) || among(topical_pages, page->stem())) continue;
    breaches.push_back({page->path, 0, "is about no SQL name",
                        "name it after one, or list it in names.cpp as topical"});
  }
  return breaches;
}

std::vector<std::string> written_surface(const Tree& tree) {
  std::vector<std::string> found;
  const File* list = tree.find(surface_file);
  if (list == nullptr) return found;
  for (const std::string& line : list->lines) {
    if (!line.empty() && line.front() != '#') found.push_back(line);
  }
  return found;
}

}  // namespace softoptin::house
