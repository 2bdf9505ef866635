// Who hangs together.
#pragma once

#include <vector>

#include "rows.hpp"

namespace weft {

// Number labels, each below how many there are, from 0 in the order in which they first come. Returns
// how many differ.
Person number_by_first(std::vector<Person>& label);

// The part that each person belongs to, without regard to direction; numbered from 0 in the order
// of the first person of each. Union-find with path halving: O(m) in practice.
std::vector<Person> weak_components(const Rows& rows);

// The same of lists in which each tie stands in one direction or in both.
std::vector<Person> weak_components(const Lists& lists);

// Throws std::invalid_argument where lists that come from outside name somebody who is not there,
// or do not start where the ones before them end.
void check_lists(const Lists& lists);

// The circle of people who all reach one another along the ties; numbered from 0 in the order of
// the first person of each. Tarjan (1972), without recursion: O(n + m).
std::vector<Person> strong_components(const Rows& rows);

// The same, numbered so that ties between two circles run from the higher number to the lower.
std::vector<Person> circles_from_the_end(const Rows& rows);

}  // namespace weft
