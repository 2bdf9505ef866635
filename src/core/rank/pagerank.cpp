#include "pagerank.hpp"

#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>

#include <nanobind/stl/optional.h>

#include "arrays.hpp"
#include "module.hpp"
#include "walk.hpp"

namespace weft {

namespace {

// The weights beside the lists of who names each person.
std::vector<double> turned(const Rows& rows, std::span<const double> weight) {
    if (weight.empty()) return {};
    const Lists& in = rows.incoming();
    std::vector<Offset> next(in.start.begin(), in.start.end() - 1);
    std::vector<double> beside(weight.size());
    for (Person v = 0; v < rows.n; ++v)
        for (Offset at = rows.out.start[v]; at < rows.out.start[v + 1]; ++at)
            beside[next[rows.out.to[at]]++] = weight[at];
    return beside;
}

// Solves y = base + damping * (what y sends along the ties). What those who name nobody would send
// to all raises everyone alike, so that y, made to sum to 1, is the answer (Del Corso, Gulli and
// Romani 2005). New values are used as soon as they are known (Gauss and Seidel), which takes about
// two thirds of the sweeps.
class Solver {
public:
    Solver(const Rows& rows, std::span<const double> weight, double damping)
        : n_(rows.n), in_(rows.incoming()), beside_(turned(rows, weight)), damping_(damping),
          base_((1 - damping) / std::max<Person>(rows.n, 1)), part_(rows.n), sent_(rows.n, 0.0),
          y_(rows.n, 0.0) {
        for (Person v = 0; v < n_; ++v) {
            const double all = outgoing(rows.out, weight, v);
            part_[v] = all > 0 ? 1 / all : 0;
        }
    }

    // A guess of the scores, in the measure of y.
    void start_from(std::span<const double> guess) {
        double all = 0, stuck = 0;
        for (Person v = 0; v < n_; ++v) {
            all += guess[v];
            if (part_[v] == 0) stuck += guess[v];
        }
        const double measure = (1 - damping_) / ((1 - damping_) * all + damping_ * stuck);
        for (Person v = 0; v < n_; ++v) {
            y_[v] = guess[v] * measure;
            sent_[v] = y_[v] * part_[v];
        }
    }

    void start_even() {
        for (Person v = 0; v < n_; ++v) {
            y_[v] = 1.0 / n_;
            sent_[v] = y_[v] * part_[v];
        }
    }

    // Look at everyone once.
    void sweep() {
        double changed = 0;
        sum_ = 0;
        for (Person v = 0; v < n_; ++v) {
            if (part_[v] == 0) {  // nobody's value rests on theirs: they are looked at in the end
                sum_ += base_;
                continue;
            }
            const double now = value_of(v);
            changed += std::abs(now - y_[v]);
            sum_ += now;
            y_[v] = now;
            sent_[v] = now * part_[v];
        }
        // y is at most this far from the solution, all together.
        away_ = changed * damping_ / (1 - damping_);
    }

    // Whether y, made to sum to 1, is known to be that near the solution made to sum to 1.
    bool within(double tolerance) const { return 2 * away_ <= tolerance * (sum_ - away_); }

    std::vector<double> scores() {
        double all = 0;
        for (Person v = 0; v < n_; ++v) {
            if (part_[v] == 0) y_[v] = value_of(v);
            all += y_[v];
        }
        for (double& each : y_) each /= all;
        return std::move(y_);
    }

private:
    double value_of(Person v) const {
        double sum = 0;
        const Offset from = in_.start[v], end = in_.start[std::size_t(v) + 1];
        if (beside_.empty())
            for (Offset at = from; at < end; ++at) sum += sent_[in_.to[at]];
        else
            for (Offset at = from; at < end; ++at) sum += sent_[in_.to[at]] * beside_[at];
        return base_ + damping_ * sum;
    }

    const Person n_;
    const Lists& in_;
    const std::vector<double> beside_;
    const double damping_, base_;
    std::vector<double> part_, sent_, y_;
    double away_ = 0, sum_ = 0;
};

}  // namespace

PageRank pagerank(const Rows& rows, std::span<const double> weight, std::span<const double> start,
                  double damping, double tolerance, Work& work) {
    expect_walk(damping, tolerance);
    PageRank result;
    if (rows.n == 0) return result;
    Solver solver(rows, weight, damping);
    if (start.empty())
        solver.start_even();
    else
        solver.start_from(start);
    // Each sweep brings y nearer by at least `damping`; more than that many are rounding alone.
    const double least = tolerance * (1 - damping) * (1 - damping) / 4;
    const double sweeps = damping > 0 ? std::log(least) / std::log(damping) : 0;
    const int most = 2 + int(std::min(1e6, std::max(0.0, sweeps)));
    work.expect(most);
    do {
        solver.sweep();
        ++result.sweeps;
        work.did(1);
        work.look();
    } while (!solver.within(tolerance) && result.sweeps < most);
    result.score = solver.scores();
    return result;
}

void bind_pagerank(nb::module_& m) {
    using namespace nb::literals;
    using Weights = Column<double>;
    m.def(
        "pagerank",
        [](const Rows& rows, const std::optional<Weights>& weight,
           const std::optional<Weights>& start, double damping, double tolerance,
           nb::object tell) {
            if (weight) expect_length(*weight, rows.out.to.size(), "weight");
            if (start) {
                expect_length(*start, std::size_t(rows.n), "start");
                for (std::size_t v = 0; v < start->shape(0); ++v)
                    if (!((*start)(v) > 0 && std::isfinite((*start)(v))))
                        throw std::invalid_argument("start has a value of " +
                                                    std::to_string((*start)(v)) +
                                                    "; expected finite numbers above 0.");
            }
            Work work(0, std::move(tell));
            PageRank found;
            {
                nb::gil_scoped_release unlocked;
                found = pagerank(rows, span_of(weight), span_of(start), damping, tolerance, work);
            }
            return nb::make_tuple(given(std::move(found.score)), found.sweeps);
        },
        nb::sig("def pagerank(rows: Rows, weight: NDArray[numpy.float64] | None = None, "
                "start: NDArray[numpy.float64] | None = None, *, damping: float = 0.85, "
                "tolerance: float = 1e-10, tell: object = None) -> tuple[NDArray[numpy.float64], int]"),
        "rows"_a, "weight"_a = nb::none(), "start"_a = nb::none(), nb::kw_only(),
        "damping"_a = 0.85, "tolerance"_a = 1e-10, "tell"_a = nb::none(),
        "How much of a walk along the ties each person sees, and how many sweeps it took.");
}

}  // namespace weft
