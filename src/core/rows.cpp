#include "rows.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace weft {

namespace {

using Ends = std::span<const Person>;

void check_ends(Person n, Ends source, Ends target) {
    if (n < 0) throw std::invalid_argument("The number of people is below 0.");
    if (source.size() != target.size())
        throw std::invalid_argument("source has " + std::to_string(source.size()) +
                                    " entries and target " + std::to_string(target.size()) +
                                    "; expected as many.");
    for (std::size_t at = 0; at < source.size(); ++at) {
        const Person s = source[at], t = target[at];
        if (s < 0 || s >= n || t < 0 || t >= n || s == t)
            throw std::invalid_argument("Tie " + std::to_string(at) + " runs from " +
                                        std::to_string(s) + " to " + std::to_string(t) +
                                        "; expected two different people below " +
                                        std::to_string(n) + ".");
    }
}

// Where each person's list starts, from how long the lists are.
void sum_up(std::vector<Offset>& start) {
    for (std::size_t v = 1; v < start.size(); ++v) start[v] += start[v - 1];
}

// The lists of `to` by `from`, each in the order in which its ties come.
Lists grouped(Person n, Ends from, Ends to) {
    Lists lists;
    lists.start.assign(std::size_t(n) + 1, 0);
    for (const Person v : from) ++lists.start[std::size_t(v) + 1];
    sum_up(lists.start);
    lists.to.resize(from.size());
    std::vector<Offset> next(lists.start.begin(), lists.start.end() - 1);
    for (std::size_t at = 0; at < from.size(); ++at) lists.to[next[from[at]]++] = to[at];
    return lists;
}

// Who lists each person: the lists turned round. They come out in rising order.
Lists turned_round(const Lists& lists) {
    const Person n = Person(lists.start.size() - 1);
    Lists turned;
    turned.start.assign(std::size_t(n) + 1, 0);
    for (const Person v : lists.to) ++turned.start[std::size_t(v) + 1];
    sum_up(turned.start);
    turned.to.resize(lists.to.size());
    std::vector<Offset> next(turned.start.begin(), turned.start.end() - 1);
    for (Person u = 0; u < n; ++u)
        for (const Person v : lists.of(u)) turned.to[next[v]++] = u;
    return turned;
}

bool rising(Ends source, Ends target) {
    for (std::size_t at = 1; at < source.size(); ++at)
        if (source[at - 1] > source[at] ||
            (source[at - 1] == source[at] && target[at - 1] >= target[at]))
            return false;
    return true;
}

bool lower_first(Ends source, Ends target) {
    for (std::size_t at = 0; at < source.size(); ++at)
        if (source[at] > target[at]) return false;
    return true;
}

// The lists of ties without direction, which come in rising order with the lower end first. Whoever
// is lower than v and tied to v comes up before v does, so that each list comes out in order.
Lists both_ways(Person n, Ends source, Ends target) {
    Lists lists;
    lists.start.assign(std::size_t(n) + 1, 0);
    for (std::size_t at = 0; at < source.size(); ++at) {
        ++lists.start[std::size_t(source[at]) + 1];
        ++lists.start[std::size_t(target[at]) + 1];
    }
    sum_up(lists.start);
    lists.to.resize(2 * source.size());
    std::vector<Offset> next(lists.start.begin(), lists.start.end() - 1);
    for (std::size_t at = 0; at < source.size(); ++at) {
        lists.to[next[source[at]]++] = target[at];
        lists.to[next[target[at]]++] = source[at];
    }
    return lists;
}

void check_repeats(const Lists& out) {
    for (Person v = 0; std::size_t(v) + 1 < out.start.size(); ++v) {
        const auto row = out.of(v);
        const auto twice = std::adjacent_find(row.begin(), row.end());
        if (twice != row.end())
            throw std::invalid_argument("The tie from " + std::to_string(v) + " to " +
                                        std::to_string(*twice) + " stands twice; expected once.");
    }
}

// Who is tied in either direction and how: both lists of each person are run through side by side.
void merge(Rows& rows) {
    rows.pairs.start.resize(std::size_t(rows.n) + 1);
    rows.pairs.to.resize(2 * rows.out.to.size());
    rows.dyads.resize(2 * rows.out.to.size());
    Person* to = rows.pairs.to.data();
    std::uint8_t* dyad = rows.dyads.data();
    Offset at = 0;
    rows.pairs.start[0] = 0;
    for (Person v = 0; v < rows.n; ++v) {
        const auto named = rows.out.of(v), by = rows.in.of(v);
        std::size_t a = 0, b = 0;
        while (a < named.size() && b < by.size()) {
            const Person x = named[a], y = by[b];
            to[at] = std::min(x, y);
            dyad[at++] = std::uint8_t((x <= y) * THERE + (y <= x) * BACK);
            a += x <= y;
            b += y <= x;
        }
        for (; a < named.size(); ++a, ++at) to[at] = named[a], dyad[at] = THERE;
        for (; b < by.size(); ++b, ++at) to[at] = by[b], dyad[at] = BACK;
        rows.pairs.start[std::size_t(v) + 1] = at;
    }
    rows.pairs.to.resize(at);
    rows.pairs.to.shrink_to_fit();
    rows.dyads.resize(at);
    rows.dyads.shrink_to_fit();
}

}  // namespace

Rows::Rows(Person people, Ends source, Ends target, bool with_direction)
    : n(people), directed(with_direction) {
    check_ends(n, source, target);
    if (directed && rising(source, target)) {
        out = grouped(n, source, target);
        in = turned_round(out);
    } else if (directed) {
        in = turned_round(grouped(n, source, target));
        out = turned_round(in);
    } else if (rising(source, target) && lower_first(source, target)) {
        out = both_ways(n, source, target);
    } else {
        std::vector<Person> from(source.begin(), source.end()), to(target.begin(), target.end());
        from.insert(from.end(), target.begin(), target.end());
        to.insert(to.end(), source.begin(), source.end());
        out = turned_round(grouped(n, from, to));
    }
    check_repeats(out);
    if (directed) merge(*this);
}

Offset Rows::mutual() const { return directed ? arcs() - tied() : tied(); }

std::int64_t Rows::bytes() const {
    std::int64_t all = std::int64_t(dyads.capacity());
    for (const Lists* lists : {&out, &in, &pairs})
        all += std::int64_t(lists->start.capacity() * sizeof(Offset) +
                            lists->to.capacity() * sizeof(Person));
    return all;
}

}  // namespace weft
