// What the database may hold as a date: each accepted form with its moment, each refused one.
//
// The expected moments are written out, and each is checked against the C library's count of
// seconds, so that text(), day and microsecond cannot all be wrong in the same way.
#include <gtest/gtest.h>

#include <cfloat>
#include <climits>
#include <cmath>
#include <ctime>

#include "written_dates.hpp"

namespace softoptin::rules {
namespace {

using namespace std::string_literals;

// The instant that YYYY-MM-DD[THH:MM:SS[.ffffff]Z] names, by the C library.
std::int64_t microsecond_by_c_library(const std::string& text) {
  std::tm parts{};
  int microsecond = 0;
  std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d.%6d", &parts.tm_year, &parts.tm_mon,
              &parts.tm_mday, &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &microsecond);
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  return std::int64_t{timegm(&parts)} * 1'000'000 + microsecond;
}

void expect_moment(const std::optional<Stamp>& stamp, const std::string& expected) {
  ASSERT_TRUE(stamp) << "not read; expected " << expected;
  const Moment read = stamp->in(Zone::utc());
  EXPECT_EQ(read.text(), expected);
  EXPECT_EQ(read.timed, expected.find('T') != std::string::npos);
  EXPECT_EQ(read.day.text(), expected.substr(0, 10));
  EXPECT_EQ(read.microsecond, microsecond_by_c_library(expected));
  EXPECT_EQ(stamp->day_in(Zone::utc()), read.day);
}

// How a text that should not be read is read.
std::string shown(const std::optional<Stamp>& stamp) {
  return stamp ? stamp->in(Zone::utc()).text() : "";
}

struct AcceptedText {
  std::string text;
  std::string moment;
};

class Texts : public testing::TestWithParam<AcceptedText> {};

TEST_P(Texts, are_read) {
  SCOPED_TRACE(GetParam().text);
  expect_moment(read_text(GetParam().text), GetParam().moment);
}

const auto civil_texts = testing::Values(
    AcceptedText{"2026-06-30", "2026-06-30"}, AcceptedText{"  2026-06-30 ", "2026-06-30"},
    AcceptedText{"2024-02-29", "2024-02-29"}, AcceptedText{"2000-02-29", "2000-02-29"},
    AcceptedText{"1969-12-31", "1969-12-31"}, AcceptedText{"0001-01-01", "0001-01-01"},
    AcceptedText{"9999-12-31", "9999-12-31"},
    AcceptedText{"2026-06-30T23:30", "2026-06-30T23:30:00Z"},
    AcceptedText{"2026-06-30 23:30", "2026-06-30T23:30:00Z"},
    AcceptedText{"2026-06-30t23:30", "2026-06-30T23:30:00Z"},
    AcceptedText{" 2026-06-30 23:30 ", "2026-06-30T23:30:00Z"},
    AcceptedText{"2026-06-30T23:59:59", "2026-06-30T23:59:59Z"},
    AcceptedText{"2026-06-30 00:00:00", "2026-06-30T00:00:00Z"},
    AcceptedText{"2026-06-30T12:00:00.5", "2026-06-30T12:00:00.500000Z"},
    AcceptedText{"2026-06-30T12:00:00.000", "2026-06-30T12:00:00Z"},
    AcceptedText{"2026-06-30T12:00:00.000001", "2026-06-30T12:00:00.000001Z"},
    AcceptedText{"2026-06-30T12:00:00.123456789", "2026-06-30T12:00:00.123456Z"},
    AcceptedText{"2026-06-30T23:59:59.9999999999999999999999", "2026-06-30T23:59:59.999999Z"},
    AcceptedText{"1969-12-31T23:59:59.999999", "1969-12-31T23:59:59.999999Z"});

const auto instant_texts =
    testing::Values(AcceptedText{"2026-06-30T23:30Z", "2026-06-30T23:30:00Z"},
                    AcceptedText{"2026-06-30T23:30z", "2026-06-30T23:30:00Z"},
                    AcceptedText{"2026-06-30 23:30:15.25Z", "2026-06-30T23:30:15.250000Z"},
                    AcceptedText{"2026-06-30T23:30:15 Z", "2026-06-30T23:30:15Z"},
                    AcceptedText{"2026-06-30T23:30+00", "2026-06-30T23:30:00Z"},
                    AcceptedText{"2026-06-30T23:30-00:00", "2026-06-30T23:30:00Z"},
                    AcceptedText{"2026-06-30T23:30-01:00", "2026-07-01T00:30:00Z"},
                    AcceptedText{"2026-06-30T23:30-0100", "2026-07-01T00:30:00Z"},
                    AcceptedText{"2026-06-30T23:30-01", "2026-07-01T00:30:00Z"},
                    AcceptedText{"2026-07-01T00:30+01:00", "2026-06-30T23:30:00Z"},
                    AcceptedText{"2026-07-01 00:30:00 +01:00", "2026-06-30T23:30:00Z"},
                    AcceptedText{"2026-07-01T00:30:00.75+0545", "2026-06-30T18:45:00.750000Z"},
                    AcceptedText{"2026-06-30T23:59:59.999999-00:00", "2026-06-30T23:59:59.999999Z"},
                    AcceptedText{"2026-12-31T23:59:59.999999-00:01", "2027-01-01T00:00:59.999999Z"},
                    AcceptedText{"2027-01-01T00:00+00:01", "2026-12-31T23:59:00Z"},
                    AcceptedText{"2026-06-30T12:00+14:00", "2026-06-29T22:00:00Z"},
                    AcceptedText{"2026-06-30T12:00-12:00", "2026-07-01T00:00:00Z"},
                    AcceptedText{"2026-06-30T12:00+14:59", "2026-06-29T21:01:00Z"},
                    AcceptedText{"2028-02-29T23:30-01:00", "2028-03-01T00:30:00Z"},
                    AcceptedText{"2028-03-01T00:30+01:00", "2028-02-29T23:30:00Z"});

INSTANTIATE_TEST_SUITE_P(civil, Texts, civil_texts);
INSTANTIATE_TEST_SUITE_P(instants, Texts, instant_texts);

class RefusedTexts : public testing::TestWithParam<std::string> {};

TEST_P(RefusedTexts, are_not_read) {
  const auto read = read_text(GetParam());
  EXPECT_FALSE(read) << '"' << GetParam() << "\" was read as " << shown(read);
}

const auto impossible_dates = testing::Values(
    "2025-02-30", "2025-02-29", "2026-02-29", "2100-02-29", "1900-02-29", "2025-04-31",
    "2025-06-31", "2025-09-31", "2025-11-31", "2025-01-32", "2025-01-00", "2025-00-10",
    "2025-13-01", "0000-00-00", "0000-01-01", "0000-00-00 00:00:00", "9999-99-99");

const auto other_orders =
    testing::Values("31/12/2025", "12/31/2025", "31-12-2025", "31.12.2025", "2025/12/31",
                    "2025.12.31", "2025-31-12", "31 Dec 2025", "Dec 31, 2025", "25-12-31",
                    "2025-12", "2025", "2025-W52-3", "2025-365", "2025-1-31", "2025-01-1",
                    "+2025-01-31", "-2025-01-31", "02025-01-31", "10000-01-01", "12025-01-31");

const auto numbers_as_text =
    testing::Values("20240131", "20240131T1200", "20240131120000", "45000", "45000.5", "2460000.5",
                    "1750000000", "1750000000000", "0", "-1", "2.4e6");

const auto impossible_times = testing::Values(
    "2026-06-30T24:00", "2026-06-30T24:00:00", "2026-06-30T25:00", "2026-06-30T23:60",
    "2026-06-30T23:59:60", "2026-06-30T23:59:60Z", "2026-06-30T23", "2026-06-30T2330",
    "2026-06-30T23:3", "2026-06-30T3:30", "2026-06-30T23:30:5",
    "2026-06-30T23:30:", "2026-06-30T23:30:15.", "2026-06-30T23:30:15.Z", "2026-06-30T23:30:15,5",
    "2026-06-30T23:30.5", "2026-06-30T11:30 PM", "2026-06-30T-1:30", "2026-06-30T+1:30",
    "2026-06-30T", "2026-06-30  23:30", "2026-06-30_23:30", "2026-06-3023:30");

const auto impossible_offsets = testing::Values(
    "2026-06-30T23:30+15:00", "2026-06-30T23:30-15:00", "2026-06-30T23:30+99:99",
    "2026-06-30T23:30+01:60", "2026-06-30T23:30+1", "2026-06-30T23:30+1:00",
    "2026-06-30T23:30+01:", "2026-06-30T23:30+01:0", "2026-06-30T23:30+010",
    "2026-06-30T23:30+001:00", "2026-06-30T23:30+01:00:00", "2026-06-30T23:30+",
    "2026-06-30T23:30-", "2026-06-30T23:30+01Z", "2026-06-30T23:30ZZ", "2026-06-30Z",
    "2026-06-30+01:00", "2026-06-30T23:30 CET", "2026-06-30T23:30[Europe/Dublin]",
    "0001-01-01T00:00+00:01", "9999-12-31T23:59-00:01");

const auto garbage =
    testing::Values("", " ", "now", "NULL", "yesterday", "2026-06-30x", "2026-06-30 x",
                    "2026-06-30T23:30x", "x2026-06-30", "2026-06-30T23:30:15.5x", "2026-06-30;",
                    "2026-06-30\n", "\t2026-06-30", "2026-06-30\r", "'2026-06-30'", "2026-06- 1",
                    "2026- 6-30", " 026-06-30", "2026-06-+1", "2026-06-30T23:30:15.5.5");

const auto foreign_bytes = testing::Values(
    "\xEF\xBB\xBF"
    "2026-06-30",  // A byte order mark.
    "\xC2\xA0"
    "2026-06-30",  // A no-break space.
    "2026\xE2\x80\x91"
    "06\xE2\x80\x91"
    "30",  // Non-breaking hyphens.
    "2026\xE2\x88\x92"
    "06\xE2\x88\x92"
    "30",  // Minus signs.
    "\xEF\xBC\x92"
    "026-06-30",  // A full-width digit.
    "\xD9\xA2"
    "026-06-30",  // An Arabic-Indic digit.
    "2026-06-3\xFF", "\x80\x80\x80\x80-06-30",
    "2026-06-30T23:30\xE2\x88\x92"
    "01:00",
    "2026-06-30\0"s, "2026-06-30\0T23:30"s, "\0"s, "2026\0-06-30"s, "2026-06-30T23:30\0Z"s);

INSTANTIATE_TEST_SUITE_P(impossible_dates, RefusedTexts, impossible_dates);
INSTANTIATE_TEST_SUITE_P(other_orders, RefusedTexts, other_orders);
INSTANTIATE_TEST_SUITE_P(numbers_as_text, RefusedTexts, numbers_as_text);
INSTANTIATE_TEST_SUITE_P(impossible_times, RefusedTexts, impossible_times);
INSTANTIATE_TEST_SUITE_P(impossible_offsets, RefusedTexts, impossible_offsets);
INSTANTIATE_TEST_SUITE_P(garbage, RefusedTexts, garbage);
INSTANTIATE_TEST_SUITE_P(foreign_bytes, RefusedTexts, foreign_bytes);

// Each prefix of a long date, and each with one byte changed, is either refused or says what it
// reads: no prefix may be completed by guessing.
TEST(texts, cut_short_are_refused_or_complete_dates) {
  const std::string whole = "2026-06-30T23:30:15.25+01:00";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::string cut = whole.substr(0, length);
    const bool date = length == 10;
    const bool time = length == 16 || length == 19 || length == 21 || length == 22;
    const bool offset = length == 25;
    EXPECT_EQ(read_text(cut).has_value(), date || time || offset) << cut;
  }
}

struct AcceptedInteger {
  std::int64_t number;
  const char* moment;
};

class Integers : public testing::TestWithParam<AcceptedInteger> {};

TEST_P(Integers, are_read_as_seconds_or_milliseconds) {
  SCOPED_TRACE(GetParam().number);
  expect_moment(read_integer(GetParam().number), GetParam().moment);
}

INSTANTIATE_TEST_SUITE_P(seconds, Integers,
                         testing::Values(AcceptedInteger{0, "1970-01-01T00:00:00Z"},
                                         AcceptedInteger{-1, "1969-12-31T23:59:59Z"},
                                         AcceptedInteger{1'767'225'600, "2026-01-01T00:00:00Z"},
                                         AcceptedInteger{1'767'225'599, "2025-12-31T23:59:59Z"},
                                         AcceptedInteger{951'782'400, "2000-02-29T00:00:00Z"},
                                         AcceptedInteger{99'999'999'999, "5138-11-16T09:46:39Z"},
                                         AcceptedInteger{-62'135'596'800, "0001-01-01T00:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(
    milliseconds, Integers,
    testing::Values(AcceptedInteger{100'000'000'000, "1973-03-03T09:46:40Z"},
                    AcceptedInteger{1'767'225'600'000, "2026-01-01T00:00:00Z"},
                    AcceptedInteger{1'767'225'599'999, "2025-12-31T23:59:59.999000Z"},
                    AcceptedInteger{253'402'300'799'999, "9999-12-31T23:59:59.999000Z"}));

// The last numbers before, and the first after, those that are a date written another way.
INSTANTIATE_TEST_SUITE_P(beside_other_forms, Integers,
                         testing::Values(AcceptedInteger{25'568, "1970-01-01T07:06:08Z"},
                                         AcceptedInteger{73'051, "1970-01-01T20:17:31Z"},
                                         AcceptedInteger{19'000'100, "1970-08-08T21:48:20Z"},
                                         AcceptedInteger{21'001'232, "1970-09-01T01:40:32Z"}));

TEST(integers, that_are_a_date_written_another_way_are_not_read) {
  for (const std::int64_t compact : {20'240'131, 19'000'101, 20'251'231, 21'001'231}) {
    EXPECT_FALSE(read_integer(compact)) << compact;
  }
  for (const std::int64_t excel_serial : {25'569, 45'000, 46'203, 73'050}) {
    EXPECT_FALSE(read_integer(excel_serial)) << excel_serial;
  }
}

TEST(integers, outside_the_years_that_can_be_written_are_not_read) {
  for (const std::int64_t number :
       {-62'135'596'801, -99'999'999'999, -100'000'000'001, -1'767'225'600'000}) {
    EXPECT_FALSE(read_integer(number)) << number;
  }
  EXPECT_FALSE(read_integer(253'402'300'800'000));
  EXPECT_FALSE(read_integer(1'767'225'600'000'000));  // Microseconds.
  EXPECT_FALSE(read_integer(INT64_MAX));
  EXPECT_FALSE(read_integer(INT64_MAX / 1000));
  EXPECT_FALSE(read_integer(INT64_MIN));
  EXPECT_FALSE(read_integer(INT64_MIN + 1));
}

struct AcceptedReal {
  double number;
  const char* moment;
};

class Reals : public testing::TestWithParam<AcceptedReal> {};

TEST_P(Reals, are_read_as_julian_days_or_seconds) {
  SCOPED_TRACE(GetParam().number);
  expect_moment(read_real(GetParam().number), GetParam().moment);
}

INSTANTIATE_TEST_SUITE_P(julian_days, Reals,
                         testing::Values(AcceptedReal{2'440'587.5, "1970-01-01T00:00:00Z"},
                                         AcceptedReal{2'440'587.0, "1969-12-31T12:00:00Z"},
                                         AcceptedReal{2'451'545.0, "2000-01-01T12:00:00Z"},
                                         AcceptedReal{2'461'041.5, "2026-01-01T00:00:00Z"},
                                         AcceptedReal{2'461'041.25, "2025-12-31T18:00:00Z"},
                                         AcceptedReal{1'721'425.5, "0001-01-01T00:00:00Z"},
                                         AcceptedReal{5'373'484.25, "9999-12-31T18:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(
    seconds, Reals,
    testing::Values(AcceptedReal{1'767'225'600.0, "2026-01-01T00:00:00Z"},
                    AcceptedReal{1'767'225'600.25, "2026-01-01T00:00:00.250000Z"},
                    AcceptedReal{1'767'225'599.999, "2025-12-31T23:59:59.999000Z"},
                    AcceptedReal{1'767'225'600.0006, "2026-01-01T00:00:00.001000Z"},
                    AcceptedReal{5'373'484.5, "1970-03-04T04:38:04.500000Z"},
                    AcceptedReal{-1.0, "1969-12-31T23:59:59Z"},
                    AcceptedReal{-0.5, "1969-12-31T23:59:59.500000Z"},
                    AcceptedReal{-62'135'596'800.0, "0001-01-01T00:00:00Z"},
                    AcceptedReal{253'402'300'799.0, "9999-12-31T23:59:59Z"}));

class RefusedReals : public testing::TestWithParam<double> {};

TEST_P(RefusedReals, are_not_read) {
  const auto read = read_real(GetParam());
  EXPECT_FALSE(read) << GetParam() << " was read as " << shown(read);
}

INSTANTIATE_TEST_SUITE_P(excel_serials, RefusedReals,
                         testing::Values(25'569.0, 45'000.0, 45'000.25, 46'203.999, 73'050.5));
INSTANTIATE_TEST_SUITE_P(compact_dates, RefusedReals, testing::Values(20'240'131.0, 19'000'101.0));
INSTANTIATE_TEST_SUITE_P(out_of_range, RefusedReals,
                         testing::Values(0.0, -0.0, 1.0, 2026.0630, 1'721'425.25, -62'135'596'801.0,
                                         253'402'300'800.0, 1'767'225'600'000.0, 1e18, -1e18, 1e300,
                                         -1e300, DBL_MAX, -DBL_MAX, DBL_MIN));
// As SQLite's 'auto', which takes whole seconds for the limits.
INSTANTIATE_TEST_SUITE_P(just_out_of_range, RefusedReals,
                         testing::Values(std::nextafter(-62'135'596'800.0, -1e300),
                                         std::nextafter(253'402'300'799.0, 1e300)));
INSTANTIATE_TEST_SUITE_P(no_numbers, RefusedReals, testing::Values(NAN, -NAN, INFINITY, -INFINITY));

}  // namespace
}  // namespace softoptin::rules
