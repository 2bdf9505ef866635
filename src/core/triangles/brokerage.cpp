#include "brokerage.hpp"

#include <algorithm>

#include "threads.hpp"

namespace weft {

namespace {

constexpr Person AT_ONCE = 1024;

// Both ways through the middle of a triangle, by what is between the middle and two others and
// between the one and the other.
std::uint64_t cut_short(int one, int other, int across, bool one_own, bool other_own, bool alike) {
    std::uint64_t counts = 0;
    if ((one & BACK) && (other & THERE) && (across & THERE))
        counts += std::uint64_t(1) << ROLE_BITS * role(one_own, other_own, alike);
    if ((other & BACK) && (one & THERE) && (across & BACK))
        counts += std::uint64_t(1) << ROLE_BITS * role(other_own, one_own, alike);
    return counts;
}

std::array<ShortCuts, 512> every_short_cut() {
    std::array<ShortCuts, 512> every{};
    for (int at = 0; at < 512; ++at) {
        const int ab = at & 3, ac = (at >> 2) & 3, bc = (at >> 4) & 3;
        const bool like_ab = at & 64, like_ac = at & 128, like_bc = at & 256;
        const int ba = turned(std::uint8_t(ab)), ca = turned(std::uint8_t(ac));
        const int cb = turned(std::uint8_t(bc));
        every[at] = {cut_short(ab, ac, bc, like_ab, like_ac, like_bc),
                     cut_short(ba, bc, ac, like_ab, like_bc, like_ac),
                     cut_short(ca, cb, ab, like_ac, like_bc, like_ab)};
    }
    return every;
}

}  // namespace

const std::array<ShortCuts, 512>& short_cuts() {
    static const std::array<ShortCuts, 512> every = every_short_cut();
    return every;
}

std::int64_t pieces_of_ways(const Rows& rows) {
    return (std::int64_t(rows.n) + AT_ONCE - 1) / AT_ONCE;
}

std::vector<std::int64_t> ways_by_role(const Rows& rows, std::span<const Person> group,
                                       Person groups, int threads, Work& work) {
    const Lists& lists = rows.either();
    std::vector<std::int64_t> counts(std::size_t(rows.n) * ROLES, 0);
    std::vector<std::vector<std::int64_t>> scratch(std::size_t(std::max(threads, 1)));
    in_pieces(pieces_of_ways(rows), threads, work, [&](std::int64_t piece, int thread) {
        auto& come_from = scratch[thread];  // how many of each group name this person
        come_from.resize(groups, 0);
        const std::int64_t end = std::min<std::int64_t>(rows.n, (piece + 1) * AT_ONCE);
        for (Person v = Person(piece * AT_ONCE); v < end; ++v) {
            const Person own = group[v];
            const Offset first = lists.start[v], last = lists.start[v + 1];
            std::int64_t in = 0, out = 0, own_out = 0, alike = 0, own_back = 0, other_back = 0;
            for (Offset k = first; k < last; ++k)
                if (rows.dyad(k) & BACK) ++come_from[group[lists.to[k]]], ++in;
            const std::int64_t own_in = come_from[own], other_in = in - own_in;
            for (Offset k = first; k < last; ++k) {
                if (!(rows.dyad(k) & THERE)) continue;
                const Person theirs = group[lists.to[k]];
                const bool back = rows.dyad(k) == BOTH;
                ++out;
                if (theirs == own) {
                    ++own_out;
                    own_back += back;
                } else {
                    alike += come_from[theirs];
                    other_back += back;
                }
            }
            for (Offset k = first; k < last; ++k) come_from[group[lists.to[k]]] = 0;
            std::int64_t* mine = &counts[std::size_t(v) * ROLES];
            mine[COORDINATOR] = own_in * own_out - own_back;
            mine[CONSULTANT] = alike - other_back;
            mine[GATEKEEPER] = other_in * own_out;
            mine[REPRESENTATIVE] = own_in * (out - own_out);
            mine[LIAISON] = other_in * (out - own_out) - alike;
        }
    });
    return counts;
}

}  // namespace weft
