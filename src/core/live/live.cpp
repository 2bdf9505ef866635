#include "live.hpp"

#include <limits>
#include <stdexcept>
#include <string>

namespace weft {

namespace {

constexpr std::size_t AHEAD = 16;

std::string named(std::size_t at, Person source, Person target, bool add) {
    return "Tie " + std::to_string(at) + " to be " + (add ? "added" : "withdrawn") + " (from " +
           std::to_string(source) + " to " + std::to_string(target) + ") ";
}

}  // namespace

// Every tie by itself, against the network as it is before the changes.
void LiveRows::check(Ends source, Ends target, bool add) const {
    if (source.size() != target.size())
        throw std::invalid_argument("Of the ties to be " + std::string(add ? "added" : "withdrawn") +
                                    ", source has " + std::to_string(source.size()) +
                                    " entries and target " + std::to_string(target.size()) +
                                    "; expected as many.");
    const Person n = ties_.n();
    for (std::size_t at = 0; at < source.size(); ++at) {
        const Person s = source[at], t = target[at];
        if (s < 0 || s >= n || t < 0 || t >= n || s == t)
            throw std::invalid_argument(named(at, s, t, add) + "is none; expected two different people below " +
                                        std::to_string(n) + ".");
    }
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (at + 2 * AHEAD < source.size())
            for (const Person each : {source[at + 2 * AHEAD], target[at + 2 * AHEAD]}) {
                ties_.fetch_circle(each);
                counts_.fetch_around(each);
                parts_.fetch_label(each);
            }
        if (at + AHEAD < source.size())
            for (const Person each : {source[at + AHEAD], target[at + AHEAD]}) ties_.fetch_contacts(each);
        const bool there = ties_.dyad(source[at], target[at]) & THERE;
        if (there == add)
            throw std::invalid_argument(named(at, source[at], target[at], add) +
                                        (add ? "is there already; expected one that is not."
                                             : "is not there; expected one that is."));
    }
}

// Add or withdraw one tie and let every count follow; false where it is as it should be already.
bool LiveRows::turn(Person u, Person v, bool add) {
    const std::uint8_t before = ties_.dyad(u, v), tie = ties_.directed() ? THERE : BOTH;
    if (bool(before & THERE) == add) return false;
    const std::uint8_t after = std::uint8_t(before ^ tie);
    const Circle &one = ties_.of(u), &other = ties_.of(v);
    shared_.clear();
    for_shared(one, other, [&](std::int32_t x, std::int32_t y) {
        shared_.push_back({one.who[x], one.at(x), other.at(y)});
    });
    counts_.change(ties_, u, v, before, after, shared_);
    brokers_.change(ties_, u, v, before, after);
    ties_.put(u, v, before, after);
    if (before == 0) parts_.join(ties_, u, v);
    if (after == 0) parts_.part(ties_, u, v, !shared_.empty());
    const bool known = counts_.known();
    holes_.change(ties_, u, v, shared_, [&](Person each) {
        return !known || counts_.around()[each].triangles > 0;
    });
    return true;
}

void LiveRows::change(Ends add_source, Ends add_target, Ends drop_source, Ends drop_target) {
    check(add_source, add_target, true);
    check(drop_source, drop_target, false);
    parts_.begin(ties_);
    const std::size_t added = add_source.size(), all = added + drop_source.size();
    const auto do_one = [&](std::size_t at, bool forwards) {
        const bool adds = at < added;
        const Person u = adds ? add_source[at] : drop_source[at - added];
        const Person v = adds ? add_target[at] : drop_target[at - added];
        return turn(u, v, adds == forwards);
    };
    for (std::size_t at = 0; at < all; ++at) {
        if (do_one(at, true)) continue;
        // Each was right by itself, so this one came before: take back what was done.
        for (std::size_t back = at; back-- > 0;) do_one(back, false);
        const bool adds = at < added;
        const std::size_t place = adds ? at : at - added;
        const Person u = adds ? add_source[place] : drop_source[place];
        const Person v = adds ? add_target[place] : drop_target[place];
        throw std::invalid_argument(named(place, u, v, adds) + "stands twice; expected once.");
    }
}

void LiveRows::add_people(std::int64_t many) {
    if (many < 0 || many > std::numeric_limits<Person>::max() - std::int64_t(ties_.n()))
        throw std::invalid_argument("Cannot add " + std::to_string(many) + " people to " +
                                    std::to_string(ties_.n()) + ".");
    const Person more = Person(many);
    counts_.add_people(ties_, more);
    parts_.add_people(more);
    holes_.add_people(more);
    brokers_.forget();
    ties_.add_people(more);
}

const LiveCounts& LiveRows::counts(Work& work) {
    if (!counts_.known()) counts_.count(ties_, work);
    return counts_;
}

const LiveParts& LiveRows::parts() {
    if (!parts_.known()) parts_.label(ties_);
    return parts_;
}

const LiveBrokers& LiveRows::brokers(std::vector<Person> group, Work& work) {
    if (group.size() != std::size_t(ties_.n()))
        throw std::invalid_argument("group has " + std::to_string(group.size()) +
                                    " entries; expected " + std::to_string(ties_.n()) + ".");
    if (!brokers_.known_by(group)) brokers_.count(ties_, std::move(group), work);
    return brokers_;
}

const LiveHoles& LiveRows::holes(Work& work) {
    holes_.bring_up_to_date(ties_, work);
    return holes_;
}

const LiveRank& LiveRows::rank(double damping, double tolerance, Work& work) {
    rank_.bring_up_to_date(ties_, damping, tolerance, work);
    return rank_;
}

}  // namespace weft
