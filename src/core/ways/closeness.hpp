// How near people are to one another: sums over bit-parallel searches, and steps one by one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "walks.hpp"
#include "work.hpp"

namespace weft {

// For each start, the sum of 1/steps to everyone it reaches; or, where `within` is 0 or more, how
// many people it reaches within so many steps.
std::vector<double> closeness_from(const Walks& walks, std::span<const Person> starts,
                                   std::int64_t within, int threads, Work& work);

// For each person, the sum of 1/steps over the starts that reach them.
std::vector<double> closeness_to(const Walks& walks, std::span<const Person> starts, int threads,
                                 Work& work);

// From each start to everyone, row by row: the number of steps; infinite without a way.
std::vector<double> steps_from(const Walks& walks, std::span<const Person> starts, int threads,
                               Work& work);

}  // namespace weft
