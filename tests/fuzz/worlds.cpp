// Worlds: databases of tests/agreement, imagined with the bytes for dice; every road must give the
// same answers. What is printed when they part is the least database in which they do.
#include "agreement/examine.hpp"
#include "agreement/invent.hpp"
#include "bytes.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace softoptin::agreement;
  const Imagined imagined = invent(Dice{{data, size}});
  Tally tally;
  if (const auto found = examine(imagined, tally)) {
    softoptin::fuzz::fail(in_short(imagined, *found));
  }
  return 0;
}
