// Zone: the civil time of a place, so that an instant becomes a day.
//
// UTC, and each zone that a policy row names, are compiled in: the rule reads no file and no
// setting of the machine. Each is that of the IANA time zone database (2025b) for every instant
// from 1996-01-01 to 2037-12-31 UTC. Before and after, the first and the last rule go on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "rules/day.hpp"

namespace softoptin::rules {

// Summer time, and a time from which one offset and one summer time hold (zone.cpp).
class Summer;
struct ZonePiece;

class Zone {
 public:
  static const Zone& utc() { return all().front(); }
  // UTC first.
  static std::span<const Zone> all();
  // By its IANA name, in any case and with blanks around; nullptr where it is none of all(). The
  // zone is a constant: the pointer stays valid.
  static const Zone* named(std::string_view iana);

  constexpr Zone(std::string_view name, std::span<const ZonePiece> pieces)
      : name_(name), pieces_(pieces) {}

  [[nodiscard]] std::string_view name() const { return name_; }
  // Where it stands in all().
  [[nodiscard]] std::size_t place() const { return static_cast<std::size_t>(this - all().data()); }

  // Instants, and times as a clock of the zone shows them, are microseconds since 1970-01-01T00:00,
  // the former in UTC; both of the years 1 to 9999, where what is beyond counts as the first or the
  // last day.
  [[nodiscard]] Day day_of(std::int64_t instant) const;
  // When the clock shows that. What it shows twice, as it is put back, is the earlier instant; what
  // it never shows, as it is put forward, is read as if it had not been put forward yet.
  [[nodiscard]] std::int64_t instant_of_local(std::int64_t local) const;

 private:
  // The hours that the zone is ahead of UTC.
  [[nodiscard]] int offset_at(std::int64_t hour) const;

  std::string_view name_;
  std::span<const ZonePiece> pieces_;
};

}  // namespace softoptin::rules
