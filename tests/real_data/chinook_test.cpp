// Chinook, a media shop that nobody here wrote: the extension against an independent query in plain
// SQL, for each genre.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "real_data/folder.hpp"
#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin {
namespace {

using Rows = std::vector<std::string>;

// Days on which something turns: the end of the data; the last day of somebody's window and the day
// after; an assessment's first day, its review day and the day after; a leap day; a day before any
// assessment.
const std::vector<std::string> days = {"2025-12-31", "2025-10-06", "2025-10-07",
                                       "2025-05-05", "2024-02-29", "2024-02-01",
                                       "2024-01-01", "2023-12-31", "2021-01-31"};

Rows sorted(Rows rows) {
  std::ranges::sort(rows);
  return rows;
}

class Chinook : public testing::Test {
 protected:
  void SetUp() override {
    const auto file = real_data::folder() / "chinook.db";
    if (!std::filesystem::exists(file)) {
      GTEST_SKIP() << real_data::absent("chinook.db");
    }
    db_ = std::make_unique<host::Database>("file:" + file.string() + "?mode=ro",
                                           host::Database::Mode::read_only);
    db_->load_extension();
    const std::filesystem::path scripts = SOFTOPTIN_DATA_SCRIPTS;
    db_->run(host::read_file(scripts / "chinook_mapping.sql"));
    db_->run(host::read_file(scripts / "chinook_expected.sql"));
  }

  void TearDown() override {
    if (db_ == nullptr) return;  // Skipped.
    EXPECT_EQ(db_->close(), SQLITE_OK);
  }

  [[nodiscard]] host::Database& db() { return *db_; }

  // The first track of each genre.
  Rows tracks() {
    return db().rows("SELECT min(TrackId) FROM Track GROUP BY GenreId ORDER BY GenreId");
  }

  // Puts the question to the plain SQL.
  void ask(const std::string& track, const std::string& day) {
    db().run("UPDATE asked SET day = '" + day +
             "', (track, category) = (SELECT product_id, category" +
             " FROM soft_optin_products WHERE product_id = " + track + ")");
  }

 private:
  std::unique_ptr<host::Database> db_;
};

TEST_F(Chinook, the_send_list_of_each_genre_is_that_of_plain_sql) {
  std::size_t sent = 0;
  std::size_t kept_back = 0;
  for (const std::string& track : tracks()) {
    ask(track, "2025-12-31");
    // As an analyst writes it; nobody promised an order.
    const Rows list =
        sorted(db().rows("SELECT Email FROM Customer WHERE soft_optin_eligible(CustomerId, " +
                         track + ", 'email', '2025-12-31')"));
    EXPECT_EQ(list, sorted(db().rows("SELECT Email FROM Customer JOIN expected USING (CustomerId)"
                                     " WHERE reason = 'eligible'")))
        << db().one("SELECT category FROM asked");
    sent += list.size();
    kept_back += 59 - list.size();
  }
  // 25 lists of 59 customers: neither all empty nor all full.
  EXPECT_GT(sent, 100U);
  EXPECT_GT(kept_back, 100U);
}

TEST_F(Chinook, every_reason_and_last_day_is_that_of_plain_sql) {
  for (const std::string& day : days) {
    for (const std::string& track : tracks()) {
      ask(track, day);
      const std::string question = "(CustomerId, " + track + ", 'email', '" + day + "')";
      EXPECT_EQ(db().rows("SELECT CustomerId, soft_optin_reason" + question +
                          ", soft_optin_expires" + question + " FROM Customer ORDER BY CustomerId"),
                db().rows("SELECT CustomerId, reason, CASE reason WHEN 'eligible' THEN last_day END"
                          " FROM expected ORDER BY CustomerId"))
          << db().one("SELECT category, day FROM asked");
    }
  }
}

// Each reason that these data can show is among the answers, so that the comparison above is one.
TEST_F(Chinook, every_reason_is_among_the_answers) {
  std::map<std::string, int> counts;
  for (const char* day : {"2025-12-31", "2024-01-01", "2021-01-31"}) {
    for (const std::string& track : tracks()) {
      for (const std::string& reason : db().rows("SELECT soft_optin_reason(CustomerId, " + track +
                                                 ", 'email', '" + day + "') FROM Customer")) {
        ++counts[reason];
      }
    }
  }
  for (const char* reason : {"eligible", "opted_out", "no_sale", "not_similar", "lapsed",
                             "no_assessment", "assessment_overdue"}) {
    EXPECT_GT(counts[reason], 0) << reason;
  }
  EXPECT_EQ(counts.size(), 7U);
}

// What each entry of the test's ledger comes to, told one by one.
TEST_F(Chinook, the_opt_outs_are_honoured_as_written) {
  const auto opted_out = [&](const std::string& genre) {
    return db().one(
        "SELECT group_concat(CustomerId, ' ') FROM (SELECT CustomerId FROM Customer WHERE "
        "soft_optin_reason(CustomerId, (SELECT min(TrackId) FROM Track JOIN Genre USING (GenreId) "
        "WHERE "
        "Genre.Name = '" +
        genre + "'), 'email', '2025-12-31') = 'opted_out' ORDER BY CustomerId)");
  };
  EXPECT_EQ(opted_out("Jazz"), "1 6 21 32 40 41 42 45 49 50");
  EXPECT_EQ(opted_out("Rock"), "1 6 21 30 32 40 41 42 45 49 50");
  EXPECT_EQ(opted_out("R&B/Soul"), "1 6 21 31 32 40 41 42 45 49 50");
  EXPECT_EQ(opted_out("Latin"), "1 6 21 32 40 42 45 49 50");
}

TEST_F(Chinook, nothing_is_written_and_every_track_is_known) {
  EXPECT_THROW(db().run("DELETE FROM Customer"), host::Error);
  EXPECT_EQ(db().one("SELECT count(*) FROM Track"), "3503");
  EXPECT_EQ(
      db().one(
          "SELECT count(*) FROM Track WHERE soft_optin_reason(2, TrackId) = 'unknown_product'"),
      "0");
}

}  // namespace
}  // namespace softoptin
