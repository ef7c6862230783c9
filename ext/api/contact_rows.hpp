// ContactRows: one product asked about every contact, or about one; what the tables show.
#pragma once

#include <optional>
#include <vector>

#include "api/question.hpp"
#include "facts/heartbeat.hpp"
#include "facts/reading.hpp"
#include "facts/scan.hpp"
#include "rules/decide.hpp"
#include "sqlite/connection.hpp"

namespace softoptin::api {

// Which rows are wanted, and what of them will be asked for.
struct Wanted {
  bool eligible_only = false;
  bool sale_id = false;
  bool address = false;
  bool window = false;  // Until when a yes stands, and by which sale.
};

class ContactRows {
 public:
  explicit ContactRows(sqlite::Connection& connection) : connection_(connection) {}

  // To the first row. A contact_id that is not NULL: of that contact alone, by key. All throw
  // Error.
  void start(const Asked& asked, const Wanted& wanted);
  // To the next row; at_end() when there is none.
  void next();
  [[nodiscard]] bool at_end() const { return at_end_; }

  [[nodiscard]] const Asked& asked() const { return asked_; }
  [[nodiscard]] const facts::Asking& asking() const { return *asking_; }
  [[nodiscard]] bool product_exists() const { return product_exists_; }
  // Of the current row:
  [[nodiscard]] const sqlite::Value& contact_id() const { return contact_id_; }
  [[nodiscard]] const rules::Decision& decision() const { return decision_; }
  [[nodiscard]] const rules::Policy& policy() const { return *policy_; }
  [[nodiscard]] const sqlite::Value& sale_id() const { return sale_id_; }
  [[nodiscard]] std::optional<rules::Day> sale_on() const { return sale_on_; }
  // Where it would be sent; NULL for a channel that needs no address.
  [[nodiscard]] sqlite::Value address() const;

 private:
  void read_one();
  void read_next();
  void read_address(std::uint32_t contact);
  [[nodiscard]] bool read_next_of_pass(facts::Pass& pass);
  // The next contact of the pass, or of the candidates.
  [[nodiscard]] std::optional<std::uint32_t> next_contact(const facts::Pass& pass);
  [[nodiscard]] std::optional<std::uint32_t> next_candidate(const facts::Pass& pass);
  [[nodiscard]] bool read_next_by_key();
  void decide_by_pass(const facts::Pass& pass, const facts::Pass::Product& product,
                      std::uint32_t contact);
  void decide_by_key(const sqlite::Value& contact_id);
  [[nodiscard]] bool wanted(const rules::Decision& decision) const {
    return !wanted_.eligible_only || decision.eligible();
  }
  void keep_sale(const rules::Sale* sale);

  sqlite::Connection& connection_;
  std::optional<facts::Reading> reading_;
  std::optional<facts::Heartbeat> heartbeat_;
  Asked asked_;
  Wanted wanted_;
  std::optional<facts::Asking> asking_;
  const rules::Policy* policy_ = nullptr;
  // Where every contact is asked about: the next one of the pass, or the relation alone, where
  // there is no pass.
  facts::Pass* pass_ = nullptr;
  std::uint32_t next_contact_ = 0;
  facts::ContactSet candidates_;  // Where the eligible alone are wanted: who may be.
  // The next of them, from next_candidate_ on.
  std::vector<std::uint32_t> expected_;
  std::size_t next_candidate_ = 0;
  std::optional<facts::Scan> contacts_;
  bool product_exists_ = false;
  bool at_end_ = true;
  sqlite::Value contact_id_;
  rules::Decision decision_;
  sqlite::Value sale_id_;
  std::optional<rules::Day> sale_on_;
  facts::MaybeText address_;
};

}  // namespace softoptin::api
