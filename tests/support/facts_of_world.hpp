// Facts of a world: a world as the rules read it, with nothing between them.
//
// This is a reader of its own beside those of ext/facts/, written from the contract and not from
// them: plain loops over all rows. Where both give the rules the same facts, a case has one answer.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "rules/facts.hpp"
#include "support/house_of_world.hpp"
#include "support/world.hpp"

namespace softoptin::tests {

// Owns what rules::Facts points into. The world must outlive it.
class FactsOfWorld {
 public:
  // Under that policy, or where it is none under the one that the world's settings ask for. Throws
  // Refused where the question, a setting or a choice is refused.
  FactsOfWorld(const World& world, std::optional<rules::Policy> policy);
  FactsOfWorld(const FactsOfWorld&) = delete;
  FactsOfWorld& operator=(const FactsOfWorld&) = delete;
  FactsOfWorld(FactsOfWorld&&) = delete;
  FactsOfWorld& operator=(FactsOfWorld&&) = delete;
  ~FactsOfWorld() = default;

  [[nodiscard]] const rules::Question& question() const { return question_; }
  [[nodiscard]] rules::Facts facts() const;
  // The sale_id of a sale of facts(); NULL for nothing.
  [[nodiscard]] const Value& sale_id(const rules::Sale* sale) const;

 private:
  using Ledgers = std::vector<std::vector<rules::Preference>>;

  // A product as the world's rows describe it.
  struct Described {
    rules::Product product;
    std::vector<rules::Category> categories;
    bool several_organisations = false;  // Its rows do not agree.
  };

  [[nodiscard]] std::optional<rules::Jurisdiction> jurisdiction() const;
  const rules::Zone& zone();
  const rules::Policy* policy_in_use();
  [[nodiscard]] std::optional<rules::Moment> moment(const Value& value) const;
  [[nodiscard]] rules::Moment moment_asked() const;
  [[nodiscard]] std::string address(const Row& contact, rules::Channel channel) const;
  [[nodiscard]] rules::Category category(const Value& value);
  [[nodiscard]] rules::Organisation organisation(const Value& value);
  [[nodiscard]] rules::Organisation seller(const Value& value);
  [[nodiscard]] rules::Truth sells_what_is_asked(const Value& organisation_of_row);
  [[nodiscard]] rules::Truth is_of_seller_of(const Described& other) const;
  void describe(const Value& product_id, Described& described);

  void read_contact();
  void read_sales();
  void read_messages();
  void read_assessments();
  rules::Sale sale(const Relation& sales, const Row& row);
  rules::Message message(const Relation& messages, const Row& row);
  rules::Preference preference(const Relation& preferences, const Row& row,
                               const rules::Product& product);
  [[nodiscard]] bool belongs(const Row& preference, const Row& contact) const;
  Ledgers ledgers(rules::Channel channel, const rules::Product& product);

  // A text that stays where it is.
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  const World& world_;
  std::optional<rules::Policy> policy_of_case_;
  Settings settings_;
  rules::PolicyBook book_;
  const Row* contact_row_;
  std::optional<rules::Jurisdiction> jurisdiction_;
  const rules::Zone& zone_;
  rules::Question question_;
  const rules::Policy* policy_ = nullptr;
  std::deque<std::string> texts_;
  rules::Contact contact_;
  Described asked_;
  std::vector<rules::SimilarPair> pairs_;
  std::vector<rules::Sale> sales_;
  std::vector<const Row*> sale_rows_;
  Ledgers ledgers_;
  std::vector<rules::Ledger> ledger_views_;
  std::vector<rules::Message> messages_;
  std::vector<rules::Assessment> assessments_;
};

}  // namespace softoptin::tests
