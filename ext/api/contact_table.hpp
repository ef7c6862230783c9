// ContactTable: the tables that show contacts beside one product: which columns, and how a row is
// told.
#pragma once

#include <optional>
#include <span>

#include "api/contact_rows.hpp"
#include "sqlite/table_function.hpp"

namespace softoptin::api {

class ContactTable : public sqlite::TableCursor {
 public:
  // What a column shows. The arguments come last, as in every declaration.
  enum class Shown : std::uint8_t {
    contact_id,
    eligible,
    reason,
    address,
    basis,
    expires_on,
    policy,
    sale_id,
    sale_on,
    product_id,
    channel,
    as_of
  };
  // The values that arrive: the arguments, then `contact_id =` and `eligible =` where a table
  // pushes them.
  enum Input : std::uint8_t {
    product_input,
    channel_input,
    as_of_input,
    contact_input,
    eligible_input
  };
  static constexpr int arguments = 3;

  // `columns` must live as long as the program. A send list (eligible_only) of a product that does
  // not exist is an error: an empty list would not say so.
  ContactTable(sqlite::Connection& connection, std::span<const Shown> columns, bool eligible_only)
      : rows_(connection), columns_(columns), eligible_only_(eligible_only) {}

  void filter(sqlite::Arguments given, unsigned columns_used) override;
  [[nodiscard]] bool at_end() const override { return nobody_ || rows_.at_end(); }
  void next() override { rows_.next(); }
  void column(int column, sqlite::Result result) const override;

 private:
  [[nodiscard]] bool uses(Shown shown, unsigned columns_used) const;

  ContactRows rows_;
  std::span<const Shown> columns_;
  bool eligible_only_;
  bool nobody_ = false;  // Asked for contact_id = NULL, which is true of no row.
  std::optional<sqlite::Value> given_as_of_;
};

}  // namespace softoptin::api
