// Database: an imagined database, made, with the extension loaded; and what its ids mean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imagined.hpp"
#include "support/host/database.hpp"

namespace softoptin::agreement {

using Cells = std::vector<Value>;
using Rows = std::vector<Cells>;

// Whom and what a question is about: rows of soft_optin_contacts and of soft_optin_products (the
// first of that product), counted from 0; nothing where there is none.
struct Subject {
  std::optional<std::size_t> contact;
  std::optional<std::size_t> product;
  std::optional<std::int64_t> campaign;  // Nothing where there is no such product.
};

// The current row of a statement.
Cells cells_of(const host::Statement& statement);

class Database {
 public:
  // In memory. Besides the relations it has, in temp, all that plain.sql reads, and the view
  // campaign (campaign, product_id, channel, as_of): each product, channel and day that is asked
  // about, without products that do not exist. asked.campaign refers to it.
  // Throws host::Error, as all of these. The imagined database must outlive it.
  explicit Database(const Imagined& imagined);

  // All rows of a SELECT whose parameters are ?1, ?2, ...
  Rows ask(const std::string& sql, const Cells& arguments = {});
  // Every statement of the text.
  void run(const std::string& sql) { database_.run(sql); }
  [[nodiscard]] sqlite3* handle() const { return database_.handle(); }
  // Throws host::Error where a statement was left behind.
  void close();

  [[nodiscard]] const std::vector<Question>& questions() const { return imagined_.questions; }
  [[nodiscard]] const std::vector<Subject>& subjects() const { return subjects_; }
  // The relations as SQLite stores them.
  [[nodiscard]] const tests::World& stored() const { return stored_; }
  // The same with plain numbers for ids: a contact or product by its row, counted from 1; nobody's
  // and no product's is -1. What an id means is SQLite's to say, by the types and collations of the
  // columns; here it has said so, for a reader that knows of no columns.
  [[nodiscard]] const tests::World& resolved() const { return resolved_; }

 private:
  void read_back();
  void find_subjects();
  void resolve_ids();
  void resolve_products();
  void resolve_contacts(const std::string& relation);
  void create_helpers();
  void fill_asked();
  void fill_date_readings();
  Value product_number(const Value& id);
  std::vector<std::size_t> matching(const std::string& relation, const std::string& column,
                                    const Value& value);

  const Imagined& imagined_;
  host::Database database_;
  tests::World stored_;
  tests::World resolved_;
  std::vector<Subject> subjects_;  // One a question.
};

}  // namespace softoptin::agreement
