#include "ties.hpp"

#include <stdexcept>
#include <string>

#include <nanobind/stl/tuple.h>

#include "arrays.hpp"
#include "module.hpp"

namespace weft {

namespace {

using Ends = std::span<const Person>;

// Where the rows of each person start once they are grouped by a column.
std::vector<Offset> starts(Person n, Ends column) {
    if (n < 0) throw std::invalid_argument("The number of people is below 0.");
    std::vector<Offset> start(std::size_t(n) + 1, 0);
    for (const Person v : column) {
        if (v < 0 || v >= n)
            throw std::invalid_argument("Found person " + std::to_string(v) +
                                        "; expected one from 0 and below " + std::to_string(n) +
                                        ".");
        ++start[std::size_t(v) + 1];
    }
    for (std::size_t v = 1; v < start.size(); ++v) start[v] += start[v - 1];
    return start;
}

}  // namespace

Ties merged_ties(Person n, Ends source, Ends target, std::span<const double> value) {
    const std::size_t m = source.size();
    // Grouped by target first, and then by source: each list of targets comes out in rising order,
    // and rows with the same ends keep their order.
    const auto by_target = starts(n, target);
    auto next = starts(n, source);
    std::vector<Person> from(m), to(m);
    std::vector<double> of(m), strength(m);
    {
        auto place = by_target;
        for (std::size_t row = 0; row < m; ++row) {
            const auto at = std::size_t(place[target[row]]++);
            from[at] = source[row];
            of[at] = value[row];
        }
    }
    for (Person v = 0; v < n; ++v) {
        for (Offset k = by_target[v]; k < by_target[v + 1]; ++k) {
            const auto at = std::size_t(next[from[k]]++);
            to[at] = v;
            strength[at] = of[k];
        }
    }
    // Now next[v] is where the list of v ends. What was merged is written over what was read.
    std::size_t written = 0;
    Offset at = 0;
    for (Person v = 0; v < n; ++v) {
        while (at < next[v]) {
            const Person u = to[at];
            double total = strength[at];
            Offset same = 1;
            for (; at + same < next[v] && to[at + same] == u; ++same) total += strength[at + same];
            from[written] = v;
            to[written] = u;
            strength[written] = same == 1 ? total : total / double(same);
            ++written;
            at += same;
        }
    }
    from.resize(written);
    to.resize(written);
    strength.resize(written);
    return {std::move(from), std::move(to), std::move(strength)};
}

std::vector<std::int64_t> rows_alike(Person n, Ends source, Ends target) {
    const std::size_t m = source.size();
    starts(n, target);
    const auto start = starts(n, source);
    std::vector<Person> to(m);
    std::vector<std::int64_t> row_at(m);
    auto next = start;
    for (std::size_t row = 0; row < m; ++row) {
        const auto at = std::size_t(next[source[row]]++);
        to[at] = target[row];
        row_at[at] = std::int64_t(row);
    }
    std::vector<Person> met_by(std::size_t(n), -1);
    std::vector<Offset> met_at(std::size_t(n), 0);
    std::vector<std::uint8_t> alike(m, 0);
    bool any = false;
    for (Person v = 0; v < n; ++v) {
        for (Offset k = start[v]; k < start[v + 1]; ++k) {
            const Person u = to[k];
            if (met_by[u] == v) {
                alike[row_at[k]] = alike[row_at[met_at[u]]] = 1;
                any = true;
            } else {
                met_by[u] = v;
                met_at[u] = k;
            }
        }
    }
    std::vector<std::int64_t> rows;
    if (!any) return rows;
    for (std::size_t row = 0; row < m; ++row)
        if (alike[row]) rows.push_back(std::int64_t(row));
    return rows;
}

std::vector<std::uint8_t> standing_in(Person n, Ends column) {
    if (n < 0) throw std::invalid_argument("The number of people is below 0.");
    std::vector<std::uint8_t> there(std::size_t(n), 0);
    for (const Person v : column) {
        if (v < 0 || v >= n)
            throw std::invalid_argument("Found person " + std::to_string(v) +
                                        "; expected one from 0 and below " + std::to_string(n) +
                                        ".");
        there[v] = 1;
    }
    return there;
}

void bind_ties(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "merged_ties",
        [](Person n, Column<Person> source, Column<Person> target, Column<double> value) {
            expect_length(target, source.shape(0), "target");
            expect_length(value, source.shape(0), "value");
            Ties ties;
            {
                nb::gil_scoped_release unlocked;
                ties = merged_ties(n, span_of(source), span_of(target), span_of(value));
            }
            return std::tuple(given(std::move(ties.source)), given(std::move(ties.target)),
                              given(std::move(ties.weight)));
        },
        "n"_a, "source"_a, "target"_a, "value"_a,
        "The ties sorted by source and target, each once, with the mean of its values.");
    m.def(
        "rows_alike",
        [](Person n, Column<Person> source, Column<Person> target) {
            expect_length(target, source.shape(0), "target");
            std::vector<std::int64_t> rows;
            {
                nb::gil_scoped_release unlocked;
                rows = rows_alike(n, span_of(source), span_of(target));
            }
            return given(std::move(rows));
        },
        "n"_a, "source"_a, "target"_a, "The rows whose two ends another row has too.");
    m.def(
        "standing_in",
        [](Person n, Column<Person> column) {
            std::vector<std::uint8_t> there;
            {
                nb::gil_scoped_release unlocked;
                there = standing_in(n, span_of(column));
            }
            return given(std::move(there));
        },
        "n"_a, "column"_a, "For each person 1 where they stand in a column, else 0.");
}

}  // namespace weft
