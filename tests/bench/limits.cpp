#include "bench/limits.hpp"

#include <cstdio>

namespace softoptin::bench {
namespace {

std::string number(double value, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

constexpr double megabyte = 1e6;

}  // namespace

void Limits::compare(const Side& one, const Side& other, double times) {
  const double ratio = other.seconds > 0 ? one.seconds / other.seconds : 0;
  ratios_.push_back("| " + one.what + " | " + number(one.seconds, 4) + " | " + other.what + " | " +
                    number(other.seconds, 4) + " | " + number(ratio, 3) + " | " +
                    (times > none ? number(times, 2) : "") + " | " + judge(ratio, times) + " |");
}

void Limits::compare_memory(const std::string& what, double bytes, double allowed) {
  memory_.push_back("| " + what + " | " + number(bytes / megabyte, 1) + " | " +
                    number(allowed / megabyte, 1) + " | " + judge(bytes, allowed) + " |");
}

std::string Limits::judge(double value, double allowed) {
  if (allowed <= none) return "";
  if (value <= allowed) return "met";
  ++missed_;
  return "**missed**";
}

void Limits::print() const {
  std::printf("\n| what | seconds | against | seconds | ratio | at most | |\n");
  std::printf("|---|---|---|---|---|---|---|\n");
  for (const std::string& row : ratios_) std::printf("%s\n", row.c_str());
  std::printf("\n| memory of | MB | at most | |\n|---|---|---|---|\n");
  for (const std::string& row : memory_) std::printf("%s\n", row.c_str());
  std::printf("\n%d of the limits missed.\n", missed_);
}

}  // namespace softoptin::bench
