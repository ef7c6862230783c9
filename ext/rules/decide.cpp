#include "rules/decide.hpp"

#include "rules/rule_book.hpp"

namespace softoptin::rules {
namespace {

std::size_t first_unmet(const Matter& matter, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (rule_book[at].met(matter) != Truth::yes) return at;
  }
  return to;
}

// How a sale compares with another as the one that decides.
struct Standpoint {
  const Sale* sale = nullptr;
  std::size_t reached = 0;        // The place of the first rule not met.
  std::optional<Day> last_day{};  // Of its window, where it meets every rule; nothing: without end.

  [[nodiscard]] bool decides_over(const Standpoint& other) const {
    if (other.sale == nullptr) return true;
    if (reached != other.reached) return reached > other.reached;
    if (reached == after_sale_rules && last_day != other.last_day) {
      return other.last_day && (!last_day || *last_day > *other.last_day);
    }
    const bool readable = sale->date_readable == Truth::yes;
    const bool other_readable = other.sale->date_readable == Truth::yes;
    if (readable != other_readable) return readable;
    return readable && sale->day > other.sale->day;
  }
};

// "Conditions 10 to 19 must hold for one and the same sale; any one suffices. When none does, the
// reason is that of the sale that got furthest, the most recent of these."
const Sale* sale_that_decides(Matter matter) {
  Standpoint best;
  for (const Sale& sale : matter.facts.sales) {
    // "Sale after as_of: not known yet, ignored." By civil day; a sale of the day asked about
    // counts.
    if (sale.date_readable == Truth::yes && sale.day > matter.question.as_of.day) continue;
    matter.sale = &sale;
    Standpoint here{&sale, first_unmet(matter, first_sale_rule, after_sale_rules)};
    if (here.reached == after_sale_rules) {
      here.last_day = window(matter.question, matter.facts, sale).last_day;
    }
    if (here.decides_over(best)) best = here;
  }
  return best.sale;
}

std::optional<Day> last_day_of_a_yes(const Matter& matter) {
  auto last = window(matter.question, matter.facts, *matter.sale).last_day;
  if (!matter.facts.house.require_assessment) return last;
  const auto due = review_due(*matter.assessment);
  if (!last) return due;
  return due ? earlier_of(*last, *due) : last;
}

Basis basis_of(const Matter& matter, bool eligible) {
  const auto& [question, facts, standing, assessment, sale] = matter;
  if (!facts.contact.exists || !facts.product.exists || !facts.contact.has_address) {
    return Basis::none;
  }
  if (standing.word == Standing::Word::opt_in) return Basis::consent;
  if (eligible) return Basis::soft_opt_in;
  const Truth not_required = facts.contact.subscriber == Subscriber::corporate
                                 ? facts.policy.not_required_for_corporates
                                 : facts.policy.not_required_for_individuals;
  const bool silent = standing.word == Standing::Word::none;
  return silent && not_required == Truth::yes ? Basis::not_required : Basis::none;
}

}  // namespace

Matter consider(const Question& question, const Facts& facts) {
  Matter matter{question, facts, standing(facts.ledgers, question),
                assessment_in_force(question, facts)};
  matter.sale = sale_that_decides(matter);
  return matter;
}

Decision decide(const Matter& matter) {
  Decision decision;
  decision.sale = matter.sale;
  const std::size_t unmet = first_unmet(matter, 0, rule_book.size());
  if (unmet < rule_book.size()) {
    decision.unmet = rule_book[unmet].code;
  } else {
    decision.expires = last_day_of_a_yes(matter);
  }
  decision.basis = basis_of(matter, decision.eligible());
  return decision;
}

}  // namespace softoptin::rules
