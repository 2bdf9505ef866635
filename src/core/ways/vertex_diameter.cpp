#include "vertex_diameter.hpp"

#include <algorithm>
#include <vector>

#include "parts/components.hpp"
#include "module.hpp"

namespace weft {

namespace {

// The number of each person's circle, and of how many there are.
struct Circles {
    std::vector<Person> of;
    Person many = 0;
};

// Without direction a circle is a part that hangs together. (Not by `weak_components`: `walks` may
// follow ties in either direction of a network that has direction.)
Circles circles_of(const Walks& walks, const std::vector<Person>& strong) {
    Circles circles;
    if (walks.directed) {
        circles.of = strong;
        for (const Person each : strong) circles.many = std::max(circles.many, Person(each + 1));
        return circles;
    }
    circles.of.assign(walks.n, -1);
    std::vector<Person> reached;
    for (Person first = 0; first < walks.n; ++first) {
        if (circles.of[first] >= 0) continue;
        reached.assign(1, first);
        circles.of[first] = circles.many;
        for (std::size_t at = 0; at < reached.size(); ++at)
            for (const Person u : walks.on.of(reached[at]))
                if (circles.of[u] < 0) {
                    circles.of[u] = circles.many;
                    reached.push_back(u);
                }
        ++circles.many;
    }
    return circles;
}

// For each circle the most steps that it takes from its pivot to anyone in it.
std::vector<std::int64_t> farthest(const Lists& lists, const Circles& circles,
                                   const std::vector<Person>& pivots) {
    std::vector<std::int64_t> most(circles.many, 0);
    std::vector<std::int64_t> steps(circles.of.size(), -1);
    std::vector<Person> reached(pivots);  // all circles at once: no search leaves its own
    for (const Person v : pivots) steps[v] = 0;
    for (std::size_t at = 0; at < reached.size(); ++at) {
        const Person v = reached[at], circle = circles.of[v];
        most[circle] = std::max(most[circle], steps[v]);
        for (const Person u : lists.of(v))
            if (circles.of[u] == circle && steps[u] < 0) {
                steps[u] = steps[v] + 1;
                reached.push_back(u);
            }
    }
    return most;
}

// In each circle whoever has most ties: the steps from there are few.
std::vector<Person> pivots_of(const Walks& walks, const Circles& circles) {
    std::vector<Person> pivots(circles.many, -1);
    const auto ties = [&](Person v) { return walks.on.count(v) + walks.round.count(v); };
    for (Person v = 0; v < walks.n; ++v) {
        Person& pivot = pivots[circles.of[v]];
        if (pivot < 0 || ties(v) > ties(pivot)) pivot = v;
    }
    return pivots;
}

// The most people on a way through circles, of which each adds `people`: circles are taken in an
// order in which every tie leads on (Kahn 1962).
std::int64_t longest(const Walks& walks, const Circles& circles,
                     const std::vector<std::int64_t>& people) {
    std::vector<std::int64_t> awaited(circles.many, 0), before(circles.many, 0);
    std::vector<Person> next_in_circle(walks.n, -1), first_of(circles.many, -1), ready;
    for (Person v = walks.n; v-- > 0;) {
        next_in_circle[v] = first_of[circles.of[v]];
        first_of[circles.of[v]] = v;
        for (const Person u : walks.on.of(v)) awaited[circles.of[u]] += circles.of[u] != circles.of[v];
    }
    for (Person c = 0; c < circles.many; ++c)
        if (awaited[c] == 0) ready.push_back(c);
    std::int64_t most = 0;
    for (std::size_t at = 0; at < ready.size(); ++at) {
        const Person circle = ready[at];
        const std::int64_t with = before[circle] + people[circle];
        most = std::max(most, with);
        for (Person v = first_of[circle]; v >= 0; v = next_in_circle[v])
            for (const Person u : walks.on.of(v)) {
                const Person there = circles.of[u];
                if (there == circle) continue;
                before[there] = std::max(before[there], with);
                if (--awaited[there] == 0) ready.push_back(there);
            }
    }
    return most;
}

}  // namespace

std::int64_t vertex_diameter_bound(const Rows& rows, bool either) {
    const Walks walks = Walks::along(rows, either);
    const Circles circles =
        circles_of(walks, walks.directed ? strong_components(rows) : std::vector<Person>{});
    const std::vector<Person> pivots = pivots_of(walks, circles);
    std::vector<std::int64_t> people = farthest(walks.on, circles, pivots);
    const std::vector<std::int64_t> back =
        walks.directed ? farthest(walks.round, circles, pivots) : people;
    for (Person c = 0; c < circles.many; ++c) people[c] += back[c] + 1;
    std::vector<std::int64_t> size(circles.many, 0);
    for (const Person c : circles.of) ++size[c];
    for (Person c = 0; c < circles.many; ++c) people[c] = std::min(people[c], size[c]);
    return longest(walks, circles, people);
}

void bind_vertex_diameter(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "vertex_diameter_bound",
        [](const Rows& rows, bool either) {
            nb::gil_scoped_release unlocked;
            return vertex_diameter_bound(rows, either);
        },
        "rows"_a, nb::kw_only(), "either"_a = false,
        "A bound from above on how many people any shortest way has, ends included.");
}

}  // namespace weft
