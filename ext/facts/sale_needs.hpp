// SaleNeeds: which sales bear on who is eligible for one product on one day, by the policy of the
// contact's country. The others a narrow pass leaves out.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "facts/by_country.hpp"
#include "facts/pass.hpp"
#include "rules/window.hpp"

namespace softoptin::facts {

class SaleNeeds {
 public:
  // `everyone` is the country where the contact's own does not decide. The source must outlive it.
  SaleNeeds(Source& source, const Pass::OneProduct& narrow, rules::Jurisdiction everyone)
      : source_(source),
        variant_(narrow.product.variant()),
        as_of_(narrow.asking.as_of),
        first_(too_early_before(policy(everyone), as_of_.day_in(rules::Zone::utc()))),
        every_product_([this](rules::Jurisdiction country) { return asks_every_product(country); }),
        every_day_([this](rules::Jurisdiction country) { return asks_every_day(country); }) {
    constexpr date::days apart{2};  // The day asked about, in two zones.
    if (first_) first_ = rules::Day{first_->sys_days() - apart};
  }
  SaleNeeds(const SaleNeeds&) = delete;
  SaleNeeds& operator=(const SaleNeeds&) = delete;
  SaleNeeds(SaleNeeds&&) = delete;
  SaleNeeds& operator=(SaleNeeds&&) = delete;
  ~SaleNeeds() = default;

  // Which sales are late enough to bear on it where the policy is as for everyone, in SQL. It
  // leaves out texts that begin as dates that are too early, and NULL; what is no text, or begins
  // with a blank, is read.
  [[nodiscard]] std::string late_enough() const {
    if (!first_) return "TRUE";
    // The plus keeps an index from changing the order.
    return "(+occurred_at COLLATE BINARY NOT BETWEEN '0' AND '" + first_->text() + "')";
  }
  // Whether earlier ones, too, bear on it there.
  [[nodiscard]] bool every_day(rules::Jurisdiction country) { return every_day_(country); }
  // Whether sales of other products than similar ones do.
  [[nodiscard]] bool every_product(rules::Jurisdiction country) { return every_product_(country); }

 private:
  [[nodiscard]] const rules::Policy& policy(rules::Jurisdiction country) {
    return source_.policies().policy_then(country, variant_, as_of_);
  }
  [[nodiscard]] std::optional<rules::Day> too_early_before(const rules::Policy& policy,
                                                           rules::Day as_of) const {
    return rules::too_early_before(policy, source_.settings().house, as_of);
  }

  [[nodiscard]] bool asks_every_product(rules::Jurisdiction country) {
    const rules::Policy& then = policy(country);
    return may_allow(then) && (then.initially_collected || !then.similar_required);
  }
  [[nodiscard]] bool asks_every_day(rules::Jurisdiction country) {
    if (!first_ || !may_allow(policy(country))) return false;
    const rules::Day as_of = as_of_.day_in(source_.policies().zone(country));
    const auto first = too_early_before(policy(country), as_of);
    return !first || *first < *first_;
  }

  using Find = std::function<bool(rules::Jurisdiction)>;

  Source& source_;
  rules::Variant variant_;
  rules::Stamp as_of_;
  std::optional<rules::Day> first_;
  ByCountry<Find> every_product_;
  ByCountry<Find> every_day_;
};

}  // namespace softoptin::facts
