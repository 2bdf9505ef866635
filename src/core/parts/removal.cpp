#include "removal.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include "arrays.hpp"
#include "likeness.hpp"
#include "module.hpp"

namespace weft {

namespace {

constexpr Person LOOKED_AT_AGAIN_UP_TO = 200;
constexpr Person GONE = -1;
constexpr Person AWAY = std::numeric_limits<Person>::min();

// The top of somebody's part; a top holds the size of its part below 0, others who is above them.
Person top_of(std::vector<Person>& above, Person v) {
    while (above[v] >= 0) {
        const Person next = above[v];
        if (above[next] >= 0) above[v] = above[next];
        v = next;
    }
    return v;
}

// Who is still here, with how many ties each has left (GONE for those who left).
struct Remaining {
    const Lists& tied;
    std::vector<Person> ties;
    std::vector<std::int64_t> order;

    explicit Remaining(const Lists& lists) : tied(lists), ties(lists.start.size() - 1) {
        for (std::size_t v = 0; v < ties.size(); ++v) ties[v] = Person(lists.count(Person(v)));
    }

    void leaves(Person v) {
        order.push_back(v);
        ties[v] = GONE;
        for (const Person u : tied.of(v))
            if (ties[u] != GONE) --ties[u];
    }

    // The colours of those who are here as they stand among one another; 0 for the others.
    std::vector<std::uint64_t> colours_now(Work& work) const {
        const Person n = Person(ties.size());
        std::vector<Person> here, place(n, -1);
        for (Person v = 0; v < n; ++v) {
            if (ties[v] == GONE) continue;
            place[v] = Person(here.size());
            here.push_back(v);
        }
        Lists among;
        among.start.assign(1, 0);
        for (const Person v : here) {
            for (const Person u : tied.of(v))
                if (place[u] >= 0) among.to.push_back(place[u]);
            among.start.push_back(Offset(among.to.size()));
        }
        const std::vector<std::uint64_t> colour = colours(among, work);
        std::vector<std::uint64_t> now(n, 0);
        for (const Person v : here) now[v] = colour[place[v]];
        return now;
    }

    // Once nobody has two ties: one of each pair, then all others.
    void pairs_then_the_rest() {
        const Person n = Person(ties.size());
        std::vector<std::uint8_t> listed(n, 0);
        for (Person v = 0; v < n; ++v) {
            if (ties[v] != 1) continue;
            for (const Person u : tied.of(v))
                if (ties[u] == 1 && v < u) {
                    order.push_back(v);
                    listed[v] = 1;
                }
        }
        for (Person v = 0; v < n; ++v)
            if (ties[v] != GONE && !listed[v]) order.push_back(v);
    }
};

// Keep those of the least colour.
void keep_least(std::vector<Person>& people, const std::vector<std::uint64_t>& colour) {
    std::uint64_t least = colour[people.front()];
    for (const Person v : people) least = std::min(least, colour[v]);
    std::erase_if(people, [&](Person v) { return colour[v] != least; });
}

void leave_few(Remaining& rest, const std::vector<std::uint64_t>& colour, Work& work) {
    std::vector<Person> tied;
    while (true) {
        const Person most = *std::max_element(rest.ties.begin(), rest.ties.end());
        if (most < 2) return;
        tied.clear();
        for (Person v = 0; std::size_t(v) < rest.ties.size(); ++v)
            if (rest.ties[v] == most) tied.push_back(v);
        if (tied.size() > 1) keep_least(tied, colour);
        if (tied.size() > 1) keep_least(tied, rest.colours_now(work));
        rest.leaves(tied.front());
    }
}

// People wait in a list for each number of ties. A list is gone through once, in the order of the
// colours; whoever has fewer ties by then moves on to the list of those, and nobody ever moves up.
void leave_many(Remaining& rest, const std::vector<std::uint64_t>& colour) {
    std::vector<std::vector<Person>> waiting;
    for (Person v = 0; std::size_t(v) < rest.ties.size(); ++v) {
        const std::size_t ties = std::size_t(rest.ties[v]);
        if (ties >= waiting.size()) waiting.resize(ties + 1);
        waiting[ties].push_back(v);
    }
    for (std::size_t most = waiting.size(); most-- > 2;) {
        std::vector<Person> people = std::move(waiting[most]);
        const auto moves_on = [&](Person v) {
            if (std::size_t(rest.ties[v]) == most) return false;
            waiting[std::size_t(rest.ties[v])].push_back(v);
            return true;
        };
        std::erase_if(people, moves_on);
        std::sort(people.begin(), people.end(), [&](Person a, Person b) {
            return colour[a] != colour[b] ? colour[a] < colour[b] : a < b;
        });
        for (const Person v : people)
            if (!moves_on(v)) rest.leaves(v);
    }
}

}  // namespace

std::vector<std::int64_t> largest_left(const Rows& rows, std::span<const std::int64_t> order) {
    const Lists& tied = rows.either();
    const std::size_t n = std::size_t(rows.n);
    if (order.size() != n)
        throw std::invalid_argument("order has " + std::to_string(order.size()) +
                                    " entries; expected " + std::to_string(n) + ".");
    std::vector<std::uint8_t> named(n, 0);
    for (const std::int64_t v : order) {
        if (v < 0 || std::size_t(v) >= n || named[v])
            throw std::invalid_argument("order names " + std::to_string(v) +
                                        "; expected each of " + std::to_string(n) +
                                        " people once.");
        named[v] = 1;
    }
    std::vector<Person> above(n, AWAY);
    std::vector<std::int64_t> left(n, 0);
    Person largest = 0;
    for (std::size_t after = n; after-- > 1;) {
        const Person person = Person(order[after]);
        Person mine = person;
        above[person] = -1;
        for (const Person u : tied.of(person)) {
            if (above[u] == AWAY) continue;
            Person theirs = top_of(above, u);
            if (theirs == mine) continue;
            if (above[mine] > above[theirs]) std::swap(mine, theirs);
            above[mine] += above[theirs];
            above[theirs] = mine;
        }
        largest = std::max(largest, Person(-above[mine]));
        left[after - 1] = largest;
    }
    return left;
}

std::vector<std::int64_t> by_degree(const Rows& rows, Work& work) {
    Remaining rest(rows.either());
    if (rows.n == 0) return {};
    const std::vector<std::uint64_t> colour = colours(rows.either(), work);
    if (rows.n <= LOOKED_AT_AGAIN_UP_TO)
        leave_few(rest, colour, work);
    else
        leave_many(rest, colour);
    rest.pairs_then_the_rest();
    return std::move(rest.order);
}

void bind_removal(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "largest_left",
        [](const Rows& rows, const Column<std::int64_t>& order) {
            std::vector<std::int64_t> found;
            {
                nb::gil_scoped_release unlocked;
                found = largest_left(rows, span_of(order));
            }
            return given(std::move(found));
        },
        "rows"_a, "order"_a,
        "The size of the largest part after each person in this order has left.");
    m.def(
        "by_degree",
        [](const Rows& rows, nb::object tell) {
            Work work(0, std::move(tell));
            std::vector<std::int64_t> found;
            {
                nb::gil_scoped_release unlocked;
                found = by_degree(rows, work);
            }
            return given(std::move(found));
        },
        "rows"_a, nb::kw_only(), "tell"_a = nb::none(),
        "Everyone in the order: most ties first, counted anew after each who leaves.");
}

}  // namespace weft
