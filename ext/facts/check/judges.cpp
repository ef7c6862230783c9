#include "facts/check/judges.hpp"

#include <algorithm>
#include <array>

#include "facts/check/countries.hpp"
#include "facts/check/dates.hpp"
#include "facts/meaning.hpp"
#include "rules/text.hpp"

namespace softoptin::facts::check {
namespace {

using rules::same_word;
using MaybeFault = std::optional<Fault>;

bool one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view known) { return same_word(word, known); });
}

// Control characters, no-break and zero-width spaces, and byte order marks.
bool has_invisible_signs(std::string_view text) {
  constexpr auto invisible = std::to_array<std::string_view>(
      {"\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xE2\x80\xAF", "\xEF\xBB\xBF"});
  const auto control = [](char sign) { return (sign >= '\0' && sign < ' ') || sign == '\x7F'; };
  return std::ranges::any_of(text, control) ||
         std::ranges::any_of(invisible, [&](std::string_view sign) {
           return text.find(sign) != std::string_view::npos;
         });
}

MaybeFault invisible_signs(const Look& look) {
  return Fault{look.check.severity, "invisible_signs_in_address",
               "Take tabs, line ends, no-break spaces and the like out of {column}: addresses are "
               "compared letter for letter, so that an opt-out of the same address passes unseen."};
}

MaybeFault blank_inside(const Look& look) {
  return Fault{
      look.check.severity, "blank_in_address",
      "Write one email address in {column}, without blanks inside: no message reaches this "
      "one, and no opt-out of the address as it should be does."};
}

MaybeFault judge_moment(const Look& look, bool past) {
  if (look.cell.is_null()) return std::nullopt;
  const auto moment = moment_of(look.cell, look.law.zone());
  if (!moment) {
    const DateForm& form = form_of(look.cell);
    return Fault{look.check.severity, form.code, form.advice, {}, {}, look.check.advice};
  }
  const rules::Moment now = look.law.now();
  const bool later =
      moment->day > now.day || (moment->timed && moment->microsecond > now.microsecond);
  if (!past || !later) return std::nullopt;
  return Fault{look.check.severity,
               "future_date",
               "Correct {column}, which is later than now: the row counts from that day on and not "
               "before. Text without an offset is read as {instead}.",
               {},
               look.law.read_as()};
}

MaybeFault no_date(const Look& look) {
  return Fault{Severity::warning, "no_date", "Write a date in {column}, where it is NULL.", {}, {},
               look.check.advice};
}

// A word outside the vocabulary.
MaybeFault another_word(const Look& look) {
  const std::string_view word = look.cell.text();
  if (rules::blank(word)) {
    return Fault{Severity::warning, "blank_word",
                 "Write the word that is meant in {column}, where a blank stands: it is not known, "
                 "which never counts in favour of sending."};
  }
  return Fault{look.check.severity, look.check.code, look.check.advice, shown(word)};
}

std::string in_capitals(std::string_view word) {
  std::string capitals{rules::trimmed(word)};
  for (char& letter : capitals) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return capitals;
}

// Where the country decides.
MaybeFault country_without_policy(const Look& look) {
  const std::string_view word = look.cell.text();
  const auto country = look.law.book().jurisdiction_of(word);
  if (country >= rules::Jurisdiction::first) return std::nullopt;
  if (country_code(word)) {
    return Fault{Severity::note, "country_without_policy",
                 "Send to contacts of {word} with their consent alone: soft_optin_policies has no "
                 "row of that country, so that none of them is eligible.",
                 shown(in_capitals(word))};
  }
  const bool union_itself = country == rules::Jurisdiction::eu;
  const std::string_view meant =
      union_itself ? "the code of the member state" : code_meant_by(word);
  return Fault{Severity::warning, "unknown_country",
               "Write {instead} in place of {word} in {column}: until then no policy decides about "
               "these contacts, and none of them is eligible.",
               shown(word), std::string{meant.empty() ? "the code of ISO 3166-1 alpha-2" : meant}};
}

}  // namespace

MaybeFault judge_id(const Look& look) {
  switch (look.cell.type()) {
    case SQLITE_NULL:
      if (look.check.code.empty()) return std::nullopt;
      return Fault{look.check.severity, look.check.code, look.check.advice};
    case SQLITE_TEXT:
      if (!rules::blank(look.cell.text())) return std::nullopt;
      return Fault{
          Severity::warning, "blank_id",
          "Write nullif(trim({column}), '') in place of {column}: a blank is an id like any "
          "other, so that all rows with one belong together."};
    case SQLITE_INTEGER:
      return std::nullopt;
    default:
      return Fault{Severity::warning, "id_of_other_type",
                   "Write {column} as INTEGER or TEXT, the same in every relation: a REAL or BLOB "
                   "matches only its like."};
  }
}

MaybeFault judge_word(const Look& look) {
  if (look.cell.is_null() || one_of(look.cell.text(), look.check.words)) return std::nullopt;
  return another_word(look);
}

MaybeFault judge_channel(const Look& look) {
  const bool read = channel_scope_of(look.cell).reach != rules::ChannelScope::Reach::unknown;
  return read ? std::nullopt : another_word(look);
}

MaybeFault judge_state(const Look& look) {
  if (look.cell.is_null()) return std::nullopt;
  const rules::State state = state_of(look.cell);
  if (state == rules::State::opt_out || state == rules::State::opt_in) return std::nullopt;
  constexpr auto undecided = std::to_array<std::string_view>({"pending", "unknown"});
  if (one_of(look.cell.text(), undecided)) {
    return Fault{Severity::note, "undecided_state",
                 "Leave {word} in {column} where people have said neither yes nor no: these rows "
                 "count as neither. Write opt_out or opt_in where they have.",
                 shown(look.cell.text())};
  }
  return another_word(look);
}

MaybeFault judge_boolean(const Look& look) {
  if (look.cell.is_null() || truth_of(look.cell) != rules::Truth::unknown) return std::nullopt;
  return Fault{
      look.check.severity, "not_a_boolean",
      "Write 1, 0 or NULL in place of {word} in {column}: until then it is not known, which "
      "never counts in favour of sending.",
      shown(look.cell.text())};
}

MaybeFault judge_country(const Look& look) {
  const std::string_view word = look.cell.text();
  if (rules::blank(word)) return std::nullopt;
  if (look.law.by_country()) return country_without_policy(look);
  if (country_code(word)) return std::nullopt;
  const std::string_view meant = code_meant_by(word);
  return Fault{look.check.severity, "unknown_country",
               "Write {instead} in place of {word} in {column}: this policy does not read it, a "
               "national one would know no rule for what stands there.",
               shown(word),
               meant.empty() ? "the code of ISO 3166-1 alpha-2, or NULL," : std::string{meant}};
}

MaybeFault judge_email(const Look& look) {
  const std::string_view address = rules::trimmed(look.cell.text());
  if (address.empty()) return std::nullopt;
  if (has_invisible_signs(address)) return invisible_signs(look);
  if (address.find('@') == std::string_view::npos) {
    return Fault{
        look.check.severity, "no_email_address",
        "Write NULL in {column} where there is no address: what stands there has no @, and "
        "counts as an address that can be written to."};
  }
  return address.find(' ') == std::string_view::npos ? std::nullopt : blank_inside(look);
}

MaybeFault judge_phone(const Look& look) {
  return has_invisible_signs(look.cell.text()) ? invisible_signs(look) : std::nullopt;
}

MaybeFault judge_address(const Look& look) {
  const std::string_view address = rules::trimmed(look.cell.text());
  if (address.find('@') == std::string_view::npos) return judge_phone(look);
  return judge_email(look);
}

MaybeFault judge_date(const Look& look) {
  return look.cell.is_null() ? no_date(look) : judge_moment(look, false);
}

MaybeFault judge_date_or_null(const Look& look) { return judge_moment(look, false); }

MaybeFault judge_past_date(const Look& look) {
  return look.cell.is_null() ? no_date(look) : judge_moment(look, true);
}

MaybeFault judge_past_date_or_null(const Look& look) { return judge_moment(look, true); }

}  // namespace softoptin::facts::check
