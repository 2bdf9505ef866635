#include "drawn_way.hpp"

namespace weft {

namespace {

#if defined(__GNUC__) || defined(__clang__)
inline void fetch(const void* place) { __builtin_prefetch(place, 1); }
#else
inline void fetch(const void*) {}
#endif

// How many ties ahead a place in memory is asked for before it is looked at.
constexpr std::ptrdiff_t AHEAD = 8;

}  // namespace

WayDrawer::WayDrawer(const Walks& walks)
    : walks_(walks), lists_{&walks_.on, &walks_.round}, of_(walks.n) {
    for (Person v = 0; v < walks.n; ++v)
        for (const int side : {FORTH, BACK}) of_[v].ties[side] = std::int32_t(lists_[side]->count(v));
}

void WayDrawer::draw(Person from, Person to, Chance& chance, std::vector<Person>& way) {
    const Person ends[2] = {from, to};
    for (const int side : {FORTH, BACK}) {
        Place& end = of_[ends[side]];
        end.level[side] = level_[side] = 1;
        end.ways[side] = 1;
        reached_[side].push_back(ends[side]);
        ahead_[side] = end.ties[side];
    }
    while (met_.empty() && ahead_[FORTH] > 0 && ahead_[BACK] > 0)
        step(ahead_[FORTH] <= ahead_[BACK] ? FORTH : BACK);
    if (!met_.empty()) {
        const Person middle = meeting(chance);
        if (middle != from && middle != to) way.push_back(middle);
        for (const Side side : {FORTH, BACK})
            for (Person v = middle; of_[v].level[side] > 2;) {
                v = before(v, side, chance);
                way.push_back(v);
            }
    }
    forget();
}

// Reach everyone one step farther from one end. Whoever the other end had reached already stands in
// the middle: all of them do at the same distance, for had it been less, they had met before.
void WayDrawer::step(Side side) {
    const Lists& lists = *lists_[side];
    auto& reached = reached_[side];
    const std::size_t until = reached.size();
    const std::int32_t level = ++level_[side];
    const Person* const end = lists.to.data() + lists.to.size();
    ahead_[side] = 0;
    for (std::size_t at = done_[side]; at < until; ++at) {
        const Person v = reached[at];
        const double ways = of_[v].ways[side];
        if (at + 2 < until) fetch(&lists.start[reached[at + 2]]);
        const auto row = lists.of(v);
        scanned_ += std::int64_t(row.size());
        for (const Person& u : row) {
            if (end - &u > AHEAD) fetch(&of_[*(&u + AHEAD)]);
            Place& there = of_[u];
            if (there.level[side] == 0) {
                there.level[side] = level;
                there.ways[side] = ways;
                reached.push_back(u);
                ahead_[side] += there.ties[side];
                if (there.level[1 - side] != 0) met_.push_back(u);
            } else if (there.level[side] == level) {
                there.ways[side] += ways;
            }
        }
    }
    done_[side] = until;
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
    for (const int side : {FORTH, BACK}) {
        for (const Person v : reached_[side]) {
            of_[v].level[side] = 0;
            of_[v].ways[side] = 0;
        }
        reached_[side].clear();
        done_[side] = 0;
    }
    met_.clear();
}

}  // namespace weft
