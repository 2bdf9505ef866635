// One look at every tie that somebody names: how likely each strength of it is, given what was said,
// and what that adds up to for those who said it. Written from the equations of De Bacco and others
// (2023) and Newman (2018); `weft/uncertainty/reporters/sweep.py` does the same in numpy.
//
// Ties are looked at one after another in one thread, so that sums are always added in one order.
#include <cmath>
#include <vector>

#include "arrays.hpp"
#include "module.hpp"

namespace weft {

namespace {

using Index = std::int64_t;

template <typename T>
using Table = nb::ndarray<const T, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

// How what is said follows from how much is said.
enum Kind { RATES = 0, COUNTS = 1, YES_OR_NO = 2 };

constexpr double LEAST = 1e-300;

// Lists one after another; those of item t stand from start[t] up to start[t + 1].
void expect_lists(const Column<Index>& start, std::size_t items, std::size_t length,
                  const char* name) {
    expect_length(start, items + 1, name);
    Index last = 0;
    for (std::size_t at = 0; at <= items; ++at) {
        if (start(at) < last || (at == 0 && start(at) != 0))
            throw std::invalid_argument(std::string(name) + " does not rise from 0.");
        last = start(at);
    }
    if (std::size_t(last) != length)
        throw std::invalid_argument(std::string(name) + " ends at " + std::to_string(last) +
                                    "; expected " + std::to_string(length) + ".");
}

void expect_below(const Column<Index>& column, std::size_t limit, const char* name) {
    for (std::size_t at = 0; at < column.shape(0); ++at)
        if (column(at) < 0 || std::size_t(column(at)) >= limit)
            throw std::invalid_argument(std::string(name) + " holds " + std::to_string(column(at)) +
                                        "; expected numbers below " + std::to_string(limit) + ".");
}

void expect_columns(const Table<double>& table, std::size_t columns, const char* name) {
    if (table.shape(1) != columns)
        throw std::invalid_argument(std::string(name) + " has " + std::to_string(table.shape(1)) +
                                    " columns; expected " + std::to_string(columns) + ".");
}

// What one yes adds to the score of a strength, and how much of it is due to the tie and to the echo.
struct Term {
    double score, tie, echo;
};

Term term_of(Kind kind, double own, double said, double echo) {
    if (kind == RATES) return {own, 1.0, 0.0};
    const double tie = std::max(std::exp(own), LEAST), much = tie + echo;
    if (kind == COUNTS) return {said * std::log(much), said * tie / much, said * echo / much};
    const double none = -std::expm1(-much), many = much / none;
    return {much + std::log(none), many * tie / much, many * echo / much};
}

struct Swept {
    std::vector<double> chance, ties, asked, said, echoed;
    double evidence = 0;
};

// All ties, who was asked about each and who said yes, and what scores are put together from.
struct Told {
    Column<Index> group, asked_start, asked_at, said_start, said_at;
    Column<double> said, echo;
    Table<double> base, asked_score, said_score;
    Column<double> echo_score;
    Kind kind;

    std::size_t ties() const { return said_start.shape(0) - 1; }
    std::size_t groups() const { return base.shape(0); }
    std::size_t strengths() const { return base.shape(1); }
    std::size_t places() const { return asked_score.shape(0); }

    void check() const {
        expect_length(group, ties(), "group");
        expect_below(group, groups(), "group");
        expect_lists(asked_start, ties(), asked_at.shape(0), "asked_start");
        expect_lists(said_start, ties(), said_at.shape(0), "said_start");
        expect_length(said, said_at.shape(0), "said");
        expect_length(echo, said_at.shape(0), "echo");
        expect_length(echo_score, groups(), "echo_score");
        expect_columns(asked_score, strengths(), "asked_score");
        expect_columns(said_score, strengths(), "said_score");
        expect_below(asked_at, places(), "asked_at");
        expect_below(said_at, said_score.shape(0), "said_at");
        if (said_score.shape(0) != places())
            throw std::invalid_argument("Tables differ in rows.");
    }
};

class Look {
public:
    explicit Look(const Told& told) : told_(told), strengths_(told.strengths()) {
        found.chance.assign(told.ties() * strengths_, 0.0);
        found.ties.assign(told.groups() * strengths_, 0.0);
        found.asked.assign(told.places() * strengths_, 0.0);
        found.said.assign(told.places() * strengths_, 0.0);
        found.echoed.assign(told.groups(), 0.0);
        for (std::size_t tie = 0; tie < told.ties(); ++tie) {
            double* chance = found.chance.data() + tie * strengths_;
            score(tie, chance);
            share_out(tie, chance);
            add_up(tie, chance);
        }
    }

    Swept found;

private:
    // The logarithm of how likely each strength is, but for a constant.
    void score(std::size_t tie, double* chance) {
        const auto own = std::size_t(told_.group(tie));
        const double back = told_.kind == RATES ? 0.0 : std::exp(told_.echo_score(own));
        for (std::size_t k = 0; k < strengths_; ++k) chance[k] = told_.base(own, k);
        for (Index at = told_.asked_start(tie); at < told_.asked_start(tie + 1); ++at) {
            const double* row = &told_.asked_score(std::size_t(told_.asked_at(at)), 0);
            for (std::size_t k = 0; k < strengths_; ++k) chance[k] += row[k];
        }
        terms_.clear();
        for (Index at = told_.said_start(tie); at < told_.said_start(tie + 1); ++at) {
            const double* row = &told_.said_score(std::size_t(told_.said_at(at)), 0);
            for (std::size_t k = 0; k < strengths_; ++k) {
                terms_.push_back(term_of(told_.kind, row[k], told_.said(at), told_.echo(at) * back));
                chance[k] += terms_.back().score;
            }
        }
    }

    void share_out(std::size_t tie, double* chance) {
        double top = chance[0], sum = 0;
        for (std::size_t k = 1; k < strengths_; ++k) top = std::max(top, chance[k]);
        for (std::size_t k = 0; k < strengths_; ++k) sum += std::exp(chance[k] - top);
        const double evidence = top + std::log(sum);
        found.evidence += evidence;
        const auto own = std::size_t(told_.group(tie));
        for (std::size_t k = 0; k < strengths_; ++k) {
            chance[k] = std::exp(chance[k] - evidence);
            found.ties[own * strengths_ + k] += chance[k];
        }
    }

    void add_up(std::size_t tie, const double* chance) {
        for (Index at = told_.asked_start(tie); at < told_.asked_start(tie + 1); ++at) {
            double* row = found.asked.data() + std::size_t(told_.asked_at(at)) * strengths_;
            for (std::size_t k = 0; k < strengths_; ++k) row[k] += chance[k];
        }
        std::size_t next = 0;
        for (Index at = told_.said_start(tie); at < told_.said_start(tie + 1); ++at) {
            double* row = found.said.data() + std::size_t(told_.said_at(at)) * strengths_;
            for (std::size_t k = 0; k < strengths_; ++k, ++next) {
                row[k] += chance[k] * terms_[next].tie;
                found.echoed[std::size_t(told_.group(tie))] += chance[k] * terms_[next].echo;
            }
        }
    }

    const Told& told_;
    const std::size_t strengths_;
    std::vector<Term> terms_;
};

nb::object sweep(Column<Index> group, Column<Index> asked_start, Column<Index> asked_at,
                 Column<Index> said_start, Column<Index> said_at, Column<double> said,
                 Column<double> echo, Table<double> base, Table<double> asked_score,
                 Table<double> said_score, Column<double> echo_score, int kind) {
    if (kind < RATES || kind > YES_OR_NO)
        throw std::invalid_argument("kind is " + std::to_string(kind) + "; expected 0 to 2.");
    if (said_start.shape(0) == 0) throw std::invalid_argument("said_start is empty.");
    if (base.shape(1) == 0) throw std::invalid_argument("base has no columns.");
    const Told told{group, asked_start, asked_at, said_start, said_at, said,
                    echo, base, asked_score, said_score, echo_score, Kind(kind)};
    told.check();
    Swept found;
    {
        nb::gil_scoped_release unlocked;
        found = std::move(Look(told).found);
    }
    const std::size_t strengths = told.strengths();
    return nb::make_tuple(given<double, 2>(std::move(found.chance), {told.ties(), strengths}),
                          given<double, 2>(std::move(found.ties), {told.groups(), strengths}),
                          given<double, 2>(std::move(found.asked), {told.places(), strengths}),
                          given<double, 2>(std::move(found.said), {told.places(), strengths}),
                          given(std::move(found.echoed)), found.evidence);
}

}  // namespace

void bind_reporters(nb::module_& m) {
    using namespace nb::literals;
    m.def("reporters_sweep", &sweep, "group"_a, "asked_start"_a, "asked_at"_a,
          "said_start"_a, "said_at"_a, "said"_a, "echo"_a, "base"_a, "asked_score"_a,
          "said_score"_a, "echo_score"_a, "kind"_a,
          nb::sig("def reporters_sweep(group: NDArray[numpy.int64], asked_start: "
                  "NDArray[numpy.int64], asked_at: NDArray[numpy.int64], said_start: "
                  "NDArray[numpy.int64], said_at: NDArray[numpy.int64], said: "
                  "NDArray[numpy.float64], echo: NDArray[numpy.float64], base: "
                  "NDArray[numpy.float64], asked_score: NDArray[numpy.float64], said_score: "
                  "NDArray[numpy.float64], echo_score: NDArray[numpy.float64], kind: int) -> "
                  "tuple[NDArray[numpy.float64], NDArray[numpy.float64], NDArray[numpy.float64], "
                  "NDArray[numpy.float64], NDArray[numpy.float64], float]"),
          "How likely each strength of each tie is, how many there are of each, about how many "
          "each person was asked and what they said of them, what is due to the tie the other way "
          "round, and how likely all that was said is.");
}

}  // namespace weft
