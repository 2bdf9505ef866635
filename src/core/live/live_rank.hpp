// PageRank of a network that changes, continued from what it was before the changes.
#pragma once

#include <vector>

#include "live_ties.hpp"
#include "work.hpp"

namespace weft {

// Instead of ranks that sum to 1 it keeps y = 1 + d * (what everyone passes on to those they name).
// The ranks are y by its sum: somebody who names nobody gives to all alike, and so changes the sum
// alone. Newcomers then move no one's y, and a change of ties moves it near those ties above all.
class LiveRank {
public:
    // Work out y until the ranks are within `tolerance` (1e-12 at least) of the exact ones, all
    // differences summed.
    void bring_up_to_date(const LiveTies& ties, double damping, double tolerance, Work& work);
    void forget() { y_.clear(); }

    std::vector<double> ranks() const;
    // In how many runs through all ties the last time.
    int sweeps() const { return sweeps_; }

private:
    double received(const Circle& circle) const;

    double damping_ = 0.0;
    int sweeps_ = 0;
    std::vector<double> y_, passed_;
};

}  // namespace weft
