#include "closeness.hpp"

#include <limits>
#include <memory>
#include <numeric>

#include "module.hpp"
#include "search.hpp"
#include "threads.hpp"

namespace weft {

namespace {

using People = std::span<const Person>;

constexpr std::int64_t NO_END = std::numeric_limits<std::int64_t>::max();

// How often each of 64 bits was set in the words added, kept as a column of binary digits: bit b of
// `sum_[k]` is digit k of the count of bit b. Words wait in pairs, so that a carry is passed on once
// for every second word (Harley and Seal's counting): about one adder for each word.
class Tally {
public:
    void add(std::uint64_t word) {
        std::size_t level = 0;
        for (auto odd = many_++; odd & 1; odd >>= 1, ++level) {
            const std::uint64_t sum = sum_[level], other = waits_[level], half = sum ^ other;
            sum_[level] = half ^ word;
            word = (sum & other) | (half & word);
        }
        waits_[level] = word;
    }

    // The count of each bit; starts again from nothing.
    void take(std::array<std::int64_t, 64>& counts) {
        counts.fill(0);
        for (std::size_t level = 0; many_ >> level; ++level) {
            const std::uint64_t waits = (many_ >> level) & 1 ? waits_[level] : 0;
            for (int bit = 0; bit < 64; ++bit)
                counts[bit] +=
                    std::int64_t(((sum_[level] >> bit) & 1) + ((waits >> bit) & 1)) << level;
        }
        sum_.fill(0);
        many_ = 0;
    }

private:
    std::array<std::uint64_t, 40> sum_{}, waits_{};
    std::uint64_t many_ = 0;
};

// Call piece(search, first, starts) for every AT_ONCE of the starts, on several threads.
template <typename Piece>
void in_searches(const Walks& walks, People starts, int threads, Work& work, Piece&& piece) {
    const std::int64_t pieces = (std::int64_t(starts.size()) + AT_ONCE - 1) / AT_ONCE;
    work.expect(pieces);
    std::vector<std::unique_ptr<Search>> searches(std::max(threads, 1));
    in_pieces(pieces, threads, work, [&](std::int64_t number, int thread) {
        if (!searches[thread]) searches[thread] = std::make_unique<Search>(walks);
        const std::size_t first = std::size_t(number) * AT_ONCE;
        const std::size_t many = std::min<std::size_t>(AT_ONCE, starts.size() - first);
        piece(*searches[thread], first, starts.subspan(first, many), thread);
    });
}

// The largest whole number that 1, 1/2, .. 1/30 are all whole multiples of once divided by it, and
// of which `many` still fit 62 bits. Closeness is added up in these units: in whole numbers, so
// that the order does not matter.
std::int64_t unit_for(std::size_t many) {
    constexpr std::int64_t DIVIDED_BY_1_TO_30 = 2'329'089'562'800;
    const std::int64_t most = (std::int64_t(1) << 62) / std::int64_t(std::max<std::size_t>(many, 1));
    return most < DIVIDED_BY_1_TO_30 ? most : most / DIVIDED_BY_1_TO_30 * DIVIDED_BY_1_TO_30;
}

}  // namespace

std::vector<double> closeness_from(const Walks& walks, People starts, std::int64_t within,
                                   int threads, Work& work) {
    std::vector<double> near(starts.size(), 0.0);
    in_searches(walks, starts, threads, work,
                [&](Search& search, std::size_t first, People these, int thread) {
                    std::array<Tally, WORDS> tally;
                    std::array<std::int64_t, 64> counts;
                    search.walk(
                        these, within < 0 ? NO_END : within,
                        [&](std::int64_t, Person, const Bits& bits) {
                            for (int k = 0; k < WORDS; ++k)
                                if (bits.word[k]) tally[k].add(bits.word[k]);
                        },
                        [&](std::int64_t step) {
                            work.pause(thread);
                            for (std::size_t at = 0; at < these.size(); ++at) {
                                if (at % 64 == 0) tally[at / 64].take(counts);
                                near[first + at] += double(counts[at % 64]) /
                                                    (within < 0 ? double(step) : 1.0);
                            }
                        });
                });
    return near;
}

std::vector<double> closeness_to(const Walks& walks, People starts, int threads, Work& work) {
    const std::int64_t unit = unit_for(starts.size());
    std::vector<std::vector<std::int64_t>> near(std::max(threads, 1));
    in_searches(walks, starts, threads, work,
                [&](Search& search, std::size_t, People these, int thread) {
                    auto& mine = near[thread];
                    mine.resize(walks.n);
                    std::int64_t part = unit;
                    search.walk(
                        these, NO_END,
                        [&](std::int64_t, Person v, const Bits& bits) {
                            mine[v] += bits.count() * part;
                        },
                        [&](std::int64_t step) {
                            work.pause(thread);
                            part = unit / (step + 1);
                        });
                });
    std::vector<double> all(walks.n, 0.0);
    for (Person v = 0; v < walks.n; ++v) {
        std::int64_t sum = 0;
        for (const auto& one : near)
            if (!one.empty()) sum += one[v];
        all[v] = double(sum) / double(unit);
    }
    return all;
}

std::vector<double> steps_from(const Walks& walks, People starts, int threads, Work& work) {
    constexpr double NEVER = std::numeric_limits<double>::infinity();
    const std::size_t n = std::size_t(walks.n);
    std::vector<double> steps(starts.size() * n, NEVER);
    work.expect(std::int64_t(starts.size()));
    in_pieces(std::int64_t(starts.size()), threads, work, [&](std::int64_t number, int) {
        double* mine = steps.data() + std::size_t(number) * n;
        std::vector<Person> reached{starts[number]};
        mine[starts[number]] = 0;
        for (std::size_t at = 0; at < reached.size(); ++at)
            for (const Person u : walks.on.of(reached[at]))
                if (mine[u] == NEVER) {
                    mine[u] = mine[reached[at]] + 1;
                    reached.push_back(u);
                }
    });
    return steps;
}

void bind_closeness(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "closeness_from",
        [](const Rows& rows, Column<Person> starts, std::int64_t within, bool either, int threads,
           nb::object tell) {
            expect_people(starts, rows.n, "starts");
            Work work(0, std::move(tell));
            std::vector<double> near;
            {
                nb::gil_scoped_release unlocked;
                near = closeness_from(Walks::along(rows, either), span_of(starts),
                                      within, threads, work);
            }
            return given(std::move(near));
        },
        "rows"_a, "starts"_a, nb::kw_only(), "within"_a = -1, "either"_a = false, "threads"_a = 1,
        "tell"_a = nb::none(),
        "For each start, the sum of 1/steps to all others; or how many are within so many steps.");
    m.def(
        "closeness_to",
        [](const Rows& rows, Column<Person> starts, bool either, bool back, int threads,
           nb::object tell) {
            expect_people(starts, rows.n, "starts");
            Work work(0, std::move(tell));
            std::vector<double> near;
            {
                nb::gil_scoped_release unlocked;
                near = closeness_to(Walks::along(rows, either, back),
                                    span_of(starts), threads, work);
            }
            return given(std::move(near));
        },
        "rows"_a, "starts"_a, nb::kw_only(), "either"_a = false, "back"_a = false, "threads"_a = 1,
        "tell"_a = nb::none(),
        "For each person, the sum of 1/steps over the starts that reach them; with back, over the "
        "starts that they reach.");
    m.def(
        "steps_from",
        [](const Rows& rows, Column<Person> starts, bool either, int threads, nb::object tell) {
            expect_people(starts, rows.n, "starts");
            Work work(0, std::move(tell));
            std::vector<double> steps;
            {
                nb::gil_scoped_release unlocked;
                steps = steps_from(Walks::along(rows, either), span_of(starts),
                                   threads, work);
            }
            return given<double, 2>(std::move(steps), {starts.shape(0), std::size_t(rows.n)});
        },
        "rows"_a, "starts"_a, nb::kw_only(), "either"_a = false, "threads"_a = 1,
        "tell"_a = nb::none(),
        "How many steps it takes from each start to everyone; infinite without a way.");
}

}  // namespace weft
