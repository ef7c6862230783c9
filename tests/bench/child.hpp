// A child process, so that the memory which some work takes can be told from all other.
#pragma once

#include <cstdint>
#include <functional>

namespace softoptin::bench {

// Does the work in a child process and hands its result back; throws std::runtime_error where the
// work throws, whose words the child has written to the standard error.
std::int64_t in_a_child(const std::function<std::int64_t()>& work);

}  // namespace softoptin::bench
