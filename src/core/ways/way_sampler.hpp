// Numbered pairs of people, and a shortest way between each: what a sample of betweenness is made of.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "drawn_way.hpp"
#include "rows.hpp"
#include "walks.hpp"
#include "work.hpp"

namespace weft {

// Who stands in between on each way: those of way `i` are through[start[i]] .. through[start[i + 1] - 1].
struct DrawnWays {
    std::vector<Person> through;
    std::vector<Offset> start{0};
    std::vector<std::int64_t> scanned;  // how many ties were looked at for each
};

// Draws ordered pairs of two people, and of each one of the shortest ways. Pair number i has a stream
// of chance of its own, so that it is the same whoever draws it, and whatever was drawn before.
class WaySampler {
public:
    WaySampler(const Rows& rows, bool either, std::uint64_t seed, int threads, Work& work);

    // Draw the pairs first .. first + many - 1.
    DrawnWays draw(std::int64_t first, std::int64_t many);

    // How many pieces of work so many pairs are.
    static std::int64_t pieces(std::int64_t pairs);

private:
    void draw_one(WayDrawer& drawer, std::uint64_t number, std::vector<Person>& through);

    Walks walks_;
    std::vector<Person> part_;
    std::uint64_t seed_;
    std::vector<std::unique_ptr<WayDrawer>> drawers_;  // one for each thread
    Work& work_;
};

}  // namespace weft
