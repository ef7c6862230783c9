// Case book: the YAML files of cases that lawyers write, read into worlds and the answers expected.
//
// lawful.yaml holds one lawful world. Each case of each file changes a copy of it and says what
// follows. tests/cases/README.md describes the form. Whatever does not fit the form is a fault of
// the file: it is kept beside the cases that could be read, never skipped.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "rules/rule_book.hpp"
#include "support/world.hpp"

namespace softoptin::tests {

// Whether each condition is met, in the order of the rule book.
using Findings = std::array<rules::Truth, rules::rule_book.size()>;

// What a case says must follow. Nothing in an optional member: the case does not say.
struct Expected {
  Findings met{};
  std::string basis;  // Empty: none.
  std::optional<Value> expires;
  std::optional<Value> sale;           // The sale_id of the evidence.
  std::optional<std::string> refused;  // The question is an error that names this.

  // Made from what is not met: `eligible`, or the first of these in the order of the rule book.
  [[nodiscard]] std::string reason() const;
  [[nodiscard]] bool eligible() const { return reason() == "eligible"; }
};

struct Case {
  std::string name;   // As the file has it.
  std::string label;  // The same for a test runner: letters, digits and underscores.
  int line = 0;
  World world;
  std::optional<rules::Policy> policy;  // Nothing: as the settings say.
  Expected expected;
};

struct CaseFile {
  std::string name;  // Without the folder and .yaml.
  std::filesystem::path path;
  std::vector<Case> cases;
  std::vector<std::string> faults;  // Sentences; a file with any of these is wrong.
};

// One entry a *.yaml file of the folder, in alphabetic order. A condition without a file is a fault
// of lawful.yaml. What is wrong with a file never leaves this function as an error: it becomes a
// fault.
std::vector<CaseFile> read_case_book(const std::filesystem::path& folder);

}  // namespace softoptin::tests
