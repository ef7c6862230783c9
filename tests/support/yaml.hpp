// YAML read strictly: a key that nobody knows, or a value that is not what was meant, is a fault.
#pragma once

#include <yaml-cpp/yaml.h>

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "support/value.hpp"
#include "support/world.hpp"

namespace softoptin::tests {

// What is wrong with a file of cases, in words for its author.
struct Fault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The line of the file, counted from 1.
int line_of(const YAML::Node& node);

// Throws a Fault that names the line.
[[noreturn]] void refuse(const YAML::Node& node, const std::string& why);

// The keys of a map in their order. Refuses what is no map, and a key that stands there twice.
std::vector<std::string> keys_of(const YAML::Node& node);

// Refuses a map with any other key.
void allow_only(const YAML::Node& node, std::span<const std::string_view> known);

// The text of a scalar, which must be there and not be blank.
std::string sentence(const YAML::Node& node, std::string_view what);

// The scalars of a list.
std::vector<std::string> words(const YAML::Node& node, std::string_view what);

// One cell. ~ is NULL; unquoted whole numbers are INTEGER, unquoted decimals REAL, all else TEXT.
// Refuses what is easily meant otherwise: an unquoted yes, no, true or false, and an unquoted
// number with a leading zero or plus, as telephone numbers have.
Value cell(const YAML::Node& node);

// One row: cells by column.
Row row(const YAML::Node& node);

}  // namespace softoptin::tests
