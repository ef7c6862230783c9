// Online Retail, two years of a wholesaler's invoices that nobody here wrote: text ids, lines
// without a customer, cancellations, countries by name. (Chen, Sain and Guo 2012, UCI.)
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "real_data/folder.hpp"
#include "support/host/clock.hpp"
#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin {
namespace {

namespace fs = std::filesystem;
using Rows = std::vector<std::string>;

const std::string xz = SOFTOPTIN_XZ;

// The database, unpacked if it has not been. Written under another name first, so that tests that
// run at once do not meet.
fs::path unpacked(const fs::path& packed) {
  const fs::path file = fs::path{SOFTOPTIN_UNPACKED} / packed.stem();
  if (fs::exists(file) && fs::last_write_time(file) >= fs::last_write_time(packed)) return file;
  const fs::path half = file.string() + "." + std::to_string(getpid());
  const std::string command =
      "'" + xz + "' --decompress --stdout '" + packed.string() + "' > '" + half.string() + "'";
  if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
  fs::rename(half, file);
  return file;
}

class Retail : public testing::Test {
 protected:
  void SetUp() override {
    const fs::path packed = real_data::folder() / "online_retail.db.xz";
    if (!fs::exists(packed)) GTEST_SKIP() << real_data::absent("online_retail.db.xz");
    if (xz.empty()) GTEST_SKIP() << "xz was not found when this was built: install xz-utils";
    host::set_still_clock("2012-03-01 12:00:00");
    db_ = std::make_unique<host::Database>("file:" + unpacked(packed).string() + "?mode=ro",
                                           host::Database::Mode::read_only, host::still_clock());
    db_->load_extension();
    db_->run(host::read_file(scripts / "retail_mapping.sql"));
  }

  void TearDown() override {
    if (db_ == nullptr) return;  // Skipped.
    EXPECT_EQ(db_->close(), SQLITE_OK);
  }

  [[nodiscard]] host::Database& db() { return *db_; }

  // Rows that only one of the two tables has, of which there are none where they are the same.
  Rows differences(const std::string& left, const std::string& right) {
    return db().rows("SELECT 'only expected', * FROM (SELECT * FROM " + left +
                     " EXCEPT SELECT * FROM " + right +
                     ") UNION ALL SELECT 'only answered', * FROM (SELECT * FROM " + right +
                     " EXCEPT SELECT * FROM " + left + ") LIMIT 10");
  }

  // Keeps what the check finds as the table `found`; the indexes that it asks for are another
  // matter.
  void check() {
    db().run(
        "DROP TABLE IF EXISTS found; CREATE TEMP TABLE found AS SELECT *"
        " FROM soft_optin_check WHERE finding <> 'no_index'");
  }

  Rows findings(const std::string& relation) {
    return db().rows(
        "SELECT severity, finding, rows, example FROM found WHERE relation ="
        " 'soft_optin_" +
        relation + "'");
  }

  const fs::path scripts = SOFTOPTIN_DATA_SCRIPTS;

 private:
  std::unique_ptr<host::Database> db_;
};

TEST_F(Retail, every_answer_is_that_of_plain_sql) {
  db().run(host::read_file(scripts / "retail_expected.sql"));
  db().run("CREATE TEMP TABLE answer AS SELECT * FROM expected");
  db().run(
      "CREATE TEMP TABLE said_so AS SELECT asked.product, asked.day, contact_id AS id, reason,"
      " basis, expires_on FROM asked, soft_optin_eligibility(product, 'email', day)");
  EXPECT_EQ(db().one("SELECT count(*) FROM said_so"), std::to_string(4372 * 3 * 8));
  EXPECT_EQ(differences("answer", "said_so"), Rows{});

  // The send list: as a table, and as a filter over all contacts. Both have each contact once.
  db().run(
      "CREATE TEMP TABLE list AS SELECT product, day, id, "
      "'customer-' || CAST(id AS INTEGER) || '@example.org' AS email, basis, expires_on"
      " FROM answer WHERE reason = 'eligible'");
  db().run(
      "CREATE TEMP TABLE sent AS SELECT asked.product, asked.day, contact_id, address, basis,"
      " expires_on FROM asked, soft_optin_audience(product, 'email', day)");
  db().run(
      "CREATE TEMP TABLE filtered AS SELECT product, day, contact_id"
      " FROM asked, soft_optin_contacts"
      " WHERE soft_optin_eligible(contact_id, product, 'email', day)");
  EXPECT_EQ(differences("list", "sent"), Rows{});
  EXPECT_EQ(differences("(SELECT product, day, id FROM list)", "filtered"), Rows{});
  const std::string size = db().one("SELECT count(*) FROM list");
  EXPECT_EQ(db().one("SELECT count(*) FROM sent"), size);
  EXPECT_EQ(db().one("SELECT count(*) FROM filtered"), size);

  // Every reason that these data can show is there, so that the comparison is one.
  EXPECT_EQ(db().rows("SELECT DISTINCT reason FROM answer ORDER BY 1"),
            (Rows{"assessment_overdue", "eligible", "lapsed", "no_assessment", "no_opt_out_offered",
                  "no_sale", "not_similar", "opted_out"}));
  EXPECT_EQ(db().one("SELECT count(*) > 1000 FROM answer WHERE basis = 'consent'"), "1");
}

// What is wrong with these data, counted by hand in plain SQL.
TEST_F(Retail, the_check_names_what_is_wrong) {
  check();
  // Nine of ten cancellations stand beside the sale that they cancel, which then still counts.
  EXPECT_EQ(findings("sales"), (Rows{"warning | null_contact_id | 135080 | 536414",
                                     "warning | unknown_product | 2995 | AMAZONFEE",
                                     "warning | cancellation_beside_sale | 7957 | C536383"}));
  EXPECT_EQ(db().one("SELECT count(*) FROM online_retail WHERE CustomerID IS NULL"), "135080");
  EXPECT_EQ(db().one("SELECT count(*) FROM online_retail WHERE StockCode NOT GLOB "
                     "'[0-9][0-9][0-9][0-9][0-9]*'"),
            "2995");
  // 15056BL and 15056bl.
  EXPECT_EQ(db().rows("SELECT finding, rows, example FROM found WHERE relation ="
                      " 'soft_optin_products'"),
            Rows{"ids_differ_by_case | 222 | 15056BL"});
  EXPECT_EQ(findings("preferences"), Rows{});
  // Each country by its name, with its code where there is one.
  EXPECT_EQ(db().one("SELECT count(*) || ' ' || sum(rows) FROM found"
                     " WHERE finding = 'unknown_country'"),
            db().one("SELECT count(DISTINCT country) || ' ' || count(*)"
                     " FROM soft_optin_contacts"));
  for (const char* sentence :
       {"Write IE in place of 'EIRE' in country", "Write ZA in place of 'RSA' in country",
        "Write US in place of 'USA' in country", "Write GB in place of 'United Kingdom' in",
        "Write the code of ISO 3166-1 alpha-2, or NULL, in place of 'Unspecified' in country",
        "Write the code of ISO 3166-1 alpha-2, or NULL, in place of 'Channel Islands' in",
        "Write the code of ISO 3166-1 alpha-2, or NULL, in place of 'European Community' in"}) {
    host::Statement named(db().handle(),
                          "SELECT count(*) FROM found"
                          " WHERE substr(what_to_do, 1, length(?1)) = ?1");
    named.bind(1, std::string_view{sentence});
    ASSERT_TRUE(named.step());
    EXPECT_EQ(named.shown(0), "1") << sentence;
  }
}

// Slips that these data invite, each in a view that somebody would write.
TEST_F(Retail, the_check_names_the_slips_of_a_mapping) {
  // Eight customers ordered from two countries.
  db().run(
      "DROP VIEW soft_optin_contacts; CREATE TEMP VIEW soft_optin_contacts AS SELECT DISTINCT"
      " CustomerID AS contact_id, 'c' || CustomerID || '@example.org' AS email, Country AS country"
      " FROM online_retail");
  check();
  EXPECT_EQ(db().rows("SELECT severity, finding, rows FROM found WHERE severity <> 'note' AND"
                      " relation = 'soft_optin_contacts'"),
            (Rows{"error | duplicate_contact_id | 16", "warning | null_contact_id | 9"}));
  // Ids that are text with a fraction in one relation, and whole numbers in the other.
  db().run(
      "DROP VIEW soft_optin_contacts; CREATE TEMP VIEW soft_optin_contacts AS SELECT DISTINCT"
      " CAST(CustomerID AS INTEGER) AS contact_id, 'c' || CustomerID || '@example.org' AS email"
      " FROM online_retail WHERE CustomerID IS NOT NULL");
  check();
  EXPECT_EQ(findings("sales"), (Rows{"warning | null_contact_id | 135080 | 536414",
                                     "warning | unknown_product | 2995 | AMAZONFEE",
                                     "warning | cancellation_beside_sale | 7957 | C536383",
                                     "note | id_types_differ | 406829 | 17850.0"}));
}

}  // namespace
}  // namespace softoptin
