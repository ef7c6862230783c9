// compile: from the files of policies to the C++ that defines rules::policy_rows().
#pragma once

#include <string>
#include <vector>

namespace softoptin::policies {

struct Source {
  std::string file;  // IE.yaml, without its folder.
  std::string text;
};

struct Compiled {
  std::string cpp;                  // Empty where there are faults.
  std::vector<std::string> faults;  // IE.yaml:12: what is wrong. The first of each file.
};

// The same sources in any order give the same C++.
Compiled compile(std::vector<Source> sources);

}  // namespace softoptin::policies
