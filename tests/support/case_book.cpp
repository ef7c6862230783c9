#include "support/case_book.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "rules/text.hpp"
#include "support/policy_terms.hpp"
#include "support/world_of_case.hpp"
#include "support/yaml.hpp"

namespace softoptin::tests {
namespace {

using rules::rule_book;
using rules::Truth;

constexpr std::size_t size_of_book = rule_book.size();

// The places in the rule book that a word of `because` or `unknown` stands for. `sale_conditions`
// are those that one and the same sale must meet, except the ones that the case has named already.
std::vector<std::size_t> places_of(const YAML::Node& where, const std::string& word) {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < size_of_book; ++place) {
    const bool of_sale = place >= rules::first_sale_rule && place < rules::after_sale_rules;
    if (rule_book[place].name == word || (word == "sale_conditions" && of_sale)) {
      places.push_back(place);
    }
  }
  if (places.empty()) refuse(where, "there is no condition `" + word + "`");
  return places;
}

void mark(Findings& met, const YAML::Node& list, std::string_view key, Truth as) {
  for (const auto& word : words(list, key)) {
    for (const auto place : places_of(list, word)) {
      if (met[place] == Truth::yes) {
        met[place] = as;
      } else if (word != "sale_conditions") {
        refuse(list, "`" + word + "` stands there twice");
      }
    }
  }
}

std::optional<Value> optional_cell(const YAML::Node& node) {
  return node ? std::optional{cell(node)} : std::nullopt;
}

Expected expected_of(const YAML::Node& entry) {
  Expected expected;
  expected.met.fill(Truth::yes);
  if (entry["refused"]) {
    if (entry["because"]) refuse(entry, "a question that is `refused` has no `because`");
    expected.refused = sentence(entry["refused"], "refused");
    return expected;
  }
  if (!entry["because"])
    refuse(entry, "`because` is missing; write [] when nothing stands against it");
  mark(expected.met, entry["because"], "because", Truth::no);
  if (entry["unknown"]) mark(expected.met, entry["unknown"], "unknown", Truth::unknown);
  expected.expires = optional_cell(entry["expires"]);
  expected.sale = optional_cell(entry["sale"]);
  expected.basis = expected.eligible() ? "soft_opt_in" : "";
  if (entry["basis"]) expected.basis = text_of(cell(entry["basis"]));
  return expected;
}

std::string label_of(const std::string& name) {
  std::string label;
  for (const char letter : name) {
    const char lower = rules::ascii_lower(letter);
    const bool plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (plain) {
      label += lower;
    } else if (!label.empty() && label.back() != '_') {
      label += '_';
    }
  }
  while (!label.empty() && label.back() == '_') label.pop_back();
  return label;
}

Case case_of(const YAML::Node& entry, const YAML::Node& file, const Lawful& lawful) {
  constexpr std::array<std::string_view, 14> known = {
      "case",   "law",     "change",  "add",   "remove", "without_columns", "without_relations",
      "policy", "because", "unknown", "basis", "sale",   "expires",         "refused"};
  allow_only(entry, known);
  Case result;
  result.name = sentence(entry["case"], "case");
  result.label = label_of(result.name);
  result.line = line_of(entry);
  if (entry["law"]) sentence(entry["law"], "law");

  WorldOfCase world{lawful};
  if (file["change"]) world.change(file["change"]);
  if (entry["change"]) world.change(entry["change"]);
  if (entry["remove"]) world.remove(entry["remove"]);
  if (entry["add"]) world.add(entry["add"]);
  if (entry["without_columns"]) world.drop_columns(entry["without_columns"]);
  if (entry["without_relations"]) world.drop_relations(entry["without_relations"]);
  result.world = world.world();

  for (const auto& terms : {file["policy"], entry["policy"]}) {
    if (terms) result.policy = with_terms(result.policy.value_or(rules::baseline()), terms);
  }
  result.expected = expected_of(entry);
  return result;
}

// "Each condition has a met, a not-met and an unknown case", or says why it is never unknown.
void check_completeness(CaseFile& book, bool never_unknown) {
  const auto entry = std::ranges::find(rule_book, book.name, &rules::Rule::name);
  if (entry == rule_book.end()) return;
  const auto place = static_cast<std::size_t>(entry - rule_book.begin());
  const auto some = [&](Truth truth) {
    return std::ranges::any_of(book.cases, [&](const Case& one) {
      return !one.expected.refused && one.expected.met[place] == truth;
    });
  };
  if (!some(Truth::yes)) book.faults.push_back("no case meets this condition");
  if (!some(Truth::no)) book.faults.push_back("no case fails this condition");
  if (some(Truth::unknown) == never_unknown) {
    book.faults.push_back(
        never_unknown ? "`never_unknown` is said, but a case has it unknown"
                      : "no case has this condition unknown, and no `never_unknown` says why");
  }
}

void check_labels(CaseFile& book) {
  std::set<std::string> seen;
  for (const Case& one : book.cases) {
    if (one.label.empty() || !seen.insert(one.label).second) {
      book.faults.push_back("line " + std::to_string(one.line) + ": a case named like `" +
                            one.name + "` stands there twice, or has no letters");
    }
  }
}

void read_file(CaseFile& book, const YAML::Node& file, const Lawful& lawful) {
  std::vector<std::string_view> known = {"about",  "source",        "change",
                                         "policy", "never_unknown", "cases"};
  if (book.name == "lawful") known.insert(known.end(), {"recorded", "added_rows", "ask"});
  allow_only(file, known);
  if (sentence(file["about"], "about") != book.name) {
    throw Fault("`about` must be `" + book.name + "`, as the file is called");
  }
  sentence(file["source"], "source");
  if (file["never_unknown"]) sentence(file["never_unknown"], "never_unknown");
  if (!file["cases"] || !file["cases"].IsSequence() || file["cases"].size() == 0) {
    throw Fault("there are no `cases`");
  }
  for (const auto& entry : file["cases"]) {
    try {
      book.cases.push_back(case_of(entry, file, lawful));
    } catch (const Fault& fault) {
      book.faults.emplace_back(fault.what());
    }
  }
  check_labels(book);
  if (book.faults.empty()) check_completeness(book, static_cast<bool>(file["never_unknown"]));
}

// What lawful.yaml says, or what is wrong with it.
struct Start {
  std::optional<Lawful> lawful;
  std::string fault;
};

Start read_start(const std::filesystem::path& path) {
  try {
    return {read_lawful(YAML::LoadFile(path.string())), {}};
  } catch (const std::exception& fault) {
    return {std::nullopt, "lawful.yaml: " + std::string{fault.what()}};
  }
}

CaseFile read_case_file(const std::filesystem::path& path, const Start& start) {
  CaseFile book;
  book.name = path.stem().string();
  book.path = path;
  try {
    if (!start.lawful) throw Fault(start.fault);
    read_file(book, YAML::LoadFile(path.string()), *start.lawful);
  } catch (const std::exception& fault) {
    book.faults.emplace_back(fault.what());
  }
  return book;
}

}  // namespace

std::string Expected::reason() const {
  for (std::size_t place = 0; place < size_of_book; ++place) {
    if (met[place] != Truth::yes) return std::string{rule_book[place].name};
  }
  return "eligible";
}

std::vector<CaseFile> read_case_book(const std::filesystem::path& folder) {
  const auto lawful = folder / "lawful.yaml";
  const Start start = read_start(lawful);
  std::map<std::string, CaseFile> files;
  files["lawful"] = read_case_file(lawful, start);
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().stem().string();
    if (entry.path().extension() != ".yaml" || name == "lawful") continue;
    files[name] = read_case_file(entry.path(), start);
  }
  for (const auto& rule : rule_book) {
    const std::string name{rule.name};
    if (files.contains(name)) continue;
    files["lawful"].faults.push_back("the condition " + name + " has no file " + name + ".yaml");
  }
  std::vector<CaseFile> result;
  for (auto& [name, file] : files) result.push_back(std::move(file));
  return result;
}

}  // namespace softoptin::tests
