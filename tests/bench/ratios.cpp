#include "bench/ratios.hpp"

#include <malloc.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <cstdio>

namespace softoptin::bench {
namespace {

constexpr double nanoseconds_per_second = 1e9;
constexpr double microsecond = 1e3;

// "eligible" of the run "eligible/repeats:5_median".
std::string plain_name(const benchmark::BenchmarkReporter::Run& run) {
  return run.run_name.function_name;
}

}  // namespace

void Ratios::ReportRuns(const std::vector<Run>& runs) {
  ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs) {
    if (run.run_type != Run::RT_Aggregate || run.aggregate_name != "median") continue;
    const double multiplier = benchmark::GetTimeUnitMultiplier(run.time_unit);
    const std::string name = plain_name(run);
    if (times_.emplace(name, run.GetAdjustedCPUTime() / multiplier * nanoseconds_per_second)
            .second) {
      order_.push_back(name);
    }
  }
}

double Ratios::time(const std::string& name) const {
  const auto found = times_.find(name);
  return found != times_.end() ? found->second : 0;
}

void Ratios::print_against(const std::vector<std::string>& others) const {
  std::printf("\n| a statement | microseconds |");
  for (const std::string& other : others) std::printf(" x %s |", other.c_str());
  std::printf("\n|---|---|");
  for (std::size_t column = 0; column < others.size(); ++column) std::printf("---|");
  std::printf("\n");
  for (const std::string& name : order_) {
    std::printf("| %s | %.1f |", name.c_str(), time(name) / microsecond);
    for (const std::string& other : others) {
      const double base = time(other);
      if (base > 0) std::printf(" %.2f |", time(name) / base);
      if (base <= 0) std::printf(" |");
    }
    std::printf("\n");
  }
}

void keep_freed_memory() {
  constexpr int everything = 1 << 30;
  mallopt(M_TRIM_THRESHOLD, everything);
  mallopt(M_MMAP_THRESHOLD, everything);
}

void print_peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("\nPeak memory: %.1f MB of the process, %.1f MB of SQLite within it.\n",
              static_cast<double>(usage.ru_maxrss) / 1000.0,
              static_cast<double>(sqlite3_memory_highwater(0)) / 1e6);
}

}  // namespace softoptin::bench
