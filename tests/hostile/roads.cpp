#include "hostile/roads.hpp"

#include <filesystem>

#include "support/host/files.hpp"

namespace softoptin::hostile {
namespace {

// The questions: people by number, so that no relation is read for them.
const std::string questions =
    "WITH RECURSIVE person(id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM person WHERE id < 22),"
    " product(sku) AS (VALUES ('shoes'), ('boots'), ('tea'), ('mug'), ('toy')),"
    " way(how) AS (VALUES ('email'), ('sms'), ('in_app')) ";

const std::string day = "'2026-06-15'";

// So few look-ups that they stay by key: a statement a product.
void add_by_key(std::vector<Road>& all, const std::string& function, const std::string& yes_if) {
  for (const std::string product : {"shoes", "boots", "tea", "mug", "toy"}) {
    for (const std::string channel : {"email", "sms", "in_app"}) {
      if (product != "shoes" && channel != "email") continue;
      const std::string call = function + "(id, '" + product + "', '" + channel + "', " + day + ")";
      all.push_back({function + " of " + product + " by key, " + channel,
                     questions + "SELECT CASE WHEN " + call + yes_if +
                         " THEN 'yes ' ELSE 'no ' END || id FROM person"});
    }
  }
}

// So many that they change over to a pass.
Road changing(const std::string& function, const std::string& yes_if) {
  const std::string call = function + "(id, sku, how, " + day + ")";
  return {function + ", changing over", questions + "SELECT CASE WHEN " + call + yes_if +
                                            " THEN 'yes ' ELSE 'no ' END || id || sku || how"
                                            " FROM way, product, person"};
}

// The first product and moment of a statement, after its first look-ups: the narrow pass.
Road narrow(const std::string& channel) {
  return {"soft_optin_eligible by the narrow pass, " + channel,
          questions + "SELECT CASE WHEN soft_optin_eligible(id, 'shoes', '" + channel + "', " +
              day +
              ") THEN 'yes ' ELSE 'no ' END || id || turn"
              " FROM (VALUES (1), (2), (3), (4)), (SELECT column1 AS turn FROM"
              " (VALUES ('first'), ('second'), ('third'), ('fourth'))), person LIMIT 88"};
}

std::vector<Road> all_roads() {
  std::vector<Road> all;
  add_by_key(all, "soft_optin_eligible", "");
  add_by_key(all, "marketing_basis", " IS NOT NULL");
  for (const std::string channel : {"email", "sms", "in_app"}) all.push_back(narrow(channel));
  all.push_back(changing("soft_optin_eligible", ""));
  all.push_back(changing("soft_optin_reason", " = 'eligible'"));
  all.push_back(changing("marketing_basis", " IS NOT NULL"));
  const std::string arguments = "(sku, how, " + day + ")";
  all.push_back({"soft_optin_explain",
                 questions + "SELECT CASE WHEN soft_optin_explain(id, 'shoes', 'email', " + day +
                     ") LIKE '%\"eligible\":true%' THEN 'yes ' ELSE 'no ' END || id FROM person"});
  all.push_back(
      {"soft_optin_conditions",
       questions +
           "SELECT CASE WHEN min(coalesce(met, 0)) = 1 THEN 'yes ' ELSE 'no ' END ||"
           " id || sku || how FROM (SELECT * FROM way LIMIT 2), (SELECT * FROM product LIMIT 2),"
           " person, soft_optin_conditions(id,"
           " sku, how, " +
           day + ") GROUP BY id, sku, how"});
  for (const std::string yes : {"eligible", "basis IS NOT NULL"}) {
    const std::string shown = "SELECT CASE WHEN " + yes + " THEN 'yes ' ELSE 'no ' END || ";
    all.push_back({"soft_optin_eligibility, " + yes,
                   questions + shown +
                       "contact_id || sku || how FROM way, product, soft_optin_eligibility" +
                       arguments});
    all.push_back({"soft_optin_eligibility by contact, " + yes,
                   questions + shown +
                       "id FROM person JOIN soft_optin_eligibility('shoes', 'email', " + day +
                       ") ON contact_id = id"});
  }
  all.push_back({"soft_optin_audience", questions +
                                            "SELECT 'yes ' || contact_id || sku || how FROM"
                                            " way, product, soft_optin_audience" +
                                            arguments});
  all.push_back({"soft_optin_audience of one",
                 "SELECT 'yes ' || contact_id || coalesce(substr(address, 1, 0), '') FROM"
                 " soft_optin_audience('shoes', 'email', " +
                     day + ")"});
  all.push_back({"soft_optin_funnel",
                 questions +
                     "SELECT 'yes ' || sku || how || id FROM way, product, person,"
                     " (SELECT product_id AS p, how AS c, min(remaining) AS remaining FROM way,"
                     " product, soft_optin_funnel" +
                     arguments + " GROUP BY 1, 2) ON p = sku AND c = how WHERE id <= remaining"});
  all.push_back({"soft_optin_audit",
                 "SELECT CASE WHEN lawful AND message_id IS NOT NULL THEN 'yes ' || message_id"
                 " ELSE 'no' END FROM soft_optin_audit"});
  all.push_back({"soft_optin_check", "SELECT finding || what_to_do FROM soft_optin_check"});
  return all;
}

std::string file(const std::string& name) {
  return host::read_file(std::filesystem::path{SOFTOPTIN_HOSTILE} / name);
}

}  // namespace

const std::vector<Road>& roads() {
  static const std::vector<Road> all = all_roads();
  return all;
}

std::string name_of(Policy policy) { return policy == Policy::baseline ? "baseline" : "national"; }

std::string world(Policy policy, Shape shape) {
  std::string sql = file("world.sql");
  if (policy == Policy::national) sql += "INSERT INTO options VALUES ('policy', 'national');";
  return sql + file(shape == Shape::tables ? "as_tables.sql" : "as_views.sql");
}

std::set<std::string> Outcome::yes() const {
  std::set<std::string> found;
  for (const std::string& row : rows) {
    if (row.starts_with("yes")) found.insert(row);
  }
  return found;
}

Outcome outcome_of(host::Database& db, const std::string& sql,
                   const std::function<void()>& once_prepared) {
  Outcome outcome;
  try {
    host::Statement statement{db.handle(), sql};
    once_prepared();
    while (statement.step()) outcome.rows.push_back(statement.shown(0));
  } catch (const host::Error& error) {
    outcome = {{}, error.code, error.what()};
  }
  return outcome;
}

}  // namespace softoptin::hostile
