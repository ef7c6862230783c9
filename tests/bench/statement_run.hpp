// Running a whole statement: for its answer, its processor time, its memory.
#pragma once

#include <cstdint>
#include <string>

#include "bench/world.hpp"
#include "support/host/database.hpp"

namespace softoptin::bench {

// The question of all tables: what ?1 and ?2 stand for.
constexpr const char* asked_product = "p17";
constexpr const char* asked_day = "2026-06-15";

// What a statement answers: its rows as a set, in any order.
struct Answer {
  std::int64_t rows = 0;
  std::uint64_t digest = 0;  // The sum of a hash of each row.

  friend bool operator==(const Answer&, const Answer&) = default;
};

// Each of these prepares the statement, binds the question and steps through all rows. They throw
// host::Error where SQLite does.
Answer answer_of(host::Database& db, const std::string& sql,
                 const std::string& product = asked_product);
// In seconds of the processor, of all threads of this process; each value is read as a program
// reads it.
double time_of(host::Database& db, const std::string& sql);
// The same in a process of its own that has run `first` and asked nothing before, as the shell runs
// a statement: what it takes for memory is in it. Begin such processes while this one is small.
double time_alone(const World& world, const std::string& first, const std::string& sql);
// The most memory in bytes that the statement took beyond SQLite's pages, in a process of its own
// that has asked about one contact before.
std::int64_t memory_of(const World& world, const std::string& sql);

// What the processor has spent on this process so far, in seconds.
double processor_time();

// The seconds of the processor that the work takes.
template <class Work>
double processor_seconds(Work work) {
  const double start = processor_time();
  work();
  return processor_time() - start;
}

}  // namespace softoptin::bench
