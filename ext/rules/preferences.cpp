#include "rules/preferences.hpp"

namespace softoptin::rules {
namespace {

using Word = Standing::Word;

// "It covers a question when its channel, category and organisation each are NULL or cover the
// question's." (sql/reference/relations.md)
Truth covers(const Preference& entry, const Question& question) {
  return both(reaches(entry.channel, question.channel),
              both(entry.covers_category, entry.covers_organisation));
}

// What the entry says on this question. What is unknown never counts in favour of sending: an
// opt-out reaches what it may cover, an opt-in only what it surely covers.
Word word_of(const Preference& entry, const Question& question) {
  const Truth covered = covers(entry, question);
  switch (entry.state) {
    case State::opt_out:
      return covered == Truth::no ? Word::none : Word::opt_out;
    case State::unknown:
      return covered == Truth::no ? Word::none : Word::unknown;
    case State::opt_in: {
      // Pre-ticked consent is no consent (sql/reference/conditions.md; CJEU C-673/17), hence no
      // entry; and an opt-in without a readable date is no entry either.
      const bool valid = entry.preticked == Truth::no && entry.changed_at;
      return covered == Truth::yes && valid ? Word::opt_in : Word::none;
    }
    case State::neither:
      break;
  }
  return Word::none;
}

// "An as_of without time is the end of its day; an as_of with time leaves out what is later." An
// entry without time is in force from the start of its day.
bool known_by(const Preference& entry, const Moment& as_of) {
  if (!entry.changed_at) return true;  // Since ever.
  if (!as_of.timed || !entry.changed_at->timed) return entry.changed_at->day <= as_of.day;
  return entry.changed_at->microsecond <= as_of.microsecond;
}

// The place of an entry in the order of the ledger. By instant where there is a time of day. A date
// alone: an opt-out outranks any opt-in of its day, so it stands at the day's end; an opt-in counts
// from the day's start.
Place place(const Preference& entry, Word word) {
  if (!entry.changed_at) return {Day::earliest(), INT64_MIN};
  return word == Word::opt_in ? entry.changed_at->from_start() : entry.changed_at->at_end();
}

// At the same instant the opt-out wins, and what may be an opt-out comes before an opt-in.
bool outweighs(Word left, Word right) {
  if (left == Word::opt_out) return right != Word::opt_out;
  return left == Word::unknown && (right == Word::opt_in || right == Word::none);
}

}  // namespace

Standing standing(Ledger ledger, const Question& question) {
  Standing latest;
  Place latest_place{Day::earliest(), INT64_MIN};
  for (const Preference& entry : ledger) {
    if (!known_by(entry, question.as_of)) continue;
    const Word word = word_of(entry, question);
    if (word == Word::none) continue;
    const Place at = place(entry, word);
    const bool later = latest.entry == nullptr || at > latest_place ||
                       (at == latest_place && outweighs(word, latest.word));
    if (!later) continue;
    latest = {word, &entry};
    latest_place = at;
  }
  return latest;
}

Standing standing(std::span<const Ledger> ledgers, const Question& question) {
  if (ledgers.empty()) return {};
  Standing result = standing(ledgers.front(), question);
  for (const Ledger& other : ledgers.subspan(1)) {
    const Standing theirs = standing(other, question);
    // Another contact's consent weighs nothing: it is not this one's.
    if (outweighs(theirs.word, result.word)) result = theirs;
  }
  return result;
}

}  // namespace softoptin::rules
