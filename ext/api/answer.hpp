// Answer: one question, read from the user's relations and decided. What every function here shows.
#pragma once

#include <string>

#include "api/question.hpp"
#include "facts/reading.hpp"
#include "rules/decide.hpp"
#include "sqlite/function.hpp"

namespace softoptin::api {

// The question as the readers take it: without an as_of, now.
facts::Asking asking_of(const facts::Reading& reading, const Asked& asked);

// The moment of a question that was asked without one, as text.
std::string shown(const rules::Stamp& as_of);

// With all its evidence, read by key. Views into the reading; valid until its next question.
struct Answer {
  Answer(facts::Reading& reading, const Asked& asked);
  Answer(const Answer&) = delete;
  Answer& operator=(const Answer&) = delete;
  Answer(Answer&&) = delete;
  Answer& operator=(Answer&&) = delete;
  ~Answer() = default;

  const facts::Dossier& dossier;
  const rules::Question& question;
  const rules::Facts facts;
  const rules::Matter matter;
  const rules::Decision decision;
};

// `eligible`, or the code of the first condition not met.
std::string_view reason(const rules::Decision& decision);

// The basis as text; NULL: do not send.
void show_basis(const rules::Decision& decision, sqlite::Result result);

// What a scalar function shows: of the decision alone, or of the whole answer.
using ShowDecision = void (*)(const rules::Decision&, sqlite::Result);
using ShowAnswer = void (*)(const Answer&, sqlite::Result);

// One call of a scalar function: NULL for a NULL contact or product, else what `show` makes of the
// decision or answer. The reading is the calling statement's.
void decide(sqlite::Call& call, ShowDecision show);
// The same, where the answer is only whether the contact is eligible, 1 or 0.
void decide_eligible(sqlite::Call& call);
void answer(sqlite::Call& call, ShowAnswer show);

}  // namespace softoptin::api
