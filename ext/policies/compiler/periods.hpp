// Periods: on every day from the first, one row of a variant is the law, never two and never none.
#pragma once

#include <vector>

#include "policies/compiler/row.hpp"

namespace softoptin::policies {

// By variant, commercial first, then by first day; one without comes first.
void put_in_order(std::vector<Row>& rows);

// Throws a Fault where rows of a variant, in order, overlap or leave days out, and where there is
// none for commercial senders.
void check_periods(const std::vector<Row>& rows);

}  // namespace softoptin::policies
