// The vertex bootstrap: what a network of people like these might have been.
#pragma once

#include <memory>
#include <vector>

#include "bit_sets.hpp"
#include "figures.hpp"
#include "rows.hpp"

namespace weft {

// Who stands in each place of a replicate, and what is between copies of one and the same person.
struct Resample {
    struct Pair {
        Person first, second;  // two places with the same person, first < second
        std::uint8_t dyad;     // what is between them, seen from the first; 0 nothing
    };
    std::vector<Person> people;           // in each place
    std::vector<std::int32_t> times;      // how many places each person has
    std::vector<Offset> start;            // where each person's places start in `places`
    std::vector<Person> places;           // by person, rising
    std::vector<Pair> pairs;              // those with a tie between them
};

// Snijders and Borgatti (1999): people are drawn with replacement; two copies of one person get the
// dyad of two people drawn at random.
class Bootstrap {
public:
    // At most 65,536 people, so that a pair is drawn as one whole number.
    explicit Bootstrap(const Rows& rows);

    struct Room {  // what a thread needs for itself
        Resample drawn;
        std::vector<std::int64_t> names, named_by, both;  // counted in places, by person
        std::vector<std::int32_t> more_names, more_named, more_both;  // to copies, by place
        std::vector<std::int32_t> named;
        std::vector<std::uint8_t> among;
        std::vector<Word> plane;
        std::vector<std::int64_t> scratch;
    };

    void draw(std::uint64_t seed, std::uint64_t replicate, Resample& drawn) const;
    // The figures of a replicate, without building it: see bootstrap.cpp.
    void write_figures(Room& room, double* out) const;

private:
    std::int64_t closed_among_three(const Room& room) const;
    std::int64_t closed_by_planes(Room& room) const;
    std::int64_t closed_among_copies(Room& room) const;

    const Rows& rows_;
    std::vector<Offset> third_start_;   // for each tie v to u at a position of out.to:
    std::vector<Person> third_;         // whom both v and u name
    std::unique_ptr<BitRows> bits_;     // instead of these, where they are too many
};

}  // namespace weft
