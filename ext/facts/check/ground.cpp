#include "facts/check/ground.hpp"

#include <algorithm>

#include "facts/quote.hpp"
#include "rules/text.hpp"

namespace softoptin::facts::check {

using sqlite::Error;

namespace {

// SQLite's plain error is that of a view or a function in it. Interrupts, short memory, denials,
// locks and corrupt files have codes of their own, and are no finding about the mapping.
bool fault_of_the_relation(const Error& error) { return (error.code() & 0xff) == SQLITE_ERROR; }

// An id that is an address is not shown.
bool may_be_an_address(const sqlite::Value& id) {
  const auto* text = std::get_if<std::string>(&id);
  return text != nullptr && (text->find('@') != std::string::npos || text->starts_with('+'));
}

}  // namespace

bool Found::has(std::string_view column) const {
  return readable && std::ranges::any_of(columns, [&](const std::string& met) {
           return rules::same_word(met, column);
         });
}

bool Found::complete() const {
  const auto there = [&](const Column& column) {
    return !column.in_its_place.empty() || has(column.name);
  };
  const bool either = relation->either.empty() || has(relation->either) || has(relation->or_else);
  return readable && either && std::ranges::all_of(relation->columns, there);
}

bool required(const Relation& relation, const Settings& settings) {
  if (&relation == &assessments::relation) return settings.house.require_assessment;
  return &relation == &contacts::relation || &relation == &sales::relation ||
         &relation == &products::relation || &relation == &preferences::relation;
}

Ground::Ground(sqlite3* db) : snapshot_(db) {
  for (std::size_t at = 0; at < relations.size(); ++at) found_[at].relation = relations[at];
  survey(settings::relation, "");
  read_settings();
  law_.emplace(settings_, snapshot_.now());
  for (const Relation* relation : relations) {
    if (relation != &settings::relation) survey(*relation, settings_.schema);
  }
}

void Ground::survey(const Relation& relation, std::string_view schema) {
  Found& place = found(relation);
  place.from = (schema.empty() ? "" : identifier(schema) + ".") + std::string{relation.name};
  place.present = snapshot_.has_relation(relation.name, schema);
  place.readable = place.present;
  reading(relation, [&] {
    const sqlite::Statement all = prepare("SELECT * FROM " + place.from, relation);
    for (int column = 0; column < all.columns(); ++column) {
      place.columns.emplace_back(all.column_name(column));
    }
  });
}

void Ground::read_settings() {
  if (!found(settings::relation).complete()) return;
  std::vector<std::string> refusals;
  reading(settings::relation, [&] { settings_ = facts::read_settings(snapshot_, refusals); });
  settings_refused_ = !refusals.empty() || !found(settings::relation).readable;
  for (const std::string& refusal : refusals) {
    add({Severity::error,
         settings::relation.name,
         "refused_setting",
         std::nullopt,
         {},
         "Correct the setting, which every question refuses: " + refusal +
             ". This check goes on without it."});
  }
}

const Found& Ground::operator[](const Relation& relation) const {
  return *std::ranges::find(found_, &relation, &Found::relation);
}

Found& Ground::found(const Relation& relation) {
  return *std::ranges::find(found_, &relation, &Found::relation);
}

bool Ground::has(const Relation& relation, std::string_view column) const {
  return (*this)[relation].has(column);
}

bool Ground::questions_can_be_asked() const {
  return !settings_refused_ && !law_->refuses_answers() &&
         std::ranges::all_of(found_, [&](const Found& found) {
           return found.present ? found.complete() : !required(*found.relation, settings_);
         });
}

void Ground::add(Finding finding) {
  if (may_be_an_address(finding.example)) finding.example = {};
  findings_.push_back(std::move(finding));
}

void Ground::fails(const Relation& relation, const Error& error) {
  if (!fault_of_the_relation(error)) throw error;
  found(relation).readable = false;
  add({Severity::error,
       relation.name,
       "failing_relation",
       std::nullopt,
       {},
       "Mend " + std::string{relation.name} + ", which is not checked further: " + error.message() +
           "."});
}

}  // namespace softoptin::facts::check
