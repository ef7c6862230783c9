// Policy choices: whatever a house chooses and is not refused, no policy allows what the row as it
// is written denies, and every day has the same answer however the days before it were asked.
#include <algorithm>
#include <array>
#include <vector>

#include "bytes.hpp"
#include "rules/policy_book.hpp"

namespace softoptin::fuzz {
namespace {

using rules::Coverage;
using rules::Day;
using rules::Policy;
using rules::PolicyBook;
using rules::PolicyChoice;
using rules::PolicyRow;
using rules::Said;
using rules::Subscriber;
using rules::Truth;
using rules::Variant;

constexpr std::array<std::string_view, 24> parameters = {"soft_optin",
                                                         "email",
                                                         "sms",
                                                         "mms",
                                                         "voicemail",
                                                         "in_app",
                                                         "completed_sale",
                                                         "enquiry",
                                                         "quote",
                                                         "free_trial",
                                                         "free_account",
                                                         "initially_collected",
                                                         "collected_from",
                                                         "window_months_from_sale",
                                                         "window_months_from_enquiry",
                                                         "window_rolls",
                                                         "similar_required",
                                                         "opt_out_at_collection_required",
                                                         "corporate_subscribers",
                                                         "valid_from",
                                                         "confidence",
                                                         "valid_to",
                                                         "citation",
                                                         "registers"};
constexpr std::array<std::string_view, 20> values = {
    "yes",        "no",           "not_needed", "0",
    "1",          "12",           "24",         "6",
    "1200",       "medium",       "low",        "high",
    "same_rule",  "not_required", "2003-12-11", "2011-07-01",
    "2026-02-05", "1999-01-01",   "2026-06-30", "conditional"};

// A day from 1996 to 2037, most often one at which something changes.
Day day_from(Bytes& bytes) {
  if (bytes.either()) {
    const PolicyRow& row = bytes.one_of(rules::policy_rows());
    const auto& edge = bytes.either() ? row.valid_from : row.valid_to;
    const date::days beside{static_cast<int>(bytes.below(3)) - 1};
    if (edge) return Day{edge->sys_days() + beside};
  }
  const date::sys_days first = date::year{1996} / 1 / 1;
  return Day{first + date::days{static_cast<int>(bytes.below(256) * 60 + bytes.below(60))}};
}

PolicyChoice choice_from(Bytes& bytes) {
  PolicyChoice choice;
  const PolicyRow& row = bytes.one_of(rules::policy_rows());
  choice.jurisdiction = row.jurisdiction;
  if (row.variant == "charity") choice.jurisdiction += " charity";
  choice.parameter = bytes.one_of(parameters);
  choice.value = bytes.below(16) == 0 ? bytes.short_text(12) : std::string{bytes.one_of(values)};
  choice.reason = "a@b";
  choice.decided_by = "c@d";
  choice.decided_on = day_from(bytes);
  return choice;
}

void expect_never_looser(Said said, Truth allowed, const std::string& what) {
  if (said == Said::no) expect(allowed == Truth::no, what + " is allowed where the row says no");
  if (said == Said::yes) expect(allowed != Truth::unknown, what + " is no longer settled");
}

void expect_terms_never_looser(const PolicyRow& row, const Policy& policy) {
  for (std::size_t at = 0; at < policy.channels.size(); ++at) {
    expect_never_looser(row.channels[at], policy.channels[at],
                        std::string{rules::channel_names[at]});
  }
  expect_never_looser(row.completed_sale, policy.accepts_sale, "completed_sale");
  expect_never_looser(row.free_account, policy.accepts_free_account, "free_account");
  const std::array<Said, 3> kinds = {row.enquiry, row.quote, row.free_trial};
  for (std::size_t at = 0; at < kinds.size(); ++at) {
    const std::string name{rules::trigger_names[at + 1]};
    expect_never_looser(kinds[at], policy.accepts_negotiation[at + 1], name);
    expect(kinds[at] != Said::no || policy.accepts_negotiation[0] != Truth::yes,
           name + " is allowed where nobody recorded what the negotiation was");
  }
}

void expect_subscribers_never_looser(const PolicyRow& row, const Policy& policy) {
  for (const auto subscriber : {Subscriber::individual, Subscriber::corporate}) {
    const auto& terms = policy.of(subscriber);
    expect(terms.offered != Truth::yes || row.soft_optin != rules::SoftOptIn::no,
           "the soft opt-in is offered where the row has none");
    const bool regime = row.soft_optin == rules::SoftOptIn::not_needed;
    const bool may_be_exempt =
        subscriber == Subscriber::corporate && row.corporates != rules::Corporates::same_rule;
    expect(terms.not_required != Truth::yes || regime || may_be_exempt,
           "nothing is asked for where the row asks for it");
    const bool bears = std::ranges::any_of(row.registers, [&](const rules::Register& entry) {
      return rules::bears_on(entry, subscriber);
    });
    expect(!bears || terms.screening.done != Truth::yes,
           "a register that was never screened counts as screened");
  }
}

void expect_duties_never_looser(const PolicyRow& row, const Policy& policy) {
  const auto longer = [](const auto& statutory, const auto& chosen) {
    return statutory && (!chosen || chosen->count > statutory->count);
  };
  expect(!longer(row.window_from_sale, policy.window_from_sale) &&
             !longer(row.window_from_enquiry, policy.window_from_negotiation),
         "a window is longer than the row's");
  expect(row.window_rolls || !policy.window_rolls, "a window rolls where the row's does not");
  expect(!row.initially_collected || policy.initially_collected,
         "the first collection no longer decides");
  expect(!row.collected_from ||
             (policy.collected_from && *policy.collected_from >= *row.collected_from),
         "what was collected before the row's day counts");
  // What a row leaves open a house may settle; what it asks for, never.
  const bool settled_by_house =
      row.similar_required != Said::yes &&
      std::ranges::any_of(policy.choices, [](const PolicyChoice* choice) {
        return choice->parameter == "similar_required" && choice->value == "no";
      });
  expect(row.similar_required == Said::no || settled_by_house || policy.similar_required,
         "similarity is not asked for where the row asks for it");
}

// On a day of that row the duty to offer an opt-out at collection stands.
void expect_duty_at_collection(const PolicyRow& row, const Policy& policy) {
  if (row.opt_out_at_collection_required != Said::yes || !row.valid_from) return;
  for (const rules::Period& period : policy.no_opt_out_at_collection) {
    expect(!period.contains(*row.valid_from), "no opt-out had to be offered where the row asks it");
  }
}

void expect_never_looser(const Policy& policy, Variant variant, Day day) {
  if (policy.coverage != Coverage::covered) {
    expect(policy.covers_the_day != Truth::yes, "a policy covers the day, and does not");
    return;
  }
  const auto rows = rules::policy_rows();
  const auto written = std::ranges::find(rows, policy.name, &PolicyRow::policy);
  expect(written != rows.end(), "a policy is of no row");
  expect(!written->valid_from || *written->valid_from <= day, "a row decides before its first day");
  expect(!written->valid_to || day <= *written->valid_to, "a row decides after its last day");
  expect(policy.for_charities == (written->variant == "charity"), "a variant is another");
  expect(!policy.for_charities || variant == Variant::charity, "a charity's policy is for all");
  expect_terms_never_looser(*written, policy);
  expect_subscribers_never_looser(*written, policy);
  expect_duties_never_looser(*written, policy);
  for (const PolicyRow& row : rows) {
    const bool same = row.jurisdiction == written->jurisdiction && row.variant == written->variant;
    if (same) expect_duty_at_collection(row, policy);
  }
}

bool same(const Policy& one, const Policy& other) {
  return one.name == other.name && one.version == other.version && one.coverage == other.coverage &&
         one.channels == other.channels && one.accepts_sale == other.accepts_sale &&
         one.accepts_negotiation == other.accepts_negotiation &&
         one.window_from_sale == other.window_from_sale && one.last_day == other.last_day &&
         one.collected_from == other.collected_from && one.window_rolls == other.window_rolls &&
         std::ranges::equal(
             one.choices, other.choices, {},
             [](const PolicyChoice* choice) { return choice->value; },
             [](const PolicyChoice* choice) { return choice->value; });
}

// The choices that are taken; each time into both.
void take(PolicyBook& book, PolicyBook& fresh, const PolicyChoice& choice) {
  const auto fault = book.take(choice);
  const auto again = fresh.take(choice);
  expect(fault == again, "a choice is taken by one book and refused by another");
  if (!fault) return;
  expect(fault->find('@') == std::string::npos, "a sentence names a person: " + *fault);
  expect(fault->find("write ") != std::string::npos, "a sentence says nothing: " + *fault);
}

}  // namespace
}  // namespace softoptin::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace softoptin::fuzz;
  Bytes bytes{data, size};
  std::vector<PolicyChoice> choices(bytes.below(5));
  for (PolicyChoice& choice : choices) choice = choice_from(bytes);
  PolicyBook book;
  PolicyBook unused;
  for (const PolicyChoice& choice : choices) take(book, unused, choice);
  for (int asked = 0; asked < 8 && !bytes.empty(); ++asked) {
    const PolicyRow& about = bytes.one_of(softoptin::rules::policy_rows());
    const auto variant = bytes.either() ? Variant::charity : Variant::commercial;
    const Day day = day_from(bytes);
    const auto country = book.jurisdiction_of(about.jurisdiction);
    const Policy& policy = book.policy(country, variant, day);
    expect_never_looser(policy, variant, day);
    PolicyBook fresh;
    for (const PolicyChoice& choice : choices) static_cast<void>(fresh.take(choice));
    expect(same(policy, fresh.policy(country, variant, day)),
           "a day has another policy when others were asked before");
  }
  return 0;
}
