// How Python asks for the figures made of triangles.
#include <nanobind/stl/optional.h>

#include "arrays.hpp"
#include "brokerage.hpp"
#include "burt.hpp"
#include "module.hpp"
#include "triangles.hpp"

namespace weft {

namespace {

std::span<const Person> checked_groups(const Column<Person>& group, Person n) {
    expect_length(group, std::size_t(n), "group");
    for (Person v = 0; v < n; ++v)
        if (group.data()[v] < 0 || group.data()[v] >= n)
            throw std::invalid_argument("The group of person " + std::to_string(v) + " is " +
                                        std::to_string(group.data()[v]) +
                                        "; expected a number from 0 that is below " +
                                        std::to_string(n) + ", how many people there are.");
    return {group.data(), std::size_t(n)};
}

using Self = nb::pointer_and_handle<TriangleFigures>;

void bind_figures(nb::module_& m) {
    nb::class_<TriangleFigures>(m, "TriangleFigures",
                                "What a pass over triangles gave; empty what was not asked for.")
        .def_prop_ro(
            "codes", [](Self self) { return view_of(self.p->codes, self.h); },
            "How many triangles a, b, c by their dyads, as seen from the first of each two (1 "
            "there, 2 back, 3 both): at ab + 4 ac + 16 bc.")
        .def_prop_ro(
            "ways", [](Self self) { return view_of(self.p->ways, self.h); },
            "How many ways over two dyads, seen from the middle: there and there, back and back, "
            "there and back, there and both, back and both, both and both.")
        .def_prop_ro(
            "triangles", [](Self self) { return view_of(self.p->triangles, self.h); },
            "The triangles of each person, without regard to direction.")
        .def_prop_ro(
            "directed", [](Self self) { return view_of(self.p->directed, self.h); },
            "The triangles of each person, each once for every choice of three ties.")
        .def_prop_ro(
            "constraint", [](Self self) { return view_of(self.p->constraint, self.h); },
            "Burt's constraint of each person; nan without ties.")
        .def_prop_ro(
            "effective_size", [](Self self) { return view_of(self.p->effective_size, self.h); },
            "Burt's effective size of each person; nan without ties.")
        .def_prop_ro(
            "embedded", [](Self self) { return view_of(self.p->embedded, self.h); },
            "The common contacts of each tied pair, in the order of its first and second person.")
        .def_prop_ro(
            "brokered",
            [](Self self) {
                const auto& counts = self.p->brokered;
                static const std::int64_t nothing{};
                return Given<const std::int64_t, 2>(counts.empty() ? &nothing : counts.data(),
                                                    {counts.size() / ROLES, std::size_t(ROLES)},
                                                    self.h);
            },
            "On how many open ways over two ties each person is the middle, by role.");
}

}  // namespace

void bind_triangles(nb::module_& m) {
    using namespace nb::literals;
    bind_figures(m);
    m.def(
        "triangle_figures",
        [](const Rows& rows, bool people, bool burt, bool embedded,
           std::optional<Column<Person>> group, int threads, nb::object tell) {
            Work work(0, std::move(tell));
            Wanted wanted{people, burt, embedded, {}};
            nb::gil_scoped_release unlocked;
            if (group) wanted.group = checked_groups(*group, rows.n);
            return triangle_figures(rows, wanted, threads, work);
        },
        "rows"_a, nb::kw_only(), "people"_a = false, "burt"_a = false, "embedded"_a = false,
        "group"_a = nb::none(), "threads"_a = 1, "tell"_a = nb::none(),
        "Find every triangle once. Always gives codes and ways; triangles and directed for "
        "`people`, constraint and effective_size for `burt`, brokered for everyone's `group`.");
    m.def(
        "constraint_over_two_steps",
        [](const Rows& rows, int threads, nb::object tell) {
            Work work(0, std::move(tell));
            std::vector<double> values;
            {
                nb::gil_scoped_release unlocked;
                values = constraint_over_two_steps(rows, threads, work);
            }
            return given(std::move(values));
        },
        "rows"_a, nb::kw_only(), "threads"_a = 1, "tell"_a = nb::none(),
        "Burt's constraint of each person over all whom they reach in one or two steps.");
}

}  // namespace weft
