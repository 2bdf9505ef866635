// Who looks alike in a network, told without regard to the order of people.
#pragma once

#include <cstdint>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

// A number for each person that depends only on how the network looks from there: their ties, the
// size of their part, their triangles (up to 2,000 people), then the numbers of those they are tied
// to, over and over until nobody more is told apart (colour refinement). In whole numbers that wrap
// around, so that no rounding decides. `tied` holds each pair in both directions. Along a chain of
// people each round tells two more apart, so this may take as many rounds as there are people.
std::vector<std::uint64_t> colours(const Lists& tied, Work& work);

// Pairs without direction, in an order that depends on the ties alone.
struct Settled {
    Person tied = 0;                // how many people have ties; the others are left out
    std::vector<Person> low, high;  // each pair once, by low and then by high
};

// People sorted by their ties, their neighbours' ties and so on, six rounds far: O(n log n + m).
Settled settled(const Rows& rows);

}  // namespace weft
