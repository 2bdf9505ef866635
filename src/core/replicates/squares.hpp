// Tables of all pairs of people that Python lends: numbers and yes or no, a row for each person.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "arrays.hpp"

namespace weft {

using Matrix = nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Table = nb::ndarray<const bool, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

template <typename Square>
void expect_square(const Square& square, std::size_t n, const char* name) {
    if (square.shape(0) != n || square.shape(1) != n)
        throw std::invalid_argument(std::string(name) + " is not a square of " + std::to_string(n) +
                                    " rows.");
}

inline void expect_below(const Column<std::int64_t>& who, std::size_t n) {
    for (std::size_t at = 0; at < who.shape(0); ++at)
        if (who(at) < 0 || std::size_t(who(at)) >= n)
            throw std::invalid_argument("Person " + std::to_string(who(at)) +
                                        " is not there; expected one below " + std::to_string(n) +
                                        ".");
}

}  // namespace weft
