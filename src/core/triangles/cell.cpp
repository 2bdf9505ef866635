#include "cell.hpp"

#include <stdexcept>
#include <string>

#include <nanobind/stl/array.h>
#include <nanobind/stl/tuple.h>

#include "arrays.hpp"
#include "burt.hpp"
#include "module.hpp"

namespace weft {

namespace {

// Raise ValueError where a pair does not lead from a lower rank to a higher one.
void expect_rising(const CellOfPairs& pairs) {
    const Person n = pairs.n();
    if (pairs.start[0] != 0 || pairs.start[n] != Offset(pairs.to.size()))
        throw std::invalid_argument("start does not run from 0 to how many pairs there are.");
    for (Person u = 0; u < n; ++u)
        if (pairs.start[u] > pairs.start[u + 1])
            throw std::invalid_argument("start falls at " + std::to_string(u) + ".");
    for (Person u = 0; u < n; ++u) {
        Person before = u;
        for (Offset k = pairs.start[u]; k < pairs.start[u + 1]; ++k) {
            if (pairs.to[k] <= before || pairs.to[k] >= n)
                throw std::invalid_argument("Pair " + std::to_string(k) + " leads from " +
                                            std::to_string(u) + " to " +
                                            std::to_string(pairs.to[k]) +
                                            "; expected rising numbers above it and below " +
                                            std::to_string(n) + ".");
            before = pairs.to[k];
        }
    }
}

}  // namespace

CellSums triangles_of_cell(const CellOfPairs& pairs, const std::array<std::int32_t, 3>& cell,
                           Work& work) {
    expect_rising(pairs);
    const Person n = pairs.n();
    CellSums sums{std::vector<std::int64_t>(64, 0),
                  std::vector<std::int64_t>(pairs.to.size(), 0),
                  std::vector<std::int64_t>(std::size_t(n), 0)};
    std::vector<Offset> place(std::size_t(n), -1);  // where the pair u, w stands, or -1
    work.expect(n);
    for (Person u = 0; u < n; ++u) {
        work.did(1);
        work.look();
        if (pairs.block[u] != cell[0]) continue;
        const Offset first = pairs.start[u], last = pairs.start[u + 1];
        for (Offset k = first; k < last; ++k)
            if (pairs.block[pairs.to[k]] == cell[2]) place[pairs.to[k]] = k;
        for (Offset uv = first; uv < last; ++uv) {
            const Person v = pairs.to[uv];
            if (pairs.block[v] != cell[1]) continue;
            const int s_uv = strength(pairs.dyads[uv]);
            for (Offset vw = pairs.start[v]; vw < pairs.start[v + 1]; ++vw) {
                const Person w = pairs.to[vw];
                const Offset uw = place[w];
                if (uw < 0) continue;
                const int s_uw = strength(pairs.dyads[uw]), s_vw = strength(pairs.dyads[vw]);
                ++sums.codes[pairs.dyads[uv] + 4 * pairs.dyads[uw] + 16 * pairs.dyads[vw]];
                sums.via[uv] += pairs.part[w] * (s_uw * s_vw);
                sums.via[uw] += pairs.part[v] * (s_uv * s_vw);
                sums.via[vw] += pairs.part[u] * (s_uv * s_uw);
                const int u_rest = pairs.rest[u], v_rest = pairs.rest[v], w_rest = pairs.rest[w];
                sums.lost[u] += s_vw * (s_uw * v_rest + s_uv * w_rest);
                sums.lost[v] += s_uw * (s_vw * u_rest + s_uv * w_rest);
                sums.lost[w] += s_uv * (s_vw * u_rest + s_uw * v_rest);
            }
        }
        for (Offset k = first; k < last; ++k) place[pairs.to[k]] = -1;
    }
    return sums;
}

void bind_cell(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "triangles_of_cell",
        [](const Column<Offset>& start, const Column<Person>& to, const Column<std::uint8_t>& dyads,
           const Column<std::int32_t>& block, const Column<std::int64_t>& part,
           const Column<std::uint8_t>& rest, std::array<std::int32_t, 3> cell, nb::object tell) {
            const std::size_t n = block.shape(0), many = to.shape(0);
            expect_length(start, n + 1, "start");
            expect_length(dyads, many, "dyads");
            expect_length(part, n, "part");
            expect_length(rest, n, "rest");
            const CellOfPairs pairs{{start.data(), n + 1}, {to.data(), many}, {dyads.data(), many},
                                    {block.data(), n},     {part.data(), n},  {rest.data(), n}};
            for (const std::uint8_t dyad : pairs.dyads)
                if (dyad < THERE || dyad > BOTH)
                    throw std::invalid_argument("A dyad is " + std::to_string(int(dyad)) +
                                                "; expected 1, 2 or 3.");
            Work work(0, std::move(tell));
            CellSums sums;
            {
                nb::gil_scoped_release unlocked;
                sums = triangles_of_cell(pairs, cell, work);
            }
            return std::make_tuple(given(std::move(sums.codes)), given(std::move(sums.via)),
                                   given(std::move(sums.lost)));
        },
        "start"_a, "to"_a, "dyads"_a, "block"_a, "part"_a, "rest"_a, nb::kw_only(), "cell"_a,
        "tell"_a = nb::none(),
        "Find the triangles of one cell of blocks, by rank: how many by their dyads, and what they "
        "add to each pair and to each person.");
}

}  // namespace weft
