// Who hangs together.
#pragma once

#include <vector>

#include "rows.hpp"

namespace weft {

// The part that each person belongs to, without regard to direction; numbered from 0 in the order
// of the first person of each. Union-find with path halving: O(m) in practice.
std::vector<Person> weak_components(const Rows& rows);

// The circle of people who all reach one another along the ties; numbered from 0 in the order of
// the first person of each. Tarjan (1972), without recursion: O(n + m).
std::vector<Person> strong_components(const Rows& rows);

}  // namespace weft
