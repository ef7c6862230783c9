#include "facts/id_comparison.hpp"

#include <algorithm>
#include <string>

#include "rules/text.hpp"

namespace softoptin::facts {
namespace {

bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](char sign) {
    const char folded = rules::ascii_lower(sign);
    return folded >= 'a' && folded <= 'z';
  });
}

// The same letters, upper case for lower and lower for upper.
std::string other_case(std::string_view text) {
  std::string flipped;
  for (const char sign : text) {
    const bool upper = sign != rules::ascii_lower(sign);
    const bool lower = sign >= 'a' && sign <= 'z';
    flipped += upper   ? rules::ascii_lower(sign)
               : lower ? static_cast<char>(sign - 'a' + 'A')
                       : sign;
  }
  return flipped;
}

}  // namespace

bool IdComparison::texts_by_bytes(const Layout& layout, std::string_view text) {
  if (contacts_.type() == ContactIndex::Type::integer) return false;
  if (probed_by_letters_ == &layout) return true;
  const bool letters = has_letter(text);
  const Layout*& probed = letters ? probed_by_letters_ : probed_by_blanks_;
  if (probed == &layout) return true;
  probed = &layout;
  const std::string id{text};
  const std::string with_blank = id + " ";
  sqlite::Statement probe{layout.db(),
                          "SELECT contact_id = ?2 OR contact_id = ?3 FROM " + layout.from() +
                              " WHERE contact_id = ?1 LIMIT 1",
                          layout.from()};
  probe.bind_text(1, id).bind_text(2, letters ? other_case(id) : with_blank);
  probe.bind_text(3, with_blank);
  return !probe.step() || probe[0].integer() == 0;
}

}  // namespace softoptin::facts
