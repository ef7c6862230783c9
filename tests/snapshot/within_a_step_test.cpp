// Others commit while one step of a statement is under way: at the first row of every relation that
// it reads, again and again. In WAL mode; a rollback journal lets nobody commit meanwhile.
#include <gtest/gtest.h>

#include <tuple>

#include "questions.hpp"
#include "shop.hpp"

namespace softoptin::snapshot {
namespace {

// Writes the other facts and the first ones by turns.
struct Meddler {
  host::Database* writer = nullptr;
  int commits = 0;

  void meddle() {
    writer->run(commits % 2 == 0 ? other_facts() : first_facts());
    ++commits;
  }
};

void meddle(sqlite3_context* context, int /*count*/, sqlite3_value** /*arguments*/) {
  static_cast<Meddler*>(sqlite3_user_data(context))->meddle();
  sqlite3_result_int(context, 1);
}

class WithinAStep : public testing::TestWithParam<std::tuple<Arrangement, Question>> {
 protected:
  Shop shop_{std::get<Arrangement>(GetParam())};
};

TEST_P(WithinAStep, one_statement_sees_the_moment_at_which_it_began) {
  const char* sql = std::get<Question>(GetParam()).sql;
  const bool directly = shop_.arrangement().mapped == Mapped::directly;
  const std::string before = fresh_answer(shop_, sql);
  const auto writer = shop_.writer();
  Meddler meddler{writer.get()};
  const auto db = shop_.reader();
  sqlite3_create_function_v2(db->handle(), "meddle", 0, SQLITE_UTF8, &meddler, meddle, nullptr,
                             nullptr, nullptr);
  if (!directly) {
    for (const std::string& name : db->rows("SELECT name FROM sqlite_temp_master")) {
      db->run("DROP VIEW temp." + name);
    }
  }
  // Of each relation the first row alone meddles: the rest would take long and tell nothing more.
  db->run(views_over(directly ? "main" : "crm", "WHERE rowid > 1 OR meddle()"));
  EXPECT_EQ(answer(*db, sql), before);
  EXPECT_GT(meddler.commits, 1);
  EXPECT_EQ(db->close(), SQLITE_OK);
}

INSTANTIATE_TEST_SUITE_P(
    each, WithinAStep,
    testing::Combine(testing::Values(Arrangement{Journal::wal, Mapped::directly},
                                     Arrangement{Journal::wal, Mapped::from_attached}),
                     testing::ValuesIn(questions())),
    [](const auto& given) {
      return std::get<Arrangement>(given.param).name() + "_" + std::get<Question>(given.param).name;
    });

}  // namespace
}  // namespace softoptin::snapshot
