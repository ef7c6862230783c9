// Answer: one question, read from the user's relations and decided. What every function here shows.
#pragma once

#include "api/question.hpp"
#include "facts/key_reader.hpp"
#include "facts/source.hpp"
#include "rules/decide.hpp"
#include "sqlite/function.hpp"

namespace softoptin::api {

// What one SQL statement keeps from call to call.
struct Reading {
  explicit Reading(sqlite3* db) : source(db), by_key(source) {}

  facts::Source source;
  facts::KeyReader by_key;
};

// Views into the reading; valid until its next question.
struct Answer {
  Answer(Reading& reading, const Asked& asked);
  Answer(const Answer&) = delete;
  Answer& operator=(const Answer&) = delete;
  Answer(Answer&&) = delete;
  Answer& operator=(Answer&&) = delete;
  ~Answer() = default;

  const facts::Dossier& dossier;
  const rules::Question question;
  const rules::Facts facts;
  const rules::Matter matter;
  const rules::Decision decision;

  // `eligible`, or the code of the first condition not met.
  [[nodiscard]] std::string_view reason() const;
};

// What a scalar function shows of an answer.
using Show = void (*)(const Answer&, sqlite::Result);

// One call of a scalar function: NULL for a NULL contact or product, else what `show` makes of the
// answer. The reader is the calling statement's.
void answer(sqlite::Call& call, Show show);

}  // namespace softoptin::api
