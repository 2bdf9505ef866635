// Counts of threes in a network that changes: the triad census, and triangles by person.
#pragma once

#include <array>
#include <vector>

#include "live_ties.hpp"
#include "work.hpp"

namespace weft {

// Somebody tied to both ends of a dyad, and what is between each end and them.
struct Third {
    Person who;
    std::uint8_t from_first, from_second;
};

// The kinds of triad in the order in which igraph and R name them.
enum Kind : std::uint8_t {
    K003, K012, K102, K021D, K021U, K021C, K111D, K111U, K030T, K030C, K201, K120D, K120U, K120C, K210, K300
};

// The kind of the triad u, v, w of which these are the dyads.
Kind kind_of(std::uint8_t uv, std::uint8_t uw, std::uint8_t vw);

class LiveCounts {
public:
    bool known() const { return known_; }
    void count(const LiveTies& ties, Work& work);  // of all; later changes are followed
    void forget() { known_ = false; }

    // The dyad of u and v is about to change from `before` to `after`, seen from u.
    void change(const LiveTies& ties, Person u, Person v, std::uint8_t before, std::uint8_t after,
                const std::vector<Third>& shared);
    void add_people(const LiveTies& ties, Person many);  // before they are added

    // How many triads there are of each kind; the first, without any tie, is left at 0: it may
    // pass 64 bits, and follows from the others and n.
    const std::array<std::int64_t, 16>& census() const { return census_; }

    struct Around {
        std::int64_t triangles = 0;  // pairs of contacts who are tied
        std::int64_t directed = 0;   // Fagiolo's: each times the ways to close it
    };
    const std::vector<Around>& around() const { return around_; }
    void fetch_around(Person v) const {
        if (known_) fetch(&around_[v]);
    }

private:
    bool known_ = false;
    std::array<std::int64_t, 16> census_{};
    std::vector<Around> around_;
};

}  // namespace weft
