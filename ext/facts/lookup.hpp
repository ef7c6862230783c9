// Lookup: a statement that finds rows by key, prepared when it is first needed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "facts/layout.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::facts {

class Lookup {
 public:
  // `where` follows the SELECT of every column of the contract. The layout must outlive the lookup.
  Lookup(const Layout& layout, std::string where) : layout_(layout), where_(std::move(where)) {}

  sqlite::Statement& statement() {
    if (!statement_) statement_ = layout_.prepare(where_);
    return *statement_;
  }

  [[nodiscard]] std::int64_t rows_scanned() const {
    return statement_ ? statement_->rows_scanned() : 0;
  }

 private:
  const Layout& layout_;
  std::string where_;
  std::optional<sqlite::Statement> statement_;
};

}  // namespace softoptin::facts
