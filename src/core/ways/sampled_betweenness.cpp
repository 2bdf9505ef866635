#include "sampled_betweenness.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include <nanobind/stl/tuple.h>

#include "enough.hpp"
#include "module.hpp"
#include "vertex_diameter.hpp"

namespace weft {

namespace {

// The pilot costs a fifth of the smallest sample that may do, or a twelfth of what that fifth lets
// expect, where that is more.
constexpr std::int64_t PILOT_PART = 5, PILOT_PART_EXPECTED = 12, LEAST_PILOT = 64;

// The vertex diameter is bounded where that costs less than a tenth of the sample it may shorten.
constexpr std::int64_t WORTH = 10, PASSES = 4;

// How many people have a tie to come in by and another to go on by.
std::int64_t people_between(const Walks& walks) {
    std::int64_t many = 0;
    for (Person v = 0; v < walks.n; ++v)
        many += walks.directed ? walks.on.count(v) > 0 && walks.round.count(v) > 0
                               : walks.on.count(v) > 1;
    return many;
}

// Add more ways to a sample; return how many ties were looked at for them.
std::int64_t add(const DrawnWays& drawn, SampledBetweenness& into) {
    const Offset before = into.start.back();
    into.through.insert(into.through.end(), drawn.through.begin(), drawn.through.end());
    for (std::size_t at = 1; at < drawn.start.size(); ++at)
        into.start.push_back(before + drawn.start[at]);
    for (const Person v : drawn.through) ++into.counts[v];
    return std::accumulate(drawn.scanned.begin(), drawn.scanned.end(), std::int64_t(0));
}

}  // namespace

SampledBetweenness drawn_until_enough(const Drawable& network, double epsilon, double delta,
                                      const DrawWays& draw, Work& work) {
    SampledBetweenness found;
    found.counts.assign(network.n, 0);
    const std::int64_t between = network.between;
    if (between == 0) return found;

    SampledBetweenness pilot;
    pilot.counts.assign(network.n, 0);
    found.pilot = std::max(LEAST_PILOT, Enough::least(between, epsilon, delta) / PILOT_PART);
    work.expect(2 * WaySampler::pieces(found.pilot));
    found.scanned = add(draw(0, found.pilot), pilot);

    // All shares together are the mean number of people in between, at most two fewer than on the
    // longest way: so that only so many can be above epsilon.
    std::int64_t most_above = between;
    const auto rule = [&] {
        return Enough(pilot.counts, found.pilot, between, most_above, epsilon, delta);
    };
    Enough enough = rule();
    const auto larger = std::int64_t(enough.expected()) / PILOT_PART_EXPECTED;
    if (larger > found.pilot) {
        work.expect(2 * WaySampler::pieces(larger));
        found.scanned += add(draw(found.pilot, larger - found.pilot), pilot);
        found.pilot = larger;
        enough = rule();
    }
    const std::int64_t walked = PASSES * (network.arcs + network.n);
    if (double(found.scanned) / double(found.pilot) * double(enough.checkpoints().front()) >
        double(WORTH * walked)) {
        found.vertex_diameter = network.vertex_diameter();
        const double inside = double(std::max<std::int64_t>(found.vertex_diameter - 2, 0));
        most_above = std::int64_t(std::min(double(between), inside / epsilon));
        enough = rule();
    }
    found.busy = enough.busy();
    found.looks = std::int64_t(enough.checkpoints().size());
    for (const std::int64_t look : enough.checkpoints()) {
        work.expect(WaySampler::pieces(found.pilot) + WaySampler::pieces(look));
        const std::int64_t next = found.pilot + found.drawn();
        found.scanned += add(draw(next, look - found.drawn()), found);
        if (enough.enough(found.counts, look)) break;
    }
    return found;
}

SampledBetweenness sampled_betweenness(const Rows& rows, bool either, double epsilon, double delta,
                                       std::uint64_t seed, int threads, Work& work) {
    WaySampler sampler(rows, either, seed, threads, work);
    const Drawable network{rows.n, people_between(Walks::along(rows, either)), rows.arcs(),
                           [&] { return vertex_diameter_bound(rows, either); }};
    return drawn_until_enough(
        network, epsilon, delta,
        [&](std::int64_t first, std::int64_t many) { return sampler.draw(first, many); }, work);
}

namespace {

void expect_chance(double value, const char* name) {
    if (!(value > 0 && value < 1))
        throw std::invalid_argument(std::string(name) + " is " + std::to_string(value) +
                                    "; expected a number above 0 and below 1.");
}

// Ways that Python draws, wherever it does; called with the lock released.
DrawWays drawn_by(const nb::object& draw, Person n) {
    return [&draw, n](std::int64_t first, std::int64_t many) {
        nb::gil_scoped_acquire lock;
        using Answer = std::tuple<Column<Person>, Column<Offset>, Column<std::int64_t>>;
        const auto [through, start, scanned] = nb::cast<Answer>(draw(first, many));
        expect_length(start, std::size_t(many) + 1, "start");
        expect_length(scanned, std::size_t(many), "scanned");
        expect_people(through, n, "through");
        const auto vector = [](const auto& column) {
            return std::vector(column.data(), column.data() + column.shape(0));
        };
        return DrawnWays{vector(through), vector(start), vector(scanned)};
    };
}

using Self = nb::pointer_and_handle<SampledBetweenness>;

}  // namespace

void bind_sampled_betweenness(nb::module_& m) {
    using namespace nb::literals;
    nb::class_<SampledBetweenness>(m, "SampledBetweenness",
                                   "What a sample of shortest ways showed, and what it cost.")
        .def_prop_ro(
            "through", [](Self self) { return view_of(self.p->through, self.h); },
            "Who stands in between on each way, one way after another.")
        .def_prop_ro(
            "start", [](Self self) { return view_of(self.p->start, self.h); },
            "Where those of each way start; one entry more than there are ways.")
        .def_prop_ro(
            "counts", [](Self self) { return view_of(self.p->counts, self.h); },
            "On how many ways each person stands.")
        .def_prop_ro("drawn", &SampledBetweenness::drawn, "How many pairs were drawn.")
        .def_ro("pilot", &SampledBetweenness::pilot, "Pairs drawn before, which do not count.")
        .def_ro("looks", &SampledBetweenness::looks, "At how many sizes it was to be looked.")
        .def_ro("busy", &SampledBetweenness::busy, "People whom the pilot gave a larger share.")
        .def_ro("vertex_diameter", &SampledBetweenness::vertex_diameter,
                "The bound on how many people are on a way; -1 where it was not worth its cost.")
        .def_ro("scanned", &SampledBetweenness::scanned, "How many ties were looked at.");
    m.def(
        "sampled_betweenness",
        [](const Rows& rows, double epsilon, double delta, std::uint64_t seed, bool either,
           int threads, nb::object tell) {
            expect_chance(epsilon, "epsilon");
            expect_chance(delta, "delta");
            Work work(0, std::move(tell));
            nb::gil_scoped_release unlocked;
            return sampled_betweenness(rows, either, epsilon, delta, seed, threads, work);
        },
        "rows"_a, "epsilon"_a, "delta"_a, nb::kw_only(), "seed"_a, "either"_a = false,
        "threads"_a = 1, "tell"_a = nb::none(),
        "Draw shortest ways until everyone's share of them is within epsilon, with a chance of at "
        "least 1 - delta.");
    m.def(
        "drawn_until_enough",
        [](Person n, std::int64_t between, std::int64_t arcs, double epsilon, double delta,
           nb::object draw, nb::object vertex_diameter) {
            expect_chance(epsilon, "epsilon");
            expect_chance(delta, "delta");
            Work work(0, nb::none());
            const Drawable network{n, between, arcs, [&] {
                                       nb::gil_scoped_acquire lock;
                                       return nb::cast<std::int64_t>(vertex_diameter());
                                   }};
            nb::gil_scoped_release unlocked;
            return drawn_until_enough(network, epsilon, delta, drawn_by(draw, n), work);
        },
        "n"_a, "between"_a, "arcs"_a, "epsilon"_a, "delta"_a, nb::kw_only(), "draw"_a,
        "vertex_diameter"_a,
        "The same of ways that draw(first, many) gives, as drawn_ways does, for a network of which "
        "`between` people have a tie to come in by and another to go on by.");
}

}  // namespace weft
