// How much each reason speaks for a tie: what is told of it by all that is known
// (weft.uncertainty.answers.habits).
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "module.hpp"
#include "squares.hpp"

namespace weft {

namespace {

using Matrices = nb::ndarray<const double, nb::ndim<3>, nb::c_contig, nb::device::cpu>;

constexpr std::size_t MOST_REASONS = 16;

// What is told of the weights of the reasons. `Many` is how many there are, so that the sums stay in
// registers; 0 for any number.
template <std::size_t Many>
struct Weighed {
    const double *weights, *without, *reason;
    const bool *known, *there, *twice;
    std::size_t n, any;
    double likely = 0.0;
    std::vector<double> slope = std::vector<double>(many(), 0.0);
    std::vector<double> bend = std::vector<double>(many() * many(), 0.0);

    std::size_t many() const { return Many ? Many : any; }

    void add_all() {
        std::array<double, Many ? Many : MOST_REASONS> here{}, off{};
        std::array<double, (Many ? Many : MOST_REASONS) * (Many ? Many : MOST_REASONS)> bent{};
        double once = 1.0, both = 1.0;
        for (std::size_t at = 0, since = 0; at < n * n; ++at) {
            if (!known[at]) continue;
            double odds = without[at];
            for (std::size_t k = 0; k < many(); ++k) {
                here[k] = reason[k * n * n + at];
                odds += weights[k] * here[k];
            }
            const double small = std::exp(-std::abs(odds)), inverse = 1 / (1 + small);
            const double chance = odds >= 0 ? inverse : small * inverse;
            const double counts = twice[at] ? 0.5 : 1.0;
            (twice[at] ? both : once) *= 1 + small;
            likely += counts * ((there[at] ? odds : 0.0) - std::max(odds, 0.0));
            const double missed = counts * ((there[at] ? 1.0 : 0.0) - chance);
            const double width = counts * chance * (1 - chance);
            for (std::size_t k = 0; k < many(); ++k) {
                off[k] += missed * here[k];
                for (std::size_t l = 0; l <= k; ++l) bent[k * many() + l] += width * here[k] * here[l];
            }
            if (++since == 512) {
                likely -= std::log(once) + 0.5 * std::log(both);
                once = both = 1.0;
                since = 0;
            }
        }
        likely -= std::log(once) + 0.5 * std::log(both);
        for (std::size_t k = 0; k < many(); ++k) {
            slope[k] = off[k];
            for (std::size_t l = 0; l <= k; ++l)
                bend[k * many() + l] = bend[l * many() + k] = bent[k * many() + l];
        }
    }

    nb::tuple result() {
        {
            nb::gil_scoped_release unlocked;
            add_all();
        }
        const std::size_t rows = many();
        return nb::make_tuple(likely, given(std::move(slope)),
                              given<double, 2>(std::move(bend), {rows, rows}));
    }
};

// The log likelihood of weights of the reasons, its slope and its bend (with minus), of what is
// known, where what is known both ways counts half.
nb::tuple weighed(Column<double> weights, Matrix without, Matrices reason, Table known, Table there,
                  Table twice) {
    const std::size_t n = without.shape(0), many = weights.shape(0);
    expect_square(without, n, "without");
    expect_square(known, n, "known");
    expect_square(there, n, "there");
    expect_square(twice, n, "twice");
    if (many > MOST_REASONS || reason.shape(0) != many || reason.shape(1) != n ||
        reason.shape(2) != n)
        throw std::invalid_argument("The reasons are not as many squares as there are weights.");
    const auto of = [&]<std::size_t Many>() {
        return Weighed<Many>{weights.data(), without.data(), reason.data(), known.data(),
                             there.data(),   twice.data(),   n,             many}
            .result();
    };
    if (many == 1) return of.template operator()<1>();
    if (many == 2) return of.template operator()<2>();
    if (many == 3) return of.template operator()<3>();
    return of.template operator()<0>();
}

}  // namespace

void bind_weights(nb::module_& m) {
    using namespace nb::literals;
    m.def("weighed", &weighed,
          nb::sig("def weighed(weights: NDArray[numpy.float64], without: NDArray[numpy.float64], "
                  "reason: NDArray[numpy.float64], known: NDArray[numpy.bool_], "
                  "there: NDArray[numpy.bool_], twice: NDArray[numpy.bool_]) -> "
                  "tuple[float, NDArray[numpy.float64], NDArray[numpy.float64]]"),
          "weights"_a, "without"_a, "reason"_a, "known"_a, "there"_a, "twice"_a,
          "The log likelihood of weights of reasons, its slope, and its bend with minus.");
}

}  // namespace weft
