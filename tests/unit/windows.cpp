// The window that a sale opens, and how lawful messages roll it where the policy rolls
// (sql/reference/dates.md).
#include "rules/window.hpp"

#include <gtest/gtest.h>

#include "counted_calendar.hpp"
#include "lawful_contact.hpp"

namespace softoptin::rules {
namespace {

std::optional<Day> last_day(std::string_view sold, House house) {
  LawfulContact asked;
  asked.sales = {lawful_sale(sold)};
  asked.question.as_of = moment(sold);
  asked.house = house;
  return asked.window().last_day;
}

TEST(windows, of_each_day_of_2024_to_2032_end_as_counted) {
  for (const int months : {1, 2, 6, 12, 24}) {
    counted::Civil day_after_last{};
    counted::each_day(2024, 2032, [&](counted::Civil civil, std::int64_t) {
      const std::string sold = counted::text(civil);
      const auto limit = counted::text(counted::months_later(civil, months));
      const House inclusive{.window = Months{months}};
      const House exclusive{.window = Months{months}, .boundary = WindowBoundary::exclusive};
      EXPECT_EQ(last_day(sold, inclusive), day(limit)) << sold << ", " << months << " months";
      // One day less, counted the other way: the day after the last one is the limit.
      const Day last = *last_day(sold, exclusive);
      std::sscanf(last.text().c_str(), "%d-%d-%d", &day_after_last.year, &day_after_last.month,
                  &day_after_last.day);
      day_after_last = counted::next_day(day_after_last);
      EXPECT_EQ(counted::text(day_after_last), limit) << sold << ", " << months << " months";
    });
  }
}

TEST(windows, end_as_the_law_says_at_the_end_of_february) {
  const House twelve_months;
  EXPECT_EQ(last_day("2028-02-29", twelve_months), day("2029-02-28"));
  EXPECT_EQ(last_day("2027-02-28", twelve_months), day("2028-02-28"));
  EXPECT_EQ(last_day("2026-03-15", twelve_months), day("2027-03-15"));
}

// Of every day that is left out because it is too early, also as seen from a zone a day away.
TEST(windows, of_sales_that_are_left_out_have_ended) {
  for (const int months : {1, 2, 6, 12, 24, 1200}) {
    const House house{.window = Months{months}};
    counted::each_day(2024, 2028, [&](counted::Civil civil, std::int64_t) {
      const Day as_of = day(counted::text(civil));
      const auto first = too_early_before(baseline(), house, as_of);
      ASSERT_TRUE(first);
      const Day latest{first->sys_days() + date::days{1}};
      EXPECT_LT(*last_day(latest.text(), house), as_of) << as_of.text() << ", " << months;
    });
  }
}

TEST(windows, leave_no_sale_out_where_an_old_one_may_count) {
  const Day as_of = day("2026-06-15");
  EXPECT_TRUE(too_early_before(baseline(), {}, as_of));
  EXPECT_FALSE(too_early_before(baseline(), {.window = Months{0}}, as_of));
  EXPECT_FALSE(too_early_before(baseline(), {.window = Months{1'000'000'000}}, as_of));
  EXPECT_FALSE(too_early_before(baseline(), {.window = Months{1200}}, day("0099-06-15")));
  Policy policy = baseline();
  policy.window_rolls = true;
  EXPECT_FALSE(too_early_before(policy, {}, as_of));
  policy = baseline();
  policy.initially_collected = true;
  EXPECT_FALSE(too_early_before(policy, {}, as_of));
  policy = baseline();
  policy.window_from_negotiation = Months{0};
  EXPECT_FALSE(too_early_before(policy, {}, as_of));
  policy.window_from_negotiation = Months{24};
  EXPECT_LT(*too_early_before(policy, {}, as_of), *too_early_before(baseline(), {}, as_of));
  policy.window_from_sale = Months{0};
  EXPECT_FALSE(too_early_before(policy, {}, as_of));
}

// No month is longer than 31 days; a day is another one in two zones, and in the one in which the
// sale was written.
TEST(windows, leave_out_what_is_older_than_the_longest_months_and_three_days) {
  const auto days_before = [](int months, Day as_of) -> std::optional<std::int64_t> {
    const auto first = too_early_before(baseline(), {.window = Months{months}}, as_of);
    if (!first) return std::nullopt;
    return (as_of.sys_days() - first->sys_days()).count();
  };
  const Day as_of = day("2026-06-15");
  EXPECT_EQ(days_before(1, as_of), 31 + 3);
  EXPECT_EQ(days_before(12, as_of), 12 * 31 + 3);
  EXPECT_EQ(days_before(1200, as_of), 1200 * 31 + 3);
  EXPECT_EQ(days_before(1201, as_of), std::nullopt) << "longer than a house may set";
  EXPECT_EQ(days_before(1, day("0001-02-04")), 34) << "the first day of all";
  EXPECT_EQ(days_before(1, day("0001-02-03")), std::nullopt);
}

TEST(windows, of_no_months_have_no_end) {
  EXPECT_EQ(last_day("2026-03-15", {.window = Months{0}}), std::nullopt);
  EXPECT_EQ(last_day("2026-03-15", {.window = Months{0}, .boundary = WindowBoundary::exclusive}),
            std::nullopt);
}

TEST(windows, of_the_policy_come_before_those_of_the_house) {
  LawfulContact canada;  // 24 months from a purchase, 6 from an inquiry.
  canada.policy.window_from_sale = Months{24};
  canada.policy.window_from_negotiation = Months{6};
  EXPECT_EQ(canada.window().last_day, day("2028-03-15"));
  canada.sales.front().kind = Kind::negotiation;
  canada.sales.front().express_communication = Truth::yes;
  EXPECT_EQ(canada.window().last_day, day("2026-09-15"));
  canada.policy.window_from_negotiation = std::nullopt;
  EXPECT_EQ(canada.window().last_day, day("2027-03-15")) << "the house's window where it has none";
}

TEST(windows, without_end_in_the_policy_stay_so_whatever_the_house_says) {
  LawfulContact asked;
  asked.policy.window_from_sale = Months{0};
  EXPECT_EQ(asked.window().last_day, std::nullopt);
}

// Sold on 2026-01-10, under a policy that rolls; asked far later, so that every message is known.
LawfulContact sold_in_january(std::vector<Message> messages) {
  LawfulContact asked;
  asked.policy.window_rolls = true;
  asked.sales = {lawful_sale("2026-01-10")};
  asked.messages = std::move(messages);
  asked.question.as_of = moment("2032-12-31");
  return asked;
}

Day rolled_to(std::vector<Message> messages) {
  return *sold_in_january(std::move(messages)).window().last_day;
}

TEST(rolling, starts_the_window_anew_with_each_lawful_message) {
  EXPECT_EQ(rolled_to({}), day("2027-01-10"));
  EXPECT_EQ(rolled_to({lawful_message("2026-12-20")}), day("2027-12-20"));
  EXPECT_EQ(rolled_to({lawful_message("2026-12-20"), lawful_message("2027-12-15")}),
            day("2028-12-15"));
}

TEST(rolling, takes_a_message_on_the_last_day_and_none_after_it) {
  EXPECT_EQ(rolled_to({lawful_message("2027-01-09")}), day("2028-01-09"));
  EXPECT_EQ(rolled_to({lawful_message("2027-01-10")}), day("2028-01-10"));
  EXPECT_EQ(rolled_to({lawful_message("2027-01-11")}), day("2027-01-10"));
}

TEST(rolling, with_the_exclusive_boundary_loses_one_day_in_each_link) {
  const auto exclusive = [](std::string_view sent_at) {
    LawfulContact asked = sold_in_january({lawful_message(sent_at)});
    asked.house.boundary = WindowBoundary::exclusive;
    return *asked.window().last_day;
  };
  EXPECT_EQ(exclusive("2027-01-09"), day("2028-01-08"));
  EXPECT_EQ(exclusive("2027-01-10"), day("2027-01-09"));
}

TEST(rolling, clamps_each_link_to_the_end_of_its_month) {
  LawfulContact asked =
      sold_in_january({lawful_message("2028-02-29"), lawful_message("2029-02-28")});
  asked.sales = {lawful_sale("2027-02-28")};
  EXPECT_EQ(*asked.window().last_day, day("2028-02-28")) << "the 29th is a day too late";
  asked.sales = {lawful_sale("2027-03-01")};
  EXPECT_EQ(*asked.window().last_day, day("2030-02-28"));
}

TEST(rolling, is_never_revived_once_broken) {
  EXPECT_EQ(rolled_to({lawful_message("2027-02-01"), lawful_message("2027-02-02"),
                       lawful_message("2027-12-01")}),
            day("2027-01-10"));
  EXPECT_EQ(rolled_to({lawful_message("2026-06-01"), lawful_message("2027-07-01"),
                       lawful_message("2027-07-02")}),
            day("2027-06-01"));
}

TEST(rolling, names_the_message_that_carried_it_furthest) {
  const std::vector<Message> messages{lawful_message("2026-06-01"), lawful_message("2027-05-01"),
                                      lawful_message("2029-05-01")};
  sold_in_january(messages).consider([](const Matter& matter) {
    EXPECT_EQ(window(matter.question, matter.facts, *matter.sale).message,
              &matter.facts.messages[1]);
  });
  EXPECT_EQ(sold_in_january({}).window().message, nullptr);
}

TEST(rolling, begins_with_a_message_of_the_day_of_the_sale) {
  const std::vector<Message> messages{lawful_message("2026-01-10")};
  sold_in_january(messages).consider([](const Matter& matter) {
    const Window opened = window(matter.question, matter.facts, *matter.sale);
    EXPECT_EQ(opened.last_day, day("2027-01-10"));
    EXPECT_EQ(opened.message, matter.facts.messages.data());
  });
}

struct Unfit {
  const char* why;
  void (*change)(Message&);
};

void PrintTo(const Unfit& unfit, std::ostream* out) { *out << unfit.why; }

class UnfitMessages : public testing::TestWithParam<Unfit> {};

// The first of two messages is unfit: it extends nothing itself, and it does not break the chain.
TEST_P(UnfitMessages, extend_nothing) {
  Message unfit = lawful_message("2026-12-20");
  GetParam().change(unfit);
  EXPECT_EQ(rolled_to({unfit}), day("2027-01-10"));
  EXPECT_EQ(rolled_to({unfit, lawful_message("2026-12-21")}), day("2027-12-21"));
  EXPECT_EQ(rolled_to({unfit, lawful_message("2027-06-01")}), day("2027-01-10"));
}

INSTANTIATE_TEST_SUITE_P(
    law, UnfitMessages,
    testing::Values(
        Unfit{"not sent: bounced, failed, queued, service", [](Message& m) { m.sent = Truth::no; }},
        Unfit{"not known to be sent", [](Message& m) { m.sent = Truth::unknown; }},
        Unfit{"without an opt-out", [](Message& m) { m.opt_out_included = Truth::no; }},
        Unfit{"not known to offer one", [](Message& m) { m.opt_out_included = Truth::unknown; }},
        Unfit{"by a sister company", [](Message& m) { m.same_organisation = Truth::no; }},
        Unfit{"by nobody knows whom", [](Message& m) { m.same_organisation = Truth::unknown; }},
        Unfit{"while an opt-out was in force", [](Message& m) { m.opted_out_then = true; }},
        Unfit{"by another channel", [](Message& m) { m.channel = channel_scope_of("sms"); }},
        Unfit{"by no channel of ours", [](Message& m) { m.channel = channel_scope_of("post"); }},
        Unfit{"by a channel not recorded", [](Message& m) { m.channel = channel_scope_of(""); }},
        Unfit{"at no date that can be read", [](Message& m) { m.sent_at = std::nullopt; }}));

TEST(rolling, counts_the_channel_asked_about) {
  LawfulContact asked = sold_in_january({lawful_message("2026-12-20")});
  asked.messages.front().channel = channel_scope_of("sms");
  EXPECT_EQ(asked.window().last_day, day("2027-01-10"));
  asked.question.channel = Channel::sms;
  EXPECT_EQ(asked.window().last_day, day("2027-12-20"));
}

TEST(rolling, leaves_out_messages_before_the_sale_and_after_the_day_asked_about) {
  EXPECT_EQ(rolled_to({lawful_message("2026-01-09T23:59:59Z")}), day("2027-01-10"));
  LawfulContact asked =
      sold_in_january({lawful_message("2026-12-20"), lawful_message("2027-12-15")});
  asked.question.as_of = moment("2027-12-14");
  EXPECT_EQ(asked.window().last_day, day("2027-12-20"));
  asked.question.as_of = moment("2027-12-15");
  EXPECT_EQ(asked.window().last_day, day("2028-12-15"));
}

TEST(rolling, counts_the_day_of_a_message_in_utc) {
  EXPECT_EQ(rolled_to({lawful_message("2027-01-10T23:30-01:00")}), day("2027-01-10"));
  EXPECT_EQ(rolled_to({lawful_message("2027-01-11T00:30+01:00")}), day("2028-01-10"));
}

TEST(rolling, is_for_policies_that_roll) {
  LawfulContact asked = sold_in_january({lawful_message("2026-12-20")});
  asked.policy.window_rolls = false;
  EXPECT_EQ(asked.window().last_day, day("2027-01-10"));
}

}  // namespace
}  // namespace softoptin::rules
