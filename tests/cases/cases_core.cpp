// Every case of the case book, answered by the rules alone.
#include "case_runner.hpp"
#include "rules/decide.hpp"
#include "rules/explain.hpp"
#include "support/facts_of_world.hpp"

namespace softoptin::tests {
namespace {

// A case says what is met, not in which words.
rules::Names plain_names() {
  return {.contact = "asked about",
          .product = "asked about",
          .sale = [](const auto&) { return "a sale"; },
          .kind = [](const auto&) { return "a kind"; },
          .organisations = [](const auto&) { return "a seller"; },
          .preference = [](const auto&) { return "a preference"; },
          .assessment = [](const auto&) { return "an assessment"; }};
}

Answer answer(const World& world, const std::optional<rules::Policy>& policy) {
  const FactsOfWorld assembled(world, policy);
  const rules::Facts facts = assembled.facts();
  const rules::Matter matter = rules::consider(assembled.question(), facts);
  const rules::Decision decision = rules::decide(matter);

  Answer result;
  const auto findings = rules::explain(matter, plain_names());
  for (std::size_t place = 0; place < result.met.size(); ++place) {
    result.met[place] = findings.at(place).met;
    if (findings[place].evidence.empty()) {
      result.contradictions.push_back(std::string{findings[place].rule->name} + " has no evidence");
    }
  }
  result.reason = decision.unmet ? std::string{rules::name(*decision.unmet)} : "eligible";
  result.basis = rules::name(decision.basis);
  if (decision.expires) result.expires = decision.expires->text();
  result.sale = assembled.sale_id(decision.sale);
  return result;
}

}  // namespace
}  // namespace softoptin::tests

int main(int argument_count, char** arguments) {
  using namespace softoptin::tests;
  return run_case_book(argument_count, arguments, Scope::every_case, answer);
}
