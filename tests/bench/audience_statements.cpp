#include "bench/audience_statements.hpp"

#include "bench/world.hpp"

namespace softoptin::bench {
namespace {

constexpr const char* reasons =
    "SELECT reason, count(*) FROM soft_optin_eligibility(?1, 'email', ?2) GROUP BY reason";
constexpr const char* audit = "SELECT message_id, lawful, reason FROM soft_optin_audit";

}  // namespace

const std::vector<std::string> tuned = {"tuned_by_buyer", "tuned_by_ledger", "tuned_by_sets"};

const char* const audience = "SELECT contact_id, address FROM soft_optin_audience(?1, 'email', ?2)";
const char* const where =
    "SELECT id, email FROM customers WHERE soft_optin_eligible(id, ?1, 'email', ?2)";

std::string by_hand(const std::string& name) { return script("audience/" + name + ".sql"); }

std::string of_products(int count) {
  return "SELECT a.contact_id, a.address FROM (SELECT id FROM products WHERE rowid <= " +
         std::to_string(count) + ") AS p, soft_optin_audience(p.id, 'email', ?2) AS a";
}

Statements statements() {
  Statements all = {
      {"floor", "SELECT count(no_op(id)) FROM customers NOT INDEXED"},
      {"audience", audience},
      {"audience, all columns", "SELECT * FROM soft_optin_audience(?1, 'email', ?2)"},
      {"WHERE soft_optin_eligible", where},
      {"eligibility, counted by reason", reasons},
      {"audience of 20 products", of_products(20)},
      {"audience of 100 products", of_products(100)},
      {"audit of all messages", audit},
      {"audit, counted by reason", "SELECT reason, count(*) FROM soft_optin_audit GROUP BY reason"},
  };
  for (const char* name : {"scan", "scan_rows", "scan_for_audit", "natural_exists", "natural_in"}) {
    all[name] = by_hand(name);
  }
  for (const std::string& name : tuned) all[name] = by_hand(name);
  return all;
}

}  // namespace softoptin::bench
