// Every three people of a live network who are all tied, each found once: for the first count.
#pragma once

#include <vector>

#include "live_ties.hpp"
#include "work.hpp"

namespace weft {

// Each pair of tied people, turned from the one with fewer contacts to the one with more. Even a hub
// then starts few pairs, and looking at each two of them takes at most about m * sqrt(m) steps.
class Upwards {
public:
    explicit Upwards(const LiveTies& ties);

    // Call found(u, v, w, uv, uw, vw) for each triangle, with the dyads seen from the first named.
    template <typename Found>
    void each(Work& work, Found&& found) const {
        std::vector<std::uint8_t> between(person.size(), 0);
        const Person n = Person(person.size());
        work.expect(n);
        for (Person u = 0; u < n; ++u) {
            const Offset from = start[u], end = start[std::size_t(u) + 1];
            if ((u & 255) == 0) work.did(256), work.look();
            if (end - from < 2) continue;
            for (Offset at = from; at < end; ++at) between[to[at]] = dyad[at];
            for (Offset at = from; at < end; ++at) {
                const Person v = to[at];
                for (Offset next = start[v]; next < start[std::size_t(v) + 1]; ++next)
                    if (const std::uint8_t uw = between[to[next]])
                        found(person[u], person[v], person[to[next]], dyad[at], uw, dyad[next]);
            }
            for (Offset at = from; at < end; ++at) between[to[at]] = 0;
        }
    }

private:
    std::vector<Person> person;  // by rank: from the fewest contacts to the most
    std::vector<Offset> start;
    std::vector<Person> to;      // ranks
    std::vector<std::uint8_t> dyad;
};

}  // namespace weft
