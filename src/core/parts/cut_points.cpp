#include "cut_points.hpp"

#include <algorithm>

#include "arrays.hpp"
#include "module.hpp"

namespace weft {

namespace {

// What is known of a person on the walk: when they were found (from 1 on, 0 for not yet), the
// earliest found person that they or those found through them are tied to, and who found them.
struct Step {
    Person found = 0, lowest = 0, through = -1;
};

}  // namespace

CutPoints cut_points(const Rows& rows) {
    const Lists& tied = rows.either();
    const Person n = rows.n;
    CutPoints result{std::vector<std::uint8_t>(n, 0), {}};
    std::vector<Step> steps(n);
    std::vector<Offset> next(tied.start.begin(), tied.start.end() - 1);
    std::vector<Person> waiting;  // found, and not yet told which group they belong to
    Person time = 0;
    for (Person first = 0; first < n; ++first) {
        if (steps[first].found != 0) continue;
        steps[first].found = steps[first].lowest = ++time;
        waiting.assign(1, first);
        Person groups_of_first = 0;
        Person v = first;
        while (v >= 0) {
            Step& mine = steps[v];
            if (next[v] < tied.start[std::size_t(v) + 1]) {
                const Person u = tied.to[next[v]++];
                if (steps[u].found == 0) {
                    steps[u] = {time + 1, time + 1, v};
                    ++time;
                    waiting.push_back(u);
                    v = u;
                } else if (u != mine.through) {
                    mine.lowest = std::min(mine.lowest, steps[u].found);
                }
                continue;
            }
            const Person back = mine.through;
            if (back >= 0) {
                steps[back].lowest = std::min(steps[back].lowest, mine.lowest);
                if (mine.lowest >= steps[back].found) {
                    // Nobody found since v reaches behind `back`: they are a group with them.
                    Person size = 1, other;
                    do {
                        other = waiting.back();
                        waiting.pop_back();
                        ++size;
                    } while (other != v);
                    result.sizes.push_back(size);
                    if (back == first)
                        ++groups_of_first;
                    else
                        result.cut[back] = 1;
                }
            }
            v = back;
        }
        if (groups_of_first > 1) result.cut[first] = 1;
    }
    return result;
}

void bind_cut_points(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "cut_points",
        [](const Rows& rows) {
            CutPoints found;
            {
                nb::gil_scoped_release unlocked;
                found = cut_points(rows);
            }
            return nb::make_tuple(given(std::move(found.cut)), given(std::move(found.sizes)));
        },
        nb::sig("def cut_points(rows: Rows) -> tuple[NDArray[numpy.uint8], NDArray[numpy.int32]]"),
        "rows"_a,
        "1 for each person whose leaving splits a part; the sizes of the groups nobody's splits.");
}

}  // namespace weft
