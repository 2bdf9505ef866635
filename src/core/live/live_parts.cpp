#include "live_parts.hpp"

#include <algorithm>
#include <limits>

namespace weft {

namespace {

constexpr std::int32_t HIGHEST = 1 << 30;  // levels rise slowly; so high, all are labelled anew

}  // namespace

void LiveParts::count_size(Person size, int more) {
    const auto at = sizes_.try_emplace(size, 0).first;
    at->second += more;
    if (at->second == 0) sizes_.erase(at);
}

Person LiveParts::parts() const {
    Person all = 0;
    for (const auto& [size, many] : sizes_) all += many;
    return all;
}

std::vector<Person> LiveParts::numbered() const {
    std::vector<Person> number(size_.size(), -1), part(label_.size());
    Person next = 0;
    for (std::size_t v = 0; v < label_.size(); ++v) {
        Person& mine = number[label_[v]];
        if (mine < 0) mine = next++;
        part[v] = mine;
    }
    return part;
}

void LiveParts::label(const LiveTies& ties) {
    const Person n = ties.n();
    label_.assign(n, -1);
    level_.assign(n, 0);
    size_.assign(n, 0);
    spare_.clear();
    sizes_.clear();
    std::vector<Person> found;
    found.reserve(n);
    Person labels = 0;
    for (Person first = 0; first < n; ++first) {
        if (label_[first] >= 0) continue;
        label_[first] = labels;
        found.assign(1, first);
        for (std::size_t next = 0; next < found.size(); ++next) {
            const Circle& circle = ties.of(found[next]);
            for (std::int32_t at = 0; at < circle.count(); ++at) {
                const Person other = circle.who[at];
                if (label_[other] >= 0) continue;
                label_[other] = labels;
                level_[other] = level_[found[next]] + 1;
                found.push_back(other);
            }
        }
        size_[labels++] = Person(found.size());
        count_size(Person(found.size()), 1);
    }
    for (Person label = n; label > labels;) spare_.push_back(--label);
    seen_.assign(n, -1);
    search_ = 0;
    known_ = true;
}

void LiveParts::begin(const LiveTies& ties) {
    left_ = ties.n() + 2 * (ties.mutual() + ties.asymmetric());
}

void LiveParts::spend(std::int64_t steps) {
    left_ -= steps;
    if (left_ < 0) known_ = false;
}

void LiveParts::add_people(Person many) {
    if (!known_) return;
    for (; many > 0; --many) {
        const Person fresh = Person(size_.size());
        label_.push_back(fresh);
        level_.push_back(0);
        size_.push_back(1);
        seen_.push_back(-1);
        count_size(1, 1);
    }
}

void LiveParts::join(const LiveTies& ties, Person u, Person v) {
    if (!known_ || label_[u] == label_[v]) return;
    if (size_[label_[u]] < size_[label_[v]]) std::swap(u, v);
    const Person kept = label_[u], gone = label_[v];
    std::vector<Person>& found = visit_[0];
    found.assign(1, v);
    label_[v] = kept;
    level_[v] = level_[u] + 1;
    std::int64_t steps = 0;
    for (std::size_t next = 0; next < found.size(); ++next) {
        const Circle& circle = ties.of(found[next]);
        steps += 1 + circle.count();
        for (std::int32_t at = 0; at < circle.count(); ++at) {
            const Person other = circle.who[at];
            if (label_[other] != gone) continue;
            label_[other] = kept;
            level_[other] = level_[found[next]] + 1;
            found.push_back(other);
        }
    }
    count_size(size_[kept], -1);
    count_size(size_[gone], -1);
    size_[kept] += size_[gone];
    size_[gone] = 0;
    count_size(size_[kept], 1);
    spare_.push_back(gone);
    spend(steps);
}

void LiveParts::part(const LiveTies& ties, Person u, Person v, bool sharing) {
    if (!known_ || level_[u] == level_[v]) return;
    if (level_[u] < level_[v]) std::swap(u, v);
    if (below(ties, u)) return;
    // Going down from a contact as high as u does not pass u, and so ends where v's way down does.
    if (sharing || beside(ties, u) || still_together(ties, u, v)) lift(ties, u);
}

bool LiveParts::beside(const LiveTies& ties, Person v) const {
    const Circle& circle = ties.of(v);
    for (std::int32_t at = 0; at < circle.count(); ++at)
        if (level_[circle.who[at]] == level_[v]) return true;
    return false;
}

bool LiveParts::below(const LiveTies& ties, Person v) const {
    const Circle& circle = ties.of(v);
    const std::int32_t mine = level_[v], count = circle.count();
    for (std::int32_t at = 0; at < count; ++at)
        if (level_[circle.who[at]] < mine) return true;
    return false;
}

// Put a person on top of their lowest contact; they do hang together with somebody below.
void LiveParts::lift(const LiveTies& ties, Person v) {
    std::vector<Person>& unsure = visit_[0];
    unsure.assign(1, v);
    std::int64_t steps = 0;
    while (!unsure.empty() && steps <= left_) {
        const Person each = unsure.back();
        unsure.pop_back();
        const Circle& circle = ties.of(each);
        steps += 1 + circle.count();
        if (below(ties, each)) continue;
        const std::int32_t before = level_[each];
        std::int32_t now = HIGHEST;
        for (std::int32_t at = 0; at < circle.count(); ++at)
            now = std::min(now, level_[circle.who[at]]);
        level_[each] = ++now;
        for (std::int32_t at = 0; at < circle.count(); ++at) {  // whoever may have stood on them
            const std::int32_t level = level_[circle.who[at]];
            if (level > before && level <= now) unsure.push_back(circle.who[at]);
        }
        if (now >= HIGHEST) steps = left_ + 1;
    }
    spend(steps);
}

// Search from both ends in turn; where they cannot meet, make two parts of one and return false.
bool LiveParts::still_together(const LiveTies& ties, Person u, Person v) {
    if (++search_ == std::numeric_limits<std::int32_t>::max() / 2) {
        std::fill(seen_.begin(), seen_.end(), -1);
        search_ = 0;
    }
    visit_[0].assign(1, u);
    visit_[1].assign(1, v);
    seen_[u] = 2 * search_;
    seen_[v] = 2 * search_ + 1;
    at_[0] = at_[1] = 0;
    steps_[0] = steps_[1] = 0;
    bool together = false;
    while (!together && steps_[0] + steps_[1] <= left_) {
        const int side = steps_[0] <= steps_[1] ? 0 : 1;
        if (at_[side] == visit_[side].size()) {
            split_off(side, side == 0 ? v : u);
            break;
        }
        together = visit_next(ties, side);
    }
    spend(steps_[0] + steps_[1]);
    return together;
}

// Visit the contacts of the next person on a side; true where the other side has been.
bool LiveParts::visit_next(const LiveTies& ties, int side) {
    const Circle& circle = ties.of(visit_[side][at_[side]++]);
    const std::int32_t mine = 2 * search_ + side, theirs = 2 * search_ + 1 - side;
    steps_[side] += 1 + circle.count();
    for (std::int32_t at = 0; at < circle.count(); ++at) {
        const Person other = circle.who[at];
        if (seen_[other] == theirs) return true;
        if (seen_[other] == mine) continue;
        seen_[other] = mine;
        visit_[side].push_back(other);
    }
    return false;
}

void LiveParts::split_off(int side, Person other) {
    const Person whole = label_[other], fresh = spare_.back();
    const Person many = Person(visit_[side].size());
    spare_.pop_back();
    for (const Person each : visit_[side]) label_[each] = fresh;
    count_size(size_[whole], -1);
    size_[whole] -= many;
    size_[fresh] = many;
    count_size(size_[whole], 1);
    count_size(many, 1);
}

}  // namespace weft
