// Ratios: what a run of benchmarks comes to. Times depend on the machine; how one road compares
// with another in the same run does not.
//
// Times are those of the processor. All work is done by the calling thread, on a file that the
// system has in memory, so that they are the times that pass on a machine with nothing else to do.
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

namespace softoptin::bench {

// Prints as Google Benchmark does, and keeps the median time of each benchmark.
class Ratios : public benchmark::ConsoleReporter {
 public:
  Ratios() : ConsoleReporter(OO_Tabular) {}

  void ReportRuns(const std::vector<Run>& runs) override;

  // In nanoseconds; 0 where the benchmark did not run.
  [[nodiscard]] double time(const std::string& name) const;
  // A table of every benchmark's time, and as a multiple of each of these.
  void print_against(const std::vector<std::string>& others) const;

 private:
  std::vector<std::string> order_;
  std::map<std::string, double> times_;
};

// Keeps what is freed for the next allocation. Else a statement that takes a little more than
// malloc keeps pays for giving it back to the system each time, which changes with the run and says
// nothing about it.
void keep_freed_memory();

// Prints the most memory that this process, and SQLite within it, have had.
void print_peak_memory();

}  // namespace softoptin::bench
