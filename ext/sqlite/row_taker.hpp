// RowTaker: rows handed to us inside SQLite, while it reads them.
//
// Stepping from row to row and asking for each column costs twice as much as the reading itself;
// a function that SQLite calls with the columns costs next to nothing (measured, tests/bench).
// Two private functions do it. They are registered on the connection by the first statement that
// reads everything, not by loading, and refuse to be called by anybody else: their first argument
// is a pointer, which SQL cannot write.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "sqlite/api.hpp"
#include "sqlite/statement.hpp"
#include "sqlite/value.hpp"

namespace softoptin::sqlite {

using Cells = std::span<sqlite3_value* const>;

class RowTaker {
 public:
  RowTaker() = default;
  RowTaker(const RowTaker&) = delete;
  RowTaker& operator=(const RowTaker&) = delete;
  RowTaker(RowTaker&&) = delete;
  RowTaker& operator=(RowTaker&&) = delete;

  // Whether a row with those values is wanted; else it is left out before its other columns are
  // read. It stands in a WHERE: SQLite asks it in any order, also about rows that a view leaves out
  // afterwards.
  virtual bool wants(Cells values) = 0;
  // One row, valid until it returns. False: enough, no further row.
  virtual bool take(Cells row) = 0;

 protected:
  ~RowTaker() = default;
};

// What to read.
struct RowsToTake {
  std::string columns;  // Between SELECT and FROM; RowTaker::take gets them in this order.
  std::string from;
  std::string behind;   // Behind FROM: a WHERE, in which wanted() may stand; an ORDER BY.
  std::string subject;  // For messages, as Statement has it.
};

// SQL that asks RowTaker::wants about those columns, between commas.
std::string wanted(const std::string& columns);

// Hands over all rows, in the order of the relation. False when the taker had enough. Throws what
// the taker throws, and Error with SQLite's code, also when an authorizer has the functions
// ignored.
[[nodiscard]] bool hand_over(sqlite3* db, const RowsToTake& rows, RowTaker& taker);

// Who takes rows block by block.
class BlockTaker {
 public:
  BlockTaker() = default;
  BlockTaker(const BlockTaker&) = delete;
  BlockTaker& operator=(const BlockTaker&) = delete;
  BlockTaker(BlockTaker&&) = delete;
  BlockTaker& operator=(BlockTaker&&) = delete;

  // One row, valid until it returns. False: no further row for now.
  virtual bool take(Cells row) = 0;
  // To forget what it took: the rows come again from the first one.
  virtual void start_again() = 0;

 protected:
  ~BlockTaker() = default;
};

// Hands over rows in the order of the relation, in blocks that end where the taker says so.
// Stepping costs something once a block, not once a row.
class RowBlocks {
 public:
  // `parameter` is ?2 in `rows.behind`. Both the taker and the connection must outlive it. Throws
  // Error.
  RowBlocks(sqlite3* db, RowsToTake rows, std::optional<Value> parameter, BlockTaker& taker);
  RowBlocks(const RowBlocks&) = delete;
  RowBlocks& operator=(const RowBlocks&) = delete;
  RowBlocks(RowBlocks&&) = delete;
  RowBlocks& operator=(RowBlocks&&) = delete;
  ~RowBlocks();

  // The next block; the first one is of one row at most. False: it was the last one, perhaps of no
  // row. Throws as hand_over.
  bool next();

 private:
  class Pause;
  void prepare(const std::string& sql);
  [[nodiscard]] std::string in_order() const;

  sqlite3* db_;
  RowsToTake rows_;
  std::optional<Value> parameter_;
  std::unique_ptr<Pause> pause_;
  std::optional<Statement> statement_;
};

}  // namespace softoptin::sqlite
