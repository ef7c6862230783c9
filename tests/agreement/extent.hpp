// Extent: how many worlds this run of the tests makes, and from which seed on.
#pragma once

#include <cstdint>

namespace softoptin::agreement {

struct Extent {
  std::uint64_t worlds = 0;
  std::uint64_t seed = 1;
};

const Extent& extent();

}  // namespace softoptin::agreement
