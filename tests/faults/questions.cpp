#include "faults/questions.hpp"

#include <cstdlib>

namespace softoptin::faults {

std::vector<Question> questions() {
  const std::string day = "'2026-06-15'";
  const std::string asked = "(1, 'shoes', 'email', " + day + ")";
  const std::string people =
      "WITH RECURSIVE person(id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM person WHERE id < "
      "54) ";
  std::vector<Question> all;
  for (const std::string function :
       {"soft_optin_eligible", "soft_optin_reason", "soft_optin_expires", "soft_optin_explain",
        "marketing_basis"}) {
    all.push_back({function, "SELECT " + function + asked});
  }
  all.push_back({"conditions",
                 "SELECT group_concat(met || coalesce(evidence, '')) FROM"
                 " soft_optin_conditions" +
                     asked});
  all.push_back({"eligibility_by_key",
                 "SELECT contact_id, eligible, reason, basis, expires_on, policy, sale_id, sale_on"
                 " FROM soft_optin_eligibility('shoes', 'email', " +
                     day + ") WHERE contact_id = 15"});
  all.push_back({"narrow_pass", people +
                                    "SELECT sum(soft_optin_eligible(id % 21 + 1, 'shoes',"
                                    " 'email', " +
                                    day + ")) FROM person"});
  all.push_back({"whole_pass",
                 people + "SELECT group_concat(soft_optin_reason(id % 21 + 1, 'shoes', 'sms', " +
                     day + ")) FROM person"});
  all.push_back({"audience",
                 "SELECT contact_id, address, basis, expires_on, sale_id FROM"
                 " soft_optin_audience('shoes', 'email', " +
                     day + ")"});
  all.push_back({"two_audiences",
                 "SELECT column1, count(*), max(contact_id) FROM"
                 " (VALUES ('shoes'), ('mug')),"
                 " soft_optin_audience(column1, 'email', " +
                     day + ") GROUP BY 1"});
  all.push_back({"eligibility",
                 "SELECT contact_id, reason, sale_id FROM"
                 " soft_optin_eligibility('boots', 'in_app', " +
                     day + ")"});
  all.push_back(
      {"funnel",
       "SELECT code, removed, remaining FROM soft_optin_funnel('shoes', 'sms', " + day + ")"});
  all.push_back({"audit", "SELECT message_id, lawful, reason, basis FROM soft_optin_audit"});
  all.push_back({"policies", "SELECT group_concat(sources) FROM soft_optin_policies"});
  all.push_back({"check", "SELECT finding, rows FROM soft_optin_check"});
  return all;
}

long after(long nth, long each_of_the_first) {
  if (std::getenv("SOFTOPTIN_EVERY_FAULT") != nullptr || nth < each_of_the_first) return nth + 1;
  return nth + 1 + nth / each_of_the_first * 3;
}

Answer ask(sqlite3* db, const std::string& sql, void (*begin)(), void (*end)()) {
  Answer answer;
  answer.rows.reserve(256 * 1024);
  sqlite3_stmt* statement = nullptr;
  begin();
  int code = sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr);
  while (code == SQLITE_OK || code == SQLITE_ROW) {
    code = sqlite3_step(statement);
    for (int column = 0; code == SQLITE_ROW && column < sqlite3_data_count(statement); ++column) {
      const int type = sqlite3_column_type(statement, column);
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      if (text == nullptr && type != SQLITE_NULL) code = SQLITE_NOMEM;
      answer.rows += text == nullptr ? "NULL" : text;
      answer.rows += column + 1 < sqlite3_data_count(statement) ? '|' : '\n';
    }
  }
  sqlite3_finalize(statement);
  end();
  answer.code = code == SQLITE_DONE ? SQLITE_OK : code & 0xff;
  if (answer.code != SQLITE_OK) answer.rows.clear();
  return answer;
}

}  // namespace softoptin::faults
