// Numbers as tables have them.
#pragma once

#include "csv_text.hpp"

namespace weft {

enum class Read { exact, long_winded, no_number };

// Read a number of 0 or more. A short decimal is a whole number below 2^53 over a power of ten: both
// are exact, so their quotient is rounded once, as it must be. A longer number, or one with an
// exponent, is read only where the standard library does it; else it is said to be long-winded.
Read number_in(const Cell& cell, double& value);

}  // namespace weft
