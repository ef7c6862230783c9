// The limits of the contract, and how far each is met.
#pragma once

#include <string>
#include <vector>

namespace softoptin::bench {

// What is measured in seconds, and what it is compared with.
struct Side {
  std::string what;
  double seconds = 0;
};

// Collects comparisons, and prints them as tables.
class Limits {
 public:
  static constexpr double none = 0;  // Compared for information only.

  // `times` is how many times as long the one may take as the other, or none.
  void compare(const Side& one, const Side& other, double times = none);
  // In bytes.
  void compare_memory(const std::string& what, double bytes, double allowed);

  void print() const;
  [[nodiscard]] int missed() const { return missed_; }

 private:
  std::string judge(double value, double allowed);

  std::vector<std::string> ratios_;
  std::vector<std::string> memory_;
  int missed_ = 0;
};

}  // namespace softoptin::bench
