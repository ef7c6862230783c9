// Imagined: one database as it could be, and what is asked of it; as SQL, to be run and to be read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/world.hpp"

namespace softoptin::agreement {

using tests::Value;

// How one relation is built.
struct Built {
  enum class Form {
    table,      // The relation is the table.
    view,       // A view over a table shop_*.
    temp_view,  // The same, in temp.
    halves      // A view that puts together two parts of the table.
  };
  Form form = Form::table;
  bool capitals = false;                                  // Column names in capitals.
  std::map<std::string, std::string, std::less<>> types;  // Declared, by column; none unless given.
  std::vector<std::string> indexes;                       // What each is on.
};

struct Question {
  Value contact_id;
  Value product_id;
  std::string channel;
  Value as_of;
};

struct Imagined {
  tests::World
      world;  // As it is written. Where a column has a type, SQLite may store it otherwise.
  std::map<std::string, Built, std::less<>> built;  // By relation; plain tables unless given.
  std::vector<Question> questions;
};

// The value as SQL writes it.
std::string literal(const Value& value);

// The statements that create and fill the database: fit to be pasted into the sqlite3 shell.
std::string script(const Imagined& imagined);

// The question as the arguments of a call.
std::string arguments(const Question& question);

}  // namespace softoptin::agreement
