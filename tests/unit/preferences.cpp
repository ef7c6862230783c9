// The ledger of opt-outs and opt-ins: which entry has the last word (sql/reference/relations.md).
#include "rules/preferences.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "lawful_contact.hpp"

namespace softoptin::rules {
namespace {

using Word = Standing::Word;
using Entries = std::vector<Preference>;

Question asked_at(std::string_view as_of) { return {Channel::email, moment(as_of)}; }

struct LastWord {
  std::string why;
  Entries ledger;
  Word word;
  const char* as_of = "2026-09-01";
};

void PrintTo(const LastWord& example, std::ostream* out) { *out << example.why; }

class Ledgers : public testing::TestWithParam<LastWord> {};

// The order in which rows arrive means nothing: each example is read in every order.
TEST_P(Ledgers, are_read_in_order_of_time) {
  const auto& [why, ledger, word, as_of] = GetParam();
  std::vector<std::size_t> order(ledger.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  do {
    Entries shuffled;
    for (const std::size_t at : order) shuffled.push_back(ledger[at]);
    EXPECT_EQ(standing(shuffled, asked_at(as_of)).word, word) << why;
  } while (std::next_permutation(order.begin(), order.end()));
}

const auto by_instant =
    testing::Values(LastWord{"nothing was said", {}, Word::none},
                    LastWord{"an opt-out", {opt_out("2026-06-30T10:00Z")}, Word::opt_out},
                    LastWord{"an opt-in", {opt_in("2026-06-30T10:00Z")}, Word::opt_in},
                    LastWord{"an opt-in after an opt-out",
                             {opt_out("2026-06-30T10:00Z"), opt_in("2026-06-30T10:00:00.000001Z")},
                             Word::opt_in},
                    LastWord{"an opt-out after an opt-in",
                             {opt_in("2026-06-30T10:00Z"), opt_out("2026-06-30T10:00:00.000001Z")},
                             Word::opt_out},
                    LastWord{"at the same instant the opt-out wins",
                             {opt_in("2026-06-30T10:00Z"), opt_out("2026-06-30T10:00Z")},
                             Word::opt_out},
                    LastWord{"the same instant written with another offset",
                             {opt_in("2026-06-30T12:00+02:00"), opt_out("2026-06-30T10:00Z")},
                             Word::opt_out},
                    LastWord{"the text that sorts first may be the later instant",
                             {opt_out("2026-07-01T00:30+02:00"), opt_in("2026-06-30T23:00Z")},
                             Word::opt_in},
                    LastWord{"out, in, out",
                             {opt_out("2026-01-01"), opt_in("2026-02-01"), opt_out("2026-03-01")},
                             Word::opt_out},
                    LastWord{"in, out, in",
                             {opt_in("2026-01-01"), opt_out("2026-02-01"), opt_in("2026-03-01")},
                             Word::opt_in});

const auto by_day =
    testing::Values(LastWord{"an opt-out of a day outranks each opt-in of that day",
                             {opt_out("2026-06-30"), opt_in("2026-06-30T23:59:59.999999Z")},
                             Word::opt_out},
                    LastWord{"and an opt-in of the day as a whole",
                             {opt_out("2026-06-30"), opt_in("2026-06-30")},
                             Word::opt_out},
                    LastWord{"but not an opt-in of the next day",
                             {opt_out("2026-06-30"), opt_in("2026-07-01T00:00Z")},
                             Word::opt_in},
                    LastWord{"nor one of the next day as a whole",
                             {opt_out("2026-06-30"), opt_in("2026-07-01")},
                             Word::opt_in},
                    LastWord{"an opt-in of a day counts against the day before",
                             {opt_in("2026-06-30"), opt_out("2026-06-29T23:59:59.999999Z")},
                             Word::opt_in},
                    LastWord{"and against the day before as a whole",
                             {opt_in("2026-06-30"), opt_out("2026-06-29")},
                             Word::opt_in},
                    LastWord{"but not against the first instant of its own day",
                             {opt_in("2026-06-30"), opt_out("2026-06-30T00:00Z")},
                             Word::opt_out},
                    LastWord{"a day is the UTC day of the instant",
                             {opt_out("2026-06-30"), opt_in("2026-06-30T23:30-01:00")},
                             Word::opt_in});

const auto without_date = testing::Values(
    LastWord{"an opt-out without a date is in force since ever", {opt_out("")}, Word::opt_out},
    LastWord{"also one that cannot be read", {opt_out("31/12/2025")}, Word::opt_out},
    LastWord{"at each day asked about", {opt_out("")}, Word::opt_out, "0001-01-01T00:00Z"},
    LastWord{"any dated opt-in is later", {opt_out(""), opt_in("0001-01-01")}, Word::opt_in},
    LastWord{"an opt-in without a date is no entry", {opt_in("")}, Word::none},
    LastWord{"so it lifts nothing", {opt_in("2026-02-30"), opt_out("2026-01-01")}, Word::opt_out},
    LastWord{"not even since ever", {opt_in(""), opt_out("")}, Word::opt_out});

const auto against_as_of =
    testing::Values(LastWord{"a day asked about is its end: what is said that day counts",
                             {opt_out("2026-09-01T23:59:59.999999Z")},
                             Word::opt_out},
                    LastWord{"the next day does not", {opt_out("2026-09-02T00:00Z")}, Word::none},
                    LastWord{"nor the next day as a whole", {opt_out("2026-09-02")}, Word::none},
                    LastWord{"an instant asked about leaves out what is later",
                             {opt_out("2026-09-01T10:00:00.000001Z")},
                             Word::none,
                             "2026-09-01T10:00Z"},
                    LastWord{"and counts what is at it",
                             {opt_out("2026-09-01T10:00Z")},
                             Word::opt_out,
                             "2026-09-01T10:00Z"},
                    LastWord{"an opt-out of a day is in force from its start",
                             {opt_out("2026-09-01")},
                             Word::opt_out,
                             "2026-09-01T00:00Z"},
                    LastWord{"not a microsecond before",
                             {opt_out("2026-09-01")},
                             Word::none,
                             "2026-08-31T23:59:59.999999Z"},
                    LastWord{"an opt-in of a day counts from its start",
                             {opt_in("2026-09-01")},
                             Word::opt_in,
                             "2026-09-01T00:00Z"},
                    LastWord{"a later opt-in is not known yet",
                             {opt_out("2026-06-30"), opt_in("2026-09-02")},
                             Word::opt_out},
                    LastWord{"the instant asked about may be written with an offset",
                             {opt_out("2026-09-01T00:30+02:00")},
                             Word::opt_out,
                             "2026-08-31T23:00Z"});

const auto states = testing::Values(
    LastWord{"a state that is NULL may be an opt-out",
             {preference(State::unknown, "2026-06-30")},
             Word::unknown},
    LastWord{"also after an opt-in",
             {opt_in("2026-06-29"), preference(State::unknown, "2026-06-30")},
             Word::unknown},
    LastWord{"and at the same time",
             {opt_in("2026-06-30T10:00Z"), preference(State::unknown, "2026-06-30T10:00Z")},
             Word::unknown},
    LastWord{"without a date: since ever", {preference(State::unknown, "")}, Word::unknown},
    LastWord{"an opt-out at the same time is the stronger word",
             {opt_out("2026-06-30T10:00Z"), preference(State::unknown, "2026-06-30T10:00Z")},
             Word::opt_out},
    LastWord{"a later opt-in answers it",
             {preference(State::unknown, "2026-06-30"), opt_in("2026-07-01")},
             Word::opt_in},
    LastWord{"any other word is neither", {preference(State::neither, "2026-06-30")}, Word::none},
    LastWord{"and lifts nothing",
             {opt_out("2026-06-29"), preference(State::neither, "2026-06-30")},
             Word::opt_out});

INSTANTIATE_TEST_SUITE_P(by_instant, Ledgers, by_instant);
INSTANTIATE_TEST_SUITE_P(by_day, Ledgers, by_day);
INSTANTIATE_TEST_SUITE_P(without_date, Ledgers, without_date);
INSTANTIATE_TEST_SUITE_P(against_as_of, Ledgers, against_as_of);
INSTANTIATE_TEST_SUITE_P(states, Ledgers, states);

Preference in_auckland(State state, std::string_view changed_at) {
  Preference entry = preference(state, "");
  entry.changed_at = read_text(changed_at).value().in(*Zone::named("Pacific/Auckland"));
  return entry;
}

// There 30 June 2026 is the 24 hours up to 12:00 UTC.
TEST(ledgers, have_the_days_of_their_zone) {
  const Preference out = in_auckland(State::opt_out, "2026-06-30");
  for (const auto& [opted_in, word] : {std::pair{"2026-06-29T12:00Z", Word::opt_out},
                                       {"2026-06-30T11:59:59.999999Z", Word::opt_out},
                                       {"2026-06-30T23:59:59.999999", Word::opt_out},
                                       {"2026-06-30T12:00Z", Word::opt_in},
                                       {"2026-07-01T00:00", Word::opt_in}}) {
    const Entries entries{out, in_auckland(State::opt_in, opted_in)};
    EXPECT_EQ(standing(entries, asked_at("2026-09-01")).word, word) << opted_in;
  }
}

Preference about(Preference entry, ChannelScope channel, Truth category, Truth organisation) {
  entry.channel = channel;
  entry.covers_category = category;
  entry.covers_organisation = organisation;
  return entry;
}

Word alone(const Preference& entry) {
  return standing(Entries{entry}, asked_at("2026-09-01")).word;
}

// Coverage: an opt-out reaches what it may cover, an opt-in only what it surely covers.
TEST(coverage, that_is_unknown_never_counts_in_favour_of_sending) {
  for (const Truth category : {Truth::yes, Truth::no, Truth::unknown}) {
    for (const Truth organisation : {Truth::yes, Truth::no, Truth::unknown}) {
      for (const char* channel : {"email", "sms", "post", "all", ""}) {
        const auto scope = channel_scope_of(channel);
        const Truth covered = both(reaches(scope, Channel::email), both(category, organisation));
        const Preference out = about(opt_out("2026-06-30"), scope, category, organisation);
        const Preference in = about(opt_in("2026-06-30"), scope, category, organisation);
        EXPECT_EQ(alone(out), covered == Truth::no ? Word::none : Word::opt_out) << channel;
        EXPECT_EQ(alone(in), covered == Truth::yes ? Word::opt_in : Word::none) << channel;
      }
    }
  }
}

TEST(coverage, of_another_channel_is_not_about_this_one) {
  const Preference by_sms =
      about(opt_out("2026-06-30"), channel_scope_of("sms"), Truth::yes, Truth::yes);
  EXPECT_EQ(alone(by_sms), Word::none);
  EXPECT_EQ(standing(Entries{by_sms}, {Channel::sms, moment("2026-09-01")}).word, Word::opt_out);
}

TEST(coverage, of_a_blank_channel_may_be_this_one) {
  const Preference blank =
      about(opt_out("2026-06-30"), channel_scope_of(" "), Truth::yes, Truth::yes);
  EXPECT_EQ(alone(blank), Word::opt_out);
}

TEST(coverage, of_an_opt_in_that_is_narrower_lifts_no_opt_out) {
  const Preference narrow = about(opt_in("2026-07-01"), {}, Truth::no, Truth::yes);
  const Preference partial = about(opt_in("2026-07-01"), {}, Truth::unknown, Truth::yes);
  for (const Preference& later : {narrow, partial}) {
    const Entries ledger{opt_out("2026-06-30"), later};
    EXPECT_EQ(standing(ledger, asked_at("2026-09-01")).word, Word::opt_out);
  }
}

TEST(coverage, of_a_state_that_is_null_may_be_this_question) {
  Preference null = preference(State::unknown, "2026-06-30");
  null.covers_category = Truth::unknown;
  EXPECT_EQ(alone(null), Word::unknown);
  null.covers_category = Truth::no;
  EXPECT_EQ(alone(null), Word::none);
}

TEST(preticked_boxes, give_no_consent_and_lift_no_opt_out) {
  for (const Truth preticked : {Truth::yes, Truth::unknown}) {
    Preference in = opt_in("2026-07-01");
    in.preticked = preticked;
    EXPECT_EQ(alone(in), Word::none);
    EXPECT_EQ(standing(Entries{opt_out("2026-06-30"), in}, asked_at("2026-09-01")).word,
              Word::opt_out);
  }
}

TEST(preticked_boxes, do_not_weaken_an_opt_out) {
  Preference out = opt_out("2026-06-30");
  out.preticked = Truth::yes;
  EXPECT_EQ(alone(out), Word::opt_out);
}

TEST(standing, names_the_entry_that_decided) {
  const Entries ledger{opt_in("2026-01-01"), opt_out("2026-06-30"), opt_in("2026-02-01")};
  EXPECT_EQ(standing(ledger, asked_at("2026-09-01")).entry, &ledger[1]);
  EXPECT_EQ(standing(ledger, asked_at("2026-03-01")).entry, &ledger[2]);
  EXPECT_EQ(standing(ledger, asked_at("2025-12-31")).entry, nullptr);
}

TEST(standing, names_the_first_of_two_entries_alike) {
  for (const State state : {State::opt_out, State::unknown, State::opt_in}) {
    const Entries ledger{preference(state, "2026-06-30"), preference(state, "2026-06-30")};
    EXPECT_EQ(standing(ledger, asked_at("2026-09-01")).entry, ledger.data());
  }
}

// The contact's own ledger first, then those of the contacts with the same address.
struct Shared {
  std::string why;
  std::vector<Entries> ledgers;
  Word word;
  std::size_t decided_by = 0;  // Which ledger, where any.
};

void PrintTo(const Shared& example, std::ostream* out) { *out << example.why; }

class SharedAddresses : public testing::TestWithParam<Shared> {};

TEST_P(SharedAddresses, carry_opt_outs_and_nothing_else) {
  const auto& [why, ledgers, word, decided_by] = GetParam();
  const std::vector<Ledger> views(ledgers.begin(), ledgers.end());
  const Standing found = standing(views, asked_at("2026-09-01"));
  EXPECT_EQ(found.word, word);
  if (word == Word::none) {
    EXPECT_EQ(found.entry, nullptr);
  } else {
    EXPECT_EQ(found.entry, &ledgers[decided_by].front());
  }
}

INSTANTIATE_TEST_SUITE_P(
    law, SharedAddresses,
    testing::Values(
        Shared{"nobody knows of any ledger", {}, Word::none},
        Shared{"nobody said anything", {{}, {}}, Word::none},
        Shared{"the own opt-out", {{opt_out("2026-06-30")}, {}}, Word::opt_out, 0},
        Shared{"the other's opt-out", {{}, {opt_out("2026-06-30")}}, Word::opt_out, 1},
        Shared{"the third one's opt-out", {{}, {}, {opt_out("2026-06-30")}}, Word::opt_out, 2},
        Shared{"an own later opt-in does not lift it",
               {{opt_in("2026-08-01")}, {opt_out("2026-06-30")}},
               Word::opt_out,
               1},
        Shared{"the other's consent is not this one's", {{}, {opt_in("2026-06-30")}}, Word::none},
        Shared{"and lifts no own opt-out",
               {{opt_out("2026-06-30")}, {opt_in("2026-08-01")}},
               Word::opt_out,
               0},
        Shared{"the other's own opt-in lifts the other's opt-out",
               {{}, {opt_in("2026-08-01"), opt_out("2026-06-30")}},
               Word::none},
        Shared{"the own opt-in beside it",
               {{opt_in("2026-08-01")}, {opt_in("2026-08-02"), opt_out("2026-06-30")}},
               Word::opt_in,
               0},
        Shared{"the other's NULL may be an opt-out",
               {{opt_in("2026-08-01")}, {preference(State::unknown, "2026-06-30")}},
               Word::unknown,
               1},
        Shared{"an opt-out anywhere outranks a NULL",
               {{preference(State::unknown, "2026-06-30")}, {opt_out("2026-06-01")}},
               Word::opt_out,
               1}));

}  // namespace
}  // namespace softoptin::rules
