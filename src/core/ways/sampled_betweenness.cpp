#include "sampled_betweenness.hpp"

#include <algorithm>
#include <memory>
#include <string>

#include "parts/components.hpp"
#include "drawn_way.hpp"
#include "enough.hpp"
#include "module.hpp"
#include "threads.hpp"
#include "vertex_diameter.hpp"

namespace weft {

namespace {

constexpr std::int64_t IN_A_PIECE = 32;

// The pilot costs a fifth of the smallest sample that may do, or a twelfth of what that fifth lets
// expect, where that is more.
constexpr std::int64_t PILOT_PART = 5, PILOT_PART_EXPECTED = 12, LEAST_PILOT = 64;

// The vertex diameter is bounded where that costs less than a tenth of the sample it may shorten.
constexpr std::int64_t WORTH = 10, PASSES = 4;

std::int64_t pieces_of(std::int64_t pairs) { return (pairs + IN_A_PIECE - 1) / IN_A_PIECE; }

class Sampler {
public:
    Sampler(const Rows& rows, bool either, std::uint64_t seed, int threads, Work& work)
        : walks_(Walks::along(rows, either)),
          part_(weak_components(rows)),
          seed_(seed),
          drawers_(std::max(threads, 1)),
          work_(work) {}

    // Draw as many more pairs, the next ones of the seed.
    void draw(std::int64_t pairs, SampledBetweenness& into) {
        struct Drawn {
            std::vector<Person> through;
            std::vector<Offset> length;
        };
        std::vector<Drawn> drawn(pieces_of(pairs));
        const int threads = int(drawers_.size());
        in_pieces(std::int64_t(drawn.size()), threads, work_, [&](std::int64_t piece, int thread) {
            auto& drawer = drawers_[thread];
            if (!drawer) drawer = std::make_unique<WayDrawer>(walks_);
            Drawn& mine = drawn[piece];
            const std::int64_t first = piece * IN_A_PIECE;
            for (std::int64_t at = first; at < std::min(first + IN_A_PIECE, pairs); ++at) {
                const std::size_t before = mine.through.size();
                draw_one(*drawer, std::uint64_t(next_ + at), mine.through);
                mine.length.push_back(Offset(mine.through.size() - before));
            }
        });
        for (const Drawn& each : drawn) {
            into.through.insert(into.through.end(), each.through.begin(), each.through.end());
            for (const Offset length : each.length) into.start.push_back(into.start.back() + length);
            for (const Person v : each.through) ++into.counts[v];
        }
        next_ += pairs;
    }

    std::int64_t scanned() const {
        std::int64_t all = 0;
        for (const auto& each : drawers_)
            if (each) all += each->scanned();
        return all;
    }

    // How many people have a tie to come in by and another to go on by.
    std::int64_t between() const {
        std::int64_t many = 0;
        for (Person v = 0; v < walks_.n; ++v)
            many += walks_.directed ? walks_.on.count(v) > 0 && walks_.round.count(v) > 0
                                    : walks_.on.count(v) > 1;
        return many;
    }

private:
    void draw_one(WayDrawer& drawer, std::uint64_t number, std::vector<Person>& through) {
        Chance chance(seed_, number);
        const Person from = Person(chance.below(std::uint32_t(walks_.n)));
        Person to = Person(chance.below(std::uint32_t(walks_.n - 1)));
        to += to >= from;
        if (part_[from] == part_[to]) drawer.draw(from, to, chance, through);
    }

    Walks walks_;
    std::vector<Person> part_;
    std::uint64_t seed_;
    std::vector<std::unique_ptr<WayDrawer>> drawers_;  // one for each thread
    Work& work_;
    std::int64_t next_ = 0;  // the number of the next pair
};

}  // namespace

SampledBetweenness sampled_betweenness(const Rows& rows, bool either, double epsilon, double delta,
                                       std::uint64_t seed, int threads, Work& work) {
    SampledBetweenness found;
    found.counts.assign(rows.n, 0);
    Sampler sampler(rows, either, seed, threads, work);
    const std::int64_t between = sampler.between();
    if (between == 0) return found;

    SampledBetweenness pilot;
    pilot.counts.assign(rows.n, 0);
    found.pilot = std::max(LEAST_PILOT, Enough::least(between, epsilon, delta) / PILOT_PART);
    work.expect(2 * pieces_of(found.pilot));
    sampler.draw(found.pilot, pilot);

    // All shares together are the mean number of people in between, at most two fewer than on the
    // longest way: so that only so many can be above epsilon.
    std::int64_t most_above = between;
    const auto rule = [&] {
        return Enough(pilot.counts, found.pilot, between, most_above, epsilon, delta);
    };
    Enough enough = rule();
    const auto larger = std::int64_t(enough.expected()) / PILOT_PART_EXPECTED;
    if (larger > found.pilot) {
        work.expect(2 * pieces_of(larger));
        sampler.draw(larger - found.pilot, pilot);
        found.pilot = larger;
        enough = rule();
    }
    const std::int64_t walked = PASSES * (rows.arcs() + rows.n);
    if (double(sampler.scanned()) / double(found.pilot) * double(enough.checkpoints().front()) >
        double(WORTH * walked)) {
        found.vertex_diameter = vertex_diameter_bound(rows, either);
        const double inside = double(std::max<std::int64_t>(found.vertex_diameter - 2, 0));
        most_above = std::int64_t(std::min(double(between), inside / epsilon));
        enough = rule();
    }
    found.busy = enough.busy();
    found.looks = std::int64_t(enough.checkpoints().size());
    for (const std::int64_t look : enough.checkpoints()) {
        work.expect(pieces_of(found.pilot) + pieces_of(look));
        sampler.draw(look - found.drawn(), found);
        if (enough.enough(found.counts, look)) break;
    }
    found.scanned = sampler.scanned();
    return found;
}

namespace {

void expect_chance(double value, const char* name) {
    if (!(value > 0 && value < 1))
        throw std::invalid_argument(std::string(name) + " is " + std::to_string(value) +
                                    "; expected a number above 0 and below 1.");
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
}

}  // namespace weft
