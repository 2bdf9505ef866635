// How many people the longest of all shortest ways can have.
#pragma once

#include "walks.hpp"

namespace weft {

// A bound from above on the number of people on any shortest way, both ends included; 0 without
// people. Exact it would cost a search from everyone; the bound costs two. O(n + m).
std::int64_t vertex_diameter_bound(const Rows& rows, bool either);

}  // namespace weft
