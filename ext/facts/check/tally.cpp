#include "facts/check/tally.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "rules/text.hpp"

namespace softoptin::facts::check {
namespace {

constexpr std::size_t most_words = 50;  // Of one column; the rest is counted together.

bool digit(char sign) { return sign >= '0' && sign <= '9'; }

bool harmless(char sign) {
  const char folded = rules::ascii_lower(sign);
  constexpr std::string_view signs = " -_/.'()";
  return (folded >= 'a' && folded <= 'z') || digit(sign) ||
         static_cast<unsigned char>(sign) >= 0x80 || signs.find(sign) != std::string_view::npos;
}

void replace_all(std::string& text, std::string_view placeholder, std::string_view with) {
  for (auto at = text.find(placeholder); at != std::string::npos;
       at = text.find(placeholder, at + with.size())) {
    text.replace(at, placeholder.size(), with);
  }
}

}  // namespace

// Neither an @ nor as many digits as a phone number has.
std::string shown(std::string_view word) {
  if (rules::blank(word)) return "a blank";
  const bool short_enough = word.size() <= 40 && std::ranges::count_if(word, digit) <= 4;
  if (!short_enough || !std::ranges::all_of(word, harmless)) return "another word";
  std::string quoted{word};
  replace_all(quoted, "'", "''");
  return "'" + quoted + "'";
}

std::string filled(std::string_view text, std::string_view column, std::string_view word) {
  std::string sentence{text};
  replace_all(sentence, "{column}", column);
  replace_all(sentence, "{word}", word);
  return sentence;
}

void Tally::add(const Fault& fault, const sqlite::Value& example, std::int64_t rows) {
  const bool one_of_the_first =
      counts_.size() < most_words || counts_.contains({fault.code, fault.word});
  Fault kept = fault;
  if (!one_of_the_first && !kept.word.empty()) {
    kept.word = "another word";
    kept.instead = "what is meant";
  }
  Count& count = counts_[{kept.code, kept.word}];
  if (count.rows == 0) {
    count.fault = kept;
    count.example = example;
  }
  count.rows += rows;
}

void Tally::report(Ground& ground) const {
  std::vector<const Count*> most_first;
  for (const auto& [key, count] : counts_) most_first.push_back(&count);
  std::ranges::stable_sort(most_first, std::greater{}, &Count::rows);
  for (const Count* count : most_first) {
    std::string sentence = filled(count->fault.advice, column_, count->fault.word);
    replace_all(sentence, "{instead}", count->fault.instead);
    if (!count->fault.consequence.empty()) {
      sentence += " " + std::string{count->fault.consequence};
    }
    ground.add({count->fault.severity, relation_->name, count->fault.code, count->rows,
                count->example, sentence});
  }
}

}  // namespace softoptin::facts::check
