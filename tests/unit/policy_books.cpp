// The policy book: which policy decides about a country on a day, and what of it allows.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "policy_rows_by_hand.hpp"
#include "printing.hpp"
#include "rules/text.hpp"

namespace softoptin::rules {
namespace {

constexpr auto commercial = Variant::commercial;
constexpr auto charity = Variant::charity;

// Two dated rows, one without a date, one of low confidence, the Directive, and a charity's.
std::vector<PolicyRow> some_rows() {
  PolicyRow before = row_of("AA");
  before.policy = "AA until 2019-12-31";
  before.valid_to = day("2019-12-31");
  PolicyRow after = row_of("AA");
  after.valid_from = day("2020-01-01");
  PolicyRow undated = row_of("BB");
  undated.valid_from.reset();
  PolicyRow low = row_of("CC");
  low.confidence = Confidence::low;
  return {before,
          after,
          undated,
          low,
          row_of("EU"),
          row_of("GB"),
          charity_row_of("GB", "GB charity", "2026-02-05")};
}

// A book that keeps its rows.
struct Library {
  explicit Library(std::vector<PolicyRow> all = some_rows()) : rows(std::move(all)) {}

  const Policy& policy(std::string_view country, std::string_view on,
                       Variant variant = commercial) {
    return book.policy(book.jurisdiction_of(country), variant, day(on));
  }

  std::vector<PolicyRow> rows;
  PolicyBook book{30, rows};
};

TEST(policy_book, knows_a_country_in_any_case_and_with_blanks) {
  Library library;
  EXPECT_EQ(library.policy(" aa ", "2021-01-01").name, "AA");
}

TEST(policy_book, has_no_policy_for_what_is_no_country_of_its_rows) {
  Library library;
  struct Line {
    std::string_view country;
    Coverage coverage;
    Truth covers;
  };
  for (const Line& line :
       std::initializer_list<Line>{{"", Coverage::country_not_known, Truth::unknown},
                                   {"  ", Coverage::country_not_known, Truth::unknown},
                                   {"UK", Coverage::written_uk, Truth::no},
                                   {"uk", Coverage::written_uk, Truth::no},
                                   {"EU", Coverage::written_eu, Truth::no},
                                   {"ZZ", Coverage::no_such_jurisdiction, Truth::no},
                                   {"AAA", Coverage::no_such_jurisdiction, Truth::no},
                                   {"A", Coverage::no_such_jurisdiction, Truth::no},
                                   {"\xC3\x84", Coverage::no_such_jurisdiction, Truth::no},
                                   {"Ireland", Coverage::no_such_jurisdiction, Truth::no}}) {
    const Policy& policy = library.policy(line.country, "2026-01-01");
    EXPECT_EQ(policy.coverage, line.coverage) << line.country;
    EXPECT_EQ(policy.covers_the_day, line.covers) << line.country;
    EXPECT_EQ(policy.name, "") << line.country;
    EXPECT_EQ(policy.accepts_sale, Truth::unknown) << line.country;
    EXPECT_EQ(policy.of(Subscriber::individual).offered, Truth::unknown) << line.country;
    EXPECT_EQ(policy.of(Subscriber::corporate).not_required, Truth::unknown) << line.country;
    EXPECT_EQ(policy.of(Subscriber::individual).screening.done, Truth::unknown) << line.country;
    EXPECT_TRUE(policy.similar_required) << line.country;
  }
}

// What surrounds the letters in ASCII is no letter; each two letters have a place of their own.
TEST(policy_book, tells_every_two_signs_apart) {
  std::vector<PolicyRow> rows;
  for (const auto* code : {"AA", "AZ", "BA", "ZA", "ZZ"}) rows.push_back(row_of(code));
  Library library{rows};
  constexpr std::string_view signs = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[`abcdefghijklmnopqrstuvwxyz{";
  for (const char left : signs) {
    for (const char right : signs) {
      const std::string code{left, right};
      const auto row = std::ranges::find_if(
          rows, [&](const PolicyRow& known) { return same_word(known.jurisdiction, code); });
      const std::string_view expected = row == rows.end() ? "" : row->jurisdiction;
      EXPECT_EQ(library.policy(code, "2026-01-01").name, expected) << code;
    }
  }
}

TEST(policy_book, takes_the_row_of_the_day) {
  Library library;
  EXPECT_EQ(library.policy("AA", "2009-12-31").coverage, Coverage::not_valid_then);
  EXPECT_EQ(library.policy("AA", "2009-12-31").covers_the_day, Truth::no);
  EXPECT_EQ(library.policy("AA", "2010-01-01").name, "AA until 2019-12-31");
  EXPECT_EQ(library.policy("AA", "2019-12-31").name, "AA until 2019-12-31");
  EXPECT_EQ(library.policy("AA", "2019-12-31").last_day, day("2019-12-31"));
  EXPECT_EQ(library.policy("AA", "2020-01-01").name, "AA");
  EXPECT_EQ(library.policy("AA", "2020-01-01").last_day, std::nullopt);
  EXPECT_EQ(library.policy("AA", "2019-12-31").name, "AA until 2019-12-31") << "asked again";
}

// One row alone, on two days, one after the other.
TEST(policy_book, allows_nothing_before_its_first_row_and_after_its_last) {
  for (const std::string_view valid_to : {"2019-12-31", "9999-12-31"}) {
    std::vector<PolicyRow> rows = {row_of("AA")};
    rows[0].valid_to = day(valid_to);
    constexpr std::array<std::string_view, 11> days = {
        "0001-01-01", "2009-12-30", "2009-12-31", "2010-01-01", "2010-01-02", "2019-12-30",
        "2019-12-31", "2020-01-01", "2020-01-02", "9999-12-30", "9999-12-31"};
    const auto expect = [&](Library& library, std::string_view on) {
      const bool covered = "2010-01-01" <= on && on <= valid_to;
      EXPECT_EQ(library.policy("AA", on).name, covered ? "AA" : "") << on;
    };
    for (const auto first : days) {
      for (const auto then : days) {
        Library library{rows};
        expect(library, first);
        expect(library, then);
      }
    }
  }
}

TEST(policy_book, allows_nothing_by_a_row_that_is_not_settled) {
  Library library;
  for (const auto* country : {"BB", "CC"}) {
    const Policy& policy = library.policy(country, "2026-01-01");
    EXPECT_EQ(policy.coverage, Coverage::not_settled) << country;
    EXPECT_EQ(policy.covers_the_day, Truth::unknown) << country;
    EXPECT_EQ(policy.row->policy, country);
  }
  EXPECT_EQ(library.policy("CC", "2009-12-31").coverage, Coverage::not_valid_then);
}

TEST(policy_book, says_of_a_row_that_is_not_settled_when_it_might_cover) {
  std::vector<PolicyRow> rows = {row_of("CC"), row_of("DD")};
  rows[0].confidence = Confidence::low;
  rows[0].valid_to = day("2019-12-31");
  rows[1].valid_from.reset();
  rows[1].valid_to = day("2019-12-31");
  const auto coverage = [&](std::string_view country, std::string_view on) {
    Library library{rows};
    return library.policy(country, on).coverage;
  };
  EXPECT_EQ(coverage("CC", "2009-12-31"), Coverage::not_valid_then);
  EXPECT_EQ(coverage("CC", "2010-01-01"), Coverage::not_settled);
  for (const auto* country : {"CC", "DD"}) {
    EXPECT_EQ(coverage(country, "2019-12-31"), Coverage::not_settled);
    EXPECT_EQ(coverage(country, "2020-01-01"), Coverage::not_valid_then);
  }
}

TEST(policy_book, stays_where_it_was) {
  Library library;
  const Policy* first = &library.policy("AA", "2021-01-01");
  EXPECT_EQ(first, &library.policy("AA", "2026-01-01")) << "nothing changed between";
  for (int year = 2000; year < 2030; ++year) {
    library.policy("AA", std::to_string(year) + "-06-01");
    library.policy("GB", std::to_string(year) + "-06-01", charity);
  }
  EXPECT_EQ(first, &library.policy("AA", "2021-01-01"));
  EXPECT_EQ(first->name, "AA");
}

TEST(policy_book, judges_a_charity_by_its_own_row_where_one_covers_the_day) {
  Library library;
  EXPECT_EQ(library.policy("GB", "2026-02-05", charity).name, "GB charity");
  EXPECT_TRUE(library.policy("GB", "2026-02-05", charity).for_charities);
  EXPECT_EQ(library.policy("GB", "2026-02-04", charity).name, "GB");
  EXPECT_FALSE(library.policy("GB", "2026-02-04", charity).for_charities);
  EXPECT_EQ(library.policy("AA", "2026-02-05", charity).name, "AA");
  EXPECT_EQ(library.policy("GB", "2026-02-05", commercial).name, "GB");
}

TEST(policy_book, judges_a_charity_as_the_rest_where_its_own_row_is_not_settled) {
  std::vector<PolicyRow> rows = some_rows();
  rows.back().confidence = Confidence::low;
  Library low{rows};
  EXPECT_EQ(low.policy("GB", "2026-02-05", charity).name, "GB");
  rows.back().confidence = Confidence::high;
  rows.back().valid_from.reset();
  Library undated{rows};
  EXPECT_EQ(undated.policy("GB", "2026-02-05", charity).name, "GB");
}

TEST(policy_book, allows_what_the_row_says_yes_to) {
  Library library;
  const Policy& policy = library.policy("AA", "2026-01-01");
  EXPECT_EQ(policy.version, "1");
  EXPECT_EQ(policy.citation, "an act");
  const std::array<Truth, 5> channels = {Truth::yes, Truth::no, Truth::unknown, Truth::unknown,
                                         Truth::unknown};
  EXPECT_EQ(policy.channels, channels);
  EXPECT_EQ(policy.accepts_sale, Truth::yes);
  const std::array<Truth, 4> negotiations = {Truth::unknown, Truth::no, Truth::unknown,
                                             Truth::unknown};
  EXPECT_EQ(policy.accepts_negotiation, negotiations);
  EXPECT_EQ(policy.accepts_free_account, Truth::unknown);
}

TEST(policy_book, accepts_a_negotiation_of_unknown_kind_where_it_accepts_each) {
  for (const auto& [said, accepted] :
       {std::pair{Said::yes, Truth::yes}, std::pair{Said::no, Truth::no},
        std::pair{Said::disputed, Truth::unknown}}) {
    std::vector<PolicyRow> rows = {row_of("AA")};
    rows[0].enquiry = rows[0].quote = rows[0].free_trial = said;
    Library library{rows};
    EXPECT_EQ(library.policy("AA", "2026-01-01").accepts_negotiation[0], accepted);
  }
}

TEST(policy_book, relieves_of_a_duty_by_an_explicit_no_alone) {
  for (const auto said : {Said::yes, Said::unknown, Said::disputed, Said::conditional, Said::no}) {
    std::vector<PolicyRow> rows = {row_of("AA")};
    rows[0].similar_required = said;
    rows[0].opt_out_at_collection_required = said;
    Library library{rows};
    const Policy& policy = library.policy("AA", "2026-01-01");
    EXPECT_EQ(policy.similar_required, said != Said::no) << name(said);
    EXPECT_EQ(policy.no_opt_out_at_collection.empty(), said != Said::no) << name(said);
  }
}

TEST(policy_book, knows_when_details_were_collected_without_a_duty) {
  std::vector<PolicyRow> rows = some_rows();
  rows[0].opt_out_at_collection_required = Said::no;
  Library library{rows};
  const auto periods = library.policy("AA", "2026-01-01").no_opt_out_at_collection;
  ASSERT_EQ(periods.size(), 1U);
  EXPECT_FALSE(periods[0].contains(day("2009-12-31")));
  EXPECT_TRUE(periods[0].contains(day("2010-01-01")));
  EXPECT_TRUE(periods[0].contains(day("2019-12-31")));
  EXPECT_FALSE(periods[0].contains(day("2020-01-01")));
}

TEST(policy_book, is_not_relieved_of_a_duty_by_a_row_that_is_not_settled) {
  std::vector<PolicyRow> rows = some_rows();
  rows[0].opt_out_at_collection_required = Said::no;
  rows[0].confidence = Confidence::low;
  Library library{rows};
  EXPECT_TRUE(library.policy("AA", "2026-01-01").no_opt_out_at_collection.empty());
}

TEST(policy_book, tells_where_neither_is_required) {
  PolicyRow regime = row_of("AA");
  regime.soft_optin = SoftOptIn::not_needed;
  PolicyRow companies = row_of("BB");
  companies.corporates = Corporates::not_required;
  PolicyRow none = row_of("CC");
  none.soft_optin = SoftOptIn::no;
  none.corporates = Corporates::unknown;
  Library library{{regime, companies, none}};
  const auto says = [&](std::string_view country, Subscriber subscriber, Truth offered,
                        Truth not_required) {
    const SubscriberTerms& terms = library.policy(country, "2026-01-01").of(subscriber);
    EXPECT_EQ(terms.offered, offered) << country;
    EXPECT_EQ(terms.not_required, not_required) << country;
  };
  says("AA", Subscriber::individual, Truth::no, Truth::yes);
  says("AA", Subscriber::corporate, Truth::no, Truth::yes);
  says("BB", Subscriber::individual, Truth::yes, Truth::no);
  says("BB", Subscriber::corporate, Truth::no, Truth::yes);
  says("CC", Subscriber::individual, Truth::no, Truth::no);
  says("CC", Subscriber::corporate, Truth::no, Truth::no);
}

// One register for everyone and one for legal persons alone.
std::vector<PolicyRow> rows_with_registers() {
  static constexpr std::array<Register, 2> registers = {Register{"Robinson", false, ""},
                                                        Register{"Companies' list", true, ""}};
  std::vector<PolicyRow> rows = {row_of("AA")};
  rows[0].registers = registers;
  return rows;
}

TEST(policy_book, counts_a_check_of_a_register_for_some_days) {
  Library library{rows_with_registers()};
  library.book.take_check(" robinson ", day("2026-01-10"));
  library.book.take_check("another", day("2026-03-01"));
  const auto screening = [&](std::string_view on) {
    return library.policy("AA", on).of(Subscriber::individual).screening;
  };
  EXPECT_EQ(screening("2026-01-09").done, Truth::no) << "not checked yet";
  EXPECT_EQ(screening("2026-01-10").done, Truth::yes);
  EXPECT_EQ(screening("2026-01-10").last_day, day("2026-02-09"));
  EXPECT_EQ(screening("2026-02-09").done, Truth::yes);
  EXPECT_EQ(screening("2026-02-10").done, Truth::no);
  EXPECT_EQ(screening("2026-03-01").done, Truth::no) << "another register";
}

TEST(policy_book, counts_the_latest_check_not_after_the_day) {
  Library library{rows_with_registers()};
  for (const auto* on : {"2026-02-20", "2026-01-10", "2026-02-01"}) {
    library.book.take_check("Robinson", day(on));
  }
  const auto last_day = [&](std::string_view on) {
    return library.policy("AA", on).of(Subscriber::individual).screening.last_day;
  };
  EXPECT_EQ(last_day("2026-02-19"), day("2026-03-03"));
  EXPECT_EQ(last_day("2026-02-20"), day("2026-03-22"));
  EXPECT_EQ(last_day("2026-01-31"), day("2026-02-09"));
  EXPECT_EQ(library.policy("AA", "2026-02-19").registers[0].checked_on, day("2026-02-01"));
  EXPECT_EQ(library.policy("AA", "2026-02-19").registers[1].checked_on, std::nullopt);
}

TEST(policy_book, counts_a_check_for_thirty_days_unless_told_otherwise) {
  PolicyBook book;  // Of the rows compiled in, some of which name a register.
  for (const PolicyRow& row : policy_rows()) {
    for (const Register& entry : row.registers) book.take_check(entry.name, day("2026-01-10"));
  }
  int screened = 0;
  for (const PolicyRow& row : policy_rows()) {
    const auto country = book.jurisdiction_of(row.jurisdiction);
    for (const auto& entry : book.policy(country, commercial, day("2026-01-15")).registers) {
      EXPECT_EQ(entry.last_day, day("2026-02-09")) << entry.what->name;
      ++screened;
    }
  }
  EXPECT_GT(screened, 0);
}

TEST(policy_book, asks_for_the_registers_that_bear_on_the_subscriber) {
  Library library{rows_with_registers()};
  library.book.take_check("Robinson", day("2026-01-10"));
  const Policy& without = library.policy("AA", "2026-01-15");
  EXPECT_EQ(without.of(Subscriber::individual).screening.done, Truth::yes);
  EXPECT_EQ(without.of(Subscriber::corporate).screening.done, Truth::no);

  Library other{rows_with_registers()};
  other.book.take_check("Robinson", day("2026-01-10"));
  other.book.take_check("Companies' list", day("2026-01-05"));
  const Policy& with = other.policy("AA", "2026-01-15");
  EXPECT_EQ(with.of(Subscriber::corporate).screening.done, Truth::yes);
  EXPECT_EQ(with.of(Subscriber::corporate).screening.last_day, day("2026-02-04"));
  EXPECT_EQ(with.of(Subscriber::individual).screening.last_day, day("2026-02-09"));
}

TEST(policy_book, has_the_zone_of_the_country) {
  std::vector<PolicyRow> rows = some_rows();
  rows[0].time_zone = rows[1].time_zone = "Europe/Dublin";
  rows[1].window_rolls = true;
  Library library{rows};
  const auto country = [&](std::string_view code) { return library.book.jurisdiction_of(code); };
  EXPECT_EQ(library.book.zone(country("AA")), Zone::named("Europe/Dublin"));
  EXPECT_NE(library.book.zone(country("AA")), nullptr);
  EXPECT_EQ(library.book.zone(country("BB")), nullptr);
  EXPECT_EQ(library.book.zone(country("UK")), nullptr);
  EXPECT_EQ(library.book.zone(country("")), nullptr);
  EXPECT_TRUE(library.book.may_roll(country("AA")));
  EXPECT_FALSE(library.book.may_roll(country("BB")));
  EXPECT_FALSE(library.book.may_roll(country("")));
}

TEST(policy_book, has_the_zone_of_a_choice_and_of_a_register) {
  std::vector<PolicyRow> rows = rows_with_registers();
  rows[0].time_zone = "Europe/Vienna";
  rows.push_back(row_of("GB"));
  rows.push_back(charity_row_of("GB", "GB charity", "2026-02-05"));
  rows[1].time_zone = rows[2].time_zone = "Europe/London";
  Library library{rows};
  for (const auto* written : {"GB", " gb ", "GB charity", "  GB  charity"}) {
    EXPECT_EQ(library.book.zone_of_choice(written), Zone::named("Europe/London")) << written;
  }
  EXPECT_EQ(library.book.zone_of_choice("AA"), Zone::named("Europe/Vienna"));
  for (const auto* written : {"", "ZZ", "UK", "Narnia"}) {
    EXPECT_EQ(library.book.zone_of_choice(written), nullptr) << written;
  }
  for (const auto* written : {"Robinson", " robinson ", "Companies' list"}) {
    EXPECT_EQ(library.book.zone_of_register(written), Zone::named("Europe/Vienna")) << written;
  }
  EXPECT_EQ(library.book.zone_of_register("another"), nullptr);
}

TEST(policy_book, shows_any_row_as_the_choices_leave_it) {
  Library library;
  ASSERT_EQ(library.book.take(choice("GB charity", "email", "no", "2026-03-01")), std::nullopt);
  ASSERT_EQ(library.book.take(choice("GB", "sms", "no", "2026-03-02")), std::nullopt);
  const PolicyRow& charitable = library.rows.back();
  const ChosenRow before = library.book.chosen(charitable, day("2026-02-28"));
  EXPECT_EQ(before.row.channels[0], Said::yes);
  EXPECT_EQ(before.version, "1");
  EXPECT_TRUE(before.choices.empty());
  const ChosenRow after = library.book.chosen(charitable, day("2026-03-02"));
  EXPECT_EQ(after.row.policy, "GB charity");
  EXPECT_EQ(after.row.channels[0], Said::no);
  EXPECT_EQ(after.version, "1 with choices up to 2026-03-01");
  ASSERT_EQ(after.choices.size(), 1U);
  EXPECT_EQ(after.choices[0]->written.parameter, "email");
  const ChosenRow other = library.book.chosen(library.rows[5], day("2026-03-02"));
  EXPECT_EQ(other.row.channels[0], Said::yes);
  EXPECT_EQ(other.version, "1 with choices up to 2026-03-02");
}

// A book remembers; one that is asked about every day must answer as one that is asked about one.
TEST(policy_book, answers_alike_whatever_was_asked_before) {
  std::vector<PolicyRow> rows = some_rows();
  const std::vector<PolicyRow> screened = rows_with_registers();
  rows[1].registers = screened[0].registers;
  const auto fill = [](PolicyBook& book) {
    EXPECT_EQ(book.take(choice("AA", "sms", "no", "2020-02-10")), std::nullopt);
    EXPECT_EQ(book.take(choice("BB", "valid_from", "2020-01-20", "2020-03-05")), std::nullopt);
    EXPECT_EQ(book.take(choice("AA", "quote", "yes", "2019-12-20")), std::nullopt);
    EXPECT_EQ(book.take(choice("AA", "quote", "no", "2020-01-15")), std::nullopt);
    book.take_check("Robinson", day("2020-01-04"));
    book.take_check("Robinson", day("2020-01-25"));
  };
  PolicyBook often{10, rows};
  fill(often);
  for (const auto* country : {"AA", "BB"}) {
    for (int at = 0; at < 120; ++at) {
      const Day asked{day("2019-12-10").sys_days() + date::days{at * 37 % 120}};
      PolicyBook once{10, rows};
      fill(once);
      const Policy& expected = once.policy(once.jurisdiction_of(country), commercial, asked);
      const Policy& got = often.policy(often.jurisdiction_of(country), commercial, asked);
      EXPECT_EQ(got.name, expected.name) << asked.text();
      EXPECT_EQ(got.version, expected.version) << asked.text();
      EXPECT_EQ(got.covers_the_day, expected.covers_the_day) << asked.text();
      EXPECT_EQ(got.accepts_negotiation, expected.accepts_negotiation) << asked.text();
      const Screening& left = got.of(Subscriber::individual).screening;
      const Screening& right = expected.of(Subscriber::individual).screening;
      EXPECT_EQ(left.done, right.done) << asked.text();
      EXPECT_EQ(left.last_day, right.last_day) << asked.text();
    }
  }
}

}  // namespace
}  // namespace softoptin::rules
