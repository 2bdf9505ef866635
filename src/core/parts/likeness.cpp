#include "likeness.hpp"

#include <algorithm>
#include <numeric>

#include "arrays.hpp"
#include "bit_sets.hpp"
#include "chance.hpp"
#include "components.hpp"
#include "module.hpp"

namespace weft {

namespace {

using Numbers = std::vector<std::uint64_t>;

constexpr Person TRIANGLES_UP_TO = 2'000;
constexpr int ROUNDS = 6;

Person people_of(const Lists& lists) { return Person(lists.start.size() - 1); }

std::size_t kinds_of(const Numbers& colour, Numbers& sorted) {
    sorted = colour;
    std::sort(sorted.begin(), sorted.end());
    return std::size_t(std::unique(sorted.begin(), sorted.end()) - sorted.begin());
}

// The finaliser of splitmix64 without its first step.
std::uint64_t stirred(std::uint64_t x) { return scattered(x - 0x9E3779B97F4A7C15ull); }

// For each person, twice the triangles they are in. A row of bits for each person.
Numbers twice_the_triangles(const Lists& tied) {
    const Person n = people_of(tied);
    BitRows bits{std::size_t(n), std::size_t(n)};
    Numbers found(n, 0);
    for (Person v = 0; v < n; ++v)
        for (const Person u : tied.of(v)) bits.put(std::size_t(v), std::size_t(u));
    for (Person v = 0; v < n; ++v) {
        const Word* mine = bits.row(std::size_t(v));
        for (const Person u : tied.of(v)) {
            const Word* theirs = bits.row(std::size_t(u));
            for (std::size_t w = 0; w < bits.words(); ++w)
                found[v] += std::uint64_t(ones(mine[w] & theirs[w]));
        }
    }
    return found;
}

}  // namespace

Numbers colours(const Lists& tied, Work& work) {
    const Person n = people_of(tied);
    work.expect(n);
    const std::vector<Person> part = weak_components(tied);
    Numbers size(n, 0), colour(n), seen(n), sorted;
    for (const Person p : part) ++size[p];
    for (Person v = 0; v < n; ++v)
        colour[v] = scattered(size[part[v]]) + std::uint64_t(tied.count(v));
    if (n <= TRIANGLES_UP_TO) {
        const Numbers twice = twice_the_triangles(tied);
        for (Person v = 0; v < n; ++v) colour[v] = scattered(colour[v]) + twice[v];
    }
    std::size_t told_apart = 0;
    for (std::size_t kinds = kinds_of(colour, sorted); kinds > told_apart;
         kinds = kinds_of(colour, sorted)) {
        work.did(std::int64_t(kinds - told_apart));
        work.look();
        told_apart = kinds;
        for (Person v = 0; v < n; ++v) seen[v] = scattered(colour[v] + 1);
        for (Person v = 0; v < n; ++v) {
            std::uint64_t around = 0;
            for (const Person u : tied.of(v)) around += seen[u];
            colour[v] = scattered(scattered(colour[v]) + around);
        }
    }
    return colour;
}

Settled settled(const Rows& rows) {
    const Lists& lists = rows.either();
    const Person n = rows.n;
    Numbers colour(n), seen(n);
    std::vector<Person> order;
    for (Person v = 0; v < n; ++v) {
        colour[v] = std::uint64_t(lists.count(v));
        if (colour[v] != 0) order.push_back(v);
    }
    for (int round = 0; round < ROUNDS; ++round) {
        for (const Person v : order) seen[v] = stirred(colour[v]);
        for (const Person v : order) {
            std::uint64_t around = 0;
            for (const Person u : lists.of(v)) around += seen[u];
            colour[v] = stirred(seen[v] * 3 + around);
        }
    }
    std::sort(order.begin(), order.end(), [&](Person a, Person b) {
        return colour[a] != colour[b] ? colour[a] < colour[b] : a < b;
    });
    const Person many = Person(order.size());
    std::vector<Person> place(n, -1);
    for (Person at = 0; at < many; ++at) place[order[at]] = at;
    // Going through the higher ends in rising order fills the list of each lower end in order.
    std::vector<Offset> next(std::size_t(many) + 1, 0);
    for (const Person v : order)
        for (const Person u : lists.of(v)) next[std::size_t(place[v]) + 1] += place[u] > place[v];
    std::partial_sum(next.begin(), next.end(), next.begin());
    Settled result{many, std::vector<Person>(next[many]), std::vector<Person>(next[many])};
    for (Person high = 0; high < many; ++high)
        for (const Person u : lists.of(order[high])) {
            const Person low = place[u];
            if (low >= high) continue;
            const Offset at = next[low]++;
            result.low[at] = low;
            result.high[at] = high;
        }
    return result;
}

void bind_likeness(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "colours",
        [](const Column<Offset>& start, const Column<Person>& to, nb::object tell) {
            Work work(0, std::move(tell));
            Lists tied{{start.data(), start.data() + start.shape(0)},
                       {to.data(), to.data() + to.shape(0)}};
            Numbers found;
            {
                nb::gil_scoped_release unlocked;
                check_lists(tied);
                found = colours(tied, work);
            }
            return given(std::move(found));
        },
        "start"_a, "to"_a, "tell"_a = nb::none(),
        "A number for each person that depends only on how the network looks from there.");
    m.def(
        "settled",
        [](const Rows& rows) {
            Settled found;
            {
                nb::gil_scoped_release unlocked;
                found = settled(rows);
            }
            return nb::make_tuple(found.tied, given(std::move(found.low)),
                                  given(std::move(found.high)));
        },
        nb::sig("def settled(rows: Rows) -> tuple[int, NDArray[numpy.int32], NDArray[numpy.int32]]"),
        "rows"_a, "How many people have ties, and their pairs in an order that rests on them alone.");
}

}  // namespace weft
