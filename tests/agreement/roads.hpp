// Roads: the ways to an answer. Each is asked every question of one database.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "database.hpp"

namespace softoptin::agreement {

// What one road says to one question. Texts are empty for NULL.
struct Answer {
  std::string reason;
  std::string basis;
  std::string expires;
  // The sale that decided, where the road tells it: its day, and its sale_id as SQL writes it. The
  // plain SQL gives the ids of all sales that are as good, between slashes.
  std::optional<std::string> sale_on;
  // Whose rule decided, where the road tells it.
  std::optional<std::string> policy;
  std::optional<std::string> sale_id;
};

std::string shown(const Answer& answer);

// The reason of a contact who is on no send list, which does not say why.
inline constexpr std::string_view not_listed = "not on the list";

// A road, and what it says to each question, in their order; nothing where the road cannot be asked
// that. An answer that eligible contradicts, or that is not the same each time, has that as its
// reason, and so differs from all others.
struct Road {
  std::string name;
  std::vector<std::optional<Answer>> answers;
};

// A road that does not even agree with itself.
struct Contradiction : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Each throws host::Error or Contradiction.

// By plain.sql, written from the law. The others are compared with it.
Road plain_sql(Database& database);
// By the rules alone, over facts assembled in memory. Has no word on worlds under a national policy
// or in another zone than UTC.
Road core(Database& database);
// By the scalar functions, a statement a question: by key. Some of the questions.
Road one_by_one(Database& database);
// By the scalar functions, one statement that asks everything again and again, so that it changes
// to the pass over everything.
struct Repeated {
  Road road;
  bool changed_to_the_pass;
};
Repeated all_at_once(Database& database);

// By the tables: every contact, a statement a campaign; one contact by key, again and again, until
// that statement too has changed to the pass; and the eligible of several campaigns in one
// statement. Of a send list, the address too must be as recorded.
Road eligibility(Database& database);
Road eligibility_of_one(Database& database);
Road eligible_alone(Database& database);
Road audience(Database& database);
Road audience_of_one(Database& database);

}  // namespace softoptin::agreement
