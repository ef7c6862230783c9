// The statements that the benchmark of the tables measures, each under the name that is printed.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace softoptin::bench {

using Statements = std::map<std::string, std::string>;

// ?1 is the product asked about, ?2 the day. One of them calls no_op(), which the program gives to
// its connection.
Statements statements();

// Where the same answer is tuned by hand in several ways, the fastest is compared with.
extern const std::vector<std::string> tuned;

extern const char* const audience;
extern const char* const where;
// The send lists of the first products, in one statement. Their categories go round every twenty.
std::string of_products(int count);
// A file of audience/.
std::string by_hand(const std::string& name);

}  // namespace softoptin::bench
