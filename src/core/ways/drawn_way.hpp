// One shortest way between two people, drawn at random from all that are equally short.
#pragma once

#include <cstdint>
#include <vector>

#include "chance.hpp"
#include "walks.hpp"

namespace weft {

// Two searches walk toward each other, one from each end; the one whose next step follows fewer ties
// moves (Borassi and Natale 2019). So a way costs about the root of the number of ties, not all of
// them. Most of it is the last step. It needs to know of everyone only whether the other search has
// been there: one bit each, near at hand. What else is known of a person lies together in 32 bytes.
class WayDrawer {
public:
    explicit WayDrawer(const Walks& walks);

    // Draw a way from one person to another, each way with the same chance, and add the people in
    // between to `way`; nobody where there is no way.
    void draw(Person from, Person to, Chance& chance, std::vector<Person>& way);

    // How many ties were looked at so far.
    std::int64_t scanned() const { return scanned_; }

private:
    enum Side : int { FORTH = 0, BACK = 1 };

    // A level is `since_` plus the steps from one end; below `since_` it is of an earlier way, so
    // that nothing needs to be wiped after each.
    struct Place {
        double ways[2] = {0, 0};         // shortest ways from each end
        std::int32_t level[2] = {0, 0};
        std::int32_t ties[2] = {0, 0};   // how many ties lead on, in each direction
    };

    void step(Side side);
    bool meet(Side side);
    void spread(Side side);
    Person meeting(Chance& chance) const;
    Person before(Person v, Side side, Chance& chance);
    void forget();

    Walks walks_;
    const Lists* lists_[2];
    std::vector<Place> of_;
    std::vector<Person> reached_[2];  // room for everyone and one more
    std::vector<std::uint64_t> been_[2];  // a bit for each person reached from each end
    std::vector<Person> met_;
    std::size_t many_[2] = {0, 0};    // how many were reached
    std::size_t done_[2] = {0, 0};    // those before it have been walked on from
    std::int64_t ahead_[2] = {0, 0};  // ties that the next step of each side looks at
    std::int32_t level_[2] = {0, 0};
    std::int32_t since_ = 1;
    std::int64_t scanned_ = 0;
};

}  // namespace weft
