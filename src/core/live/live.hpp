// A network that people change tie by tie, and what is known of it after every change.
#pragma once

#include <mutex>
#include <span>

#include "live_brokers.hpp"
#include "live_counts.hpp"
#include "live_holes.hpp"
#include "live_parts.hpp"
#include "live_rank.hpp"
#include "live_ties.hpp"

namespace weft {

// Made from rows at the cost of one step a person. Each count is made in full when it is first asked
// for, and follows every change from then on.
class LiveRows {
public:
    using Ends = std::span<const Person>;

    explicit LiveRows(const Rows& rows) : ties_(rows) {}

    // Ties to add and ties to withdraw, each once. Where one cannot be, std::invalid_argument says
    // which, and nothing has changed.
    void change(Ends add_source, Ends add_target, Ends drop_source, Ends drop_target);
    void add_people(std::int64_t many);

    const LiveTies& ties() const { return ties_; }
    const LiveCounts& counts(Work& work);
    const LiveParts& parts();
    const LiveBrokers& brokers(std::vector<Person> group, Work& work);
    const LiveHoles& holes(Work& work);
    const LiveRank& rank(double damping, double tolerance, Work& work);

    std::mutex guard;  // held by whoever asks or changes

private:
    void check(Ends source, Ends target, bool add) const;
    bool turn(Person source, Person target, bool add);

    LiveTies ties_;
    LiveCounts counts_;
    LiveParts parts_;
    LiveBrokers brokers_;
    LiveHoles holes_;
    LiveRank rank_;
    std::vector<Third> shared_;
};

}  // namespace weft
