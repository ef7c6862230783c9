// Questions by every road, with every SQL name that asks, each of several rows.
#pragma once

#include <ostream>
#include <vector>

namespace softoptin::snapshot {

struct Question {
  const char* name;
  const char* sql;
};
void PrintTo(const Question& question, std::ostream* out);

const std::vector<Question>& questions();

}  // namespace softoptin::snapshot
