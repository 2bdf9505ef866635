// Whom short walks from a few people come to: PageRank that only looks around them.
#pragma once

#include <span>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

struct Nearby {
    std::vector<Person> people;  // in rising order; everybody else is taken for 0
    std::vector<double> score;   // each at most the true one
    double left_out = 0;         // by how much all true scores together are above these
};

// A walk starts at one of the people in `start`, each as likely as the others. It goes on along a
// tie with chance `damping`, by its weight (`weight` is empty or stands beside rows.out.to), and
// else starts anew there; so it does where somebody names nobody. What walks not yet followed there
// are is pushed on for as long as somebody holds more than `tolerance` of them for each whom they
// name (Andersen, Chung and Lang 2006). That costs at most 1 / ((1 - damping) tolerance), whatever
// the size of the network.
Nearby nearby(const Rows& rows, std::span<const Person> start, std::span<const double> weight,
              double damping, double tolerance, Work& work);

}  // namespace weft
