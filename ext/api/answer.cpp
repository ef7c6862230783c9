#include "api/answer.hpp"

#include <array>
#include <memory>

#include "rules/rule_book.hpp"

namespace softoptin::api {

namespace {

// Reads the arguments, and runs `body` with the statement's reading where there is an answer.
template <class Body>
void with_reading(sqlite::Call& call, Body body) {
  std::array<std::optional<sqlite::Value>, 3> rest;
  for (std::size_t at = 1; at < call.count(); ++at) rest[at - 1] = call[at].copy();
  const Asked question = asked(call[0].copy(), std::span{rest}.first(call.count() - 1));
  if (!question.has_answer()) {
    call.result().null();
    return;
  }
  sqlite3* const db = call.connection().db;
  const sqlite::Entered entered{call.connection()};
  auto& reading =
      call.statement_state<facts::Reading>([&] { return std::make_unique<facts::Reading>(db); });
  body(reading, question);
}

}  // namespace

std::string shown(const rules::Stamp& as_of) { return as_of.in(rules::Zone::utc()).text(); }

facts::Asking asking_of(const facts::Reading& reading, const Asked& asked) {
  return {asked.channel, asked.as_of.value_or(reading.source().snapshot().now())};
}

Answer::Answer(facts::Reading& reading, const Asked& asked)
    : dossier(reading.by_key().read(asked.contact_id, asked.product_id, asking_of(reading, asked))),
      question(*dossier.question),
      facts(dossier.facts(reading.source().settings().house)),
      matter(consider(question, facts)),
      decision(rules::decide(matter)) {}

std::string_view reason(const rules::Decision& decision) {
  return decision.unmet ? name(*decision.unmet) : std::string_view{"eligible"};
}

void show_basis(const rules::Decision& decision, sqlite::Result result) {
  decision.basis == rules::Basis::none ? result.null() : result.text(name(decision.basis));
}

void decide(sqlite::Call& call, ShowDecision show) {
  with_reading(call, [&](facts::Reading& reading, const Asked& asked) {
    const auto decision =
        reading.decide(asked.contact_id, asked.product_id, asking_of(reading, asked));
    show(decision, call.result());
  });
}

void decide_eligible(sqlite::Call& call) {
  with_reading(call, [&](facts::Reading& reading, const Asked& asked) {
    call.result().boolean(
        reading.eligible(asked.contact_id, asked.product_id, asking_of(reading, asked)));
  });
}

void answer(sqlite::Call& call, ShowAnswer show) {
  with_reading(call, [&](facts::Reading& reading, const Asked& asked) {
    show(Answer{reading, asked}, call.result());
  });
}

}  // namespace softoptin::api
