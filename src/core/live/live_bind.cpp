// How Python changes a network and asks what is known of it.
#include <nanobind/stl/pair.h>

#include "arrays.hpp"
#include "live.hpp"
#include "module.hpp"

namespace weft {

namespace {

using Ids = Column<Person>;

LiveRows::Ends ends(const Ids& column) { return {column.data(), column.shape(0)}; }

// Answer without the interpreter lock, one at a time. A number is returned as it is, and a vector is
// handed over.
template <typename Answer>
auto asked(LiveRows& live, Answer&& answer) {
    nb::gil_scoped_release unlocked;  // before the guard: whoever has that may want the lock
    std::lock_guard<std::mutex> alone(live.guard);
    return answer();
}

template <typename T, typename Of>
std::vector<T> by_person(const LiveTies& ties, Of&& of) {
    std::vector<T> values(std::size_t(ties.n()));
    for (Person v = 0; v < ties.n(); ++v) values[v] = of(v);
    return values;
}

// A property that is a number of each person, read off their circle.
template <typename Of>
auto of_circle(Of of) {
    return [of](LiveRows& live) {
        return given(asked(live, [&] {
            return by_person<std::int64_t>(live.ties(), [&](Person v) { return of(live.ties().of(v)); });
        }));
    };
}

template <typename Of>
auto of_parts(Of of) {
    return [of](LiveRows& live) { return asked(live, [&] { return of(live.parts()); }); };
}

void bind_ties(nb::class_<LiveRows>& live) {
    using namespace nb::literals;
    live.def(
            "__init__",
            [](LiveRows* self, const Rows& rows) {
                nb::gil_scoped_release unlocked;
                new (self) LiveRows(rows);
            },
            "rows"_a, nb::keep_alive<1, 2>(), "Starts from these rows, and shares them where nothing changes.")
        .def(
            "change",
            [](LiveRows& self, Ids add_source, Ids add_target, Ids drop_source, Ids drop_target) {
                asked(self, [&] {
                    self.change(ends(add_source), ends(add_target), ends(drop_source), ends(drop_target));
                });
            },
            "add_source"_a, "add_target"_a, "drop_source"_a, "drop_target"_a,
            "Add ties and withdraw ties: all of them, or none and ValueError.")
        .def(
            "add_people",
            [](LiveRows& self, std::int64_t many) { asked(self, [&] { self.add_people(many); }); },
            "many"_a, "People without ties, after all others.")
        .def(
            "ends",
            [](LiveRows& self) {
                auto [source, target] = asked(self, [&] { return self.ties().ends(); });
                return std::pair(given(std::move(source)), given(std::move(target)));
            },
            "Source and target of each tie, in order; without direction source < target.")
        .def(
            "to_rows",
            [](LiveRows& self) {
                return asked(self, [&] {
                    const auto [source, target] = self.ties().ends();
                    return new Rows(self.ties().n(), source, target, self.ties().directed());
                });
            },
            nb::rv_policy::take_ownership, "The network as it is, for all other kernels.")
        .def_prop_ro("n", [](LiveRows& self) { return asked(self, [&] { return self.ties().n(); }); })
        .def_prop_ro("directed", [](LiveRows& self) { return self.ties().directed(); })
        .def_prop_ro("ties", [](LiveRows& self) { return asked(self, [&] { return self.ties().ties(); }); },
                     "How many; one without direction counts once.")
        .def_prop_ro("mutual", [](LiveRows& self) { return asked(self, [&] { return self.ties().mutual(); }); },
                     "How many pairs are tied both ways.")
        .def_prop_ro("asymmetric",
                     [](LiveRows& self) { return asked(self, [&] { return self.ties().asymmetric(); }); },
                     "How many pairs are tied one way only.")
        .def_prop_ro("out_degree", of_circle([](const Circle& c) { return c.named(); }),
                     nb::rv_policy::automatic)
        .def_prop_ro("in_degree", of_circle([](const Circle& c) { return c.named_by(); }),
                     nb::rv_policy::automatic)
        .def_prop_ro("contacts", of_circle([](const Circle& c) { return c.count(); }),
                     nb::rv_policy::automatic,
                     "How many others each is tied to in either direction.");
}

void bind_counts(nb::class_<LiveRows>& live) {
    using namespace nb::literals;
    live.def(
            "census",
            [](LiveRows& self, nb::object tell) {
                Work work(0, std::move(tell));
                return given(asked(self, [&] {
                    const auto& census = self.counts(work).census();
                    return std::vector<std::int64_t>(census.begin(), census.end());
                }));
            },
            "tell"_a = nb::none(),
            "Triads by kind, in igraph's order; the first, without a tie, is not counted and 0.")
        .def(
            "triangles",
            [](LiveRows& self, bool directed, nb::object tell) {
                Work work(0, std::move(tell));
                return given(asked(self, [&] {
                    const auto& around = self.counts(work).around();
                    return by_person<std::int64_t>(self.ties(), [&](Person v) {
                        return directed ? around[v].directed : around[v].triangles;
                    });
                }));
            },
            nb::kw_only(), "directed"_a = false, "tell"_a = nb::none(),
            "Of each person, the pairs of contacts who are tied; directed: times the ways to close each.")
        .def(
            "brokers",
            [](LiveRows& self, Ids group, nb::object tell) {
                Work work(0, std::move(tell));
                std::vector<std::int64_t> ways = asked(self, [&] {
                    std::vector<std::int64_t> flat;
                    const auto codes = ends(group);
                    const auto& ways = self.brokers({codes.begin(), codes.end()}, work).ways();
                    flat.reserve(5 * ways.size());
                    for (const auto& each : ways) flat.insert(flat.end(), each.begin(), each.end());
                    return flat;
                });
                const std::size_t people = ways.size() / 5;
                return given<std::int64_t, 2>(std::move(ways), {people, 5});
            },
            "group"_a, "tell"_a = nb::none(),
            "Of each person, the open ways over them: coordinator, consultant, gatekeeper, "
            "representative, liaison. The same groups again cost nothing.")
        .def(
            "holes",
            [](LiveRows& self, nb::object tell) {
                Work work(0, std::move(tell));
                auto [constraint, size] = asked(self, [&] {
                    const LiveHoles& holes = self.holes(work);
                    return std::pair(std::vector<double>(holes.constraint()),
                                     std::vector<double>(holes.effective_size()));
                });
                return std::pair(given(std::move(constraint)), given(std::move(size)));
            },
            "tell"_a = nb::none(), "Constraint and effective size of each person; nan without ties.")
        .def(
            "rank",
            [](LiveRows& self, double damping, double tolerance, nb::object tell) {
                Work work(0, std::move(tell));
                auto [ranks, sweeps] = asked(self, [&] {
                    const LiveRank& rank = self.rank(damping, tolerance, work);
                    return std::pair(rank.ranks(), rank.sweeps());
                });
                return std::pair(given(std::move(ranks)), sweeps);
            },
            nb::kw_only(), "damping"_a = 0.85, "tolerance"_a = 1e-8, "tell"_a = nb::none(),
            "PageRank, and in how many runs through all ties it was brought up to date.");
}

}  // namespace

void bind_live(nb::module_& m) {
    nb::class_<LiveRows> live(m, "LiveRows", "A network that changes tie by tie, and its figures.");
    bind_ties(live);
    bind_counts(live);
    live.def_prop_ro("part",
                     [](LiveRows& self) {
                         return given(asked(self, [&] { return self.parts().numbered(); }));
                     },
                     nb::rv_policy::automatic,
                     "The part that each person hangs together with, numbered as they first come.")
        .def_prop_ro("parts", of_parts([](const LiveParts& parts) { return parts.parts(); }))
        .def_prop_ro("largest_part", of_parts([](const LiveParts& parts) { return parts.largest(); }),
                     "How many people hang together in the largest part.")
        .def_prop_ro("alone", of_parts([](const LiveParts& parts) { return parts.alone(); }),
                     "How many people have no tie.");
}

}  // namespace weft
