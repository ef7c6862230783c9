// Categories: the rules against the same sentences of sql/reference/relations.md over lists of
// segments.
#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <vector>

#include "bytes.hpp"
#include "rules/scope.hpp"

namespace softoptin::fuzz {
namespace {

using rules::Category;
using rules::SimilarPair;
using rules::Truth;
using Segments = std::vector<std::string>;

// What is between slashes, and is not empty.
Segments segments_of(std::string_view path) {
  Segments segments(1);
  for (const char sign : path) {
    if (sign == '/') {
      segments.emplace_back();
    } else {
      segments.back() += sign;
    }
  }
  std::erase(segments, "");
  return segments;
}

// Nothing, no segment, or only blanks: not known.
bool is_known(const Category& category) {
  if (!category) return false;
  const auto says = [](const std::string& segment) {
    return segment != std::string(segment.size(), ' ');
  };
  return std::ranges::any_of(segments_of(*category), says);
}

bool begins_with(const Segments& path, const Segments& beginning) {
  return path.size() >= beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), path.begin());
}

bool is_below(std::string_view category, std::string_view ancestor) {
  const Segments above = segments_of(ancestor);
  return !above.empty() && begins_with(segments_of(category), above);
}

bool alike(std::string_view left, std::string_view right, int depth,
           const std::vector<SimilarPair>& pairs) {
  Segments one = segments_of(left);
  Segments other = segments_of(right);
  const auto wanted = static_cast<std::size_t>(depth);
  if (depth == 0 && one == other) return true;
  if (depth > 0 && one.size() >= wanted && other.size() >= wanted) {
    one.resize(wanted);
    other.resize(wanted);
    if (one == other) return true;
  }
  return std::ranges::any_of(pairs, [&](const SimilarPair& pair) {
    return (is_below(left, pair.left) && is_below(right, pair.right)) ||
           (is_below(left, pair.right) && is_below(right, pair.left));
  });
}

Truth similar_by_hand(const std::vector<Category>& sold, const std::vector<Category>& asked,
                      int depth, const std::vector<SimilarPair>& pairs) {
  for (const Category& left : sold) {
    for (const Category& right : asked) {
      if (is_known(left) && is_known(right) && alike(*left, *right, depth, pairs)) {
        return Truth::yes;
      }
    }
  }
  const bool all_known =
      std::ranges::all_of(sold, is_known) && std::ranges::all_of(asked, is_known);
  return all_known && !sold.empty() && !asked.empty() ? Truth::no : Truth::unknown;
}

Truth covers_by_hand(const Category& scope, const std::vector<Category>& product) {
  if (!scope) return Truth::yes;
  if (!is_known(scope) || product.empty()) return Truth::unknown;
  const auto covered = [&](const Category& category) {
    return is_known(category) && is_below(*category, *scope);
  };
  if (std::ranges::all_of(product, covered)) return Truth::yes;
  const bool none = std::ranges::none_of(product, covered);
  return none && std::ranges::all_of(product, is_known) ? Truth::no : Truth::unknown;
}

// Paths of few signs, so that they meet.
class Paths {
 public:
  explicit Paths(Bytes& bytes) : bytes_(bytes) {}

  std::string_view path() {
    static constexpr std::string_view signs = "/ab/ A-/";
    std::string path;
    for (std::size_t left = bytes_.below(9); left > 0; --left) path += bytes_.one_of(signs);
    return kept_.emplace_back(std::move(path));
  }
  Category category() { return bytes_.below(8) == 0 ? Category{} : path(); }
  std::vector<Category> categories() {
    std::vector<Category> categories(bytes_.below(4));
    for (Category& category : categories) category = this->category();
    return categories;
  }

 private:
  Bytes& bytes_;
  std::deque<std::string> kept_;
};

void expect_agreement(Bytes& bytes) {
  Paths paths{bytes};
  const int depth = static_cast<int>(bytes.below(5));
  const auto sold = paths.categories();
  const auto asked = paths.categories();
  std::vector<SimilarPair> pairs;
  for (std::size_t left = bytes.below(3); left > 0; --left) {
    const auto one = paths.path();
    pairs.push_back({one, paths.path()});
  }
  const Category scope = paths.category();

  const Truth similar = rules::similar(sold, asked, depth, pairs);
  expect(similar == similar_by_hand(sold, asked, depth, pairs), "similar() says another thing");
  expect(similar == rules::similar(asked, sold, depth, pairs), "similar() is not symmetric");
  expect(rules::covers_category(scope, asked) == covers_by_hand(scope, asked),
         "covers_category() says another thing");
  if (scope) {
    expect(rules::segments(*scope) == segments_of(*scope).size(), "segments() counts otherwise");
    expect(rules::known(scope) == is_known(scope), "known() says another thing");
  }
}

}  // namespace
}  // namespace softoptin::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  softoptin::fuzz::Bytes bytes{data, size};
  while (!bytes.empty()) softoptin::fuzz::expect_agreement(bytes);
  return 0;
}
