// Every pair of tied people, turned from the one with fewer contacts to the one with more.
#pragma once

#include <vector>

#include "rows.hpp"

namespace weft {

// People stand here by rank: by how many contacts they have, few first. A row holds the contacts of
// a higher rank only, so that each pair stands once and even the greatest hub has a short row: at
// most about √(2 · pairs). People of high rank are met most often and stand next to each other.
struct Oriented {
    explicit Oriented(const Rows& rows);

    Person n;
    std::vector<Person> person;  // who has each rank
    std::vector<Person> rank;    // which rank each person has
    std::vector<Offset> start;
    std::vector<Person> to;           // ranks, of everyone's contacts of a higher rank
    std::vector<std::uint8_t> dyads;  // what is between them, seen from the lower rank
    Offset longest = 0;               // how long the longest row is
    // No tied pair has more common contacts than this.
    Offset most_in_common = 0;
};

}  // namespace weft
