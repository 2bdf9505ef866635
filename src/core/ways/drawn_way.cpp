#include "drawn_way.hpp"

#include <algorithm>
#include <limits>

namespace weft {

namespace {

#if defined(__GNUC__) || defined(__clang__)
inline void fetch(const void* place) { __builtin_prefetch(place, 1); }
#else
inline void fetch(const void*) {}
#endif

// How many ties ahead a place in memory is asked for before it is looked at.
constexpr std::ptrdiff_t AHEAD = 8;

std::uint64_t bit_of(Person v) { return std::uint64_t(1) << (v % 64); }

}  // namespace

WayDrawer::WayDrawer(const Walks& walks)
    : walks_(walks), lists_{&walks_.on, &walks_.round}, of_(walks.n) {
    for (const int side : {FORTH, BACK}) {
        reached_[side].resize(std::size_t(walks.n) + 1);
        been_[side].resize(std::size_t(walks.n) / 64 + 1);
        for (Person v = 0; v < walks.n; ++v)
            of_[v].ties[side] = std::int32_t(lists_[side]->count(v));
    }
}

void WayDrawer::draw(Person from, Person to, Chance& chance, std::vector<Person>& way) {
    const Person ends[2] = {from, to};
    for (const int side : {FORTH, BACK}) {
        Place& end = of_[ends[side]];
        end.level[side] = level_[side] = since_;
        end.ways[side] = 1;
        reached_[side][0] = ends[side];
        been_[side][ends[side] / 64] |= bit_of(ends[side]);
        many_[side] = 1;
        done_[side] = 0;
        ahead_[side] = end.ties[side];
    }
    while (met_.empty() && ahead_[FORTH] > 0 && ahead_[BACK] > 0)
        step(ahead_[FORTH] <= ahead_[BACK] ? FORTH : BACK);
    if (!met_.empty()) {
        const Person middle = meeting(chance);
        if (middle != from && middle != to) way.push_back(middle);
        for (const Side side : {FORTH, BACK})
            for (Person v = middle; of_[v].level[side] > since_ + 1;) {
                v = before(v, side, chance);
                way.push_back(v);
            }
    }
    forget();
}

// Go one step farther from one end: look whether it meets the other first, and only if not, reach
// everyone who is new.
void WayDrawer::step(Side side) {
    ++level_[side];
    if (!meet(side)) spread(side);
}

// Whoever the other end had reached already stands in the middle: all of them do at the same
// distance, for had it been less, they had met before.
bool WayDrawer::meet(Side side) {
    const Lists& lists = *lists_[side];
    const Person* const reached = reached_[side].data();
    const std::uint64_t* const been = been_[1 - side].data();
    const std::size_t until = many_[side];
    for (std::size_t at = done_[side]; at < until; ++at) {
        if (at + 2 * AHEAD < until) fetch(&lists.start[reached[at + 2 * AHEAD]]);
        if (at + AHEAD < until) fetch(lists.to.data() + lists.start[reached[at + AHEAD]]);
        const auto row = lists.of(reached[at]);
        scanned_ += std::int64_t(row.size());
        for (const Person u : row) {
            if (!(been[u / 64] & bit_of(u))) continue;
            Place& there = of_[u];
            if (there.level[side] < since_) {
                there.level[side] = level_[side];
                there.ways[side] = 0;
                met_.push_back(u);
            }
            there.ways[side] += of_[reached[at]].ways[side];
        }
    }
    return !met_.empty();
}

// Whether a person is new cannot be guessed, so that no branch depends on it.
void WayDrawer::spread(Side side) {
    const Lists& lists = *lists_[side];
    Person* const reached = reached_[side].data();
    const std::size_t until = many_[side];
    std::size_t many = until;
    std::int64_t ahead = 0;
    const std::int32_t level = level_[side], since = since_;
    const Person* const end = lists.to.data() + lists.to.size();
    for (std::size_t at = done_[side]; at < until; ++at) {
        const double ways = of_[reached[at]].ways[side];
        for (const Person& u : lists.of(reached[at])) {
            if (end - &u > AHEAD) fetch(&of_[*(&u + AHEAD)]);
            Place& there = of_[u];
            const bool fresh = there.level[side] < since;
            reached[many] = u;
            many += fresh;
            ahead += fresh ? there.ties[side] : 0;
            const double before = fresh ? 0.0 : there.ways[side];
            there.level[side] = fresh ? level : there.level[side];
            there.ways[side] = before + (there.level[side] == level ? ways : 0.0);
        }
    }
    for (std::size_t at = until; at < many; ++at)
        been_[side][reached[at] / 64] |= bit_of(reached[at]);
    many_[side] = many;
    done_[side] = until;
    ahead_[side] = ahead;
}

// Draw who stands in the middle: through each lead as many ways as there are from the one end, times
// those from the other.
Person WayDrawer::meeting(Chance& chance) const {
    double all = 0;
    for (const Person v : met_) all += of_[v].ways[FORTH] * of_[v].ways[BACK];
    double left = chance.part() * all;
    for (const Person v : met_) {
        left -= of_[v].ways[FORTH] * of_[v].ways[BACK];
        if (left < 0) return v;
    }
    return met_.back();
}

// Draw who comes before somebody on the way from one end: each in proportion to the ways to them.
Person WayDrawer::before(Person v, Side side, Chance& chance) {
    const auto row = lists_[1 - side]->of(v);
    scanned_ += std::int64_t(row.size());
    const std::int32_t level = of_[v].level[side] - 1;
    double left = chance.part() * of_[v].ways[side];
    Person last = v;
    for (const Person u : row) {
        if (of_[u].level[side] != level) continue;
        last = u;
        left -= of_[u].ways[side];
        if (left < 0) break;
    }
    return last;
}

void WayDrawer::forget() {
    met_.clear();
    for (const int side : {FORTH, BACK})
        for (std::size_t at = 0; at < many_[side]; ++at) been_[side][reached_[side][at] / 64] = 0;
    since_ = std::max(level_[FORTH], level_[BACK]) + 1;
    if (since_ < std::numeric_limits<std::int32_t>::max() - walks_.n - 1) return;
    for (Place& place : of_) place.level[FORTH] = place.level[BACK] = 0;
    since_ = 1;
}

}  // namespace weft
