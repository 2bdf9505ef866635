#include "enough.hpp"

#include <algorithm>
#include <cmath>

namespace weft {

namespace {

constexpr double GROWTH = 1.2;               // from one checkpoint to the next
constexpr std::int64_t LOOKS_EXPECTED = 10;  // for choosing the busy, before it is known
constexpr std::size_t MOST_BUSY = 4096;

}  // namespace

double divergence(double q, double p) {
    double all = 0;
    if (q > 0) all += q * std::log(q / p);
    if (q < 1) all += (1 - q) * std::log((1 - q) / (1 - p));
    return all;
}

Enough::Enough(const std::vector<std::int32_t>& counts, std::int64_t pilot, std::int64_t between,
               std::int64_t most_above, double epsilon, double delta)
    : epsilon_(epsilon), delta_(delta), between_(between), most_above_(most_above) {
    std::vector<Person> by_count;
    for (std::size_t v = 0; v < counts.size(); ++v)
        if (counts[v] > 0) by_count.push_back(Person(v));
    std::stable_sort(by_count.begin(), by_count.end(),
                     [&](Person a, Person b) { return counts[a] > counts[b]; });
    const auto share = [&](std::size_t rank) {
        return rank < by_count.size() ? double(counts[by_count[rank]]) / double(pilot) : 0.0;
    };
    // As many busy ones as make the sample that the pilot lets expect the smallest.
    const auto expected = [&](std::size_t busy) {
        const double rest = needed(share(busy), demand(std::int64_t(busy), LOOKS_EXPECTED, false));
        if (busy == 0) return rest;
        return std::max(rest, needed(share(0), demand(std::int64_t(busy), LOOKS_EXPECTED, true)));
    };
    std::size_t best = 0;
    for (std::size_t busy = 1; busy <= std::min(by_count.size(), MOST_BUSY); busy *= 2)
        if (expected(busy) < expected(best)) best = busy;
    busy_.assign(by_count.begin(), by_count.begin() + std::ptrdiff_t(best));
    std::sort(busy_.begin(), busy_.end());

    // The pilot's largest counts are large by chance too: the first look comes earlier than they say.
    const double hits = share(0) * double(pilot);
    const double lowest = std::max(0.0, hits - 2 * std::sqrt(hits)) / double(pilot);
    const Demand first_demand = demand(busy(), LOOKS_EXPECTED, best > 0);
    const double first = std::max(needed(0, first_demand), 0.8 * needed(lowest, first_demand));
    // More looks ask for more at each, and so for a larger last one, which may ask for one more look.
    for (std::int64_t looks = 1;; ++looks) {
        const double most = std::max(demand(busy(), looks, true).most(),
                                     demand(busy(), looks, false).most());
        const double last = std::ceil(most / (2 * epsilon_ * epsilon_));
        if (first * std::pow(GROWTH, double(looks - 1)) < last) continue;
        for (std::int64_t look = 0; look < looks - 1; ++look)
            checkpoints_.push_back(
                std::int64_t(std::ceil(first * std::pow(GROWTH, double(look)))));
        checkpoints_.push_back(std::int64_t(last));
        return;
    }
}

std::int64_t Enough::least(std::int64_t between, double epsilon, double delta) {
    return std::int64_t(std::ceil(std::log(2 * double(between) / delta) / -std::log1p(-epsilon)));
}

// The chance of error `delta` is halved between the busy and the others (all of it is the others'
// where nobody is busy), shared evenly among the looks, halved between the two sides, and shared
// evenly among the people of whom it counts: of the others, a share can only be too far above the
// interval if it is above epsilon.
Enough::Demand Enough::demand(std::int64_t busy, std::int64_t looks, bool of_busy) const {
    const double part = delta_ / double(looks) / 2 / (busy > 0 ? 2 : 1);
    const auto among = [&](std::int64_t people) {
        return std::log(double(std::max<std::int64_t>(people, 1)) / part);
    };
    if (of_busy) return {among(busy), among(busy)};
    return {among(std::min(most_above_, between_ - busy)), among(between_ - busy)};
}

// How large a sample a person with this share needs.
double Enough::needed(double share, Demand demand) const {
    const double p = std::min(share, 0.5);
    double most = 0;
    if (p + epsilon_ < 1) most = demand.above / divergence(p, p + epsilon_);
    if (p - epsilon_ > 0) most = std::max(most, demand.below / divergence(p, p - epsilon_));
    return most;
}

bool Enough::passes(std::int64_t count, std::int64_t drawn, Demand demand) const {
    const double many = double(drawn), p = double(count) / many;
    return (p + epsilon_ >= 1 || many * divergence(p, p + epsilon_) >= demand.above) &&
           (p - epsilon_ <= 0 || many * divergence(p, p - epsilon_) >= demand.below);
}

bool Enough::enough(const std::vector<std::int32_t>& counts, std::int64_t drawn) const {
    if (drawn >= checkpoints_.back()) return true;
    const auto looks = std::int64_t(checkpoints_.size());
    const Demand of_busy = demand(busy(), looks, true), of_others = demand(busy(), looks, false);
    if (!passes(0, drawn, of_others)) return false;
    std::size_t at = 0;
    for (std::size_t v = 0; v < counts.size(); ++v) {
        const bool is_busy = at < busy_.size() && busy_[at] == Person(v);
        at += is_busy;
        if (is_busy ? !passes(counts[v], drawn, of_busy)
                    : counts[v] > 0 && !passes(counts[v], drawn, of_others))
            return false;
    }
    return true;
}

}  // namespace weft
