// A network with each circle of people who all reach one another drawn together to one.
#pragma once

#include <cstdint>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

// Circles stand in an order in which ties only run forward. Those with a tie to circle c are
// above[first_above[c]] .. above[first_above[c + 1] - 1], in rising order.
struct Condensed {
    std::vector<std::int64_t> sizes;        // how many people each has
    std::vector<std::int64_t> part;         // the part, direction aside, that each belongs to
    std::vector<std::int64_t> first_above;
    std::vector<std::int64_t> above;
};

// With every tie turned round first where `turned`. O(n + m), and sorting.
Condensed condensed(const Rows& rows, bool turned);

// Columns of a Condensed, as Python keeps them.
struct Above {
    std::span<const std::int64_t> sizes, first_above, above;

    std::size_t many() const { return sizes.size(); }
    std::span<const std::int64_t> of(std::size_t c) const {
        return above.subspan(first_above[c], first_above[c + 1] - first_above[c]);
    }
};

// How many ordered pairs of people there are of whom the first reaches the second, each person
// reaching themselves. 512 circles at a time, a bit for each: O(k m / 64) for k circles.
std::int64_t reaching_pairs(const Above& circles, int threads, Work& work);

// How many pairs, of one part, have no one above both whom all others above both reach. Among those
// above both only the last in the order can be that one, and it is if and only if it has as many
// above it (itself counted) as the pair has in common. O(k^3 / 64), and k^2 bits.
std::int64_t pairs_without_least_upper_bound(const Above& circles,
                                             std::span<const std::int64_t> part, Work& work);

}  // namespace weft
