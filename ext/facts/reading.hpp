// Reading: what one SQL statement keeps of the user's relations, and the road that a question
// takes.
//
// Two roads, one meaning. By key, a question costs a handful of look-ups; after a pass over
// everything it costs none. A statement begins by key and changes over by itself once its look-ups
// have cost a tenth of what the pass would, counted in rows: five rows never pay for a pass, five
// million pay a tenth more than the pass. A statement that writes what we read, or runs triggers,
// stays by key, so that it sees its own changes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "facts/key_reader.hpp"
#include "facts/pass.hpp"
#include "facts/source.hpp"
#include "rules/decide.hpp"

namespace softoptin::facts {

class Reading {
 public:
  // Throws Error, as everything here.
  explicit Reading(sqlite3* db, Pass::Keep keep = {});

  [[nodiscard]] Source& source() { return source_; }
  [[nodiscard]] const Source& source() const { return source_; }
  [[nodiscard]] KeyReader& by_key() { return by_key_; }
  // The facts of the latest question that the pass answered are in there.
  [[nodiscard]] Pass::Scratch& scratch() { return scratch_; }

  // The decision, by whichever road. The ids are not NULL. Its pointers are valid until the next
  // one.
  rules::Decision decide(const sqlite::Value& contact_id, const sqlite::Value& product_id,
                         const Asking& asking);

  // Whether the contact is eligible, where nothing else is asked: a narrow pass may do. As decide.
  bool eligible(const sqlite::Value& contact_id, const sqlite::Value& product_id,
                const Asking& asking);

  // Says that these contacts are about to be asked about: what the pass knows of them, if there is
  // one, is fetched from memory meanwhile. Changes no answer.
  void expect(std::span<const sqlite::Value> contact_ids);

  // Where the contact stands in the pass, when the statement's road goes by one; nothing: ask by
  // key. Counts as a question.
  std::optional<std::uint32_t> place_in_pass(const sqlite::Value& contact_id);

  // The pass, taken now if it was not before; nothing when the data must be read by key.
  Pass* pass();
  // A pass that answers who is eligible for that product then, and nothing else: a narrow one for
  // the first product, channel and moment of a statement, the whole one from the second on. Nothing
  // as above.
  Pass* pass_for_eligible(const sqlite::Value& product_id, const Asking& asking);

 private:
  [[nodiscard]] std::int64_t rows_paid_for() const;
  [[nodiscard]] bool change_is_due();
  [[nodiscard]] bool pass_is_due();
  [[nodiscard]] std::array<const Layout*, 3> large_relations() const;
  [[nodiscard]] std::int64_t count_rows(std::optional<std::int64_t> limit) const;
  struct NarrowQuestion {
    sqlite::Value product_id;
    Asking asking;
  };
  [[nodiscard]] bool is_narrow_question(const sqlite::Value& product_id,
                                        const Asking& asking) const;

  Source source_;
  KeyReader by_key_;
  Pass::Keep keep_;
  std::unique_ptr<Pass> pass_;
  bool pass_tried_ = false;
  std::unique_ptr<Pass> narrow_pass_;
  std::optional<NarrowQuestion> narrow_question_;  // That narrow_pass_ was tried for.
  Pass::Scratch scratch_;
  std::vector<std::uint32_t> expected_;
  std::int64_t looked_up_ = 0;
  std::int64_t next_thought_;         // In rows paid for.
  std::optional<std::int64_t> rows_;  // Of the large relations, once they are counted.
};

}  // namespace softoptin::facts
