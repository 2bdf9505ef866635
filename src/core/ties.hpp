// From reports to ties: rows in any order, put in order by counting.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rows.hpp"

namespace weft {

struct Ties {
    std::vector<Person> source, target;
    std::vector<double> weight;
};

// The ties sorted by source and target; of rows with the same ends one, with the mean of their
// values, added up in the order of the rows. O(n + m).
// Throws std::invalid_argument where an end is not below n.
Ties merged_ties(Person n, std::span<const Person> source, std::span<const Person> target,
                 std::span<const double> value);

// The rows, in their order, whose two ends another row has too. O(n + m).
std::vector<std::int64_t> rows_alike(Person n, std::span<const Person> source,
                                     std::span<const Person> target);

// Whether each person stands in a column.
std::vector<std::uint8_t> standing_in(Person n, std::span<const Person> column);

}  // namespace weft
