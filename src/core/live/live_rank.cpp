#include "live_rank.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace weft {

namespace {

constexpr double FINEST = 1e-12;  // closer than this, rounding keeps ranks moving for ever

}  // namespace

void LiveRank::bring_up_to_date(const LiveTies& ties, double damping, double tolerance, Work& work) {
    if (!(damping >= 0.0 && damping < 1.0))
        throw std::invalid_argument("damping is " + std::to_string(damping) +
                                    "; expected at least 0 and below 1.");
    if (!(tolerance > 0.0))
        throw std::invalid_argument("tolerance is " + std::to_string(tolerance) + "; expected above 0.");
    tolerance = std::max(tolerance, FINEST);
    if (damping != damping_) y_.clear();
    damping_ = damping;
    const Person n = ties.n();
    y_.resize(std::size_t(n), y_.empty() ? 1.0 / (1.0 - damping) : 1.0);
    passed_.resize(std::size_t(n));  // what everyone gives to each of those they name
    const auto passes = [&](Person v) {
        const std::int32_t named = ties.of(v).named();
        passed_[v] = named ? damping * y_[v] / named : 0.0;
    };
    for (sweeps_ = 0; n > 0;) {
        // Everybody's 1 is kept, or passed on as far as `damping`: the sum has to balance. Without
        // this step it would creep to where it belongs, more slowly than all the rest.
        double kept = 0.0;
        for (Person v = 0; v < n; ++v) kept += ties.of(v).named() ? (1.0 - damping) * y_[v] : y_[v];
        for (Person v = 0; v < n; ++v) {
            y_[v] *= n / kept;
            passes(v);
        }
        double moved = 0.0, whole = 0.0;
        for (Person v = 0; v < n; ++v) {
            const double now = 1.0 + received(ties.of(v));
            moved += std::abs(now - y_[v]);
            whole += now;
            y_[v] = now;
            passes(v);
            if ((v & 1023) == 0) work.look();
        }
        ++sweeps_;
        // A sweep leaves at most d * moved to be passed on, and that gives rise to 1 / (1 - d) of
        // itself; divided by the sum, which is as wrong as they are, the ranks are twice as far off.
        if (2.0 * damping * moved <= tolerance * (1.0 - damping) * whole) break;
    }
}

// What one person gets from those who name them.
double LiveRank::received(const Circle& circle) const {
    constexpr double GIVES[4] = {0.0, 0.0, 1.0, 1.0};  // by dyad
    double all = 0.0;
    const std::int32_t count = circle.count();
    if (circle.dyad)
        for (std::int32_t at = 0; at < count; ++at) all += GIVES[circle.dyad[at]] * passed_[circle.who[at]];
    else
        for (std::int32_t at = 0; at < count; ++at) all += passed_[circle.who[at]];
    return all;
}

std::vector<double> LiveRank::ranks() const {
    double whole = 0.0;
    for (const double each : y_) whole += each;
    std::vector<double> ranks(y_);
    for (double& each : ranks) each /= whole;
    return ranks;
}

}  // namespace weft
