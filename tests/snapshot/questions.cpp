#include "questions.hpp"

namespace softoptin::snapshot {

void PrintTo(const Question& question, std::ostream* out) { *out << question.name; }

// 1 to 150, from no table.
#define NUMBERS "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 150) "

const std::vector<Question>& questions() {
  static const std::vector<Question> all = {
      // Without a table of their own: no transaction but ours.
      {"two_values",
       "VALUES (soft_optin_eligible(1, 'shoes')), (soft_optin_reason(3, 'shoes', 'sms')),"
       " (soft_optin_reason(3, 'shoes')), (soft_optin_expires(2, 'shoes'))"},
      {"few_by_key",
       "SELECT soft_optin_eligible(1, 'shoes') UNION ALL SELECT soft_optin_reason(2, 'laces')"
       " UNION ALL SELECT soft_optin_explain(3, 'shoes')"},
      {"eligible_numbers", NUMBERS "SELECT i, soft_optin_eligible(i, 'laces') FROM n"},
      {"eligible_two_products",
       NUMBERS "SELECT soft_optin_eligible(i, 'shoes'), soft_optin_eligible(i, 'laces') FROM n"},
      {"reason_numbers", NUMBERS "SELECT soft_optin_reason(i, 'laces') FROM n"},
      {"expires_numbers", NUMBERS "SELECT soft_optin_expires(i, 'shoes') FROM n"},
      {"basis_numbers", NUMBERS "SELECT marketing_basis(i, 'shoes', 'email') FROM n"},
      {"explain_numbers", NUMBERS "SELECT soft_optin_explain(i, 'laces') FROM n WHERE i % 9 = 3"},
      {"text_messages", NUMBERS "SELECT soft_optin_reason(i, 'shoes', 'sms') FROM n"},
      {"several_functions", NUMBERS
       "SELECT soft_optin_reason(i, 'laces'), soft_optin_expires(i, 'laces'),"
       " marketing_basis(i, 'laces') FROM n WHERE soft_optin_reason(i, 'laces') <> 'lapsed'"},
      // Beside a table that is read.
      {"contacts_eligible",
       "SELECT contact_id FROM soft_optin_contacts WHERE soft_optin_eligible(contact_id, 'laces')"},
      {"contacts_reason",
       "SELECT email, soft_optin_reason(contact_id, 'laces') FROM soft_optin_contacts"},
      // The tables, by the pass.
      {"eligibility", "SELECT * FROM soft_optin_eligibility('laces')"},
      {"eligibility_sales",
       "SELECT contact_id, reason, sale_id, sale_on FROM soft_optin_eligibility('shoes')"},
      {"audience", "SELECT * FROM soft_optin_audience('shoes')"},
      {"audience_then_another",
       "SELECT contact_id FROM soft_optin_audience('laces') UNION ALL"
       " SELECT contact_id FROM soft_optin_audience('shoes')"},
      {"audience_of_each_product",
       "SELECT p.product_id, a.address FROM"
       " (SELECT product_id FROM soft_optin_products ORDER BY product_id LIMIT 10) AS p"
       " CROSS JOIN soft_optin_audience(p.product_id) AS a"},
      {"audience_counted_again",
       "WITH p(id) AS (VALUES ('laces'), ('shoes'), ('laces')) SELECT id,"
       " (SELECT count(*) FROM soft_optin_audience(p.id)) FROM p"},
      {"funnel", "SELECT * FROM soft_optin_funnel('laces')"},
      {"funnel_of_two",
       "WITH p(id) AS (VALUES ('laces'), ('shoes'))"
       " SELECT id, code, removed, remaining FROM p, soft_optin_funnel(p.id)"},
      // The tables, by key, over the change of road too.
      {"eligibility_in",
       "SELECT contact_id, reason FROM soft_optin_eligibility('laces')"
       " WHERE contact_id IN (1, 2, 3, 1000)"},
      {"eligibility_joined",
       NUMBERS "SELECT i, e.reason FROM n CROSS JOIN soft_optin_eligibility('laces') AS e"
               " ON e.contact_id = i"},
      {"audience_joined",
       "SELECT c.contact_id, a.address FROM soft_optin_contacts AS c"
       " LEFT JOIN soft_optin_audience('laces') AS a ON a.contact_id = c.contact_id"},
      {"conditions", "SELECT * FROM soft_optin_conditions(2, 'shoes')"},
      {"conditions_joined",
       NUMBERS "SELECT i, c.code, c.evidence FROM n, soft_optin_conditions(n.i, 'laces') AS c"
               " WHERE n.i % 9 = 3 AND c.met IS NOT 1 UNION ALL SELECT 'end', NULL, NULL"},
      {"audit", "SELECT * FROM soft_optin_audit('2026-01-01')"},
      {"audit_of_one",
       "SELECT n.column1, a.reason, a.lawful FROM (VALUES (1), (2), (3), (4)) AS n,"
       " soft_optin_audit AS a WHERE a.contact_id = n.column1"},
      {"check_twice",
       "SELECT rows, finding FROM soft_optin_check"
       " UNION ALL SELECT rows, finding FROM soft_optin_check"},
      // One beside another.
      {"table_then_function",
       "SELECT e.contact_id, e.reason, soft_optin_reason(e.contact_id, 'laces')"
       " FROM soft_optin_eligibility('laces') AS e"},
      {"function_then_table",
       "SELECT soft_optin_reason(1, 'laces') UNION ALL"
       " SELECT group_concat(reason) FROM soft_optin_eligibility('laces') UNION ALL"
       " SELECT count(*) FROM soft_optin_audit WHERE lawful"},
  };
  return all;
}

#undef NUMBERS

}  // namespace softoptin::snapshot
