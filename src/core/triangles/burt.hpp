// Structural holes around each person (Burt 1992): what a pass over triangles needs, and gives.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "oriented.hpp"
#include "rows.hpp"
#include "work.hpp"

namespace weft {

// How strongly two people are tied: 1 one way, 2 both ways.
inline int strength(std::uint8_t dyad) { return dyad == BOTH ? 2 : 1; }

// What people have given away in all, by rank. Sums of parts of it are kept in whole numbers, so
// that they come out the same in whatever order threads add them up.
struct Invested {
    explicit Invested(const Oriented& pairs);

    std::vector<std::int64_t> contacts;
    std::vector<std::int64_t> whole;  // the strength of everyone's ties, added up
    std::vector<std::int64_t> part;   // 1 / whole, in units of 2^-bits
    std::vector<std::uint8_t> rest;   // 2 / the strength of one's strongest tie: 1 or 2
    int bits;
};

// Constraint by rank. `via` holds for each pair the sum over common contacts q of
// s(i,q) · s(q,j) / whole(q), in units of 2^-bits: the same from either end.
std::vector<double> constraint_from(const Oriented& pairs, const Invested& invested,
                                    const std::vector<std::int64_t>& via);

// Effective size of a person i. `lost` is the sum over triangles i, j, k of
// s(j,k) · (s(i,k) · rest(j) + s(i,j) · rest(k)).
double effective_size(std::int64_t contacts, std::int64_t lost, std::int64_t whole);

// Constraint by person over everyone reached in one or two steps. Everyone's row of p + p·p is
// worked out by itself: the sum of squared numbers of contacts.
std::vector<double> constraint_over_two_steps(const Rows& rows, int threads, Work& work);

}  // namespace weft
