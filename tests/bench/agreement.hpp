// Before anything is measured: do the statements that are compared answer the same?
#pragma once

#include "support/host/database.hpp"

namespace softoptin::bench {

// Compares the answers to the row, prints what it compared, and says whether all were equal. The
// connection must have the extension.
bool answers_agree(host::Database& db);

}  // namespace softoptin::bench
