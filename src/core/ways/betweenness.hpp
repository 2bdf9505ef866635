// Who stands on the shortest ways between others: exactly.
#pragma once

#include <vector>

#include "walks.hpp"
#include "work.hpp"

namespace weft {

// How many shortest ways between two others lead through each person; where several are equally
// short, each counts in part. Without direction a pair counts once. Brandes (2001): O(n m).
std::vector<double> betweenness(const Walks& walks, int threads, Work& work);

}  // namespace weft
