// Triangles, each found once, and the figures that are made of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

// Which figures one pass over the triangles is to give. What is not wanted is not paid for.
struct Wanted {
    bool people = false;                           // the triangles of each person
    bool burt = false;                             // constraint and effective size
    bool embedded = false;                         // the common contacts of each tied pair
    std::optional<std::span<const Person>> group;  // brokerage within and between these groups
};

struct TriangleFigures {
    // How many triangles of people a, b, c there are by the dyads between them, as seen from the
    // first of each two: ab + 4 · ac + 16 · bc. Which corner is a is settled by rank alone.
    std::vector<std::int64_t> codes;
    // How many ways over two dyads lead from one contact of a person to another, by what the dyads
    // are seen from that person in the middle; closed ones and open ones: there and there, back and
    // back, there and back, there and both, back and both, both and both.
    std::vector<std::int64_t> ways;
    std::vector<std::int64_t> triangles;  // of each person
    std::vector<std::int64_t> directed;   // the same, each once for every choice of three ties
    std::vector<double> constraint;       // of each person; nan without ties
    std::vector<double> effective_size;   // of each person; nan without ties
    std::vector<std::int64_t> brokered;   // of each person by role
    std::vector<std::int32_t> embedded;   // of each tied pair, by its first person and its second
};

// One pass over the triangles, however many figures are wanted. The pairs of tied people are turned
// from the one with fewer contacts to the one with more, which bounds the work by about pairs^1.5
// and in practice far below, whatever hubs there are (Chiba and Nishizeki 1985; Latapy 2008).
TriangleFigures triangle_figures(const Rows& rows, const Wanted& wanted, int threads, Work& work);

}  // namespace weft
