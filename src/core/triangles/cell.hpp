// The triangles of one cell of a network that is cut into blocks of people: what many tasks, each of
// which holds a part of the ties, add up to the figures of all.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

// A part of the pairs of a network, by the rank of their people in this part, and what is known of
// the people from the whole network. See Oriented and Invested, of which this is a piece.
struct CellOfPairs {
    std::span<const Offset> start;
    std::span<const Person> to;
    std::span<const std::uint8_t> dyads;
    std::span<const std::int32_t> block;  // which block each person is in
    std::span<const std::int64_t> part;
    std::span<const std::uint8_t> rest;

    Person n() const { return Person(block.size()); }
};

// Whole numbers, so that those of all cells come out the same in whatever order they are added up.
struct CellSums {
    std::vector<std::int64_t> codes;  // as TriangleFigures has them
    std::vector<std::int64_t> via;    // of each pair, as constraint is made of them
    std::vector<std::int64_t> lost;   // of each person, as effective size is made of them
};

// The triangles u, v, w in rising rank of which u is in the first of three blocks, v in the second
// and w in the third: every triangle of the network is in one cell (Suri and Vassilvitskii 2011).
// Throws std::invalid_argument where the pairs are not in rising order.
CellSums triangles_of_cell(const CellOfPairs& pairs, const std::array<std::int32_t, 3>& cell,
                           Work& work);

}  // namespace weft
