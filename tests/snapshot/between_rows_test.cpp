// Another process commits between two rows of a statement.
#include <gtest/gtest.h>

#include <tuple>

#include "questions.hpp"
#include "shop.hpp"

namespace softoptin::snapshot {
namespace {

using host::Statement;

// In a rollback journal readers block; the views tell nothing more about that.
constexpr Arrangement blocking_arrangement = {Journal::rollback, Mapped::from_attached};

class BetweenRows : public testing::TestWithParam<std::tuple<Arrangement, Question>> {
 protected:
  const char* sql() const { return std::get<Question>(GetParam()).sql; }
  bool readers_block() const { return shop_.arrangement().journal == Journal::rollback; }
  // Tries the other facts in another process: says whether they are there.
  bool commits() const {
    const std::string said = shop_.run_elsewhere(other_facts());
    EXPECT_TRUE(said.empty() || said.find("locked") != std::string::npos) << said;
    return said.empty();
  }

  Shop shop_{std::get<Arrangement>(GetParam())};
};

TEST_P(BetweenRows, one_statement_sees_one_moment_and_the_next_the_new_one) {
  const std::string before = fresh_answer(shop_, sql());
  const auto db = shop_.reader();
  {
    Statement statement(db->handle(), sql());
    ASSERT_TRUE(statement.step());
    const std::string first = statement.row() + "\n";
    EXPECT_EQ(commits(), !readers_block());
    EXPECT_EQ(first + rest_of(statement), before);
    // Not blocked for longer than the statement, though its owner has not put it away yet.
    if (readers_block()) {
      EXPECT_TRUE(commits());
    }
    const std::string after = fresh_answer(shop_, sql());
    EXPECT_NE(after, before) << "nothing to see";
    EXPECT_EQ(answer(*db, sql()), after);
    statement.reset();
    EXPECT_EQ(rest_of(statement), after);
  }
  EXPECT_EQ(db->close(), SQLITE_OK);
}

class Blocking : public BetweenRows {};

TEST_P(Blocking, ends_with_a_reset_in_the_middle) {
  const auto db = shop_.reader();
  Statement statement(db->handle(), sql());
  ASSERT_TRUE(statement.step());
  EXPECT_FALSE(commits()) << "nothing to see";
  statement.reset();
  EXPECT_TRUE(commits());
  EXPECT_EQ(rest_of(statement), fresh_answer(shop_, sql()));
}

// SQLite looks for the relations in every database, and so do we.
TEST(OtherDatabases, wait_too_for_the_statement_alone) {
  const Shop shop{blocking_arrangement};
  const Shop other{blocking_arrangement};
  const auto db = shop.reader();
  db->run("ATTACH '" + other.file() + "' AS other");
  Statement statement(db->handle(), "SELECT soft_optin_eligible(1, 'shoes')");
  ASSERT_TRUE(statement.step());
  EXPECT_NE(other.run_elsewhere(other_facts()), "");
  EXPECT_FALSE(statement.step());
  EXPECT_EQ(other.run_elsewhere(other_facts()), "");
  db->run("DETACH other");
}

std::string name_of(const testing::TestParamInfo<std::tuple<Arrangement, Question>>& given) {
  const auto& [arrangement, question] = given.param;
  return arrangement.name() + "_" + question.name;
}

INSTANTIATE_TEST_SUITE_P(each, BetweenRows,
                         testing::Combine(testing::ValuesIn(arrangements),
                                          testing::ValuesIn(questions())),
                         name_of);
INSTANTIATE_TEST_SUITE_P(each, Blocking,
                         testing::Combine(testing::Values(blocking_arrangement),
                                          testing::ValuesIn(questions())),
                         name_of);

}  // namespace
}  // namespace softoptin::snapshot
