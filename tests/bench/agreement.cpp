#include "bench/agreement.hpp"

#include <cstdio>
#include <string>

#include "bench/audience_statements.hpp"
#include "bench/statement_run.hpp"

namespace softoptin::bench {
namespace {

// Says how two answers compare, and counts those that differ.
class Agreement {
 public:
  void check(const std::string& what, const Answer& ours, const Answer& other) {
    const bool equal = ours == other && ours.rows > 0;
    std::printf("%-50s %9lld rows, %s\n", what.c_str(), static_cast<long long>(ours.rows),
                equal ? "equal" : "DIFFERENT");
    std::fflush(stdout);
    if (!equal) ++different_;
  }
  [[nodiscard]] bool holds() const { return different_ == 0; }

 private:
  int different_ = 0;
};

Answer several(const Answer& one, std::int64_t times) {
  return {one.rows * times, one.digest * static_cast<std::uint64_t>(times)};
}

Answer of_twenty_products(host::Database& db) {
  Answer sum;
  for (int product = 1; product <= 20; ++product) {
    const Answer one = answer_of(db, by_hand(tuned[0]), "p" + std::to_string(product));
    sum.rows += one.rows;
    sum.digest += one.digest;
  }
  return sum;
}

}  // namespace

bool answers_agree(host::Database& db) {
  Agreement agreement;
  const Answer list = answer_of(db, audience);
  for (const std::string& name : tuned) {
    agreement.check("audience and " + name, list, answer_of(db, by_hand(name)));
  }
  for (const char* name : {"natural_exists", "natural_in"}) {
    agreement.check(std::string{"audience and "} + name, list, answer_of(db, by_hand(name)));
  }
  agreement.check("audience and WHERE soft_optin_eligible", list, answer_of(db, where));
  const Answer twenty = of_twenty_products(db);
  agreement.check("audience of 20 products and SQL by hand", answer_of(db, of_products(20)),
                  twenty);
  agreement.check("audience of 100 products and SQL by hand", answer_of(db, of_products(100)),
                  several(twenty, 5));
  agreement.check(
      "reasons and SQL by hand",
      answer_of(db, "SELECT contact_id, reason FROM soft_optin_eligibility(?1, 'email', ?2)"),
      answer_of(db, by_hand("reasons_by_hand")));
  agreement.check(
      "verdicts on one message in twenty and SQL by hand",
      answer_of(db, "SELECT message_id, reason FROM soft_optin_audit WHERE message_id % 20 = 0"),
      answer_of(db, by_hand("verdicts_by_hand")));
  return agreement.holds();
}

}  // namespace softoptin::bench
