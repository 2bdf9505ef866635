#include "oriented.hpp"

#include <algorithm>

namespace weft {

namespace {

// People in order of how many contacts they have; those with as many stay in their order.
std::vector<Person> by_contacts(const Lists& lists, Person n) {
    Offset most = 0;
    for (Person v = 0; v < n; ++v) most = std::max(most, lists.count(v));
    std::vector<Person> next(std::size_t(most) + 2, 0);
    for (Person v = 0; v < n; ++v) ++next[std::size_t(lists.count(v)) + 1];
    for (std::size_t at = 1; at < next.size(); ++at) next[at] += next[at - 1];
    std::vector<Person> person(n);
    for (Person v = 0; v < n; ++v) person[next[std::size_t(lists.count(v))]++] = v;
    return person;
}

}  // namespace

Oriented::Oriented(const Rows& rows) : n(rows.n), person(by_contacts(rows.either(), rows.n)) {
    const Lists& lists = rows.either();
    rank.resize(n);
    for (Person r = 0; r < n; ++r) rank[person[r]] = r;
    start.resize(std::size_t(n) + 1);
    to.resize(std::size_t(rows.tied()));
    dyads.resize(to.size());
    Offset at = 0;
    for (Person r = 0; r < n; ++r) {
        start[r] = at;
        const Person v = person[r];
        for (Offset k = lists.start[v]; k < lists.start[v + 1]; ++k) {
            const Person other = rank[lists.to[k]];
            if (other < r) continue;
            to[at] = other;
            dyads[at++] = rows.dyad(k);
        }
        longest = std::max(longest, at - start[r]);
        // The lower of two has no more contacts than the higher, and one of them is the other.
        if (at > start[r]) most_in_common = lists.count(v) - 1;
    }
    start[n] = at;
}

}  // namespace weft
