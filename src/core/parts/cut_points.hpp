// Who holds whom in: people whose leaving splits a part, and the groups that nobody's leaving splits.
#pragma once

#include <cstdint>
#include <vector>

#include "rows.hpp"

namespace weft {

struct CutPoints {
    std::vector<std::uint8_t> cut;  // 1 for each person without whom a part falls apart
    std::vector<Person> sizes;      // of each group that stays in one piece whoever of it leaves
};

// On the pairs tied in either direction. Two people joined by a tie that is the only way between
// them are a group of two. Hopcroft and Tarjan (1973), without recursion: O(n + m).
CutPoints cut_points(const Rows& rows);

}  // namespace weft
