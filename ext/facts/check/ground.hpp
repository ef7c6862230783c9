// Ground: what every check stands on: the snapshot, the settings and the law that they ask for, the
// relations as they are found, and the list of findings.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/check/check.hpp"
#include "facts/check/law.hpp"
#include "facts/contract.hpp"
#include "facts/house.hpp"
#include "facts/snapshot.hpp"
#include "sqlite/error.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::facts::check {

// Every relation of the contract.
inline constexpr std::array<const Relation*, 10> relations = {
    &contacts::relation,           &sales::relation,
    &products::relation,           &preferences::relation,
    &messages::relation,           &assessments::relation,
    &similar_categories::relation, &register_checks::relation,
    &policy_choices::relation,     &settings::relation};

// A relation as it is found. Unlike Layout, it takes one that lacks a column or fails.
struct Found {
  const Relation* relation = nullptr;
  std::string from;  // As SQL names it.
  bool present = false;
  bool readable = false;  // It has not failed so far.
  std::vector<std::string> columns;

  [[nodiscard]] bool has(std::string_view column) const;
  // It has every column that the contract requires.
  [[nodiscard]] bool complete() const;
};

// Whether questions are an error without it.
bool required(const Relation& relation, const Settings& settings);

class Ground {
 public:
  // Takes the snapshot, reads the settings and finds the relations. What is wrong with these is
  // added as a finding; a setting that is refused keeps its default. Throws Error.
  explicit Ground(sqlite3* db);

  [[nodiscard]] sqlite3* db() const { return snapshot_.db(); }
  [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] Law& law() { return *law_; }
  [[nodiscard]] const Law& law() const { return *law_; }
  [[nodiscard]] const Found& operator[](const Relation& relation) const;
  [[nodiscard]] bool has(const Relation& relation, std::string_view column) const;
  // Whether softoptin's own readers find what they need: nothing that is required is missing, fails
  // or is refused.
  [[nodiscard]] bool questions_can_be_asked() const;

  void add(Finding finding);
  [[nodiscard]] std::vector<Finding> take_findings() { return std::move(findings_); }

  // Runs `body`, which reads the relation. Its failing is a finding, and nobody reads it again.
  template <class Body>
  void reading(const Relation& relation, Body body) {
    if (!(*this)[relation].readable) return;
    try {
      body();
    } catch (const sqlite::Error& error) {
      fails(relation, error);
    }
  }

  [[nodiscard]] sqlite::Statement prepare(const std::string& sql, const Relation& relation) const {
    return {db(), sql, std::string{relation.name}};
  }

 private:
  [[nodiscard]] Found& found(const Relation& relation);
  void survey(const Relation& relation, std::string_view schema);
  void read_settings();
  // Adds the finding; throws the error again when it is not the relation's fault.
  void fails(const Relation& relation, const sqlite::Error& error);

  Snapshot snapshot_;
  Settings settings_;
  bool settings_refused_ = false;
  std::optional<Law> law_;  // Once the settings are read.
  std::array<Found, relations.size()> found_;
  std::vector<Finding> findings_;
};

}  // namespace softoptin::facts::check
