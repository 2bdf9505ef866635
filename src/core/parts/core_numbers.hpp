// How deep in the thick of the network each person stands.
#pragma once

#include <vector>

#include "rows.hpp"

namespace weft {

// The greatest k such that each person belongs to a group in which everyone is tied, in either
// direction, to at least k others of it. Batagelj and Zaversnik (2003): O(n + m).
std::vector<Person> core_numbers(const Rows& rows);

}  // namespace weft
