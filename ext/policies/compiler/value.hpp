// Value: what a file of policies says of one column, read strictly.
//
// Each reader takes what stands behind a key and gives it in two forms: as C++, for the generated
// rows, and in the one spelling that the row's version is made of. What is outside the vocabulary
// is a Fault, in words for whoever wrote it.
#pragma once

#include <yaml-cpp/yaml.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "rules/day.hpp"

namespace softoptin::policies {

// What is wrong with a file, and in which line of it, from 1.
struct Fault : std::runtime_error {
  Fault(int in_line, const std::string& what) : std::runtime_error{what}, line{in_line} {}
  int line;
};

int line_of(const YAML::Node& node);

struct Value {
  std::string written;            // Without YAML's freedoms: one spelling for one meaning.
  std::string cpp;                // An initializer.
  std::string_view list_of = {};  // The type of its elements, where it is a list that is not empty.
};

// Throws a Fault.
using Reader = Value (*)(std::string_view key, const YAML::Node& node);

Value text(std::string_view key, const YAML::Node& node);
Value text_or_none(std::string_view key, const YAML::Node& node);
Value texts_or_none(std::string_view key, const YAML::Node& node);
Value addresses(std::string_view key, const YAML::Node& node);
Value jurisdiction(std::string_view key, const YAML::Node& node);
Value zone_or_none(std::string_view key, const YAML::Node& node);
Value variant(std::string_view key, const YAML::Node& node);
Value soft_optin(std::string_view key, const YAML::Node& node);
Value said(std::string_view key, const YAML::Node& node);
Value corporates(std::string_view key, const YAML::Node& node);
Value confidence(std::string_view key, const YAML::Node& node);
Value yes_or_no(std::string_view key, const YAML::Node& node);
Value date(std::string_view key, const YAML::Node& node);  // As text.
Value date_or_none(std::string_view key, const YAML::Node& node);
Value date_or_unknown(std::string_view key, const YAML::Node& node);
Value months_or_none(std::string_view key, const YAML::Node& node);
Value days_or_none(std::string_view key, const YAML::Node& node);
Value registers_or_none(std::string_view key, const YAML::Node& node);

// The day that YYYY-MM-DD says; nothing for any other text.
std::optional<rules::Day> day_of(std::string_view text);

}  // namespace softoptin::policies
