// Side by side: small worlds in one database, each with contacts, products and categories of its
// own, so that they do not bear on each other.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "examine.hpp"

namespace softoptin::agreement {

using tests::Row;
using Values = std::vector<Value>;

inline constexpr std::int64_t yes = 1;
inline constexpr std::int64_t no = 0;
inline const Value null;

// Every row that has one of its values in each column.
std::vector<Row> each_combination(const std::vector<std::pair<std::string, Values>>& columns);

// The first row, with what the second says otherwise.
Row with(Row row, const Row& otherwise);

using Settings = std::map<std::string, Value>;

class SideBySide {
 public:
  // Under the baseline, relations have the columns that bear on it; else also those that national
  // policies read.
  explicit SideBySide(const Settings& settings = {});

  // Begins the next small world; its number is there for its ids. Where that begins a database too,
  // all that was added before was put to every road.
  std::int64_t next();
  void add(const std::string& relation, const Row& row) {
    full_.world.relations[relation].rows.push_back(row);
  }
  void add_contact(const Value& id, const Row& otherwise = {});
  void add_product(const Value& id, const Value& category, const Row& otherwise = {});
  // A sale that meets every condition, but for what is said otherwise.
  void add_sale(const Value& contact, const Value& product, const Row& otherwise = {});
  void add_general_approval();
  void ask(const Value& contact, const Value& product, const Values& days,
           const std::string& channel = "email");

  // All that was added, on every road. Ends the test at the first disagreement. Under a sanitizer
  // only one database of a few is looked at (SOFTOPTIN_SMALL_WORLDS_STEP).
  void examine_all();
  // Whether nothing was added since all was put to the roads.
  [[nodiscard]] bool fresh() const { return full_.questions.empty(); }

 private:
  static constexpr std::int64_t in_one_database = 20;
  Imagined empty_;
  Imagined full_;
  std::int64_t number_ = 0;
  std::int64_t sales_ = 0;
  std::int64_t databases_ = 0;
};

// One contact each, with the rows given for it by fill(worlds, contact, at), asked about one
// product.
template <class Fill>
void expect_agreement_about_contacts(std::size_t count, const Values& days, Fill fill,
                                     const Settings& settings = {}, const Row& contact_row = {}) {
  SideBySide worlds(settings);
  for (std::size_t at = 0; at < count && !testing::Test::HasFailure(); ++at) {
    const std::int64_t contact = worlds.next();
    if (worlds.fresh()) {
      worlds.add_general_approval();
      worlds.add_product("p", "a/b");
    }
    worlds.add_contact(contact, contact_row);
    fill(worlds, contact, at);
    worlds.ask(contact, "p", days);
  }
  worlds.examine_all();
}

}  // namespace softoptin::agreement
