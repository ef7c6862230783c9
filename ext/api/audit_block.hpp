// AuditBlock: messages read ahead, some hundreds at a time, and the verdict on each.
//
// Read one by one, a message costs a step of SQLite and several waits for memory; in blocks SQLite
// hands them over, and what is known of their contacts is fetched while others are looked at.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "facts/date_memory.hpp"
#include "facts/layout.hpp"
#include "facts/reading.hpp"
#include "facts/rows.hpp"
#include "facts/value_column.hpp"
#include "facts/value_places.hpp"
#include "rules/audit.hpp"
#include "sqlite/result.hpp"
#include "sqlite/row_taker.hpp"

namespace softoptin::api {

// By their days, where one of them has no time.
bool before(const rules::Moment& left, const rules::Moment& right);

class AuditBlock final : private sqlite::BlockTaker {
 public:
  // Which messages, and what of them will be shown.
  struct Wanted {
    std::optional<rules::Moment> from;
    std::optional<rules::Moment> until;
    std::optional<sqlite::Value> contact_id;
    unsigned columns;  // Bit n: the column of that place in the contract.
  };

  // The reading must outlive it. Throws Error, as all of these.
  AuditBlock(facts::Reading& reading, Wanted wanted);
  ~AuditBlock() = default;
  AuditBlock(const AuditBlock&) = delete;
  AuditBlock& operator=(const AuditBlock&) = delete;
  AuditBlock(AuditBlock&&) = delete;
  AuditBlock& operator=(AuditBlock&&) = delete;

  // To the next message; false when there is none.
  bool next();
  // Of the current one:
  [[nodiscard]] const rules::Verdict& verdict() const { return verdicts_[at_]; }
  // The column of that place in the contract, which is among those wanted.
  void show(int place, sqlite::Result result) const;

 private:
  struct Message {
    std::int64_t sent_at;  // rules::Stamp::packed.
    std::uint32_t product;
    std::optional<rules::Channel> channel;
    rules::Truth by_owner;
    rules::Truth opt_out_included;
  };

  bool take(sqlite::Cells cells) override;
  void start_again() override;
  void read_block();
  void read_channel(sqlite::Cell cell);
  [[nodiscard]] bool within(const std::optional<rules::Stamp>& sent_at) const;
  [[nodiscard]] rules::Truth sent_by_owner(const facts::Row& row, const sqlite::Value& product);
  [[nodiscard]] rules::Verdict judged(std::size_t at);

  facts::Reading& reading_;
  const facts::Layout layout_;
  const facts::Places places_;
  Wanted wanted_;
  sqlite::RowBlocks rows_;
  bool last_ = false;  // There is no block behind this one.
  std::size_t most_ = 1;
  std::size_t at_ = 0;
  facts::DateMemory dates_;
  facts::ValuePlaces products_;
  // What the latest channel is called, and means.
  facts::MaybeText channel_text_;
  bool no_mail_ = false;
  std::optional<rules::Channel> channel_;
  // A row each of the block:
  std::vector<Message> messages_;
  std::vector<sqlite::Value> contact_ids_;
  std::vector<rules::Verdict> verdicts_;
  std::array<facts::ValueColumn, facts::messages::columns.size()> shown_;
};

}  // namespace softoptin::api
