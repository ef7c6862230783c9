// The tables: what they cost over a whole database, against SQL by hand and a bare scan.
//
//   bench_audience [--contacts=N] [--file=PATH] [--rounds=N] [--strict]
//
// Compares answers first; then measures all statements in turn, round after round, and takes the
// least processor time of each: what disturbs a measurement only ever adds. Fails where answers
// differ, with --strict also where a limit is missed.
#include <algorithm>
#include <cstdio>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bench/limits.hpp"
#include "bench/statement_run.hpp"
#include "bench/world.hpp"

namespace softoptin::bench {
namespace {

// Where the same answer can be had in several ways, the fastest of them is compared with.
const std::vector<std::string> tuned = {"tuned_by_buyer", "tuned_by_ledger", "tuned_by_sets"};

constexpr const char* audience =
    "SELECT contact_id, address FROM soft_optin_audience(?1, 'email', ?2)";
constexpr const char* where =
    "SELECT id, email FROM customers WHERE soft_optin_eligible(id, ?1, 'email', ?2)";
constexpr const char* reasons =
    "SELECT reason, count(*) FROM soft_optin_eligibility(?1, 'email', ?2) GROUP BY reason";
constexpr const char* audit = "SELECT message_id, lawful, reason FROM soft_optin_audit";

std::string by_hand(const std::string& name) { return script("audience/" + name + ".sql"); }

// The send lists of the first products, in one statement. Their categories go round every twenty.
std::string of_products(int count) {
  return "SELECT a.contact_id, a.address FROM (SELECT id FROM products WHERE rowid <= " +
         std::to_string(count) +
         ") AS p, soft_optin_audience(p.id, 'email', ?2) AS a WHERE ?1 <> ''";
}

using Statements = std::map<std::string, std::string>;

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

void no_op(sqlite3_context* context, int /*count*/, sqlite3_value** /*values*/) {
  sqlite3_result_int(context, 0);
}

using Times = std::map<std::string, double>;

void keep_least(Times& times, const std::string& name, double seconds) {
  const auto [found, is_new] = times.emplace(name, seconds);
  if (!is_new) found->second = std::min(found->second, seconds);
}

Times measured(const World& world, const Statements& all, int rounds) {
  const auto db = world.open();
  sqlite3_create_function_v2(db->handle(), "no_op", 1, SQLITE_UTF8, nullptr, no_op, nullptr,
                             nullptr, nullptr);
  Times times;
  for (int round = 0; round < rounds; ++round) {
    for (const auto& [name, sql] : all) keep_least(times, name, time_of(*db, sql));
  }
  return times;
}

Statements only(const Statements& all, const std::vector<std::string>& names) {
  Statements some;
  for (const std::string& name : names) some[name] = all.at(name);
  return some;
}

// Statements that do not use the extension, over connections with it and without.
Times beside(const World& world, int rounds) {
  const auto with = world.open();
  const auto without = world.open_without_extension();
  const auto small_statements = [](host::Database& db) {
    for (int round = 0; round < 100'000; ++round) db.run("SELECT 1");
  };
  Times times;
  for (int round = 0; round < rounds; ++round) {
    keep_least(times, "a scan, loaded", time_of(*with, by_hand("scan")));
    keep_least(times, "a scan, not loaded", time_of(*without, by_hand("scan")));
    keep_least(times, "100,000 small statements, loaded",
               processor_seconds([&] { small_statements(*with); }));
    keep_least(times, "100,000 small statements, not loaded",
               processor_seconds([&] { small_statements(*without); }));
    keep_least(times, "open and load", processor_seconds([&] { (void)world.open(); }));
    keep_least(times, "open", processor_seconds([&] { (void)world.open_without_extension(); }));
  }
  return times;
}

// Pages of the database that loading has looked at.
int pages_read_by_loading(const World& world) {
  const auto db = world.open();
  int pages = 0;
  for (const int what : {SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS}) {
    int now = 0;
    int most = 0;
    sqlite3_db_status(db->handle(), what, &now, &most, 0);
    pages += now;
  }
  return pages;
}

void compare_memory(Limits& limits, const World& world, const Statements& all) {
  const auto count = static_cast<double>(world.contacts);
  const double sales = 3 * count;
  const double messages = 2 * count;
  const double list = 48 * count + 16 * sales;
  for (const char* name : {"audience", "audience, all columns", "WHERE soft_optin_eligible",
                           "eligibility, counted by reason", "audience of 100 products"}) {
    limits.compare_memory(name, static_cast<double>(memory_of(world, all.at(name))), list);
  }
  limits.compare_memory("audit of all messages",
                        static_cast<double>(memory_of(world, all.at("audit of all messages"))),
                        list + 16 * messages);
}

Side side(const Times& times, const std::string& name) { return {name, times.at(name)}; }

Side fastest(const Times& times, const std::vector<std::string>& names) {
  return side(times, *std::ranges::min_element(
                         names, {}, [&](const std::string& name) { return times.at(name); }));
}

Side further_product(const Times& times, int count) {
  const double all = times.at("audience of " + std::to_string(count) + " products");
  return {"each further of " + std::to_string(count) + " products",
          (all - times.at("audience")) / (count - 1)};
}

void compare_times(Limits& limits, const Times& times) {
  const Side list = side(times, "audience");
  const Side scan = side(times, "scan");
  const Side best = fastest(times, tuned);
  limits.compare(list, best, 1.0);
  limits.compare(list, scan, 1.25);
  limits.compare(list, side(times, "natural_exists"), 0.2);
  limits.compare(list, side(times, "natural_in"), 0.2);
  limits.compare(list, side(times, "scan_rows"));
  limits.compare(list, side(times, "floor"));
  limits.compare(side(times, "audience, all columns"), list);
  limits.compare(side(times, "WHERE soft_optin_eligible"), list, 1.5);
  limits.compare(side(times, "eligibility, counted by reason"), scan, 2.5);
  limits.compare(further_product(times, 20), list, 0.05);
  limits.compare(further_product(times, 100), list, 0.05);
  limits.compare(side(times, "audit of all messages"), side(times, "scan_for_audit"), 3);
  limits.compare(side(times, "audit, counted by reason"), side(times, "scan_for_audit"));
  for (const std::string& name : tuned) limits.compare(side(times, name), scan);
}

void compare_growth(Limits& limits, const Times& times, const Times& of_tenth) {
  for (const auto& [name, seconds] : of_tenth) {
    limits.compare(side(times, name), {"of a tenth of the contacts", seconds}, 11);
  }
}

void compare_beside(Limits& limits, const Times& times) {
  constexpr double measured_alike = 1.05;
  for (const char* what : {"a scan", "100,000 small statements"}) {
    const std::string name = what;
    limits.compare(side(times, name + ", loaded"), side(times, name + ", not loaded"),
                   measured_alike);
  }
  limits.compare(side(times, "open and load"), side(times, "open"));
}

struct Options {
  int rounds = 5;
  bool strict = false;

  static Options from(int count, char** arguments) {
    constexpr std::string_view rounds_flag = "--rounds=";
    Options options;
    for (int at = 1; at < count; ++at) {
      const std::string_view argument = arguments[at];
      if (argument.starts_with(rounds_flag)) {
        options.rounds = std::max(1, std::stoi(std::string{argument.substr(rounds_flag.size())}));
      } else if (argument == "--strict") {
        options.strict = true;
      } else {
        throw std::invalid_argument(
            "usage: bench_audience [--contacts=N] [--file=PATH] [--rounds=N] [--strict]");
      }
    }
    return options;
  }
};

int run(int count, char** arguments) {
  const World world = World::from(count, arguments);
  const Options options = Options::from(count, arguments);
  world.prepare();
  world.tenth().prepare();

  // First, while this process is small: its children begin with what it has.
  const Statements all = statements();
  Limits limits;
  compare_memory(limits, world, all);

  if (!answers_agree(*world.open())) {
    std::fprintf(stderr, "Answers differ, so nothing was measured.\n");
    return 1;
  }
  const Times times = measured(world, all, options.rounds);
  compare_times(limits, times);
  const std::vector<std::string> growing = {"audience", "eligibility, counted by reason",
                                            "audit of all messages"};
  compare_growth(limits, times, measured(world.tenth(), only(all, growing), options.rounds));
  compare_beside(limits, beside(world, options.rounds));
  limits.print();
  std::printf("Loading has looked at %d pages of the database.\n", pages_read_by_loading(world));
  return options.strict && limits.missed() > 0 ? 1 : 0;
}

}  // namespace
}  // namespace softoptin::bench

int main(int count, char** arguments) {
  try {
    return softoptin::bench::run(count, arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
