// Whom each person could get to know through those they are tied to.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

// For each person asked about, the best `most` of those two ties away and not tied to them.
struct TwoHops {
    std::vector<Person> people;       // most for each, the best first; -1 where there are no more
    std::vector<std::int64_t> score;  // the worth of all whom both are tied to, added up
};

// Ties in either direction. `worth` is 0 or more for everyone, in whole numbers, so that the order
// in which they are added up decides nothing; the one who comes first is better among those who
// tie. Cost: for each asked about, the ties of those they are tied to.
// Throws std::invalid_argument where somebody asked about is not there, or a sum could overflow.
TwoHops two_hops(const Rows& rows, std::span<const Person> asked,
                 std::span<const std::int64_t> worth, std::int64_t most, int threads, Work& work);

}  // namespace weft
