#include "core_numbers.hpp"

#include <algorithm>
#include <utility>

#include "arrays.hpp"
#include "module.hpp"

namespace weft {

// People are taken away, those with fewest ties left first. `order` holds them sorted by the ties
// they have left; `first[d]` is where those with d begin. One tie less is a swap with the first of
// one's kind and a step of that border.
std::vector<Person> core_numbers(const Rows& rows) {
    const Lists& tied = rows.either();
    const Person n = rows.n;
    std::vector<Person> left(n), order(n), place(n);
    Person most = 0;
    for (Person v = 0; v < n; ++v) {
        left[v] = Person(tied.count(v));
        most = std::max(most, left[v]);
    }
    std::vector<Person> first(std::size_t(most) + 2, 0);
    for (Person v = 0; v < n; ++v) ++first[std::size_t(left[v]) + 1];
    for (std::size_t d = 1; d < first.size(); ++d) first[d] += first[d - 1];
    std::vector<Person> next(first.begin(), first.end() - 1);
    for (Person v = 0; v < n; ++v) {
        place[v] = next[left[v]]++;
        order[place[v]] = v;
    }
    for (Person at = 0; at < n; ++at) {
        const Person v = order[at];
        for (const Person u : tied.of(v)) {
            if (left[u] <= left[v]) continue;
            const Person border = first[left[u]]++, other = order[border];
            std::swap(order[place[u]], order[border]);
            std::swap(place[u], place[other]);
            --left[u];
        }
    }
    return left;
}

void bind_core_numbers(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "core_numbers",
        [](const Rows& rows) {
            std::vector<Person> found;
            {
                nb::gil_scoped_release unlocked;
                found = core_numbers(rows);
            }
            return given(std::move(found));
        },
        "rows"_a, "The greatest k-core that each person belongs to, without regard to direction.");
}

}  // namespace weft
