// The same network with people numbered so that those near one another have near numbers.
#pragma once

#include <vector>

#include "walks.hpp"

namespace weft {

// Walks that look at neighbours all the time find them close together in memory, and sources taken
// in this order reach others in about as many steps.
class NearOrder {
public:
    explicit NearOrder(const Walks& walks);

    // Refers to this object.
    Walks walks() const { return {on_, directed_ ? round_ : on_, n_, directed_}; }
    // Who has a number here, by their number there.
    Person person(Person number) const { return person_[number]; }

private:
    Person n_;
    bool directed_;
    std::vector<Person> person_;
    Lists on_, round_;
};

}  // namespace weft
