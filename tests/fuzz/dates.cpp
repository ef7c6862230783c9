// Dates: the reader of the rules against one of this folder's own, written from
// sql/reference/dates.md; what was read, written and read again; and months, by another calendar.
#include <chrono>
#include <cmath>
#include <cstring>

#include "bytes.hpp"
#include "rules/day.hpp"
#include "rules/zone.hpp"

namespace softoptin::fuzz {
namespace {

using rules::Day;
using rules::Moment;
using rules::Stamp;
using rules::Zone;
using std::chrono::sys_days;
using std::chrono::year;

constexpr std::int64_t second_length = 1'000'000;
constexpr std::int64_t day_length = 86'400 * second_length;

// How a date is to be read; microseconds since 1970-01-01T00:00, UTC or of a clock.
struct Reading {
  Stamp::Form form;
  std::int64_t microsecond;
};

std::int64_t start_of(sys_days day) { return day.time_since_epoch().count() * day_length; }

bool of_this_era(std::int64_t microsecond) {
  return microsecond >= start_of(sys_days{year{1} / 1 / 1}) &&
         microsecond < start_of(sys_days{year{9999} / 12 / 31}) + day_length;
}

// What has the form of "dddd-dd-ddTdd:dd": digits where the form has a d, the letter T, t or a
// blank for T, and the sign itself elsewhere.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() < form.size()) return false;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const char sign = text[at];
    const bool fits = form[at] == 'd'   ? sign >= '0' && sign <= '9'
                      : form[at] == 'T' ? sign == 'T' || sign == 't' || sign == ' '
                                        : sign == form[at];
    if (!fits) return false;
  }
  return true;
}

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + text[1] - '0'; }

// The seconds of an offset that is all of the text; nothing where it is none.
std::optional<std::int64_t> offset_of(std::string_view text) {
  if (text.starts_with(' ')) text.remove_prefix(1);
  if (text == "Z" || text == "z") return 0;
  const bool west = text.starts_with('-');
  if (!west && !text.starts_with('+')) return std::nullopt;
  text.remove_prefix(1);
  const bool whole_hours = text.size() == 2 && has_form(text, "dd");
  const bool colon = text.size() == 5 && has_form(text, "dd:dd");
  if (!whole_hours && !colon && !(text.size() == 4 && has_form(text, "dddd"))) return std::nullopt;
  const int hours = two_digits(text);
  const int minutes = whole_hours ? 0 : two_digits(text.substr(text.size() - 2));
  if (hours > 14 || minutes > 59) return std::nullopt;
  return (hours * 60 + minutes) * (west ? -60 : 60);
}

std::optional<Reading> read_by_hand(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(' ') + 1 - first);
  if (!has_form(text, "dddd-dd-dd")) return std::nullopt;
  const std::chrono::year_month_day civil{
      year{two_digits(text) * 100 + two_digits(text.substr(2))},
      std::chrono::month{static_cast<unsigned>(two_digits(text.substr(5)))},
      std::chrono::day{static_cast<unsigned>(two_digits(text.substr(8)))}};
  if (!civil.ok() || civil.year() < year{1}) return std::nullopt;
  std::int64_t at = start_of(sys_days{civil});
  if (text.size() == 10) return Reading{Stamp::Form::date, at};
  text.remove_prefix(10);
  if (!has_form(text, "Tdd:dd")) return std::nullopt;
  const int hour = two_digits(text.substr(1));
  const int minute = two_digits(text.substr(4));
  text.remove_prefix(6);
  int second = 0;
  if (has_form(text, ":dd")) {
    second = two_digits(text.substr(1));
    text.remove_prefix(3);
    if (has_form(text, ".d")) {
      const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
      std::string fraction{text.substr(1, std::min(end - 1, std::size_t{6}))};
      fraction.resize(6, '0');
      at += std::stoi(fraction);
      text.remove_prefix(end);
    }
  }
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  at += ((hour * 60 + minute) * 60 + second) * second_length;
  if (text.empty()) return Reading{Stamp::Form::local_time, at};
  const auto offset = offset_of(text);
  if (!offset || !of_this_era(at - *offset * second_length)) return std::nullopt;
  return Reading{Stamp::Form::instant, at - *offset * second_length};
}

// 20240131, or the serial of a spreadsheet.
bool another_form(double number) {
  return (number >= 19'000'101 && number < 21'001'232) || (number >= 25'569 && number < 73'051);
}

std::optional<Reading> read_by_hand(std::int64_t number) {
  constexpr std::int64_t beyond_any_date = 1'000'000'000'000'000;
  if (another_form(static_cast<double>(number)) || std::abs(number / 2) > beyond_any_date) {
    return std::nullopt;
  }
  const std::int64_t unit = number >= 100'000'000'000 ? 1000 : second_length;
  if (unit == second_length && std::abs(number) > beyond_any_date / 1000) return std::nullopt;
  if (!of_this_era(number * unit)) return std::nullopt;
  return Reading{Stamp::Form::instant, number * unit};
}

void compare(const std::optional<Stamp>& found, const std::optional<Reading>& expected,
             const std::string& what) {
  expect(found.has_value() == expected.has_value(),
         what + (found ? " is read, and is no date" : " is not read, and is a date"));
  if (!found) return;
  expect(found->form() == expected->form, what + " is read in another form");
  expect(found->microsecond() == expected->microsecond,
         what + " is read as " + std::to_string(found->microsecond()) + " and not " +
             std::to_string(expected->microsecond));
}

// To the millisecond, as Julian days are; what is within one of the first or last date is either.
void compare_real(double number) {
  const auto found = rules::read_real(number);
  const std::string what = std::to_string(number);
  const bool julian = number >= 0 && number < 5'373'484.5;
  if (!julian && (another_form(number) || !(std::fabs(number) < 1e12))) {
    expect(!found, what + " is read, and is no date");
    return;
  }
  const long double second =
      julian ? (static_cast<long double>(number) - 2'440'587.5L) * 86'400 : number;
  const auto expected = static_cast<std::int64_t>(std::round(second * 1000)) * 1000;
  const bool at_the_edge =
      of_this_era(expected - second_length) != of_this_era(expected + second_length);
  if (at_the_edge) return;
  expect(found.has_value() == of_this_era(expected), what + ": whether it is a date");
  if (!found) return;
  expect(found->form() == Stamp::Form::instant, what + " is read in another form");
  expect(std::abs(found->microsecond() - expected) <= 1000, what + " is another instant");
}

bool same(const Moment& one, const Moment& other) {
  return one.day == other.day && one.timed == other.timed && one.microsecond == other.microsecond;
}

// What was read, written by the rules and read again, is the same; packed and unpacked too.
void expect_round_trips(const Stamp& stamp, const Zone& zone) {
  const auto unpacked = Stamp::unpacked(Stamp::packed(stamp));
  expect(unpacked && unpacked->form() == stamp.form() &&
             unpacked->microsecond() == stamp.microsecond(),
         "a stamp is another one when it was packed");
  const Moment moment = stamp.in(zone);
  const std::string text = moment.text();
  expect(stamp.day_in(zone) == moment.day, text + ": day_in() and in() are of two minds");
  const auto again = rules::read_text(text);
  // At the ends of the calendar the UTC day of a local time may be one that nobody can write.
  const bool at_the_end = moment.day == Day::earliest() || moment.day == Day::latest();
  if (!again && at_the_end) return;
  expect(again.has_value(), text + " is written and cannot be read");
  expect(same(again->in(zone), moment), text + " is another moment when it is read again");
}

void expect_months(Day day, int months) {
  using std::chrono::year_month_day;
  const year_month_day from{sys_days{std::chrono::days{day.sys_days().time_since_epoch().count()}}};
  const std::int64_t count = static_cast<int>(from.year()) * std::int64_t{12} +
                             static_cast<unsigned>(from.month()) - 1 + months;
  const std::string found = rules::months_later(day, rules::Months{months}).text();
  if (count / 12 > 9999) {
    expect(found == Day::latest().text(), found + " is not the last day");
    return;
  }
  auto to = year{static_cast<int>(count / 12)} /
            std::chrono::month{static_cast<unsigned>(count % 12) + 1} / from.day();
  if (!to.ok()) to = sys_days{to.year() / to.month() / std::chrono::last};
  const auto expected =
      Day::of_civil(static_cast<int>(to.year()), static_cast<unsigned>(to.month()),
                    static_cast<unsigned>(to.day()));
  expect(expected && found == expected->text(),
         day.text() + " and " + std::to_string(months) + " months are not " + found);
}

}  // namespace
}  // namespace softoptin::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace softoptin;
  using namespace softoptin::fuzz;
  Bytes bytes{data, size};
  const auto form = bytes.byte();
  const Zone& zone = bytes.one_of(Zone::all());
  const int months = static_cast<int>(bytes.below(256)) * (bytes.either() ? 1 : 600);
  std::optional<Stamp> stamp;
  if (form == 'i') {
    const std::int64_t number = bytes.number();
    stamp = rules::read_integer(number);
    compare(stamp, read_by_hand(number), std::to_string(number));
  } else if (form == 'r') {
    const std::int64_t bits = bytes.number();
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    stamp = rules::read_real(number);
    compare_real(number);
  } else {
    const std::string text = bytes.text(64);
    stamp = rules::read_text(text);
    compare(stamp, read_by_hand(text), "'" + text + "'");
  }
  if (!stamp) return 0;
  expect_round_trips(*stamp, zone);
  expect_months(stamp->day_in(zone), months);
  return 0;
}
