// The one lawful contact from which the tests start: each changes one thing and looks what follows.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "printing.hpp"
#include "rules/decide.hpp"
#include "rules/explain.hpp"
#include "rules/window.hpp"
#include "written_dates.hpp"

namespace softoptin::rules {

inline Sale lawful_sale(std::string_view occurred_at) {
  return {.channel = {},
          .date_readable = Truth::yes,
          .day = day(occurred_at),
          .same_organisation = Truth::yes,
          .collected_directly = Truth::yes,
          .preticked = Truth::no,
          .opt_out_offered = Truth::yes,
          .refused = Truth::no,
          .similar = Truth::yes};
}

// An entry about everything; a text that is no date leaves it without one.
inline Preference preference(State state, std::string_view changed_at) {
  return {.state = state,
          .changed_at = maybe_moment(changed_at),
          .channel = {},
          .covers_category = Truth::yes,
          .covers_organisation = Truth::yes};
}
inline Preference opt_out(std::string_view changed_at) {
  return preference(State::opt_out, changed_at);
}
inline Preference opt_in(std::string_view changed_at) {
  return preference(State::opt_in, changed_at);
}

inline Message lawful_message(std::string_view sent_at) {
  return {.sent_at = maybe_moment(sent_at),
          .channel = {},
          .sent = Truth::yes,
          .opt_out_included = Truth::yes,
          .same_organisation = Truth::yes};
}

inline Assessment assessment(Truth approved, std::string_view decided_at) {
  return {.approved_at = maybe_moment(decided_at), .approved = approved, .covers = Truth::yes};
}

inline Assessment reviewed_by(Assessment assessment, std::string_view review_due_at) {
  assessment.review = Assessment::Review::given;
  assessment.review_due = day(review_due_at);
  return assessment;
}

// Bought on 2026-03-15, asked about on 2026-09-01: eligible until 2027-01-10, when the review of
// the assessment of 2026-01-10 falls due.
struct LawfulContact {
  Question question{Channel::email, moment("2026-09-01")};
  Contact contact{.exists = true, .has_address = true};
  std::vector<Category> categories{"footwear/running/trail"};
  Product product{.exists = true,
                  .own = Truth::yes,
                  .commercial = Truth::yes,
                  .categories = {},  // Those above, once the facts are put together.
                  .organisation = "shop"};
  std::vector<Sale> sales{lawful_sale("2026-03-15")};
  std::vector<std::vector<Preference>> ledgers{{}};
  std::vector<Message> messages;
  std::vector<Assessment> assessments{assessment(Truth::yes, "2026-01-10")};
  Policy policy = baseline();
  House house;

  // Calls use(matter) while the facts that the matter points into are alive.
  template <typename Use>
  auto consider(Use use) const {
    const std::vector<Ledger> views(ledgers.begin(), ledgers.end());
    Product asked = product;
    asked.categories = categories;
    const Facts facts{contact, asked, sales, views, messages, assessments, policy, house};
    return use(rules::consider(question, facts));
  }

  [[nodiscard]] Decision decide() const {
    return consider([](const Matter& matter) { return rules::decide(matter); });
  }
  [[nodiscard]] Window window() const {
    return consider([](const Matter& matter) {
      return rules::window(matter.question, matter.facts, *matter.sale);
    });
  }
  [[nodiscard]] std::vector<Finding> explain(const Names& names) const {
    return consider([&](const Matter& matter) { return rules::explain(matter, names); });
  }
};

}  // namespace softoptin::rules
