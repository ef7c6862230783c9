#include "rules/collection.hpp"

#include <algorithm>

namespace softoptin::rules {
namespace {

bool may_matter(const Sale& sale, const Question& question) {
  return reaches(sale.channel, question.channel) != Truth::no &&
         sale.same_organisation != Truth::no;
}

}  // namespace

bool opt_out_had_to_be_offered(const Sale& sale, const Policy& policy) {
  if (sale.date_readable != Truth::yes) return true;
  return std::ranges::none_of(policy.no_opt_out_at_collection,
                              [&](const Period& period) { return period.contains(sale.day); });
}

std::optional<Day> first_day(const Question& question, const Facts& facts) {
  std::optional<Day> first;
  for (const Sale& sale : facts.sales) {
    const bool known_by_then = sale.date_readable == Truth::yes && sale.day <= question.as_of.day;
    if (!known_by_then || !may_matter(sale, question)) continue;
    first = first ? earlier_of(*first, sale.day) : sale.day;
  }
  return first;
}

bool may_be_first(const Sale& sale, std::optional<Day> first_day, const Question& question) {
  const bool dated = sale.date_readable == Truth::yes;
  return (!dated || sale.day == first_day) && may_matter(sale, question);
}

FirstCollection first_collection(const Question& question, const Facts& facts) {
  FirstCollection all;
  if (!facts.policy.initially_collected) return all;
  const auto first = first_day(question, facts);
  for (const Sale& sale : facts.sales) {
    if (!may_be_first(sale, first, question)) continue;
    all.directly = both(all.directly, collected_directly(sale));
    all.not_preticked = both(all.not_preticked, not_preticked(sale));
    all.opt_out_offered = both(all.opt_out_offered, opt_out_offered(sale, facts.policy));
    all.not_refused = both(all.not_refused, not_refused(sale));
  }
  return all;
}

}  // namespace softoptin::rules
