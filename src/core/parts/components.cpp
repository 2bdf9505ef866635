#include "components.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string>

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

}  // namespace

Person number_by_first(std::vector<Person>& label) {
    std::vector<Person> number(label.size(), -1);
    Person next = 0;
    for (auto& each : label) {
        if (number[each] < 0) number[each] = next++;
        each = number[each];
    }
    return next;
}

std::vector<Person> weak_components(const Rows& rows) { return weak_components(rows.out); }

std::vector<Person> weak_components(const Lists& lists) {
    const Person n = Person(lists.start.size() - 1);
    std::vector<Person> parent(n);
    std::iota(parent.begin(), parent.end(), 0);
    for (Person v = 0; v < n; ++v) {
        Person mine = root_of(parent, v);
        for (const Person u : lists.of(v)) {
            const Person theirs = root_of(parent, u);
            parent[std::max(mine, theirs)] = std::min(mine, theirs);
            mine = std::min(mine, theirs);
        }
    }
    for (Person v = 0; v < n; ++v) parent[v] = root_of(parent, v);
    number_by_first(parent);
    return parent;
}

void check_lists(const Lists& lists) {
    const std::vector<Offset>& start = lists.start;
    if (start.empty() || start.size() > 0x7FFFFFFF || start.front() != 0 ||
        start.back() != Offset(lists.to.size()) || !std::is_sorted(start.begin(), start.end()))
        throw std::invalid_argument("start has " + std::to_string(start.size()) +
                                    " entries; expected one more than there are people, rising "
                                    "from 0 to " + std::to_string(lists.to.size()) + ".");
    for (const Person u : lists.to)
        if (u < 0 || std::size_t(u) + 1 >= start.size())
            throw std::invalid_argument("to names person " + std::to_string(u) +
                                        "; expected one below " +
                                        std::to_string(start.size() - 1) + ".");
}

std::vector<Person> strong_components(const Rows& rows) {
    std::vector<Person> circle = circles_from_the_end(rows);
    number_by_first(circle);
    return circle;
}

std::vector<Person> circles_from_the_end(const Rows& rows) {
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
        "weak_parts",
        [](const Column<Offset>& start, const Column<Person>& to) {
            const Lists lists{{start.data(), start.data() + start.shape(0)},
                              {to.data(), to.data() + to.shape(0)}};
            std::vector<Person> label;
            {
                nb::gil_scoped_release unlocked;
                check_lists(lists);
                label = weak_components(lists);
            }
            return given(std::move(label));
        },
        "start"_a, "to"_a, "The same as weak_components, of lists that start at `start`.");
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
