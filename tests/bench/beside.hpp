// What the extension costs those who do not use it.
#pragma once

#include "bench/times.hpp"
#include "bench/world.hpp"

namespace softoptin::bench {

// Statements that do not use the extension, over connections with it and without; and loading it.
Times beside(const World& world, int rounds);

// The pages of the database that loading has looked at.
int pages_read_by_loading(const World& world);

}  // namespace softoptin::bench
