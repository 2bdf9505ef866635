// Who stands between whom, and in which role (Gould and Fernandez 1989).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "rows.hpp"
#include "work.hpp"

namespace weft {

// The groups of a, v and b on a way a to v to b: AAA, A-B-A, A-B-B, A-A-B, A-B-C.
enum Role { COORDINATOR, CONSULTANT, GATEKEEPER, REPRESENTATIVE, LIAISON, ROLES };

inline Role role(bool from_own, bool to_own, bool alike) {
    if (from_own) return to_own ? COORDINATOR : REPRESENTATIVE;
    if (to_own) return GATEKEEPER;
    return alike ? CONSULTANT : LIAISON;
}

// Counts of the five roles side by side in one number, 12 bits each: added up as one.
constexpr int ROLE_BITS = 12;
constexpr std::uint64_t ROLE_MASK = (1u << ROLE_BITS) - 1;

// On how many ways through a triangle a, b, c, cut short by a tie from their start to their end,
// each of the three is the middle, by role: at most 2 in all for each.
struct ShortCuts {
    std::uint64_t a, b, c;
};

// Of every triangle by its code (see TriangleFigures) + 64 · (a and b are of one group + 2 · a and
// c are + 4 · b and c are).
const std::array<ShortCuts, 512>& short_cuts();

// How many ways lead over each person by role, those cut short included, those back to where they
// came from not. `group` holds everyone's group, each below `groups`.
std::vector<std::int64_t> ways_by_role(const Rows& rows, std::span<const Person> group,
                                       Person groups, int threads, Work& work);

// How many pieces the work of ways_by_role is cut into.
std::int64_t pieces_of_ways(const Rows& rows);

}  // namespace weft
