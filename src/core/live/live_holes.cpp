#include "live_holes.hpp"

#include <limits>

namespace weft {

void LiveHoles::add_people(Person many) {
    if (!begun_) return;
    const std::size_t had = marked_.size(), n = had + std::size_t(many);
    constraint_.resize(n);
    size_.resize(n);
    marked_.resize(n, 0);
    for (std::size_t v = had; v < n; ++v) mark(Person(v));
}

void LiveHoles::bring_up_to_date(const LiveTies& ties, Work& work) {
    if (!begun_) {
        begun_ = true;
        add_people(ties.n());
    }
    work.expect(std::int64_t(waiting_.size()));
    while (!waiting_.empty()) {  // interrupted, the rest goes on waiting
        work_out(ties, waiting_.back());
        marked_[waiting_.back()] = 0;
        waiting_.pop_back();
        work.did(1);
        if ((waiting_.size() & 63) == 0) work.look();
    }
}

// Shares p: of a person's strength, what goes to each contact. Over every q tied to i and j leads
// p_iq p_qj from i to j; the contact j is doubled by q as far as p_iq m_jq, m being j's strength to q
// in parts of j's greatest.
void LiveHoles::work_out(const LiveTies& ties, Person i) {
    const auto strength = [&](Person v) {
        const Circle& circle = ties.of(v);
        return double(circle.many[0] + circle.many[1] + 2 * std::int64_t(circle.many[2]));
    };
    const Circle& mine = ties.of(i);
    const std::int32_t count = mine.count();
    const double whole = strength(i);
    through_.assign(std::size_t(count), 0.0);
    double doubled = 0.0, summed = 0.0;
    for (std::int32_t to_q = 0; to_q < count; ++to_q) {
        const Person q = mine.who[to_q];
        const Circle& theirs = ties.of(q);
        const double p = ties_in(mine.at(to_q)) / whole, over_q = p / strength(q);
        for_shared(mine, theirs, [&](std::int32_t to_j, std::int32_t from_q) {
            const int between = ties_in(theirs.at(from_q));
            through_[to_j] += over_q * between;
            doubled += p * between / (ties.of(mine.who[to_j]).many[2] ? 2.0 : 1.0);
        });
    }
    for (std::int32_t to_j = 0; to_j < count; ++to_j) {
        const double all = ties_in(mine.at(to_j)) / whole + through_[to_j];
        summed += all * all;
    }
    const double nan = std::numeric_limits<double>::quiet_NaN();
    constraint_[i] = count ? summed : nan;
    size_[i] = count ? count - doubled : nan;
}

}  // namespace weft
