#include "components.hpp"

#include <algorithm>
#include <numeric>

#include "arrays.hpp"
#include "module.hpp"

namespace weft {

namespace {

Person root_of(std::vector<Person>& parent, Person v) {
    while (parent[v] != v) {
        parent[v] = parent[parent[v]];
        v = parent[v];
    }
    return v;
}

// Renumber labels from 0 in the order in which they first come.
void number_by_first(std::vector<Person>& label) {
    std::vector<Person> number(label.size(), -1);
    Person next = 0;
    for (auto& each : label) {
        if (number[each] < 0) number[each] = next++;
        each = number[each];
    }
}

}  // namespace

std::vector<Person> weak_components(const Rows& rows) {
    std::vector<Person> parent(rows.n);
    std::iota(parent.begin(), parent.end(), 0);
    for (Person v = 0; v < rows.n; ++v) {
        Person mine = root_of(parent, v);
        for (const Person u : rows.out.of(v)) {
            const Person theirs = root_of(parent, u);
            parent[std::max(mine, theirs)] = std::min(mine, theirs);
            mine = std::min(mine, theirs);
        }
    }
    for (Person v = 0; v < rows.n; ++v) parent[v] = root_of(parent, v);
    number_by_first(parent);
    return parent;
}

std::vector<Person> strong_components(const Rows& rows) {
    const Person n = rows.n;
    std::vector<Person> circle(n, -1), lowest(n), found(n, -1), waiting, path;
    std::vector<Offset> next(rows.out.start.begin(), rows.out.start.end() - (n >= 0 ? 1 : 0));
    Person time = 0, circles = 0;
    for (Person first = 0; first < n; ++first) {
        if (found[first] >= 0) continue;
        path.push_back(first);
        found[first] = lowest[first] = time++;
        waiting.push_back(first);
        while (!path.empty()) {
            const Person v = path.back();
            if (next[v] < rows.out.start[v + 1]) {
                const Person u = rows.out.to[next[v]++];
                if (found[u] < 0) {
                    found[u] = lowest[u] = time++;
                    waiting.push_back(u);
                    path.push_back(u);
                } else if (circle[u] < 0) {
                    lowest[v] = std::min(lowest[v], found[u]);
                }
                continue;
            }
            path.pop_back();
            if (!path.empty()) lowest[path.back()] = std::min(lowest[path.back()], lowest[v]);
            if (lowest[v] == found[v]) {
                Person u;
                do {
                    u = waiting.back();
                    waiting.pop_back();
                    circle[u] = circles;
                } while (u != v);
                ++circles;
            }
        }
    }
    number_by_first(circle);
    return circle;
}

void bind_components(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "weak_components",
        [](const Rows& rows) {
            std::vector<Person> label;
            {
                nb::gil_scoped_release unlocked;
                label = weak_components(rows);
            }
            return given(std::move(label));
        },
        "rows"_a, "The part that each person hangs together with, without regard to direction.");
    m.def(
        "strong_components",
        [](const Rows& rows) {
            std::vector<Person> label;
            {
                nb::gil_scoped_release unlocked;
                label = strong_components(rows);
            }
            return given(std::move(label));
        },
        "rows"_a, "The circle of people who all reach one another that each person belongs to.");
}

}  // namespace weft
