#include "support/world.hpp"

#include <algorithm>

namespace softoptin::tests {
namespace {

void make_text(Row& row) {
  const auto found = row.find("contact_id");
  if (found == row.end()) return;
  if (const auto* number = std::get_if<std::int64_t>(&found->second)) {
    found->second = "c" + std::to_string(*number);
  }
}

}  // namespace

bool Relation::has(std::string_view column) const {
  return std::ranges::find(columns, column) != columns.end();
}

const Relation& World::relation(std::string_view name) const {
  static const Relation nothing;
  const auto found = relations.find(name);
  return found == relations.end() ? nothing : found->second;
}

const Value& at(const Row& row, std::string_view column) {
  static const Value null;
  const auto found = row.find(column);
  return found == row.end() ? null : found->second;
}

World with_text_contact_ids(World world) {
  for (auto& [name, relation] : world.relations) std::ranges::for_each(relation.rows, make_text);
  make_text(world.ask);
  return world;
}

}  // namespace softoptin::tests
