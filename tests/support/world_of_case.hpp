// World of a case: the lawful world, changed as one case says.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/world.hpp"
#include "support/yaml.hpp"

namespace softoptin::tests {

// What lawful.yaml says: the rows that every case starts from, and those that added ones inherit
// from.
struct Lawful {
  std::map<std::string, Row, std::less<>> recorded;   // contact, product, sold_product, sale, ...
  std::map<std::string, Row, std::less<>> inherited;  // The same, and preference, message, ...
  Row ask;
};

// Throws Fault where a part is missing, or is not as it must be.
Lawful read_lawful(const YAML::Node& file);

// Makes one world, step by step. Each step throws a Fault that names the line where what it is told
// does not fit. The lawful world must outlive this.
class WorldOfCase {
 public:
  explicit WorldOfCase(const Lawful& lawful);

  // {sale: {kind: negotiation}, ask: {channel: sms}, settings: {window_months: 6}}
  void change(const YAML::Node& changes);
  // [sale, assessment]
  void remove(const YAML::Node& names);
  // {preferences: [{contact_id: 1, state: opt_out, changed_at: 2026-06-01}]}
  void add(const YAML::Node& additions);
  // {sales: [kind, channel]}
  void drop_columns(const YAML::Node& columns);
  // [settings, messages]
  void drop_relations(const YAML::Node& relations);

  [[nodiscard]] World world() const;

 private:
  using Added = std::vector<std::pair<std::string, Row>>;  // With the relation of each.

  [[nodiscard]] bool dropped(std::string_view relation, std::string_view column) const;
  void put(World& world, const std::string& relation, Row row) const;

  const Lawful& lawful_;
  std::map<std::string, Row, std::less<>> recorded_;
  Added added_;
  Row settings_;
  Row ask_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> dropped_columns_;
  std::set<std::string> dropped_relations_;
};

}  // namespace softoptin::tests
