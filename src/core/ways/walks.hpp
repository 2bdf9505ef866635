// Which lists a walk through the network follows.
#pragma once

#include <stdexcept>
#include <string>

#include "arrays.hpp"
#include "rows.hpp"

namespace weft {

// The lists that a walk follows step by step, and the same lists turned round.
struct Walks {
    const Lists& on;
    const Lists& round;
    Person n;
    bool directed;

    // Along the ties; with `either`, along ties in either direction; with `back`, against them.
    static Walks along(const Rows& rows, bool either, bool back = false) {
        if (either) return {rows.either(), rows.either(), rows.n, false};
        if (back) return {rows.incoming(), rows.out, rows.n, rows.directed};
        return {rows.out, rows.incoming(), rows.n, rows.directed};
    }
};

// Raise ValueError where one of these people is not in the network.
inline void expect_people(const Column<Person>& people, Person n, const char* name) {
    for (std::size_t at = 0; at < people.shape(0); ++at)
        if (people.data()[at] < 0 || people.data()[at] >= n)
            throw std::invalid_argument(std::string(name) + " has " +
                                        std::to_string(people.data()[at]) + " at " +
                                        std::to_string(at) + "; expected people below " +
                                        std::to_string(n) + ".");
}

}  // namespace weft
