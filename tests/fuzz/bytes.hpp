// Bytes: what the fuzzer gives, taken from the front; zeros and empty texts when they are used up.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

namespace softoptin::fuzz {

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : rest_(data, size) {}

  [[nodiscard]] bool empty() const { return rest_.empty(); }
  [[nodiscard]] std::span<const std::uint8_t> rest() const { return rest_; }

  std::uint8_t byte() {
    if (rest_.empty()) return 0;
    const std::uint8_t first = rest_.front();
    rest_ = rest_.subspan(1);
    return first;
  }
  // From 0 to count - 1; count is at most 256.
  std::size_t below(std::size_t count) { return byte() % count; }
  bool either() { return below(2) == 1; }
  std::int64_t number() {
    std::uint64_t bits = 0;
    for (int at = 0; at < 8; ++at) bits = bits << 8 | byte();
    return static_cast<std::int64_t>(bits);
  }
  // At most that many, as many as there are.
  std::string text(std::size_t longest) {
    std::string text;
    while (text.size() < longest && !rest_.empty()) text += static_cast<char>(byte());
    return text;
  }
  // As long as the first byte says.
  std::string short_text(std::size_t longest) { return text(below(longest + 1)); }
  template <class Things>
  const auto& one_of(const Things& things) {
    return things[below(std::size(things))];
  }

 private:
  std::span<const std::uint8_t> rest_;
};

// Ends the program with the sentence, so that the fuzzer keeps the input.
[[noreturn]] inline void fail(const std::string& sentence) {
  std::fprintf(stderr, "%s\n", sentence.c_str());
  std::abort();
}
inline void expect(bool holds, const std::string& sentence) {
  if (!holds) fail(sentence);
}

}  // namespace softoptin::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
