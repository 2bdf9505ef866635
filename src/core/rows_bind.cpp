// How Python makes rows, and looks into them.
#include "arrays.hpp"
#include "module.hpp"
#include "rows.hpp"

namespace weft {

namespace {

// The pairs tied in either direction, each once, by the lower end and then by the higher.
nb::tuple pairs_once(const Rows& rows) {
    std::vector<Person> low, high;
    {
        nb::gil_scoped_release unlocked;
        const Lists& tied = rows.either();
        low.reserve(tied.to.size() / 2);
        high.reserve(tied.to.size() / 2);
        for (Person v = 0; v < rows.n; ++v)
            for (const Person u : tied.of(v)) {
                if (u < v) continue;
                low.push_back(v);
                high.push_back(u);
            }
    }
    return nb::make_tuple(given(std::move(low)), given(std::move(high)));
}

// The pairs whose two ends are both known, and the strength of the tie there and of the tie back, 0
// where there is none. `weight` stands beside the ties in order. As the lower end rises, the ties of
// the higher end to lower ones come up one after another, and then those to higher ones.
nb::tuple dyads_known(const Rows& rows, Column<double> weight, Column<std::uint8_t> known) {
    if (!rows.directed) throw std::invalid_argument("The ties have no direction; expected ties that have.");
    expect_length(weight, rows.out.to.size(), "weight");
    expect_length(known, std::size_t(rows.n), "known");
    std::vector<Person> first, second;
    std::vector<double> there, back;
    {
        nb::gil_scoped_release unlocked;
        std::vector<Offset> next(rows.out.start.begin(), rows.out.start.end() - 1);
        for (auto* ends : {&first, &second}) ends->reserve(std::size_t(rows.tied()));
        for (auto* strength : {&there, &back}) strength->reserve(std::size_t(rows.tied()));
        for (Person v = 0; v < rows.n; ++v)
            for (Offset at = rows.pairs.start[v]; at < rows.pairs.start[std::size_t(v) + 1]; ++at) {
                const Person u = rows.pairs.to[at];
                if (u < v) continue;
                const std::uint8_t dyad = rows.dyads[at];
                const double on = dyad & THERE ? weight.data()[next[v]++] : 0.0;
                const double round = dyad & BACK ? weight.data()[next[u]++] : 0.0;
                if (!known.data()[v] || !known.data()[u]) continue;
                first.push_back(v);
                second.push_back(u);
                there.push_back(on);
                back.push_back(round);
            }
    }
    return nb::make_tuple(given(std::move(first)), given(std::move(second)), given(std::move(there)),
                          given(std::move(back)));
}

using Self = nb::pointer_and_handle<Rows>;

}  // namespace

void bind_rows(nb::module_& m) {
    using namespace nb::literals;
    nb::class_<Rows>(m, "Rows", "A network in compressed rows: out, in, and merged with dyads.")
        .def(
            "__init__",
            [](Rows* self, Person n, Column<Person> source, Column<Person> target, bool directed) {
                nb::gil_scoped_release unlocked;
                new (self) Rows(n, span_of(source), span_of(target), directed);
            },
            "n"_a, "source"_a, "target"_a, nb::kw_only(), "directed"_a,
            "Each tie once, none to oneself, in any order.")
        .def_ro("n", &Rows::n, "How many people.")
        .def_ro("directed", &Rows::directed)
        .def_prop_ro("arcs", &Rows::arcs, "How many ties; without direction each counts twice.")
        .def_prop_ro("tied", &Rows::tied, "How many pairs are tied in either direction.")
        .def_prop_ro("mutual", &Rows::mutual, "How many pairs are tied both ways.")
        .def_prop_ro("bytes", &Rows::bytes, "How much memory the rows take.")
        .def_prop_ro(
            "out_start", [](Self self) { return view_of(self.p->out.start, self.h); },
            "Where the list of those whom each person names starts.")
        .def_prop_ro(
            "out", [](Self self) { return view_of(self.p->out.to, self.h); },
            "Whom each person names, in rising order.")
        .def_prop_ro(
            "in_start", [](Self self) { return view_of(self.p->incoming().start, self.h); },
            "Where the list of those who name each person starts.")
        .def_prop_ro(
            "into", [](Self self) { return view_of(self.p->incoming().to, self.h); },
            "Who names each person, in rising order.")
        .def(
            "pairs_once", &pairs_once,
            nb::sig("def pairs_once(self) -> tuple[NDArray[numpy.int32], NDArray[numpy.int32]]"),
            "The pairs tied in either direction, each once, the lower end first, in order.")
        .def(
            "dyads_known", &dyads_known,
            nb::sig("def dyads_known(self, weight: NDArray[numpy.float64], known: "
                    "NDArray[numpy.uint8]) -> tuple[NDArray[numpy.int32], NDArray[numpy.int32], "
                    "NDArray[numpy.float64], NDArray[numpy.float64]]"),
            "weight"_a, "known"_a,
            "The pairs of known people as in pairs_once, and the strengths there and back: 0 where "
            "there is no tie. weight stands beside the ties by source and target.")
        .def_prop_ro(
            "pair_start", [](Self self) { return view_of(self.p->either().start, self.h); },
            "Where the list of those tied to each person in either direction starts.")
        .def_prop_ro(
            "pair", [](Self self) { return view_of(self.p->either().to, self.h); },
            "Who is tied to each person in either direction, in rising order.");
}

}  // namespace weft
