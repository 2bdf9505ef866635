// How people answer, drawn anew: the sums over all pairs that each step needs
// (weft.uncertainty.answers.habits, one_by_one and lending; the weights of reasons: weights.cpp).
//
// Numbers are summed in another order than numpy sums them, so the last bits can differ. What is
// drawn from them are ties, by comparing with a random number: they come out the same unless that
// number falls between two that differ in the last bits.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <nanobind/stl/optional.h>

#include "bit_sets.hpp"
#include "module.hpp"
#include "replicates.hpp"
#include "squares.hpp"

namespace weft {

namespace {

// The log likelihood of some ties, its slope and its bend (with minus) in their log odds. The
// logarithms of 1 + exp(-|odds|) are taken of products, few at a time.
class Told {
public:
    void add(double odds, bool there, double by = 1.0) {
        const double small = std::exp(-std::abs(odds));
        const double inverse = 1 / (1 + small);
        const double chance = odds >= 0 ? inverse : small * inverse;
        likely_ += (there ? odds : 0.0) - std::max(odds, 0.0);
        product_ *= 1 + small;
        if (++many_ == 512) flush();
        slope += ((there ? 1.0 : 0.0) - chance) * by;
        bend += chance * (1 - chance) * by * by;
    }

    double likely() {
        flush();
        return likely_;
    }

    double slope = 0.0, bend = 0.0;

private:
    void flush() {
        likely_ -= std::log(product_);
        product_ = 1.0;
        many_ = 0;
    }

    double likely_ = 0.0, product_ = 1.0;
    int many_ = 0;
};

// One person's step: a value proposed by one step of weighted least squares, taken or not.
struct Step {
    double mean, variance;

    // `told_at(value)` gives what is told of the person's ties at a value.
    template <typename ToldAt>
    double taken(double now, double normal, double coin, ToldAt told_at) const {
        const auto [likely, slope, bend] = with_prior(told_at(now), now);
        const double centre = now + slope / bend;
        const double proposed = centre + normal / std::sqrt(bend);
        const auto [likely_there, slope_there, bend_there] = with_prior(told_at(proposed), proposed);
        const double back = proposed + slope_there / bend_there;
        double gain = likely_there - likely + 0.5 * std::log(bend_there / bend);
        gain += 0.5 * bend * (proposed - centre) * (proposed - centre);
        gain -= 0.5 * bend_there * (now - back) * (now - back);
        return coin < gain ? proposed : now;
    }

private:
    std::array<double, 3> with_prior(Told told, double value) const {
        const double off = value - mean;
        return {told.likely() - off * off / (2 * variance), told.slope - off / variance,
                told.bend + 1 / variance};
    }
};

// How readily each names (`of_rows`) or is named, drawn anew, all given the others.
Given<double> ends(Column<double> now, Matrix odds, Table known, Table there,
                   std::optional<Matrix> by, bool of_rows, double mean, double variance,
                   Column<double> normals, Column<double> coins) {
    const std::size_t n = now.shape(0);
    expect_square(odds, n, "odds");
    expect_square(known, n, "known");
    expect_square(there, n, "there");
    if (by) expect_square(*by, n, "by");
    expect_length(normals, n, "normals");
    expect_length(coins, n, "coins");
    std::vector<double> drawn(n);
    {
        nb::gil_scoped_release unlocked;
        const Step step{mean, variance};
        const double* times = by ? by->data() : nullptr;
        const std::size_t along = of_rows ? 1 : n, across = of_rows ? n : 1;
        for (std::size_t i = 0; i < n; ++i)
            drawn[i] = step.taken(now(i), normals(i), coins(i), [&](double value) {
                Told told;
                const double moved = value - now(i);
                for (std::size_t at = i * across, k = 0; k < n; ++k, at += along) {
                    if (!known.data()[at]) continue;
                    const double much = times ? times[at] : 1.0;
                    told.add(odds.data()[at] + moved * much, there.data()[at], much);
                }
                return told;
            });
    }
    return given(std::move(drawn));
}

// How readily each is tied, without direction: one person after another, given those before.
Given<double> ties_of_each(Column<double> now, Matrix beside, Table known, Table there, double mean,
                           double variance, Column<double> normals, Column<double> coins) {
    const std::size_t n = now.shape(0);
    expect_square(beside, n, "beside");
    expect_square(known, n, "known");
    expect_square(there, n, "there");
    expect_length(normals, n, "normals");
    expect_length(coins, n, "coins");
    std::vector<double> drawn(now.data(), now.data() + n);
    {
        nb::gil_scoped_release unlocked;
        const Step step{mean, variance};
        for (std::size_t i = 0; i < n; ++i)
            drawn[i] = step.taken(drawn[i], normals(i), coins(i), [&](double value) {
                Told told;
                for (std::size_t j = 0, at = i * n; j < n; ++j, ++at)
                    if (known.data()[at])
                        told.add(beside.data()[at] + drawn[j] + value, there.data()[at]);
                return told;
            });
    }
    return given(std::move(drawn));
}

// The log odds of naming at which each person is expected to name so many, by Newton's method in
// logarithms; a row of `beside` for each of `who`.
Given<double> naming_for(Matrix beside, Column<std::int64_t> who, Column<double> wanted, int steps,
                         double least) {
    const std::size_t n = beside.shape(1), many = beside.shape(0);
    expect_length(who, many, "who");
    expect_length(wanted, many, "wanted");
    expect_below(who, n);
    std::vector<double> naming(many, 0.0);
    {
        nb::gil_scoped_release unlocked;
        for (std::size_t at = 0; at < many; ++at) {
            const double* row = beside.data() + at * n;
            for (int step = 0; step < steps; ++step) {
                double expected = 0.0, bend = 0.0;
                for (std::size_t j = 0; j < n; ++j) {
                    if (j == std::size_t(who(at))) continue;
                    const double odds = row[j] + naming[at];
                    const double small = std::exp(-std::abs(odds)), inverse = 1 / (1 + small);
                    const double chance = odds >= 0 ? inverse : small * inverse;
                    expected += chance;
                    bend += chance * (1 - chance);
                }
                expected = std::max(expected, least);
                bend = std::max(bend / expected, 0.1);
                const double by = std::clamp(std::log(wanted(at) / expected) / bend, -2.0, 2.0);
                naming[at] += by;
                if (std::abs(by) < 1e-13) break;  // the next would be its square
            }
        }
    }
    return given(std::move(naming));
}

// For each of `who` and everybody, what `of_many` holds for as many as are tied, either way, to both.
Given<double, 2> in_common(Table ties, Column<std::int64_t> who, Column<double> of_many) {
    const std::size_t n = ties.shape(0), many = who.shape(0);
    expect_square(ties, n, "ties");
    expect_length(of_many, n + 1, "of_many");
    expect_below(who, n);
    std::vector<double> found(many * n);
    {
        nb::gil_scoped_release unlocked;
        const BitRows either = either_way(reinterpret_cast<const std::uint8_t*>(ties.data()), n);
        for (std::size_t at = 0; at < many; ++at) {
            const Word* mine = either.row(std::size_t(who(at)));
            for (std::size_t u = 0; u < n; ++u) {
                const Word* theirs = either.row(u);
                std::size_t both = 0;
                for (std::size_t word = 0; word < either.words(); ++word)
                    both += std::size_t(ones(mine[word] & theirs[word]));
                found[at * n + u] = of_many(both);
            }
        }
    }
    return given<double, 2>(std::move(found), {many, n});
}

}  // namespace

void bind_habits(nb::module_& m) {
    using namespace nb::literals;
    m.def("ends", &ends, "now"_a, "odds"_a, "known"_a, "there"_a, "by"_a.none(), "of_rows"_a,
          "mean"_a, "variance"_a, "normals"_a, "coins"_a,
          "How readily each names or is named, drawn anew for all at once.");
    m.def("ties_of_each", &ties_of_each, "now"_a, "beside"_a, "known"_a, "there"_a, "mean"_a,
          "variance"_a, "normals"_a, "coins"_a,
          "How readily each is tied, drawn anew one person after another.");
    m.def("naming_for", &naming_for, "beside"_a, "who"_a, "wanted"_a, "steps"_a, "least"_a,
          "The log odds of naming at which each is expected to name so many.");
    m.def("in_common", &in_common, "ties"_a, "who"_a, "of_many"_a,
          "What stands for as many people as are tied to both, for each of some and everybody.");
}

}  // namespace weft
