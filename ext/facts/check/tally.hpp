// Tally: what a scan met, counted by finding and word; and how a word or a sentence is shown.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "facts/check/ground.hpp"

namespace softoptin::facts::check {

// A word from the data as a sentence shows it: 'unsubscribed', "a blank", or "another word" where
// it might be an address, a name or a number.
std::string shown(std::string_view word);

// The text with {column} and {word} replaced.
std::string filled(std::string_view text, std::string_view column, std::string_view word);

// What is wrong with a value. The advice is a sentence in which {column}, {word} and
// {instead} are replaced.
struct Fault {
  Severity severity;
  std::string_view code;
  std::string_view advice;
  std::string word = {};              // As shown.
  std::string instead = {};           // What to write in its place, where that depends on the word.
  std::string_view consequence = {};  // A further sentence.
};

// Faults of one column of one relation.
class Tally {
 public:
  Tally(const Relation& relation, std::string_view column)
      : relation_(&relation), column_(column) {}

  void add(const Fault& fault, const sqlite::Value& example, std::int64_t rows = 1);
  void report(Ground& ground) const;

 private:
  struct Count {
    Fault fault;
    sqlite::Value example;
    std::int64_t rows = 0;
  };

  const Relation* relation_;
  std::string_view column_;
  std::map<std::pair<std::string_view, std::string>, Count> counts_;  // By code and word.
};

}  // namespace softoptin::facts::check
