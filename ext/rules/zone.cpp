#include "rules/zone.hpp"

#include <algorithm>
#include <array>

#include "rules/text.hpp"

namespace softoptin::rules {

namespace {

constexpr std::int64_t microseconds_per_hour = 3'600'000'000;
constexpr std::int64_t hours_per_day = 24;

// Whole hours are enough: in none of the zones has the offset, or the instant of a change, had
// minutes since 1996.
constexpr std::int64_t hour_of(int year, unsigned month, unsigned day, int hour) {
  const date::sys_days days{date::year{year} / date::month{month} / date::day{day}};
  return days.time_since_epoch().count() * hours_per_day + hour;
}

constexpr std::int64_t floored(std::int64_t number, std::int64_t divisor) {
  return number / divisor - (number % divisor < 0 ? 1 : 0);
}

// The year of an hour, give or take the days about New Year, when no clock is changed.
constexpr int year_about(std::int64_t hour) {
  constexpr std::int64_t hours_of_400_years = 146'097 * hours_per_day;
  return static_cast<int>(1970 + floored(hour * 400, hours_of_400_years));
}

// When clocks are changed: that day of the week, on or after a date, at an hour of UTC counted from
// that day's start.
struct Change {
  unsigned month;
  unsigned first_day;
  date::weekday weekday;
  int hour;

  [[nodiscard]] constexpr std::int64_t in(int year) const {
    const date::sys_days first{date::year{year} / date::month{month} / date::day{first_day}};
    const date::sys_days day = first + (weekday - date::weekday{first});
    return day.time_since_epoch().count() * hours_per_day + hour;
  }
};

}  // namespace

// An hour ahead of standard time. South of the equator it ends before it begins.
class Summer {
 public:
  constexpr Summer(Change begins, Change ends) : begins_(begins), ends_(ends) {
    for (std::size_t at = 0; at < known_.size(); ++at) {
      known_[at] = of_year(first_known + static_cast<int>(at));
    }
  }

  [[nodiscard]] constexpr bool at(std::int64_t hour) const {
    const int year = year_about(hour);
    const auto place = static_cast<std::size_t>(std::int64_t{year} - first_known);
    const Changes changes = place < known_.size() ? known_[place] : of_year(year);
    const bool begun = changes.begins <= hour;
    const bool ended = changes.ends <= hour;
    return begins_.month < ends_.month ? begun && !ended : begun || !ended;
  }

 private:
  // The hours of one year.
  struct Changes {
    std::int64_t begins;
    std::int64_t ends;
  };
  static constexpr int first_known = 1970;

  [[nodiscard]] constexpr Changes of_year(int year) const {
    return {begins_.in(year), ends_.in(year)};
  }

  Change begins_;
  Change ends_;
  std::array<Changes, 100> known_{};  // To find a change takes longer than all else.
};

struct ZonePiece {
  std::int64_t from;  // The hour, UTC; of the first piece without meaning.
  int offset;         // Hours of standard time ahead of UTC.
  const Summer* summer = nullptr;
};

namespace {

// Directive 2000/84/EC, and what its predecessors and its neighbours do alike: the last Sundays of
// March and October, everywhere at 01:00 UTC.
constexpr Summer europe{{3, 25, date::Sunday, 1}, {10, 25, date::Sunday, 1}};
// Israel since 2013: the Friday before the last Sunday of March at 02:00, the last Sunday of
// October at 02:00.
constexpr Summer israel{{3, 23, date::Friday, 0}, {10, 25, date::Sunday, -1}};
// New Zealand, at 02:00 of standard time, UTC+12.
constexpr Summer new_zealand{{9, 24, date::Sunday, -10}, {4, 1, date::Sunday, -10}};
constexpr Summer new_zealand_until_2007{{10, 1, date::Sunday, -10}, {3, 15, date::Sunday, -10}};

constexpr auto utc_pieces = std::to_array<ZonePiece>({{0, 0}});
constexpr auto western = std::to_array<ZonePiece>({{0, 0, &europe}});
constexpr auto central = std::to_array<ZonePiece>({{0, 1, &europe}});
constexpr auto eastern = std::to_array<ZonePiece>({{0, 2, &europe}});
constexpr auto south_africa = std::to_array<ZonePiece>({{0, 2}});
constexpr auto singapore = std::to_array<ZonePiece>({{0, 8}});
constexpr auto japan = std::to_array<ZonePiece>({{0, 9}});

constexpr auto auckland = std::to_array<ZonePiece>(
    {{0, 12, &new_zealand_until_2007}, {hour_of(2007, 6, 1, 0), 12, &new_zealand}});

// Central European time, until standard time went back to that of Greenwich.
constexpr auto lisbon =
    std::to_array<ZonePiece>({{0, 1, &europe}, {hour_of(1996, 3, 31, 1), 0, &europe}});

// In 1996 clocks were changed at midnight.
constexpr auto bucharest_and_sofia =
    std::to_array<ZonePiece>({{0, 2, &europe},
                              {hour_of(1996, 3, 30, 22), 3},
                              {hour_of(1996, 10, 26, 21), 2},
                              {hour_of(1997, 1, 1, 0), 2, &europe}});

constexpr auto nicosia = std::to_array<ZonePiece>({{0, 2, &europe},
                                                   {hour_of(1996, 3, 30, 22), 3},
                                                   {hour_of(1996, 9, 28, 21), 2},
                                                   {hour_of(1997, 3, 29, 22), 3},
                                                   {hour_of(1997, 9, 27, 21), 2},
                                                   {hour_of(1998, 3, 28, 22), 3},
                                                   {hour_of(1998, 6, 1, 0), 2, &europe}});

// No summer time in 2000.
constexpr auto riga = std::to_array<ZonePiece>({{0, 2, &europe},
                                                {hour_of(1996, 3, 31, 0), 3},
                                                {hour_of(1996, 9, 29, 0), 2},
                                                {hour_of(1997, 1, 1, 0), 2, &europe},
                                                {hour_of(2000, 1, 1, 0), 2},
                                                {hour_of(2001, 1, 1, 0), 2, &europe}});

// No summer time in 2000 and 2001.
constexpr auto tallinn = std::to_array<ZonePiece>({{0, 2, &europe},
                                                   {hour_of(1996, 3, 31, 0), 3},
                                                   {hour_of(1996, 10, 27, 0), 2},
                                                   {hour_of(1997, 3, 30, 0), 3},
                                                   {hour_of(1997, 10, 26, 0), 2},
                                                   {hour_of(1998, 3, 29, 0), 3},
                                                   {hour_of(1998, 6, 1, 0), 2, &europe},
                                                   {hour_of(2000, 1, 1, 0), 2},
                                                   {hour_of(2002, 1, 1, 0), 2, &europe}});

// Central European time from March 1998 to October 1999, then no summer time until 2003.
constexpr auto vilnius = std::to_array<ZonePiece>({{0, 2, &europe},
                                                   {hour_of(1996, 3, 31, 0), 3},
                                                   {hour_of(1996, 10, 27, 0), 2},
                                                   {hour_of(1997, 3, 30, 0), 3},
                                                   {hour_of(1997, 10, 26, 0), 2},
                                                   {hour_of(1998, 3, 29, 1), 1, &europe},
                                                   {hour_of(1999, 10, 31, 1), 2},
                                                   {hour_of(2003, 1, 1, 0), 2, &europe}});

// Until 2012 decided year by year.
constexpr auto jerusalem = std::to_array<ZonePiece>({
    {0, 2, &israel},
    {hour_of(1996, 3, 14, 22), 3},
    {hour_of(1996, 9, 15, 21), 2},
    {hour_of(1997, 3, 20, 22), 3},
    {hour_of(1997, 9, 13, 21), 2},
    {hour_of(1998, 3, 19, 22), 3},
    {hour_of(1998, 9, 5, 21), 2},
    {hour_of(1999, 4, 2, 0), 3},
    {hour_of(1999, 9, 2, 23), 2},
    {hour_of(2000, 4, 14, 0), 3},
    {hour_of(2000, 10, 5, 22), 2},
    {hour_of(2001, 4, 8, 23), 3},
    {hour_of(2001, 9, 23, 22), 2},
    {hour_of(2002, 3, 28, 23), 3},
    {hour_of(2002, 10, 6, 22), 2},
    {hour_of(2003, 3, 27, 23), 3},
    {hour_of(2003, 10, 2, 22), 2},
    {hour_of(2004, 4, 6, 23), 3},
    {hour_of(2004, 9, 21, 22), 2},
    {hour_of(2005, 4, 1, 0), 3},
    {hour_of(2005, 10, 8, 23), 2},
    {hour_of(2006, 3, 31, 0), 3},
    {hour_of(2006, 9, 30, 23), 2},
    {hour_of(2007, 3, 30, 0), 3},
    {hour_of(2007, 9, 15, 23), 2},
    {hour_of(2008, 3, 28, 0), 3},
    {hour_of(2008, 10, 4, 23), 2},
    {hour_of(2009, 3, 27, 0), 3},
    {hour_of(2009, 9, 26, 23), 2},
    {hour_of(2010, 3, 26, 0), 3},
    {hour_of(2010, 9, 11, 23), 2},
    {hour_of(2011, 4, 1, 0), 3},
    {hour_of(2011, 10, 1, 23), 2},
    {hour_of(2012, 3, 30, 0), 3},
    {hour_of(2012, 9, 22, 23), 2},
    {hour_of(2013, 1, 1, 0), 2, &israel},
});

constexpr auto zones = std::to_array<Zone>({
    {"UTC", utc_pieces},
    {"Africa/Johannesburg", south_africa},
    {"Asia/Jerusalem", jerusalem},
    {"Asia/Nicosia", nicosia},
    {"Asia/Singapore", singapore},
    {"Asia/Tokyo", japan},
    {"Atlantic/Faroe", western},
    {"Atlantic/Reykjavik", utc_pieces},
    {"Europe/Amsterdam", central},
    {"Europe/Athens", eastern},
    {"Europe/Berlin", central},
    {"Europe/Bratislava", central},
    {"Europe/Brussels", central},
    {"Europe/Bucharest", bucharest_and_sofia},
    {"Europe/Budapest", central},
    {"Europe/Copenhagen", central},
    {"Europe/Dublin", western},
    {"Europe/Helsinki", eastern},
    {"Europe/Lisbon", lisbon},
    {"Europe/Ljubljana", central},
    {"Europe/London", western},
    {"Europe/Luxembourg", central},
    {"Europe/Madrid", central},
    {"Europe/Malta", central},
    {"Europe/Oslo", central},
    {"Europe/Paris", central},
    {"Europe/Prague", central},
    {"Europe/Riga", riga},
    {"Europe/Rome", central},
    {"Europe/Sofia", bucharest_and_sofia},
    {"Europe/Stockholm", central},
    {"Europe/Tallinn", tallinn},
    {"Europe/Vaduz", central},
    {"Europe/Vienna", central},
    {"Europe/Vilnius", vilnius},
    {"Europe/Warsaw", central},
    {"Europe/Zagreb", central},
    {"Europe/Zurich", central},
    {"Pacific/Auckland", auckland},
});

}  // namespace

std::span<const Zone> Zone::all() { return zones; }

const Zone* Zone::named(std::string_view iana) {
  const auto* found =
      std::ranges::find_if(zones, [&](const Zone& zone) { return same_word(zone.name(), iana); });
  return found == zones.end() ? nullptr : found;
}

// The pieces are searched from the last: nearly all that is asked about is of these years.
int Zone::offset_at(std::int64_t hour) const {
  std::size_t at = pieces_.size() - 1;
  while (at > 0 && hour < pieces_[at].from) --at;
  const ZonePiece& piece = pieces_[at];
  return piece.offset + (piece.summer != nullptr && piece.summer->at(hour) ? 1 : 0);
}

Day Zone::day_of(std::int64_t instant) const {
  const std::int64_t hour = floored(instant, microseconds_per_hour);
  const std::int64_t days = floored(hour + offset_at(hour), hours_per_day);
  return Day{std::clamp(date::sys_days{date::days{days}}, Day::earliest().sys_days(),
                        Day::latest().sys_days())};
}

// Two changes are never less than two days apart, so that a day before it the offset is that of
// before the change, if there is one.
std::int64_t Zone::instant_of_local(std::int64_t local) const {
  const std::int64_t hour = floored(local, microseconds_per_hour);
  const int before = offset_at(hour - hours_per_day);
  const int after = offset_at(hour - before);
  const bool shown = after == before || offset_at(hour - after) != after;
  return local - (shown ? before : after) * microseconds_per_hour;
}

}  // namespace softoptin::rules
