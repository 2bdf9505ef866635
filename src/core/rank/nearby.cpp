#include "nearby.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include <nanobind/stl/optional.h>

#include "arrays.hpp"
#include "chance.hpp"
#include "module.hpp"
#include "walk.hpp"

namespace weft {

namespace {

// What is known of one person that walks have come to.
struct Visit {
    Person person;
    bool waits = false;    // in the queue
    double ended = 0;      // walks that were followed to their end here
    double open = 0;       // walks that are here and not yet followed
    double outgoing = 0;   // what goes out along the ties: 1 for each, or its weight
};

// The visits, found by person: an open table of their places, never more than half full. Once it
// would be as large as a list of everyone it is one.
class Visits {
public:
    explicit Visits(Person n) : n_(std::size_t(n)) { grow(1024); }

    // The place of somebody's visit, and whether it is new.
    std::pair<std::size_t, bool> at(Person v) {
        const std::size_t found = slot(v);
        if (places_[found] >= 0) return {std::size_t(places_[found]), false};
        places_[found] = Person(all.size());
        all.push_back({v});
        if (!of_everyone_ && 2 * all.size() > places_.size()) grow(2 * places_.size());
        return {all.size() - 1, true};
    }

    std::vector<Visit> all;

private:
    std::size_t slot(Person v) const {
        if (of_everyone_) return std::size_t(v);
        const std::size_t mask = places_.size() - 1;
        std::size_t at = std::size_t(scattered(std::uint64_t(v))) & mask;
        while (places_[at] >= 0 && all[places_[at]].person != v) at = (at + 1) & mask;
        return at;
    }

    void grow(std::size_t wide) {
        of_everyone_ = wide >= n_;
        places_.assign(of_everyone_ ? n_ : wide, -1);
        for (std::size_t at = 0; at < all.size(); ++at) places_[slot(all[at].person)] = Person(at);
    }

    std::size_t n_;
    bool of_everyone_ = false;
    std::vector<Person> places_;
};

class Walks {
public:
    Walks(const Rows& rows, std::span<const Person> start, std::span<const double> weight,
          double damping, double tolerance)
        : out_(rows.out), weight_(weight), damping_(damping), tolerance_(tolerance), visits_(rows.n) {
        for (const Person v : start) starts_.push_back(visit(v));
        arrive_at_the_start(1.0);
    }

    // As many walks in a million are done as were followed to their end.
    void follow_all(Work& work) {
        constexpr std::int64_t ALL = 1'000'000;
        work.expect(ALL);
        std::int64_t told = 0;
        for (std::size_t next = 0; next < queue_.size(); ++next) {
            follow(queue_[next]);
            if ((next & 1023) == 0) {
                const auto done = std::int64_t(double(ALL) * ended_);
                work.did(done - std::exchange(told, done));
                work.look();
            }
            if (next >= 1'000'000) {  // forget those who were served
                queue_.erase(queue_.begin(), queue_.begin() + std::ptrdiff_t(next) + 1);
                next = std::size_t(-1);
            }
        }
    }

    Nearby result() {
        std::vector<Visit>& all = visits_.all;
        std::sort(all.begin(), all.end(),
                  [](const Visit& a, const Visit& b) { return a.person < b.person; });
        Nearby found;
        for (const Visit& each : all) {
            found.left_out += each.open;
            if (each.ended == 0) continue;
            found.people.push_back(each.person);
            found.score.push_back(each.ended);
        }
        return found;
    }

private:
    std::size_t visit(Person v) {
        const auto [place, fresh] = visits_.at(v);
        if (fresh) visits_.all[place].outgoing = weft::outgoing(out_, weight_, v);
        return place;
    }

    void arrive(std::size_t place, double more) {
        Visit& here = visits_.all[place];
        here.open += more;
        const Offset ties = std::max<Offset>(out_.count(here.person), 1);
        if (here.waits || here.open <= tolerance_ * double(ties)) return;
        here.waits = true;
        queue_.push_back(place);
    }

    void arrive_at_the_start(double more) {
        for (const std::size_t place : starts_) arrive(place, more / double(starts_.size()));
    }

    void follow(std::size_t place) {
        Visit& here = visits_.all[place];  // visits may move as new ones come: copy what is needed
        const Person v = here.person;
        const double going = damping_ * here.open, outgoing = here.outgoing;
        here.ended += here.open - going;
        ended_ += here.open - going;
        here.open = 0;
        here.waits = false;
        if (outgoing == 0) return arrive_at_the_start(going);
        for (Offset at = out_.start[v]; at < out_.start[std::size_t(v) + 1]; ++at) {
            const double share = weight_.empty() ? 1 : weight_[std::size_t(at)];
            arrive(visit(out_.to[at]), going * share / outgoing);
        }
    }

    const Lists& out_;
    const std::span<const double> weight_;
    const double damping_, tolerance_;
    Visits visits_;
    std::vector<std::size_t> starts_, queue_;
    double ended_ = 0;  // walks that were followed to their end, wherever
};

}  // namespace

Nearby nearby(const Rows& rows, std::span<const Person> start, std::span<const double> weight,
              double damping, double tolerance, Work& work) {
    expect_walk(damping, tolerance);
    if (start.empty()) throw std::invalid_argument("start names nobody; expected one or more.");
    for (const Person v : start)
        if (v < 0 || v >= rows.n)
            throw std::invalid_argument("start names person " + std::to_string(v) +
                                        "; expected one below " + std::to_string(rows.n) + ".");
    Walks walks(rows, start, weight, damping, tolerance);
    walks.follow_all(work);
    return walks.result();
}

void bind_nearby(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "nearby",
        [](const Rows& rows, const Column<Person>& start,
           const std::optional<Column<double>>& weight, double damping, double tolerance,
           nb::object tell) {
            if (weight) expect_length(*weight, rows.out.to.size(), "weight");
            Work work(0, std::move(tell));
            Nearby found;
            {
                nb::gil_scoped_release unlocked;
                found = nearby(rows, span_of(start), span_of(weight), damping, tolerance, work);
            }
            return nb::make_tuple(given(std::move(found.people)), given(std::move(found.score)),
                                  found.left_out);
        },
        nb::sig("def nearby(rows: Rows, start: NDArray[numpy.int32], "
                "weight: NDArray[numpy.float64] | None = None, *, damping: float = 0.85, "
                "tolerance: float = 1e-7, tell: object | None = None"
                ") -> tuple[NDArray[numpy.int32], NDArray[numpy.float64], float]"),
        "rows"_a, "start"_a, "weight"_a = nb::none(), nb::kw_only(), "damping"_a = 0.85,
        "tolerance"_a = 1e-7, "tell"_a = nb::none(),
        "Whom walks from these people come to, at least how often, and what is left out in all.");
}

}  // namespace weft
