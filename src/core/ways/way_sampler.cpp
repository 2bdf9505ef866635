#include "way_sampler.hpp"

#include <algorithm>

#include <nanobind/stl/tuple.h>

#include "arrays.hpp"
#include "module.hpp"
#include "parts/components.hpp"
#include "threads.hpp"

namespace weft {

namespace {

constexpr std::int64_t IN_A_PIECE = 32;

}  // namespace

WaySampler::WaySampler(const Rows& rows, bool either, std::uint64_t seed, int threads, Work& work)
    : walks_(Walks::along(rows, either)),
      part_(weak_components(rows)),
      seed_(seed),
      drawers_(std::max(threads, 1)),
      work_(work) {}

std::int64_t WaySampler::pieces(std::int64_t pairs) { return (pairs + IN_A_PIECE - 1) / IN_A_PIECE; }

DrawnWays WaySampler::draw(std::int64_t first, std::int64_t many) {
    struct Drawn {
        std::vector<Person> through;
        std::vector<Offset> length;
        std::vector<std::int64_t> scanned;
    };
    std::vector<Drawn> drawn(pieces(many));
    const int threads = int(drawers_.size());
    in_pieces(std::int64_t(drawn.size()), threads, work_, [&](std::int64_t piece, int thread) {
        auto& drawer = drawers_[thread];
        if (!drawer) drawer = std::make_unique<WayDrawer>(walks_);
        Drawn& mine = drawn[piece];
        const std::int64_t from = piece * IN_A_PIECE;
        for (std::int64_t at = from; at < std::min(from + IN_A_PIECE, many); ++at) {
            const std::size_t before = mine.through.size();
            const std::int64_t scanned = drawer->scanned();
            draw_one(*drawer, std::uint64_t(first + at), mine.through);
            mine.length.push_back(Offset(mine.through.size() - before));
            mine.scanned.push_back(drawer->scanned() - scanned);
        }
    });
    DrawnWays all;
    for (const Drawn& each : drawn) {
        all.through.insert(all.through.end(), each.through.begin(), each.through.end());
        for (const Offset length : each.length) all.start.push_back(all.start.back() + length);
        all.scanned.insert(all.scanned.end(), each.scanned.begin(), each.scanned.end());
    }
    return all;
}

void WaySampler::draw_one(WayDrawer& drawer, std::uint64_t number, std::vector<Person>& through) {
    Chance chance(seed_, number);
    const Person from = Person(chance.below(std::uint32_t(walks_.n)));
    Person to = Person(chance.below(std::uint32_t(walks_.n - 1)));
    to += to >= from;
    if (part_[from] == part_[to]) drawer.draw(from, to, chance, through);
}

void bind_way_sampler(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "drawn_ways",
        [](const Rows& rows, std::int64_t first, std::int64_t many, std::uint64_t seed, bool either,
           int threads, nb::object tell) {
            if (rows.n < 2 || first < 0 || many < 0)
                throw std::invalid_argument("Ways are drawn between two people at least, and their "
                                            "numbers run from 0.");
            Work work(WaySampler::pieces(many), std::move(tell));
            DrawnWays drawn;
            {
                nb::gil_scoped_release unlocked;
                drawn = WaySampler(rows, either, seed, threads, work).draw(first, many);
            }
            return std::make_tuple(given(std::move(drawn.through)), given(std::move(drawn.start)),
                                   given(std::move(drawn.scanned)));
        },
        "rows"_a, "first"_a, "many"_a, nb::kw_only(), "seed"_a, "either"_a = false, "threads"_a = 1,
        "tell"_a = nb::none(),
        "A shortest way between each of these numbered pairs: who stands in between, where those of "
        "each way start, and how many ties were looked at for each.");
}

}  // namespace weft
