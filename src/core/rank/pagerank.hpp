// How much of a walk along the ties each person sees.
#pragma once

#include <span>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

struct PageRank {
    std::vector<double> score;  // sums to 1
    int sweeps = 0;             // how often everyone was looked at
};

// The walk goes on along a tie with chance `damping`, by its weight, and starts anew anywhere else;
// from those who name nobody it always starts anew. `weight` is empty or stands beside rows.out.to;
// `start` is empty or holds a guess. The scores together are within `tolerance` of the true ones,
// as far as rounding allows.
PageRank pagerank(const Rows& rows, std::span<const double> weight, std::span<const double> start,
                  double damping, double tolerance, Work& work);

}  // namespace weft
