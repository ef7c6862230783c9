// One contact, one statement: what a question costs that is asked for a single person, by a program
// that prepares it, binds the contact, reads the answer and is done.
//
//   bench_one_contact [--contacts=N] [--file=PATH] [any flag of Google Benchmark]
//
// Fails where an answer differs from the one in SQL by hand, or a question takes longer than the
// contract allows.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

#include "bench/ratios.hpp"
#include "bench/world.hpp"
#include "support/host/database.hpp"

namespace softoptin::bench {
namespace {

constexpr double allowed_nanoseconds = 300'000;

constexpr const char* nothing = "SELECT ?1";
constexpr const char* eligible = "SELECT soft_optin_eligible(?1, 'p17', 'email', '2026-06-15')";

struct Question {
  const char* name;
  std::string sql;
};

std::vector<Question> questions() {
  return {
      {"nothing", nothing},
      {"by_hand", script("one_contact.sql")},
      {"eligible", eligible},
      {"reason", "SELECT soft_optin_reason(?1, 'p17', 'email', '2026-06-15')"},
      {"expires", "SELECT soft_optin_expires(?1, 'p17', 'email', '2026-06-15')"},
      {"basis", "SELECT marketing_basis(?1, 'p17', 'email', '2026-06-15')"},
      {"explain", "SELECT soft_optin_explain(?1, 'p17', 'email', '2026-06-15')"},
      {"conditions", "SELECT * FROM soft_optin_conditions(?1, 'p17', 'email', '2026-06-15')"},
  };
}

// The first column of the only row, or of the last one.
std::int64_t ask(host::Database& db, const std::string& sql, std::int64_t contact) {
  host::Statement statement(db.handle(), sql);
  statement.bind(1, contact);
  std::int64_t answer = 0;
  while (statement.step()) answer = statement.number(0);
  return answer;
}

void measure(benchmark::State& state, host::Database& db, const std::string& sql,
             const std::vector<std::int64_t>& contacts) {
  std::size_t at = 0;
  for ([[maybe_unused]] const auto round : state) {
    benchmark::DoNotOptimize(ask(db, sql, contacts[at]));
    at = (at + 1) % contacts.size();
  }
}

// The number of contacts of which both say yes; throws at the first on whom they differ.
std::size_t agreed_yes(host::Database& db, const std::vector<std::int64_t>& contacts) {
  const std::string by_hand = script("one_contact.sql");
  std::size_t yes = 0;
  for (const std::int64_t contact : contacts) {
    const std::int64_t ours = ask(db, eligible, contact);
    if (ours != ask(db, by_hand, contact)) {
      throw host::Error(SQLITE_MISMATCH,
                        "the answers on contact " + std::to_string(contact) + " differ");
    }
    yes += static_cast<std::size_t>(ours);
  }
  return yes;
}

int run(int count, char** arguments) {
  const World world = World::from(count, arguments);
  world.prepare();
  keep_freed_memory();
  const auto connection = world.open();
  host::Database& db = *connection;

  const auto sample = some_contacts(world, 20'000);
  const std::size_t yes = agreed_yes(db, sample);
  std::printf("%zu answers equal those in SQL by hand; %zu of them yes.\n", sample.size(), yes);

  for (const Question& question : questions()) {
    benchmark::RegisterBenchmark(question.name, measure, std::ref(db), question.sql,
                                 std::cref(sample))
        ->Unit(benchmark::kMicrosecond)
        ->MinTime(0.2)
        ->Repetitions(5)
        ->ReportAggregatesOnly();
  }
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  Ratios ratios;
  benchmark::RunSpecifiedBenchmarks(&ratios);
  ratios.print_against({"nothing", "by_hand"});
  print_peak_memory();
  if (ratios.time("eligible") <= allowed_nanoseconds) return 0;
  std::fprintf(stderr, "eligible takes longer than the 300 microseconds that are allowed\n");
  return 1;
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
