#include "rules/decide.hpp"

#include <type_traits>
#include <utility>

#include "rules/rule_book.hpp"

namespace softoptin::rules {
namespace {

// The place of the first rule of [from, to) that is not met; `to` where all are. Written out by the
// compiler, so that each rule is inlined.
template <std::size_t from, std::size_t to>
std::size_t first_unmet(const Matter& matter) {
  std::size_t at = from;
  const auto met = [&]<std::size_t place>(std::integral_constant<std::size_t, place>) {
    constexpr Rule rule = rule_book[place];
    if (rule.met(matter) != Truth::yes) return false;
    ++at;
    return true;
  };
  [&]<std::size_t... places>(std::index_sequence<places...>) {
    static_cast<void>((met(std::integral_constant<std::size_t, from + places>{}) && ...));
  }
  (std::make_index_sequence<to - from>{});
  return at;
}

// How a sale compares with another as the one that decides.
struct Standpoint {
  const Sale* sale = nullptr;
  std::size_t reached{};          // The place of the first rule not met; less where no sale is.
  std::optional<Day> last_day{};  // Of its window, where it meets every rule; nothing: without end.

  [[nodiscard]] bool decides_over(const Standpoint& other) const {
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
    Standpoint here{&sale, first_unmet<first_sale_rule, after_sale_rules>(matter)};
    if (here.reached == after_sale_rules) {
      here.last_day = window(matter.question, matter.facts, sale).last_day;
    }
    if (here.decides_over(best)) best = here;
  }
  return best.sale;
}

// The earlier of two last days; nothing is without end.
std::optional<Day> sooner(std::optional<Day> left, std::optional<Day> right) {
  if (!left || !right) return left ? left : right;
  return earlier_of(*left, *right);
}

std::optional<Day> last_day_of_a_yes(const Matter& matter) {
  const Facts& facts = matter.facts;
  auto last = window(matter.question, facts, *matter.sale).last_day;
  if (facts.house.require_assessment) last = sooner(last, review_due(*matter.assessment));
  last = sooner(last, facts.policy.of(facts.contact.subscriber).screening.last_day);
  return sooner(last, facts.policy.last_day);
}

// "no opt-out in force, and the policy asks neither of this subscriber", of a policy that speaks of
// the channel, and whose registers were screened.
bool not_required(const Matter& matter) {
  const auto& [question, facts, standing, assessment, first, sale] = matter;
  const SubscriberTerms& terms = facts.policy.of(facts.contact.subscriber);
  const Truth channel = facts.policy.channels[static_cast<std::size_t>(question.channel)];
  return terms.not_required == Truth::yes && facts.policy.covers_the_day == Truth::yes &&
         channel == Truth::yes && terms.screening.done == Truth::yes &&
         standing.word == Standing::Word::none;
}

Basis basis_of(const Matter& matter, bool eligible) {
  const Facts& facts = matter.facts;
  if (!facts.contact.exists || !facts.product.exists || !facts.contact.has_address) {
    return Basis::none;
  }
  if (matter.standing.word == Standing::Word::opt_in) return Basis::consent;
  if (eligible) return Basis::soft_opt_in;
  return not_required(matter) ? Basis::not_required : Basis::none;
}

}  // namespace

Matter consider(const Question& question, const Facts& facts) {
  Matter matter{question, facts, standing(facts.ledgers, question),
                assessment_in_force(question, facts), first_collection(question, facts)};
  matter.sale = sale_that_decides(matter);
  return matter;
}

Decision decide(const Matter& matter) {
  Decision decision;
  decision.sale = matter.sale;
  const std::size_t unmet = first_unmet<0, rule_book.size()>(matter);
  if (unmet < rule_book.size()) {
    decision.unmet = rule_book[unmet].code;
  } else {
    decision.expires = last_day_of_a_yes(matter);
  }
  decision.basis = basis_of(matter, decision.eligible());
  return decision;
}

}  // namespace softoptin::rules
