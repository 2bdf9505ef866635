// Who stands on the shortest ways between others: from a sample, with a proven bound.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "rows.hpp"
#include "way_sampler.hpp"
#include "work.hpp"

namespace weft {

// What a sample of pairs of people showed, a shortest way drawn for each.
struct SampledBetweenness {
    // Who stands in between on each way, one way after another: those of way `i` are
    // through[start[i]] .. through[start[i + 1] - 1].
    std::vector<Person> through;
    std::vector<Offset> start{0};
    std::vector<std::int32_t> counts;   // on how many ways each person stands
    std::int64_t pilot = 0;             // pairs drawn before, which do not count
    std::int64_t looks = 0;             // how often it was to be looked whether it is enough
    std::int64_t busy = 0;              // people with a larger share of the chance of error
    std::int64_t vertex_diameter = -1;  // the bound; -1 where it was not worth its cost
    std::int64_t scanned = 0;           // ties looked at

    std::int64_t drawn() const { return std::int64_t(start.size()) - 1; }
};

// What a sample must know of the network that its ways are drawn in, wherever that lies.
struct Drawable {
    Person n;
    std::int64_t between;  // how many people have a tie to come in by and another to go on by
    std::int64_t arcs;     // how many ties; without direction each counts twice
    std::function<std::int64_t()> vertex_diameter;  // the bound on it, which costs a few passes
};

// Gives the ways between the pairs first .. first + many - 1.
using DrawWays = std::function<DrawnWays(std::int64_t first, std::int64_t many)>;

// Draw ordered pairs of two people, and of each one of the shortest ways, until the share of the
// pairs whose way leads through a person is within epsilon of what it is on average over all pairs
// and all their shortest ways: for everyone at once, with a chance of at least 1 - delta.
SampledBetweenness drawn_until_enough(const Drawable& network, double epsilon, double delta,
                                      const DrawWays& draw, Work& work);

// The same of a network at hand.
SampledBetweenness sampled_betweenness(const Rows& rows, bool either, double epsilon, double delta,
                                       std::uint64_t seed, int threads, Work& work);

}  // namespace weft
