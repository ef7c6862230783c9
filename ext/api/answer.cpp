#include "api/answer.hpp"

#include <array>
#include <memory>

#include "rules/rule_book.hpp"

namespace softoptin::api {

Answer::Answer(Reading& reading, const Asked& asked)
    : dossier(reading.by_key.read(asked.contact_id, asked.product_id, asked.channel)),
      question{asked.channel, asked.as_of.value_or(reading.source.snapshot().now())},
      facts(dossier.facts(asked.channel, *reading.source.settings().policy,
                          reading.source.settings().house)),
      matter(consider(question, facts)),
      decision(decide(matter)) {}

std::string_view Answer::reason() const {
  return decision.unmet ? name(*decision.unmet) : std::string_view{"eligible"};
}

void answer(sqlite::Call& call, Show show) {
  std::array<std::optional<sqlite::Value>, 4> arguments;
  for (std::size_t at = 0; at < call.count(); ++at) arguments[at] = call[at].copy();
  const Asked question = asked(std::span{arguments}.first(call.count()));
  if (!question.has_answer()) {
    call.result().null();
    return;
  }
  sqlite3* const db = call.connection().db;
  const sqlite::Entered entered{call.connection()};
  auto& reading = call.statement_state<Reading>([&] { return std::make_unique<Reading>(db); });
  show(Answer{reading, question}, call.result());
}

}  // namespace softoptin::api
