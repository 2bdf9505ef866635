// What is left of a network as people leave one after another.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

// The size of the largest part after each person in `order` has left. People are put back in
// reverse order, and parts that meet are joined (Newman and Ziff 2001): O(m) in practice.
// Throws std::invalid_argument where `order` does not name everyone once.
std::vector<std::int64_t> largest_left(const Rows& rows, std::span<const std::int64_t> order);

// Everyone in the order: most ties first, counted anew after each one who leaves. Of those who tie
// the one of the least colour leaves; up to 200 people, those who still tie are coloured anew among
// those left; then the first. Once nobody has two ties, one of each pair leaves, then all others.
std::vector<std::int64_t> by_degree(const Rows& rows, Work& work);

}  // namespace weft
