#include "circles.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>
#include <string>

#include "arrays.hpp"
#include "bit_sets.hpp"
#include "components.hpp"
#include "module.hpp"
#include "threads.hpp"

namespace weft {

namespace {

constexpr std::size_t WORDS = 8;  // a row of a block is one line of the cache
constexpr std::size_t WIDE = 64 * WORDS;

using Bits = std::array<std::uint64_t, WORDS>;

// The sizes of a block's circles, digit by digit: the size of those in a row is the sum over the
// digits of the bits that row and digit share.
struct Digits {
    std::vector<Bits> planes;

    Digits(std::span<const std::int64_t> sizes) {
        std::uint64_t all = 0;
        for (const std::int64_t size : sizes) all |= std::uint64_t(size);
        planes.assign(std::bit_width(all), Bits{});
        for (std::size_t at = 0; at < sizes.size(); ++at)
            for (std::size_t digit = 0; digit < planes.size(); ++digit)
                planes[digit][at / 64] |= std::uint64_t(sizes[at] >> digit & 1) << at % 64;
    }

    std::int64_t of(const Bits& row) const {
        std::int64_t sum = 0;
        for (std::size_t digit = 0; digit < planes.size(); ++digit) {
            std::int64_t here = 0;
            for (std::size_t w = 0; w < WORDS; ++w)
                here += ones(row[w] & planes[digit][w]);
            sum += here << digit;
        }
        return sum;
    }
};

// The pairs of which the first person belongs to one of the circles from `first` on, WIDE of them.
std::int64_t reaching_from(const Above& circles, std::size_t first, std::vector<Bits>& rows) {
    const std::size_t k = circles.many(), wide = std::min(WIDE, k - first);
    const Digits digits(circles.sizes.subspan(first, wide));
    std::int64_t pairs = 0;
    for (std::size_t c = first; c < k; ++c) {
        Bits mine{};
        if (c - first < wide) mine[(c - first) / 64] = std::uint64_t(1) << (c - first) % 64;
        for (const std::int64_t a : circles.of(c)) {
            if (std::size_t(a) < first) continue;  // those above it stand before the block as well
            const Bits& theirs = rows[std::size_t(a) - first];
            for (std::size_t w = 0; w < WORDS; ++w) mine[w] |= theirs[w];
        }
        rows[c - first] = mine;
        pairs += circles.sizes[c] * digits.of(mine);
    }
    return pairs;
}

}  // namespace

Condensed condensed(const Rows& rows, bool turned) {
    std::vector<Person> circle = circles_from_the_end(rows);
    const std::vector<Person> parts = weak_components(rows);
    Condensed result;
    Person k = 0;
    for (const Person c : circle) k = std::max(k, Person(c + 1));
    if (!turned)
        for (Person& c : circle) c = k - 1 - c;
    result.sizes.assign(k, 0);
    result.part.assign(k, 0);
    std::vector<Person> first(std::size_t(k) + 1, 0), member(rows.n);
    for (Person v = 0; v < rows.n; ++v) {
        ++result.sizes[circle[v]];
        result.part[circle[v]] = parts[v];
        ++first[std::size_t(circle[v]) + 1];
    }
    for (Person c = 0; c < k; ++c) first[std::size_t(c) + 1] += first[c];
    std::vector<Person> next(first.begin(), first.end() - 1), seen(k, -1);
    for (Person v = 0; v < rows.n; ++v) member[next[circle[v]]++] = v;
    const Lists& above = turned ? rows.out : rows.incoming();
    result.first_above.assign(1, 0);
    for (Person c = 0; c < k; ++c) {
        for (Person at = first[c]; at < first[std::size_t(c) + 1]; ++at)
            for (const Person u : above.of(member[at])) {
                const Person theirs = circle[u];
                if (theirs == c || seen[theirs] == c) continue;
                seen[theirs] = c;
                result.above.push_back(theirs);
            }
        std::sort(result.above.begin() + result.first_above.back(), result.above.end());
        result.first_above.push_back(std::int64_t(result.above.size()));
    }
    return result;
}

std::int64_t reaching_pairs(const Above& circles, int threads, Work& work) {
    const std::size_t k = circles.many(), blocks = (k + WIDE - 1) / WIDE;
    work.expect(std::int64_t(blocks));
    std::vector<std::int64_t> pairs(blocks, 0);
    std::vector<std::vector<Bits>> rows(std::max(threads, 1));
    in_pieces(std::int64_t(blocks), threads, work, [&](std::int64_t block, int thread) {
        rows[thread].resize(k);
        pairs[block] = reaching_from(circles, std::size_t(block) * WIDE, rows[thread]);
    });
    std::int64_t all = 0;
    for (const std::int64_t each : pairs) all += each;
    return all;
}

std::int64_t pairs_without_least_upper_bound(const Above& circles,
                                             std::span<const std::int64_t> part, Work& work) {
    const std::size_t k = circles.many(), words = (k + 63) / 64;
    work.expect(std::int64_t(k));
    std::vector<std::uint64_t> above(k * words, 0);
    std::vector<std::int64_t> many(k, 0);
    for (std::size_t c = 0; c < k; ++c) {
        std::uint64_t* mine = above.data() + c * words;
        mine[c / 64] = std::uint64_t(1) << c % 64;
        for (const std::int64_t a : circles.of(c))
            for (std::size_t w = 0; w <= std::size_t(a) / 64; ++w)
                mine[w] |= above[std::size_t(a) * words + w];
        for (std::size_t w = 0; w <= c / 64; ++w) many[c] += ones(mine[w]);
    }
    std::int64_t missing = 0;
    for (std::size_t c = 0; c < k && !work.stopped(); ++c) {
        const std::uint64_t* mine = above.data() + c * words;
        for (std::size_t d = c + 1; d < k; ++d) {
            if (part[c] != part[d]) continue;
            const std::uint64_t* theirs = above.data() + d * words;
            std::int64_t count = 0, last = -1;
            for (std::size_t w = 0; w <= c / 64; ++w) {
                const std::uint64_t shared = mine[w] & theirs[w];
                count += ones(shared);
                if (shared) last = std::int64_t(w * 64) + std::bit_width(shared) - 1;
            }
            if (last < 0 || many[last] != count) missing += circles.sizes[c] * circles.sizes[d];
        }
        work.did(1);
        work.look();
    }
    return missing;
}

namespace {

using Counts = Column<std::int64_t>;

Above lent(const Counts& sizes, const Counts& first_above, const Counts& above) {
    const std::size_t k = sizes.shape(0), ties = above.shape(0);
    expect_length(first_above, k + 1, "first_above");
    if (first_above(0) != 0 || first_above(k) != std::int64_t(ties))
        throw std::invalid_argument("first_above runs from " + std::to_string(first_above(0)) +
                                    " to " + std::to_string(first_above(k)) +
                                    "; expected from 0 to " + std::to_string(ties) + ".");
    for (std::size_t c = 0; c < k; ++c) {
        if (first_above(c) > first_above(c + 1))
            throw std::invalid_argument("first_above falls at " + std::to_string(c) +
                                        "; expected it to rise.");
        if (first_above(c + 1) > std::int64_t(ties)) continue;  // it falls farther on
        for (std::int64_t at = first_above(c); at < first_above(c + 1); ++at)
            if (above(at) < 0 || above(at) >= std::int64_t(c))
                throw std::invalid_argument("Circle " + std::to_string(above(at)) +
                                            " stands above circle " + std::to_string(c) +
                                            "; expected one that comes before it.");
        if (sizes(c) < 0)
            throw std::invalid_argument("Circle " + std::to_string(c) + " has fewer than 0 people.");
    }
    return {{sizes.data(), k}, {first_above.data(), k + 1}, {above.data(), ties}};
}

}  // namespace

void bind_circles(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "condensed",
        [](const Rows& rows, bool turned) {
            Condensed found;
            {
                nb::gil_scoped_release unlocked;
                found = condensed(rows, turned);
            }
            return nb::make_tuple(given(std::move(found.sizes)), given(std::move(found.part)),
                                  given(std::move(found.first_above)),
                                  given(std::move(found.above)));
        },
        nb::sig("def condensed(rows: Rows, *, turned: bool = False) -> tuple["
                "NDArray[numpy.int64], NDArray[numpy.int64], NDArray[numpy.int64], "
                "NDArray[numpy.int64]]"),
        "rows"_a, nb::kw_only(), "turned"_a = false,
        "Circles in the order of the ties: sizes, parts, and who is above: where they start, who.");
    m.def(
        "reaching_pairs",
        [](const Counts& sizes, const Counts& first_above, const Counts& above, int threads,
           nb::object tell) {
            const Above circles = lent(sizes, first_above, above);
            Work work(0, std::move(tell));
            nb::gil_scoped_release unlocked;
            return reaching_pairs(circles, threads, work);
        },
        "sizes"_a, "first_above"_a, "above"_a, nb::kw_only(), "threads"_a = 1,
        "tell"_a = nb::none(),
        "How many ordered pairs of people reach one another, each person reaching themselves.");
    m.def(
        "pairs_without_least_upper_bound",
        [](const Counts& sizes, const Counts& part, const Counts& first_above, const Counts& above,
           nb::object tell) {
            const Above circles = lent(sizes, first_above, above);
            expect_length(part, circles.many(), "part");
            const std::span<const std::int64_t> parts = span_of(part);
            Work work(0, std::move(tell));
            nb::gil_scoped_release unlocked;
            return pairs_without_least_upper_bound(circles, parts, work);
        },
        "sizes"_a, "part"_a, "first_above"_a, "above"_a, nb::kw_only(), "tell"_a = nb::none(),
        "How many pairs of one part have nobody above both whom all others above both reach.");
}

}  // namespace weft
