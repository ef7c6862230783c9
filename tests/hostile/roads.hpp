// Every road to an answer, as statements whose rows say who gets a yes.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "support/host/database.hpp"

namespace softoptin::hostile {

// Each row begins with 'yes' where it lets something be sent, and then says what to whom.
struct Road {
  std::string name;
  std::string sql;
};

// By key, by the narrow pass and the whole one, changing from road to road; every function and
// every table, about five products, three channels and one day.
const std::vector<Road>& roads();

enum class Policy { baseline, national };
enum class Shape { tables, views };
std::string name_of(Policy policy);

// The world of world.sql, its relations as tables or as views.
std::string world(Policy policy, Shape shape);

// What a statement came to: its rows, or SQLite's code and words.
struct Outcome {
  std::vector<std::string> rows;
  int code = SQLITE_OK;
  std::string message;

  [[nodiscard]] std::set<std::string> yes() const;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// The first column of the rows, as text. `once_prepared` is called before the first step.
Outcome outcome_of(
    host::Database& db, const std::string& sql, const std::function<void()>& once_prepared = [] {});

}  // namespace softoptin::hostile
