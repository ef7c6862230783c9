#include "bench/statement_run.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <limits>
#include <stdexcept>
#include <string_view>

#include "bench/child.hpp"

namespace softoptin::bench {
namespace {

constexpr double nanoseconds_per_second = 1e9;

host::Statement prepared(host::Database& db, const std::string& sql, const std::string& product) {
  host::Statement statement(db.handle(), sql);
  const int places = sqlite3_bind_parameter_count(statement.handle());
  if (places >= 1) statement.bind(1, product);
  if (places >= 2) statement.bind(2, asked_day);
  return statement;
}

// FNV-1a, and a last step that lets every bit count in the sum.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037U;
  for (const char sign : text) {
    value = (value ^ static_cast<unsigned char>(sign)) * 1099511628211U;
  }
  value ^= value >> 32U;
  return value * 0x9E3779B97F4A7C15U;
}

void read_values(const host::Statement& statement) {
  for (int column = 0; column < statement.columns(); ++column) {
    const int type = sqlite3_column_type(statement.handle(), column);
    if (type == SQLITE_TEXT) sqlite3_column_text(statement.handle(), column);
    if (type == SQLITE_INTEGER) sqlite3_column_int64(statement.handle(), column);
  }
}

void run(host::Database& db, const std::string& sql) {
  host::Statement statement = prepared(db, sql, asked_product);
  while (statement.step()) read_values(statement);
}

// In bytes. A line of /proc/self/status is "VmHWM:     1234 kB".
std::int64_t status_of_process(std::string_view name) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::int64_t kilobytes = 0;
    if (word == name && status >> kilobytes) return kilobytes * 1024;
    status.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  throw std::runtime_error("/proc/self/status does not say " + std::string{name});
}

// From here on VmHWM is the most that the process has from now on (proc(5)).
void forget_peak() {
  std::ofstream forget("/proc/self/clear_refs");
  forget << "5" << std::flush;
  if (!forget) throw std::runtime_error("/proc/self/clear_refs cannot be written");
}

// Bytes of SQLite's page cache, now or at most since it was last forgotten.
struct Pages {
  sqlite3_int64 now = 0;
  sqlite3_int64 most = 0;
};

Pages pages(bool forget_most = false) {
  Pages pages;
  sqlite3_status64(SQLITE_STATUS_PAGECACHE_OVERFLOW, &pages.now, &pages.most, forget_most ? 1 : 0);
  return pages;
}

std::int64_t memory_here(const World& world, const std::string& sql) {
  const auto db = world.open();
  // Code that is read in is no memory of the statement.
  run(*db, "SELECT soft_optin_explain(1, ?1, 'email', ?2)");
  pages(true);
  forget_peak();
  const auto before = status_of_process("VmRSS:") - pages().now;
  run(*db, sql);
  return std::max<std::int64_t>(status_of_process("VmHWM:") - pages().most - before, 0);
}

}  // namespace

Answer answer_of(host::Database& db, const std::string& sql, const std::string& product) {
  host::Statement statement = prepared(db, sql, product);
  Answer answer;
  while (statement.step()) {
    ++answer.rows;
    answer.digest += hash(statement.row());
  }
  return answer;
}

double processor_time() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_nsec) / nanoseconds_per_second;
}

double time_of(host::Database& db, const std::string& sql) {
  return processor_seconds([&] { run(db, sql); });
}

double time_alone(const World& world, const std::string& first, const std::string& sql) {
  const std::int64_t nanoseconds = in_a_child([&] {
    const auto db = world.open();
    if (!first.empty()) db->run(first);
    return static_cast<std::int64_t>(time_of(*db, sql) * nanoseconds_per_second);
  });
  return static_cast<double>(nanoseconds) / nanoseconds_per_second;
}

std::int64_t memory_of(const World& world, const std::string& sql) {
  return in_a_child([&] { return memory_here(world, sql); });
}

}  // namespace softoptin::bench
