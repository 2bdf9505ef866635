// The pass over triangles itself, written once for every choice of figures.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "brokerage.hpp"
#include "burt.hpp"
#include "oriented.hpp"

namespace weft {

// How many triangles are looked at before counts that are kept in a few bits are added up.
constexpr Offset HITS_AT_ONCE = 1024;

// Add to a number that other threads may add to as well.
template <bool Shared, typename Number>
inline void add(Number& to, Number more) {
    if constexpr (Shared)
        __atomic_fetch_add(&to, more, __ATOMIC_RELAXED);
    else
        to += more;
}

// What the pass must know of a person, side by side: they are looked up in no order.
struct Known {
    std::int64_t part = 0;  // see Invested
    Person group = 0;
    std::uint8_t rest = 1;  // see Invested
};

// What all threads add up together, by rank or by place of a pair; empty where it is not wanted.
struct Sums {
    struct OfPerson {
        std::int64_t triangles = 0, directed = 0, lost = 0;
    };
    std::vector<std::int64_t> codes = std::vector<std::int64_t>(64, 0);
    std::vector<OfPerson> people;
    std::vector<std::int64_t> via, cut_short;
    std::vector<std::int32_t> embedded;
};

// The other end of a pair that starts at the person whose row is looked at. What it gathers stays
// here until the row is done, so that it need not be added to memory that is far away.
struct End {
    Known known;
    std::int64_t via = 0;
    std::uint64_t cut_short = 0;
    std::int32_t triangles = 0, directed = 0, lost = 0;
    std::uint8_t dyad = 0, twice = 0;  // twice: 1 where the two are tied both ways
    bool alike = false;                // of the group of the person whose row it is
};

// The pass itself, for one choice of figures. `u` is the person whose row is looked at, `v` the end
// of the first pair, `w` that of the second; pairs are named by their places in the rows.
template <bool People, bool Burt, bool Embedded, bool Roles, bool Shared>
class Pass {
public:
    Pass(const Oriented& pairs, const std::vector<Known>& known, Sums& sums)
        : pairs_(pairs), known_(known), sums_(sums), place_(pairs.n, 0), ends_(pairs.longest),
          hits_(HITS_AT_ONCE) {}

    // Every triangle whose lowest rank is from `u` up to `last`.
    void between(Person u, Person last) {
        for (; u < last; ++u)
            if (pairs_.start[u + 1] - pairs_.start[u] > 1) row(u);
        for (int code = 0; code < 64; ++code)
            if (codes_[code] > 0) add<Shared>(sums_.codes[code], codes_[code]);
        codes_.fill(0);
    }

private:
    void row(Person u) {
        const Offset first = pairs_.start[u], last = pairs_.start[u + 1];
        for (Offset k = first; k < last; ++k) mark(u, k, k - first);
        for (Offset k = first; k < last; ++k) {
            side(u, k, ends_[k - first]);
            if constexpr (Roles)
                if ((k - first) % HITS_AT_ONCE == HITS_AT_ONCE - 1) let_go_of_roles(first, last);
        }
        for (Offset k = first; k < last; ++k) let_go(k, ends_[k - first]);
        if constexpr (Roles) let_go_of_roles(first, last);
    }

    void mark(Person u, Offset k, Offset place) {
        const Person w = pairs_.to[k];
        place_[w] = Person(place + 1);
        End& end = ends_[place];
        end = End{};
        end.dyad = pairs_.dyads[k];
        end.twice = end.dyad == BOTH;
        if constexpr (Burt || Roles) {
            end.known = known_[w];
            end.alike = end.known.group == known_[u].group;
        }
        // The row of w is needed soon; where it starts is known only now.
        __builtin_prefetch(pairs_.to.data() + pairs_.start[w]);
    }

    // The triangles on one side u, v: a third person in the row of v is marked as being in u's too.
    void side(Person u, Offset k, End& v_end) {
        const Person v = pairs_.to[k];
        for (Offset l = pairs_.start[v]; l < pairs_.start[v + 1]; l += HITS_AT_ONCE) {
            const Offset stop = std::min(l + HITS_AT_ONCE, pairs_.start[v + 1]);
            // Without a branch, as no processor could guess which way it goes.
            Offset many = 0;
            for (Offset at = l; at < stop; ++at) {
                hits_[many] = at;
                many += place_[pairs_.to[at]] != 0;
            }
            if (many > 0) found(u, v, v_end, many);
        }
    }

    void found(Person u, Person v, End& v_end, Offset many) {
        const int uv = v_end.dyad, s_uv = 1 + v_end.twice;
        std::int64_t via = 0, part_u = 0, part_v = v_end.known.part;
        std::uint64_t roles_u = 0, roles_v = 0;
        std::int32_t directed = 0, lost_u = 0, lost_v = 0, rest_u = 1;
        if constexpr (Burt) {
            part_u = known_[u].part * s_uv;
            part_v *= s_uv;
            rest_u = known_[u].rest;
        }
        for (Offset hit = 0; hit < many; ++hit) {
            const Offset at = hits_[hit];
            End& w = ends_[place_[pairs_.to[at]] - 1];
            const int vw = pairs_.dyads[at], twice = vw == BOTH;
            const int code = uv + 4 * w.dyad + 16 * vw;
            ++codes_[code];
            ++w.triangles;
            if constexpr (People) {
                const int walks = s_uv << (w.twice + twice);
                w.directed += walks;
                directed += walks;
            }
            if constexpr (Embedded) add<Shared>(sums_.embedded[at], 1);
            if constexpr (Burt) {
                const int s_uw = 1 + w.twice, s_vw = 1 + twice;
                via += w.known.part << (w.twice + twice);
                w.via += part_v << twice;
                add<Shared>(sums_.via[at], part_u << w.twice);
                lost_u += s_vw * (s_uw * v_end.known.rest + s_uv * w.known.rest);
                lost_v += s_uw * (s_vw * rest_u + s_uv * w.known.rest);
                w.lost += s_uv * (s_vw * rest_u + s_uw * v_end.known.rest);
            }
            if constexpr (Roles) {
                const ShortCuts& cut = short_cuts_[code + 64 * v_end.alike + 128 * w.alike +
                                                   256 * (v_end.known.group == w.known.group)];
                roles_u += cut.a;
                roles_v += cut.b;
                w.cut_short += cut.c;
            }
        }
        // What v gathers waits in its end as well; what u gathers is near, as its row is at work.
        v_end.triangles += std::int32_t(many);
        if constexpr (People) {
            v_end.directed += directed;
            add<Shared>(sums_.people[u].triangles, std::int64_t(many));
            add<Shared>(sums_.people[u].directed, std::int64_t(directed));
        }
        if constexpr (Burt) {
            v_end.via += via;
            v_end.lost += lost_v;
            add<Shared>(sums_.people[u].lost, std::int64_t(lost_u));
        }
        if constexpr (Roles) {
            add_roles(u, roles_u);
            add_roles(v, roles_v);
        }
    }

    // Add up what an end has gathered, and take its mark away.
    void let_go(Offset k, const End& end) {
        const Person w = pairs_.to[k];
        place_[w] = 0;
        if (end.triangles == 0) return;
        if constexpr (People) {
            add<Shared>(sums_.people[w].triangles, std::int64_t(end.triangles));
            add<Shared>(sums_.people[w].directed, std::int64_t(end.directed));
        }
        if constexpr (Embedded) add<Shared>(sums_.embedded[k], end.triangles);
        if constexpr (Burt) {
            add<Shared>(sums_.via[k], end.via);
            add<Shared>(sums_.people[w].lost, std::int64_t(end.lost));
        }
    }

    void let_go_of_roles(Offset first, Offset last) {
        for (Offset k = first; k < last; ++k) {
            add_roles(pairs_.to[k], ends_[k - first].cut_short);
            ends_[k - first].cut_short = 0;
        }
    }

    void add_roles(Person person, std::uint64_t counts) {
        std::int64_t* of = &sums_.cut_short[std::size_t(person) * ROLES];
        for (; counts != 0; counts >>= ROLE_BITS, ++of)
            if (counts & ROLE_MASK) add<Shared>(*of, std::int64_t(counts & ROLE_MASK));
    }

    const Oriented& pairs_;
    const std::vector<Known>& known_;
    Sums& sums_;
    std::vector<Person> place_;  // of everyone: 1 + their place in the row that is looked at, or 0
    std::vector<End> ends_;
    std::vector<Offset> hits_;
    std::array<std::int64_t, 64> codes_{};
    const std::array<ShortCuts, 512>& short_cuts_ = short_cuts();
};

}  // namespace weft
