#include "support/world_of_case.hpp"

#include <algorithm>
#include <array>

namespace softoptin::tests {
namespace {

// How the rows of one relation are called in a case.
struct Form {
  std::string_view relation;
  std::string_view row;  // The row of lawful.yaml that an added one inherits from.
  std::vector<std::string_view> must_say;  // What an added row must say itself.
};

const std::vector<Form>& forms() {
  static const std::vector<Form> all = {
      {"contacts", "contact", {"contact_id"}},
      {"products", "product", {"product_id"}},
      {"sales", "sale", {"sale_id"}},
      {"assessments", "assessment", {"approved_at"}},
      {"preferences", "preference", {"state", "changed_at"}},
      {"messages", "message", {"sent_at"}},
      {"similar_categories", "similar_category", {"category", "similar_to"}},
      {"policy_choices", "policy_choice", {"jurisdiction", "parameter", "value"}},
      {"register_checks", "register_check", {"register", "checked_at"}},
  };
  return all;
}

const Form& form_of(const YAML::Node& where, std::string_view relation) {
  const auto found = std::ranges::find(forms(), relation, &Form::relation);
  if (found == forms().end()) {
    refuse(where, "there is no relation `" + std::string{relation} + "`");
  }
  return *found;
}

std::string relation_of(std::string_view row) {
  if (row == "sold_product") return "products";
  return std::string{std::ranges::find(forms(), row, &Form::row)->relation};
}

const Row& inherited(const Lawful& lawful, const Form& form) {
  return lawful.inherited.find(form.row)->second;
}

// Only columns that the row has already: any other is a slip of the pen.
void overwrite(Row& row, const YAML::Node& with) {
  for (const auto& column : keys_of(with)) {
    const auto found = row.find(column);
    if (found == row.end()) refuse(with, "there is no column `" + column + "` here");
    found->second = cell(with[column]);
  }
}

Row added_row(const Lawful& lawful, const Form& form, const YAML::Node& entry) {
  const auto said = keys_of(entry);
  for (const auto column : form.must_say) {
    if (std::ranges::find(said, column) == said.end()) {
      refuse(entry, "an added row must say its " + std::string{column});
    }
  }
  Row added = inherited(lawful, form);
  overwrite(added, entry);
  return added;
}

template <typename Names>
void read_rows(const YAML::Node& node, const Names& names,
               std::map<std::string, Row, std::less<>>& into) {
  allow_only(node, names);
  for (const auto name : names) {
    const auto found = node[std::string{name}];
    if (!found) refuse(node, "`" + std::string{name} + "` is missing here");
    into[std::string{name}] = row(found);
  }
}

}  // namespace

Lawful read_lawful(const YAML::Node& file) {
  constexpr std::array<std::string_view, 5> recorded = {"contact", "product", "sold_product",
                                                        "sale", "assessment"};
  constexpr std::array<std::string_view, 5> added = {"preference", "message", "similar_category",
                                                     "policy_choice", "register_check"};
  if (!file["recorded"] || !file["added_rows"] || !file["ask"]) {
    throw Fault("lawful.yaml must have `recorded`, `added_rows` and `ask`");
  }
  Lawful lawful;
  read_rows(file["recorded"], recorded, lawful.recorded);
  lawful.inherited = lawful.recorded;
  read_rows(file["added_rows"], added, lawful.inherited);
  lawful.ask = row(file["ask"]);
  return lawful;
}

WorldOfCase::WorldOfCase(const Lawful& lawful)
    : lawful_(lawful), recorded_(lawful.recorded), ask_(lawful.ask) {}

void WorldOfCase::change(const YAML::Node& changes) {
  for (const auto& name : keys_of(changes)) {
    const auto found = recorded_.find(name);
    if (name == "settings") {
      for (const auto& [setting, value] : row(changes[name])) settings_[setting] = value;
    } else if (name == "ask") {
      overwrite(ask_, changes[name]);
    } else if (found != recorded_.end()) {
      overwrite(found->second, changes[name]);
    } else {
      refuse(changes, "there is no lawful `" + name + "` to change");
    }
  }
}

void WorldOfCase::remove(const YAML::Node& names) {
  for (const auto& name : words(names, "remove")) {
    if (recorded_.erase(name) == 0) refuse(names, "there is no lawful `" + name + "` to remove");
  }
}

void WorldOfCase::add(const YAML::Node& additions) {
  for (const auto& relation : keys_of(additions)) {
    const Form& form = form_of(additions, relation);
    const auto rows = additions[relation];
    if (!rows.IsSequence()) refuse(rows, "expected a list of rows here");
    for (const auto& entry : rows) {
      added_.emplace_back(relation, added_row(lawful_, form, entry));
    }
  }
}

void WorldOfCase::drop_columns(const YAML::Node& columns) {
  for (const auto& relation : keys_of(columns)) {
    const Row& known = inherited(lawful_, form_of(columns, relation));
    for (const auto& column : words(columns[relation], "without_columns")) {
      if (!known.contains(column)) refuse(columns, "there is no column `" + column + "`");
      dropped_columns_[relation].insert(column);
    }
  }
}

void WorldOfCase::drop_relations(const YAML::Node& relations) {
  for (const auto& relation : words(relations, "without_relations")) {
    if (relation != "settings") form_of(relations, relation);
    dropped_relations_.insert(relation);
  }
}

World WorldOfCase::world() const {
  World result;
  for (const Form& form : forms()) {
    Relation& relation = result.relations[std::string{form.relation}];
    for (const auto& [column, value] : inherited(lawful_, form)) {
      if (!dropped(form.relation, column)) relation.columns.push_back(column);
    }
  }
  for (const auto& [name, row] : recorded_) put(result, relation_of(name), row);
  for (const auto& [relation, row] : added_) put(result, relation, row);
  Relation& settings = result.relations["settings"];
  settings.columns = {"name", "value"};
  for (const auto& [name, value] : settings_) {
    settings.rows.push_back({{"name", name}, {"value", value}});
  }
  for (const auto& relation : dropped_relations_) result.relations.erase(relation);
  result.ask = ask_;
  return result;
}

bool WorldOfCase::dropped(std::string_view relation, std::string_view column) const {
  const auto found = dropped_columns_.find(relation);
  return found != dropped_columns_.end() && found->second.contains(column);
}

void WorldOfCase::put(World& world, const std::string& relation, Row row) const {
  std::erase_if(row, [&](const auto& cell) { return dropped(relation, cell.first); });
  world.relations[relation].rows.push_back(std::move(row));
}

}  // namespace softoptin::tests
