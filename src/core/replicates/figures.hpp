// The figures that are computed of every replicate.
#pragma once

#include <cstdint>
#include <vector>

#include "bit_sets.hpp"

namespace weft {

// density, reciprocity, transitivity, centralization, effective number of leaders, Gini
constexpr std::size_t FIGURES = 6;

// Whole numbers that the figures are made of. A tie without direction counts in both.
struct Counts {
    std::int64_t ties = 0;      // from one to another
    std::int64_t returned = 0;  // of these, how many are returned
    std::int64_t paths = 0;     // a names b, who names c, another than a
    std::int64_t closed = 0;    // of these, in how many a names c
};

// Write the figures to `out`; NaN where one has no meaning. `named` is by how many each is named.
// `scratch` is of any content and size.
void write_figures(const Counts& counts, const std::vector<std::int32_t>& named, bool directed,
                   std::vector<std::int64_t>& scratch, double* out);

// The figures of networks that come as bits; one such object for each thread.
class FiguresOfBits {
public:
    FiguresOfBits(Person n, bool directed);
    void write(const BitRows& ties, double* out);

private:
    std::int64_t closed_by_lists(const BitRows& ties) const;
    std::int64_t closed_by_words(const BitRows& ties) const;

    Person n_;
    bool directed_;
    std::vector<std::int32_t> named_;
    std::vector<Offset> start_;
    std::vector<Person> to_;
    std::vector<std::int64_t> scratch_;
};

}  // namespace weft
