// Examine: an imagined database is put to every road, and the answers are compared.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "imagined.hpp"

namespace softoptin::agreement {

// What came of many worlds: shows that they were no dull ones.
struct Tally {
  std::map<std::string, int> reasons;
  std::map<std::string, int> bases;
  std::map<std::string, int> policies;  // Of each yes.
  int worlds = 0;
  int questions = 0;
  int passes = 0;  // Worlds in which the one statement changed to the pass.

  void add(const Tally& other);
  [[nodiscard]] std::string text() const;
};

// Where two roads part. Without a question it is an error, or all of one road is amiss.
struct Disagreement {
  std::optional<std::size_t> question;
  std::string text;  // What each road says.
};

// Nothing when all agree; then the answers are added to the tally.
std::optional<Disagreement> examine(const Imagined& imagined, Tally& tally);

// The disagreement in the least database that still has one: rows, columns and questions are taken
// away as long as the roads still part. As a text: the database as a script for the sqlite3 shell,
// the question in it, what each road says.
std::string in_short(Imagined imagined, const Disagreement& found);

}  // namespace softoptin::agreement
