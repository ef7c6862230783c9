// Judges: is a value read as it is meant? Each looks at one value of one column.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "facts/check/tally.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts::check {

struct ColumnCheck;

// A value under judgement; valid while its row is.
struct Look {
  sqlite::Cell cell;
  const ColumnCheck& check;
  const Law& law;
};

// Nothing when the value is in order.
using Judge = std::optional<Fault> (*)(const Look&);

enum class Asked : std::uint8_t { always, under_national_policies };

// One line of the list of column checks (values.cpp).
struct ColumnCheck {
  const Relation* relation;
  std::string_view column;
  Judge judge;
  Severity severity;
  // Of the finding, where the judge has no code of its own; and the finding's sentence, or its last
  // sentence where the judge has a first one.
  std::string_view code = {};
  std::string_view advice = {};
  std::span<const std::string_view> words = {};  // That are in order.
  Asked asked = Asked::always;
};

// NULL (where there is a code for it), a blank, a BLOB or a REAL is no id.
std::optional<Fault> judge_id(const Look& look);
// A word that is none of check.words, without regard to case and blanks around.
std::optional<Fault> judge_word(const Look& look);
// A channel: what is no electronic mail is in order, too, where it is called so (post, call).
std::optional<Fault> judge_channel(const Look& look);
// A state: opt_out and opt_in are in order, pending and unknown are worth a note.
std::optional<Fault> judge_state(const Look& look);
// Neither 1, 0 nor NULL.
std::optional<Fault> judge_boolean(const Look& look);
// A word for a country by which none is found. NULL and blank: check_policies counts them.
std::optional<Fault> judge_country(const Look& look);
// Addresses that do not compare as they look. An email has an @; `address` may be either.
std::optional<Fault> judge_email(const Look& look);
std::optional<Fault> judge_phone(const Look& look);
std::optional<Fault> judge_address(const Look& look);
// A date that cannot be read. NULL is in order in judge_date_or_null alone. A date later than now
// is a fault of what has happened.
std::optional<Fault> judge_date(const Look& look);
std::optional<Fault> judge_date_or_null(const Look& look);
std::optional<Fault> judge_past_date(const Look& look);
std::optional<Fault> judge_past_date_or_null(const Look& look);

}  // namespace softoptin::facts::check
