// The ties that those who did not answer might have reported, drawn one after another given all the
// others (weft.uncertainty.answers.settling).
//
// Whether a tie is there follows from sums and one comparison, so that the same numbers come out as
// without the core, to the last bit.
#include "bit_sets.hpp"
#include "module.hpp"
#include "replicates.hpp"

namespace weft {

namespace {

struct Pairs {
    const Person *source, *target;
    const double *base, *wanted;  // log odds before other ties count, and what they must pass
    std::size_t many;
};

void settle(std::size_t n, bool directed, const Pairs& pairs, const double* steps, const double* returning,
            std::uint8_t* ties) {
    BitRows either = either_way(ties, n);
    for (std::size_t at = 0; at < pairs.many; ++at) {
        const std::size_t i = std::size_t(pairs.source[at]), j = std::size_t(pairs.target[at]);
        const Word *of_i = either.row(i), *of_j = either.row(j);
        std::int64_t in_common = 0;
        for (std::size_t word = 0; word < either.words(); ++word)
            in_common += ones(of_i[word] & of_j[word]);
        const bool back = directed && ties[j * n + i];
        double odds = pairs.base[at] + steps[in_common];
        if (back) odds += returning[i];
        const bool there = pairs.wanted[at] < odds;
        ties[i * n + j] = there;
        if (!directed) ties[j * n + i] = there;
        if (either.has(i, j) != (there || back)) {
            either.flip(i, j);
            either.flip(j, i);
        }
    }
}

Given<std::uint8_t, 2> settled(nb::ndarray<const bool, nb::ndim<2>, nb::c_contig, nb::device::cpu> ties,
                   Column<Person> source, Column<Person> target, bool directed, Column<double> base,
                   Column<double> steps, Column<double> returning,
                   Column<double> wanted) {
    const std::size_t n = ties.shape(0), many = source.shape(0);
    expect_people(std::int64_t(n));
    if (ties.shape(1) != n) throw std::invalid_argument("The table of ties is not square.");
    expect_length(target, many, "target");
    expect_length(base, many, "base");
    expect_length(wanted, many, "wanted");
    expect_length(steps, n, "steps");
    expect_length(returning, n, "returning");
    for (std::size_t at = 0; at < many; ++at)
        if (source(at) < 0 || std::size_t(source(at)) >= n || target(at) < 0 ||
            std::size_t(target(at)) >= n || source(at) == target(at))
            throw std::invalid_argument("Pair " + std::to_string(at) +
                                        " is not of two different people below " +
                                        std::to_string(n) + ".");
    std::vector<std::uint8_t> drawn(n * n);
    std::copy_n(reinterpret_cast<const std::uint8_t*>(ties.data()), n * n, drawn.data());
    {
        nb::gil_scoped_release unlocked;
        settle(n, directed,
               Pairs{source.data(), target.data(), base.data(), wanted.data(), many},
               steps.data(), returning.data(), drawn.data());
    }
    return given<std::uint8_t, 2>(std::move(drawn), {n, n});
}

}  // namespace

void bind_answers(nb::module_& m) {
    using namespace nb::literals;
    m.def("settled", &settled, "ties"_a, "source"_a, "target"_a, "directed"_a, "base"_a, "steps"_a,
          "returning"_a, "wanted"_a, "A table of ties, 0 or 1, with the unknown ones drawn anew.");
}

}  // namespace weft
