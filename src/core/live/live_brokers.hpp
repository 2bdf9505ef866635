// Who stands between whom, by role, in a network that changes.
#pragma once

#include <array>
#include <vector>

#include "live_ties.hpp"
#include "work.hpp"

namespace weft {

enum Role : std::uint8_t { COORDINATOR, CONSULTANT, GATEKEEPER, REPRESENTATIVE, LIAISON };

class LiveBrokers {
public:
    // Whether these are the groups by which ways are counted, and counted they are.
    bool known_by(const std::vector<Person>& group) const { return known_ && group == group_; }
    // Groups are numbers from 0 on, one a person.
    void count(const LiveTies& ties, std::vector<Person> group, Work& work);
    void forget() { known_ = false; }

    // The dyad of u and v is about to change, seen from u.
    void change(const LiveTies& ties, Person u, Person v, std::uint8_t before, std::uint8_t after);

    // Of each person, the ways a to v to b without a tie a to b that they stand on, by role.
    const std::vector<std::array<std::int64_t, 5>>& ways() const { return ways_; }

private:
    Role role(Person a, Person v, Person b) const;
    void turn_tie(const LiveTies& ties, Person u, Person v, int more);
    void all_ways(const LiveTies& ties, Person v, std::vector<std::int64_t>& came);

    bool known_ = false;
    std::vector<Person> group_;
    std::vector<std::array<std::int64_t, 5>> ways_;
};

}  // namespace weft
