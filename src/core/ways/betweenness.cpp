#include "betweenness.hpp"

#include <algorithm>
#include <cstdint>

#include "module.hpp"
#include "threads.hpp"

namespace weft {

namespace {

// Each piece adds up its sources in an array of its own, and pieces are added in their order: the
// sums of fractions are then the same for any number of threads.
constexpr std::int64_t PIECES = 16;

// One source after another, in memory that is used again.
class Dependencies {
public:
    explicit Dependencies(const Walks& walks)
        : walks_(walks),
          of_(walks.n),
          reached_(std::size_t(walks.n) + 1),
          first_(std::size_t(walks.n) + 1),
          next_(walks.on.to.size() + 1) {}

    void add(Person source, std::vector<double>& through) {
        const Person many = forth(source);
        for (Person at = many; at-- > 1;) {
            Place& place = of_[reached_[at]];
            double behind = 0;
            for (Offset k = first_[at]; k < first_[at + 1]; ++k) behind += of_[next_[k]].share;
            behind *= place.ways;
            through[reached_[at]] += behind;
            place.share = (1 + behind) / place.ways;
        }
        for (Person at = 0; at < many; ++at) of_[reached_[at]] = Place{};
    }

private:
    struct Place {
        double ways = 0;   // shortest ways from the source
        double share = 0;  // (1 + what depends on this person) / ways
        Person step = -1;
    };

    // Number everyone reached in the order of their steps, and keep the ties that lead one step on.
    // Without branches on what is found: which tie leads on cannot be guessed.
    Person forth(Person source) {
        of_[source].step = 0;
        of_[source].ways = 1;
        reached_[0] = source;
        Person many = 1;
        Offset kept = 0;
        for (Person at = 0; at < many; ++at) {
            const Place here = of_[reached_[at]];
            first_[at] = kept;
            for (const Person u : walks_.on.of(reached_[at])) {
                Place& there = of_[u];
                const bool fresh = there.step < 0;
                reached_[many] = u;
                many += fresh;
                there.step = fresh ? here.step + 1 : there.step;
                const bool leads_on = there.step == here.step + 1;
                there.ways += leads_on ? here.ways : 0.0;
                next_[kept] = u;
                kept += leads_on;
            }
        }
        first_[many] = kept;
        return many;
    }

    const Walks walks_;
    std::vector<Place> of_;
    std::vector<Person> reached_;
    std::vector<Offset> first_;
    std::vector<Person> next_;
};

}  // namespace

std::vector<double> betweenness(const Walks& walks, int threads, Work& work) {
    const std::int64_t pieces = std::min<std::int64_t>(PIECES, walks.n);
    std::vector<std::vector<double>> through(pieces);
    work.expect(pieces + walks.n);
    in_pieces(pieces, threads, work, [&](std::int64_t piece, int thread) {
        Dependencies from(walks);
        through[piece].assign(walks.n, 0.0);
        for (std::int64_t source = piece; source < walks.n && !work.stopped(); source += pieces) {
            from.add(Person(source), through[piece]);
            work.did(1);
            if (thread == 0) work.look();
        }
    });
    std::vector<double> all(walks.n, 0.0);
    for (const auto& one : through)
        for (Person v = 0; v < walks.n; ++v) all[v] += one[v];
    if (!walks.directed)
        for (auto& each : all) each /= 2;
    return all;
}

void bind_betweenness(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "betweenness",
        [](const Rows& rows, bool either, int threads, nb::object tell) {
            Work work(0, std::move(tell));
            std::vector<double> each;
            {
                nb::gil_scoped_release unlocked;
                each = betweenness(Walks::along(rows, either), threads, work);
            }
            return given(std::move(each));
        },
        "rows"_a, nb::kw_only(), "either"_a = false, "threads"_a = 1, "tell"_a = nb::none(),
        "How many shortest ways between others lead through each person.");
}

}  // namespace weft
