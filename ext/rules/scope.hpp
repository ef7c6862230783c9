// Scope: does what was said or sold reach the product, channel and organisation asked about?
// Every answer is a Truth, because a missing category or organisation leaves it unknown.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "rules/truth.hpp"
#include "rules/vocabulary.hpp"

namespace softoptin::rules {

// A category is a path such as footwear/running/trail, compared by whole segments, byte for byte.
// Empty segments do not count ("garden/" is "garden"). Nothing, or a path without segments, is
// unknown.
using Category = std::optional<std::string_view>;
using Categories = std::span<const Category>;

// The legal entity; nothing is unknown. In a scope (of a preference or an assessment), nothing
// means all of them and a blank name is unknown.
using Organisation = std::optional<std::string_view>;

bool known(const Category& category);
std::size_t segments(std::string_view category);
// The category itself, and whatever lies below it. Nothing lies below a path without segments.
bool at_or_below(std::string_view category, std::string_view ancestor);

// Equal, or recorded on neither side; recorded on one side only is unknown.
Truth same_organisation(const Organisation& left, const Organisation& right);

// Whether a row about `scope` is about this channel.
Truth reaches(ChannelScope scope, Channel channel);

// Whether a row about `scope` (nothing: all categories) covers all the product's categories: yes
// when each is at or below it, no when none is, unknown when some are or the product's is not
// known.
Truth covers_category(const Category& scope, Categories product);
// Whether a row about `scope` (nothing: all organisations) covers the product's.
Truth covers_organisation(const Organisation& scope, const Organisation& product);

// Two categories that a person judged similar beyond the path rule; symmetric, each with what is
// below.
struct SimilarPair {
  std::string_view left;
  std::string_view right;
};

// Whether a product of these categories is similar to one of those, by the path rule (depth 0: the
// whole path equal; n: both have at least n segments and the first n agree) or by a pair. Unknown
// when nothing known is similar and one of the products has a category that is not known.
Truth similar(Categories sold, Categories asked, int depth, std::span<const SimilarPair> pairs);

}  // namespace softoptin::rules
