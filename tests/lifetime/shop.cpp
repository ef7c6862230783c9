#include "shop.hpp"

namespace softoptin::lifetime {

const std::vector<const char*>& questions() {
  static const std::vector<const char*> all = {
      "SELECT soft_optin_eligible(contact_id, 'shoes') FROM soft_optin_contacts",
      "SELECT soft_optin_reason(contact_id, 'shoes', 'sms') FROM soft_optin_contacts",
      "SELECT soft_optin_expires(contact_id, 'shoes') FROM soft_optin_contacts",
      "SELECT soft_optin_explain(contact_id, 'shoes') FROM soft_optin_contacts",
      "SELECT marketing_basis(contact_id, 'shoes') FROM soft_optin_contacts",
      // Reads no table, and so holds no transaction of its own.
      "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3)"
      " SELECT soft_optin_reason(i, 'shoes') FROM n",
      "SELECT code FROM soft_optin_conditions(1, 'shoes')",
      "SELECT contact_id FROM soft_optin_eligibility('shoes')",
      "SELECT a.contact_id FROM soft_optin_products AS p, soft_optin_eligibility(p.product_id) AS "
      "a",
      "SELECT 1 FROM soft_optin_audience('shoes') UNION ALL SELECT 2",
      "SELECT code FROM soft_optin_funnel('shoes')",
      "SELECT 1 FROM soft_optin_audit UNION ALL SELECT 2",
      "SELECT finding FROM soft_optin_check UNION ALL VALUES ('a'), ('b')",
  };
  return all;
}

int open_files(const std::filesystem::path& folder) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code gone;  // The listing's own descriptor.
    const auto file = std::filesystem::read_symlink(entry.path(), gone);
    if (!gone && file.string().starts_with(folder.string())) ++count;
  }
  return count;
}

// Without the extension, so that a test sees it loaded for the first time in the process.
Shop::Shop() {
  host::Database db((scratch_.path() / "shop.db").string());
  db.run("PRAGMA journal_mode = WAL");
  db.run(host::read_file(SOFTOPTIN_LAWFUL_WORLD));
}

sqlite3* Shop::connect() const {
  sqlite3* db = nullptr;
  if (sqlite3_open((scratch_.path() / "shop.db").c_str(), &db) != SQLITE_OK)
    throw host::Error(sqlite3_errcode(db), sqlite3_errmsg(db));
  sqlite3_busy_timeout(db, 10'000);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  char* error = nullptr;
  const int code = sqlite3_load_extension(db, host::extension().c_str(), nullptr, &error);
  if (code != SQLITE_OK) throw host::Error(code, error != nullptr ? error : "not loaded");
  return db;
}

sqlite3_stmt* prepare(sqlite3* db, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK)
    throw host::Error(sqlite3_errcode(db), std::string{sqlite3_errmsg(db)} + " in " + sql);
  return statement;
}

}  // namespace softoptin::lifetime
