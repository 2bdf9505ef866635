// Labels dealt out anew over the people.
#pragma once

#include <vector>

#include "replicates.hpp"

namespace weft {

// Put everyone into a random order, each order being equally likely (Fisher and Yates).
void shuffle(Chance& chance, std::vector<Person>& people);

}  // namespace weft
