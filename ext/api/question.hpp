// Question: the arguments (contact_id, product_id [, channel [, as_of]]) that every function here
// takes.
#pragma once

#include <optional>

#include "rules/day.hpp"
#include "rules/vocabulary.hpp"
#include "sqlite/table_function.hpp"
#include "sqlite/value.hpp"

namespace softoptin::api {

struct Asked {
  sqlite::Value contact_id;
  sqlite::Value product_id;
  rules::Channel channel = rules::Channel::email;
  std::optional<rules::Stamp> as_of;  // Nothing: now.

  // A NULL contact or product is no question: the answer is NULL.
  [[nodiscard]] bool has_answer() const { return !is_null(contact_id) && !is_null(product_id); }
};

// Reads what follows the contact: product_id [, channel [, as_of]]. An argument not given takes its
// default. Throws Error, which says what to write, for
// a channel that is unknown or NULL and for an as_of that is NULL or no date that can be read. No
// message repeats what could be an address.
Asked asked(sqlite::Value contact_id, sqlite::Arguments rest);

// A date or instant given as the argument of that name. Throws Error, which says what to write.
rules::Stamp stamp_argument(const sqlite::Value& value, const char* name);

// For tables, which have no NULL to answer with. Throws Error when product_id is NULL.
void require_product(const Asked& asked);

// For a table whose column contact_id is compared with that key; `found` is the id of the row, NULL
// when there is none. Throws Error where SQLite, which takes no '1' for 1 in that column, would
// drop the row without a word.
void require_same_type(const sqlite::Value& key, const sqlite::Value& found);

}  // namespace softoptin::api
