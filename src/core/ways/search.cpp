#include "search.hpp"

#include <algorithm>

namespace weft {

namespace {

// Pulling looks at all ties, pushing at those of the front, but writes where it pushes: it is
// worth it while the front holds less than this part of all ties.
constexpr Offset PUSH_BELOW = 8;

}  // namespace

void Search::begin(std::span<const Person> starts) {
    std::fill(seen_.begin(), seen_.end(), Bits{});
    front_.clear();
    all_ = Bits{};
    for (std::size_t at = 0; at < starts.size(); ++at) {
        const Person v = starts[at];
        if (!seen_[v].any()) front_.push_back(v);
        seen_[v].set(int(at));
        all_.set(int(at));
    }
    for (const Person v : front_) last_[v] = seen_[v];
}

void Search::move() {
    Offset ties = 0;
    for (const Person v : front_) ties += walks_.on.count(v);
    after_.clear();
    if (ties * PUSH_BELOW < Offset(walks_.on.to.size()))
        push();
    else
        pull();
    for (const Person v : front_) last_[v] = Bits{};
    std::swap(last_, next_);
    std::swap(front_, after_);
}

void Search::push() {
    std::vector<Person>& touched = after_;
    for (const Person v : front_)
        for (const Person u : walks_.on.of(v)) {
            if (!next_[u].any()) touched.push_back(u);
            next_[u] |= last_[v];
        }
    std::size_t kept = 0;
    for (const Person u : touched) {
        next_[u] = next_[u].without(seen_[u]);
        if (!next_[u].any()) continue;
        seen_[u] |= next_[u];
        touched[kept++] = u;
    }
    touched.resize(kept);
}

void Search::pull() {
    for (Person v = 0; v < walks_.n; ++v) {
        if (seen_[v] == all_) continue;
        Bits reached;
        for (const Person u : walks_.round.of(v)) reached |= last_[u];
        reached = reached.without(seen_[v]);
        if (!reached.any()) continue;
        next_[v] = reached;
        seen_[v] |= reached;
        after_.push_back(v);
    }
}

}  // namespace weft
