// A walk along the ties, from anywhere or from a few people: what is asked of it, and its weights.
#pragma once

#include <span>

#include "rows.hpp"

namespace weft {

// Throws std::invalid_argument unless walks go on with a chance from 0 up to below 1, to within more
// than 0.
void expect_walk(double damping, double tolerance);

// What goes out from somebody: 1 for each tie, or its weight where `weight` stands beside `out.to`.
// Throws std::invalid_argument where one of these is no finite number above 0.
double outgoing(const Lists& out, std::span<const double> weight, Person v);

}  // namespace weft
