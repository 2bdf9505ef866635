#include "enough.hpp"

#include <algorithm>
#include <cmath>

namespace weft {

namespace {

constexpr double GROWTH = 1.1;      // from one checkpoint to the next
constexpr double LEFT = 0.8;        // of the chance of error, what each look leaves to the later ones
constexpr int LOOKS_EXPECTED = 3;   // for choosing the busy, before it is known
constexpr double SOONER = 1.5;      // than the pilot says, in standard errors of its largest count
constexpr std::size_t MOST_BUSY = 4096;

// The logarithm of a bound on the chance that of `many` coins, which show heads with chance `p`, at
// most `count` do; of use where that is fewer than there should be. The chances of count, count - 1,
// .. heads shrink from each to the next by `shrinks` at least: a geometric series.
double at_most(double count, double many, double p) {
    const double shrinks = count * (1 - p) / ((many - count + 1) * p);
    if (shrinks >= 1) return 0;
    return std::lgamma(many + 1) - std::lgamma(count + 1) - std::lgamma(many - count + 1) +
           count * std::log(p) + (many - count) * std::log1p(-p) - std::log1p(-shrinks);
}

double at_least(double count, double many, double p) { return at_most(many - count, many, 1 - p); }

}  // namespace

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
    const auto size = [&](std::size_t busy) {
        const double rest = needed(share(busy), demand(std::int64_t(busy), LOOKS_EXPECTED, false));
        if (busy == 0) return rest;
        return std::max(rest, needed(share(0), demand(std::int64_t(busy), LOOKS_EXPECTED, true)));
    };
    std::size_t best = 0;
    expected_ = size(0);
    for (std::size_t busy = 1; busy <= std::min(by_count.size(), MOST_BUSY); busy *= 2)
        if (const double now = size(busy); now < expected_) expected_ = now, best = busy;
    busy_.assign(by_count.begin(), by_count.begin() + std::ptrdiff_t(best));
    std::sort(busy_.begin(), busy_.end());

    // The pilot's largest counts are large by chance too: the first look comes earlier than they say.
    const double hits = share(0) * double(pilot);
    const double lowest = std::max(0.0, hits - SOONER * std::sqrt(hits)) / double(pilot);
    const double first = std::max(needed(0, demand(busy(), 0, false)),
                                  needed(lowest, demand(busy(), 0, best > 0)));
    // A later look has a smaller share of the chance of error, and asks for more.
    for (std::int64_t look = 0;; ++look) {
        const double most =
            std::max(demand(busy(), look, true).most(), demand(busy(), look, false).most()) +
            std::log(1 - LEFT);  // the last one gets all that is left
        const double last = std::ceil(most / (2 * epsilon_ * epsilon_));
        const double at = std::ceil(first * std::pow(GROWTH, double(look)));
        checkpoints_.push_back(std::int64_t(std::min(at, last)));
        if (at >= last) return;
    }
}

std::int64_t Enough::least(std::int64_t between, double epsilon, double delta) {
    return std::int64_t(std::ceil(std::log(2 * double(between) / delta) / -std::log1p(-epsilon)));
}

// The chance of error `delta` is halved between the busy and the others (all of it is the others'
// where nobody is busy). Of each half the first look gets a fifth, the next one a fifth of what is
// left, and so on, and the last one all that is left. It is halved between the two sides, and shared
// evenly among the people of whom it counts: of the others, a share can only be too far above the
// interval if it is above epsilon.
Enough::Demand Enough::demand(std::int64_t busy, std::int64_t look, bool of_busy) const {
    const double of_look = std::pow(LEFT, double(look)) * (1 - LEFT);
    const double part = delta_ * of_look / 2 / (busy > 0 ? 2 : 1);
    const auto among = [&](std::int64_t people) {
        return std::log(double(std::max<std::int64_t>(people, 1)) / part);
    };
    if (of_busy) return {among(busy), among(busy)};
    return {among(std::min(most_above_, between_ - busy)), among(between_ - busy)};
}

// How large a sample a person with this share needs.
double Enough::needed(double share, Demand demand) const {
    const double p = std::min(share, 0.5);
    double few = 1, many = 2;
    while (!passes(p * many, many, demand)) few = many, many *= 2;
    while (many - few > 1) {
        const double half = std::floor((few + many) / 2);
        (passes(p * half, half, demand) ? many : few) = half;
    }
    return many;
}

bool Enough::passes(double count, double drawn, Demand demand) const {
    const double p = count / drawn;
    return (p + epsilon_ >= 1 || at_most(count, drawn, p + epsilon_) <= -demand.above) &&
           (p - epsilon_ <= 0 || at_least(count, drawn, p - epsilon_) <= -demand.below);
}

bool Enough::enough(const std::vector<std::int32_t>& counts, std::int64_t drawn) const {
    if (drawn >= checkpoints_.back()) return true;
    const auto look = std::lower_bound(checkpoints_.begin(), checkpoints_.end(), drawn) -
                      checkpoints_.begin();
    const Demand of_busy = demand(busy(), look, true), of_others = demand(busy(), look, false);
    for (const Person v : busy_)
        if (!passes(counts[v], double(drawn), of_busy)) return false;
    std::vector<bool> among_others;  // by count: many people have the same
    std::size_t at = 0;
    for (std::size_t v = 0; v < counts.size(); ++v) {
        if (at < busy_.size() && busy_[at] == Person(v)) {
            ++at;
            continue;
        }
        if (std::size_t(counts[v]) >= among_others.size()) among_others.resize(counts[v] + 1, false);
        among_others[counts[v]] = true;
    }
    for (std::size_t count = among_others.size(); count-- > 0;)
        if (among_others[count] && !passes(double(count), double(drawn), of_others)) return false;
    return true;
}

}  // namespace weft
