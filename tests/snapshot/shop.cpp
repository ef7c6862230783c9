#include "shop.hpp"

#include <cstdio>
#include <stdexcept>

#include "support/host/clock.hpp"

namespace softoptin::snapshot {
namespace {

constexpr std::string_view relations[] = {
    "soft_optin_contacts",      "soft_optin_sales",
    "soft_optin_products",      "soft_optin_preferences",
    "soft_optin_assessments",   "soft_optin_messages",
    "soft_optin_settings",      "soft_optin_similar_categories",
    "soft_optin_policy_choices"};

// Everybody has bought shoes and been written to about laces; the law is that of Ireland, and the
// house has said no to text messages.
std::string everybody() {
  return "CREATE TABLE soft_optin_policy_choices("
         "  jurisdiction TEXT, parameter TEXT, value, reason TEXT, decided_by TEXT, decided_at);"
         "INSERT INTO soft_optin_policy_choices VALUES"
         "  ('IE', 'sms', 'no', 'no wish', 'the board', '2026-01-10');"
         "INSERT INTO soft_optin_settings VALUES ('policy', 'national');"
         "DELETE FROM soft_optin_contacts; DELETE FROM soft_optin_sales;"
         "DELETE FROM soft_optin_messages; DELETE FROM soft_optin_preferences;"
         "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < " +
         std::to_string(contacts) +
         ") INSERT INTO soft_optin_contacts SELECT i, 'c' || i || '@example.org', '+353 1 555 ' ||"
         "  (1000 + i), 'IE', 'individual' FROM n;"
         "CREATE INDEX by_contact ON soft_optin_sales(contact_id);"
         "INSERT INTO soft_optin_sales SELECT 's' || contact_id, contact_id, 'shoes',"
         "  '2026-03-15', 'sale', NULL, 1, 1, 0, 0, NULL, 'Trail Ltd' FROM soft_optin_contacts;"
         "INSERT INTO soft_optin_messages SELECT 'm' || contact_id, contact_id, 'email',"
         "  '2026-04-01', 'laces', 1, 'sent', 'Trail Ltd' FROM soft_optin_contacts;"
         // Something for soft_optin_check to find.
         "INSERT INTO soft_optin_preferences(contact_id, state) VALUES (1, 'pending');";
}

}  // namespace

std::string Arrangement::name() const {
  return std::string{journal == Journal::wal ? "wal" : "rollback"} +
         (mapped == Mapped::directly ? "" : "_attached");
}

void PrintTo(const Arrangement& arrangement, std::ostream* out) { *out << arrangement.name(); }

std::string_view other_facts() {
  return "BEGIN IMMEDIATE;"
         "INSERT INTO soft_optin_preferences(contact_id, state, changed_at)"
         "  SELECT contact_id, 'opt_out', '2026-03-20' FROM soft_optin_contacts"
         "  WHERE contact_id % 3 > 0;"
         "DELETE FROM soft_optin_sales WHERE contact_id % 3 = 0;"
         "UPDATE soft_optin_assessments SET outcome = 'refused';"
         "UPDATE soft_optin_policy_choices SET parameter = 'email';"
         "UPDATE soft_optin_products SET category = NULL WHERE product_id = 'laces';"
         "INSERT INTO soft_optin_contacts VALUES (1000, 'late@example.org', NULL, 'IE', NULL);"
         "INSERT INTO soft_optin_messages SELECT 'late', 1000, channel, sent_at, product_id,"
         "  0, status, organisation FROM soft_optin_messages WHERE message_id = 'm1';"
         "COMMIT;";
}

std::string_view first_facts() {
  return "BEGIN IMMEDIATE;"
         "DELETE FROM soft_optin_messages WHERE message_id = 'late';"
         "DELETE FROM soft_optin_contacts WHERE contact_id = 1000;"
         "UPDATE soft_optin_products SET category = 'footwear/running' WHERE product_id = 'laces';"
         "UPDATE soft_optin_policy_choices SET parameter = 'sms';"
         "UPDATE soft_optin_assessments SET outcome = 'approved';"
         "INSERT INTO soft_optin_sales SELECT 's' || contact_id, contact_id, 'shoes',"
         "  '2026-03-15', 'sale', NULL, 1, 1, 0, 0, NULL, 'Trail Ltd' FROM soft_optin_contacts"
         "  WHERE contact_id % 3 = 0;"
         "DELETE FROM soft_optin_preferences WHERE state = 'opt_out';"
         "COMMIT;";
}

std::string views_over(std::string_view schema, std::string_view behind) {
  std::string sql;
  for (const std::string_view relation : relations) {
    const std::string name{relation};
    sql += "CREATE TEMP VIEW " + name + " AS SELECT * FROM " + std::string{schema} + "." + name +
           " " + std::string{behind} + ";";
  }
  return sql;
}

Shop::Shop(Arrangement arrangement) : arrangement_(arrangement) {
  host::set_still_clock("2026-06-15 12:00:00");
  host::Database db(file());
  db.run("PRAGMA synchronous = OFF");  // What is written need not outlive the machine.
  db.run(arrangement.journal == Journal::wal ? "PRAGMA journal_mode = WAL"
                                             : "PRAGMA journal_mode = DELETE");
  db.run("BEGIN;" + host::read_file(SOFTOPTIN_LAWFUL_WORLD) + everybody() + "COMMIT");
}

std::unique_ptr<host::Database> Shop::reader() const {
  using Mode = host::Database::Mode;
  const bool directly = arrangement_.mapped == Mapped::directly;
  auto db = std::make_unique<host::Database>(directly ? file() : ":memory:", Mode::create,
                                             host::still_clock());
  db->load_extension();
  db->run("PRAGMA synchronous = OFF");
  if (!directly)
    db->run("ATTACH '" + file() + "' AS crm; PRAGMA crm.synchronous = OFF;" + views_over("crm"));
  return db;
}

std::unique_ptr<host::Database> Shop::writer() const {
  auto db = std::make_unique<host::Database>(file());
  db->run("PRAGMA synchronous = OFF");
  return db;
}

std::string Shop::run_elsewhere(std::string_view sql) const {
  const auto script = scratch_.path() / "elsewhere.sql";
  host::write_file(script, "PRAGMA synchronous = OFF;\n" + std::string{sql});
  // The shell keeps the library that it was made for, whichever the tests run against.
  const std::string command = "env -u LD_LIBRARY_PATH " + std::string{SQLITE3_SHELL} +
                              " -bail -batch '" + file() + "' < '" + script.string() + "' 2>&1";
  FILE* const process = popen(command.c_str(), "r");
  if (process == nullptr) throw std::runtime_error("no process for " + command);
  std::string said;
  for (int letter = std::fgetc(process); letter != EOF; letter = std::fgetc(process)) {
    said += static_cast<char>(letter);
  }
  const int ended = pclose(process);
  return ended == 0 || !said.empty() ? said : "it ended with " + std::to_string(ended);
}

std::string rest_of(host::Statement& statement) {
  std::string rows;
  while (statement.step()) rows += statement.row() + "\n";
  return rows;
}

std::string answer(host::Database& db, std::string_view sql) {
  host::Statement statement(db.handle(), sql);
  return rest_of(statement);
}

std::string fresh_answer(const Shop& shop, std::string_view sql) {
  return answer(*shop.reader(), sql);
}

host::Error error_of(host::Database& db, std::string_view sql) {
  try {
    db.run(sql);
    return {SQLITE_OK, "no error"};
  } catch (const host::Error& error) {
    return error;
  }
}

}  // namespace softoptin::snapshot
