#include "live_brokers.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "live_triangles.hpp"

namespace weft {

Role LiveBrokers::role(Person a, Person v, Person b) const {
    const bool from_own = group_[a] == group_[v], to_own = group_[b] == group_[v];
    if (from_own && to_own) return COORDINATOR;
    if (group_[a] == group_[b]) return CONSULTANT;
    return to_own ? GATEKEEPER : from_own ? REPRESENTATIVE : LIAISON;
}

// All ways through one person, those that a tie cuts short included, those back again not.
void LiveBrokers::all_ways(const LiveTies& ties, Person v, std::vector<std::int64_t>& came) {
    const Circle& circle = ties.of(v);
    std::int64_t own_in = 0, own_out = 0, alike = 0, alike_back = 0, own_back = 0;
    for (std::int32_t at = 0; at < circle.count(); ++at)
        if (circle.at(at) & BACK) ++came[group_[circle.who[at]]];
    for (std::int32_t at = 0; at < circle.count(); ++at) {
        const bool own = group_[circle.who[at]] == group_[v];
        own_in += own && (circle.at(at) & BACK);
        own_out += own && (circle.at(at) & THERE);
        if (circle.at(at) & THERE) alike += came[group_[circle.who[at]]];
        if (circle.at(at) == BOTH) own ? ++own_back : ++alike_back;
    }
    for (std::int32_t at = 0; at < circle.count(); ++at) came[group_[circle.who[at]]] = 0;
    const std::int64_t other_in = circle.named_by() - own_in, other_out = circle.named() - own_out;
    const std::int64_t consultant = alike - own_in * own_out;
    ways_[v][COORDINATOR] = own_in * own_out - own_back;
    ways_[v][CONSULTANT] = consultant - alike_back;
    ways_[v][GATEKEEPER] = other_in * own_out;
    ways_[v][REPRESENTATIVE] = own_in * other_out;
    ways_[v][LIAISON] = other_in * other_out - consultant;
}

void LiveBrokers::count(const LiveTies& ties, std::vector<Person> group, Work& work) {
    known_ = false;
    Person groups = 0;
    for (const Person each : group) {
        if (each < 0)
            throw std::invalid_argument("A group has the number " + std::to_string(each) +
                                        "; expected 0 or more.");
        groups = std::max(groups, each);
    }
    group_ = std::move(group);
    ways_.assign(ties.n(), {});
    std::vector<std::int64_t> came(std::size_t(groups) + 1, 0);
    for (Person v = 0; v < ties.n(); ++v) all_ways(ties, v, came);
    Upwards(ties).each(work, [&](Person u, Person v, Person w, std::uint8_t uv, std::uint8_t uw,
                                 std::uint8_t vw) {
        const auto shut = [&](Person a, Person b, Person c, int ab, int bc, int ac) {
            if ((ab & THERE) && (bc & THERE) && (ac & THERE)) --ways_[b][role(a, b, c)];
            if ((ab & BACK) && (bc & BACK) && (ac & BACK)) --ways_[b][role(c, b, a)];
        };
        shut(u, v, w, uv, vw, uw);
        shut(v, u, w, turned(uv), uw, vw);
        shut(u, w, v, uw, turned(vw), uv);
    });
    known_ = true;
}

// A tie from u to v comes (more = 1) or goes (-1): ways over u and v to and from others, and those
// over others that it shuts.
void LiveBrokers::turn_tie(const LiveTies& ties, Person u, Person v, int more) {
    const Circle &one = ties.of(u), &other = ties.of(v);
    const std::int32_t a = one.count(), b = other.count();
    for (std::int32_t x = 0, y = 0; x < a || y < b;) {
        const bool first = y == b || (x < a && one.who[x] <= other.who[y]);
        const bool second = x == a || (y < b && other.who[y] <= one.who[x]);
        const Person w = first ? one.who[x] : other.who[y];
        const std::uint8_t uw = first ? one.at(x) : 0, vw = second ? other.at(y) : 0;
        x += first;
        y += second;
        if (w == u || w == v) continue;
        if ((vw & THERE) && !(uw & THERE)) ways_[v][role(u, v, w)] += more;
        if ((uw & BACK) && !(vw & BACK)) ways_[u][role(w, u, v)] += more;
        if ((uw & THERE) && (vw & BACK)) ways_[w][role(u, w, v)] -= more;
    }
}

void LiveBrokers::change(const LiveTies& ties, Person u, Person v, std::uint8_t before,
                         std::uint8_t after) {
    if (!known_) return;
    if ((before ^ after) & THERE) turn_tie(ties, u, v, after & THERE ? 1 : -1);
    if ((before ^ after) & BACK) turn_tie(ties, v, u, after & BACK ? 1 : -1);
}

}  // namespace weft
