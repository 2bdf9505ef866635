#include "live_triangles.hpp"

#include <algorithm>

namespace weft {

Upwards::Upwards(const LiveTies& ties) : person(ties.n()), start(std::size_t(ties.n()) + 1, 0) {
    const Person n = ties.n();
    std::int32_t most = 0;
    for (Person v = 0; v < n; ++v) most = std::max(most, ties.of(v).count());
    std::vector<Person> next(std::size_t(most) + 2, 0), rank(n);
    for (Person v = 0; v < n; ++v) ++next[std::size_t(ties.of(v).count()) + 1];
    for (std::size_t count = 1; count < next.size(); ++count) next[count] += next[count - 1];
    for (Person v = 0; v < n; ++v) {
        rank[v] = next[ties.of(v).count()]++;
        person[rank[v]] = v;
    }
    const std::size_t pairs = std::size_t(ties.mutual() + ties.asymmetric());
    to.reserve(pairs);
    dyad.reserve(pairs);
    for (Person mine = 0; mine < n; ++mine) {
        const Circle& circle = ties.of(person[mine]);
        for (std::int32_t at = 0; at < circle.count(); ++at) {
            if (rank[circle.who[at]] < mine) continue;
            to.push_back(rank[circle.who[at]]);
            dyad.push_back(circle.at(at));
        }
        start[std::size_t(mine) + 1] = Offset(to.size());
    }
}

}  // namespace weft
