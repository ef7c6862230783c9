#include "rules/scope.hpp"

#include <algorithm>

#include "rules/text.hpp"

namespace softoptin::rules {
namespace {

// Takes the next segment off the front of the path; empty when there is none.
std::string_view next_segment(std::string_view& path) {
  while (!path.empty() && path.front() == '/') path.remove_prefix(1);
  const auto segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

std::size_t segments_in_common(std::string_view left, std::string_view right) {
  std::size_t count = 0;
  while (true) {
    const auto segment = next_segment(left);
    if (segment.empty() || segment != next_segment(right)) return count;
    ++count;
  }
}

bool similar_by_path(std::string_view left, std::string_view right, int depth) {
  const auto common = segments_in_common(left, right);
  if (depth > 0) return common >= static_cast<std::size_t>(depth);
  return common == segments(left) && common == segments(right);
}

bool similar_by_pair(std::string_view left, std::string_view right, const SimilarPair& pair) {
  return (at_or_below(left, pair.left) && at_or_below(right, pair.right)) ||
         (at_or_below(left, pair.right) && at_or_below(right, pair.left));
}

}  // namespace

bool known(const Category& category) {
  return category && category->find_first_not_of(" /") != std::string_view::npos;
}

std::size_t segments(std::string_view category) {
  std::size_t count = 0;
  while (!next_segment(category).empty()) ++count;
  return count;
}

bool at_or_below(std::string_view category, std::string_view ancestor) {
  const auto depth = segments(ancestor);
  return depth > 0 && segments_in_common(category, ancestor) == depth;
}

Truth same_organisation(const Organisation& left, const Organisation& right) {
  if (left.has_value() != right.has_value()) return Truth::unknown;
  return truth(left == right);
}

Truth reaches(ChannelScope scope, Channel channel) {
  switch (scope.reach) {
    case ChannelScope::Reach::all:
      return Truth::yes;
    case ChannelScope::Reach::one:
      return truth(scope.channel == channel);
    case ChannelScope::Reach::no_mail:
      return Truth::no;
    case ChannelScope::Reach::unknown:
      break;
  }
  return Truth::unknown;
}

Truth covers_category(const Category& scope, Categories product) {
  if (!scope) return Truth::yes;
  if (!known(scope)) return Truth::unknown;
  const auto covered = std::ranges::count_if(product, [&](const Category& category) {
    return known(category) && at_or_below(*category, *scope);
  });
  const auto not_known =
      std::ranges::count_if(product, [](const Category& c) { return !known(c); });
  if (static_cast<std::size_t>(covered) == product.size() && !product.empty()) return Truth::yes;
  return covered == 0 && not_known == 0 && !product.empty() ? Truth::no : Truth::unknown;
}

Truth covers_organisation(const Organisation& scope, const Organisation& product) {
  if (!scope) return Truth::yes;
  if (blank(*scope) || !product) return Truth::unknown;
  return truth(scope == product);
}

Truth similar(Categories sold, Categories asked, int depth, std::span<const SimilarPair> pairs) {
  for (const Category& left : sold) {
    if (!known(left)) continue;
    for (const Category& right : asked) {
      if (!known(right)) continue;
      if (similar_by_path(*left, *right, depth)) return Truth::yes;
      const auto by_pair = [&](const SimilarPair& pair) {
        return similar_by_pair(*left, *right, pair);
      };
      if (std::ranges::any_of(pairs, by_pair)) return Truth::yes;
    }
  }
  const auto unknown = [](const Category& category) { return !known(category); };
  const bool all_known = !sold.empty() && !asked.empty() && std::ranges::none_of(sold, unknown) &&
                         std::ranges::none_of(asked, unknown);
  return all_known ? Truth::no : Truth::unknown;
}

}  // namespace softoptin::rules
