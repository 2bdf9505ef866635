// Circles of people with more ties inside than chance would give.
#pragma once

#include <cstdint>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

struct Division {
    std::vector<Person> circle;  // of each person, numbered from 0 in the order of their first
    double modularity = 0.0;
};

// The division that Leiden's method finds (Traag, Waltman and van Eck 2019), for modularity, of the
// pairs tied in either direction. `rounds` times over, or fewer where another would hardly help. The
// seed settles in which order people are looked at. All sums are whole numbers, so that no rounding
// decides a move.
Division leiden(const Rows& rows, std::uint64_t seed, int rounds, Work& work);

}  // namespace weft
