// Case runner: every case of the case book as a test of its own, against one way of answering.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "support/case_book.hpp"

namespace softoptin::tests {

// What somebody who was asked about a world answers.
struct Answer {
  Findings met{};
  std::string reason;
  std::string basis;  // Empty: none.
  std::optional<std::string> expires;
  Value sale;                               // The sale_id of the evidence.
  std::vector<std::string> contradictions;  // Where the answer does not agree with itself.
};

// Answers the question of a world under the policy of a case, or where it has none of its own under
// the one that the world's settings ask for; throws Refused (support/house_of_world.hpp) where
// the question or a setting is an error. Any other exception fails the case.
using Answerer = std::function<Answer(const World&, const std::optional<rules::Policy>&)>;

// Which cases an answerer can be asked about: SQL offers no policy that is a case's own.
enum class Scope { every_case, policies_of_sql };

// The main function of a runner: each file is a test suite, each case a test, asked twice, with
// contact ids as written and as text. The test `form` of each file fails for whatever in it is no
// case.
int run_case_book(int argument_count, char** arguments, Scope scope, const Answerer& answerer);

}  // namespace softoptin::tests
