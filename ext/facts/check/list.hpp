// The checks, each in a file of its own: relations.cpp and so on. check.cpp has their order.
#pragma once

#include "facts/check/ground.hpp"

namespace softoptin::facts::check {

// Relations that are missing or likely misspelt.
void check_relations(Ground& ground);
// Columns that are missing or likely misspelt.
void check_columns(Ground& ground);
// Choices that a house may not make.
void check_choices(Ground& ground);
// Values that are not read as they are meant: dates, words, booleans, ids, addresses, countries.
void check_values(Ground& ground);
// Rows that lack or match what they should not: duplicates, nobody's sales, unknown products.
void check_rows(Ground& ground);
// Categories without a path, and those that no product is in.
void check_categories(Ground& ground);
// Opt-out registers that no policy names, and those that were not screened in time.
void check_registers(Ground& ground);
// Contacts whose country is not known, or whose policy nobody has settled; choices for nobody.
void check_policies(Ground& ground);
// Negotiations of which nobody knows whether they were of a kind that the policy accepts.
void check_negotiations(Ground& ground);
// Messages that would extend a window, were they known.
void check_messages(Ground& ground);
// Products without an assessment in force, or one that is soon to be reviewed.
void check_assessments(Ground& ground);
// Look-ups by key that no index serves.
void check_indexes(Ground& ground);

}  // namespace softoptin::facts::check
