#include "leiden.hpp"

#include <algorithm>
#include <numeric>

#include "arrays.hpp"
#include "chance.hpp"
#include "components.hpp"
#include "module.hpp"

namespace weft {

namespace {

using Weight = std::int64_t;

// Another round is worth its time where moving people one by one raises modularity by this much.
constexpr double WORTH = 0.001;

// People, or groups of them drawn together, and how much ties there are between each two.
struct Level {
    Lists ties;
    std::vector<std::int32_t> weight;  // beside ties.to
    std::vector<Weight> strength;      // of each: all tie ends of its people

    Person n() const { return Person(strength.size()); }
};

// Sums over neighbours by label, cleared in the time it took to fill them.
class Towards {
public:
    explicit Towards(Person labels) : sum_(labels, 0) {}

    void add(Person label, Weight weight) {
        if (sum_[label] == 0) labels_.push_back(label);
        sum_[label] += weight;
    }
    Weight operator[](Person label) const { return sum_[label]; }
    const std::vector<Person>& labels() const { return labels_; }
    void clear() {
        for (const Person label : labels_) sum_[label] = 0;
        labels_.clear();
    }

private:
    std::vector<Weight> sum_;
    std::vector<Person> labels_;
};

std::vector<Person> shuffled(Person n, Chance& chance) {
    std::vector<Person> order(n);
    std::iota(order.begin(), order.end(), 0);
    for (Person left = n; left > 1; --left)
        std::swap(order[left - 1], order[chance.below(std::uint32_t(left))]);
    return order;
}

std::vector<Weight> strengths(const Level& level, const std::vector<Person>& label) {
    std::vector<Weight> sum(level.n(), 0);
    for (Person v = 0; v < level.n(); ++v) sum[label[v]] += level.strength[v];
    return sum;
}

// Move everyone to the circle where they raise modularity most, and look again at the neighbours of
// those who moved, until nobody moves. What v gains in circle C, times (2m)^2 / 2, is
// w(v, C) 2m - k_v K_C: whole numbers. Returns by how much modularity rose.
double move(const Level& level, Weight ends, std::vector<Person>& circle, Chance& chance, Work& work) {
    const Person n = level.n();
    std::vector<Weight> held = strengths(level, circle);
    std::vector<Person> members(n, 0), free;
    for (const Person c : circle) ++members[c];
    for (Person c = n; c-- > 0;)
        if (members[c] == 0) free.push_back(c);
    std::vector<Person> queue = shuffled(n, chance);
    std::vector<bool> queued(n, true);
    Towards towards(n);
    std::size_t first = 0, waiting = queue.size(), looked_at = 0;
    double gained = 0.0;
    while (waiting > 0 && !work.stopped()) {
        const Person v = queue[first];
        first = first + 1 == queue.size() ? 0 : first + 1;
        --waiting;
        queued[v] = false;
        if ((++looked_at & 1023) == 0) work.look();
        const auto neighbours = level.ties.of(v);
        const std::int32_t* weight = level.weight.data() + level.ties.start[v];
        for (std::size_t i = 0; i < neighbours.size(); ++i)
            towards.add(circle[neighbours[i]], weight[i]);
        const Person own = circle[v];
        const Weight k = level.strength[v];
        held[own] -= k;
        Person best = own;
        const Weight stay = towards[own] * ends - k * held[own];
        Weight most = stay;
        for (const Person c : towards.labels()) {
            const Weight gain = towards[c] * ends - k * held[c];
            if (gain > most) most = gain, best = c;
        }
        if (most < 0 && members[own] > 1) most = 0, best = free.back();  // better off alone
        towards.clear();
        held[best] += k;
        if (best == own) continue;
        gained += double(most - stay);
        if (members[best]++ == 0) free.pop_back();
        if (--members[own] == 0) free.push_back(own);
        circle[v] = best;
        for (const Person u : neighbours)
            if (circle[u] != best && !queued[u]) {
                queued[u] = true;
                const std::size_t end = first + waiting++;
                queue[end < queue.size() ? end : end - queue.size()] = u;
            }
    }
    return 2 * gained / (double(ends) * double(ends));
}

// Within each circle, draw people together into groups that hang together well, starting from each
// alone. This is what keeps a circle from falling apart inside (the second phase of Leiden).
std::vector<Person> refined(const Level& level, Weight ends, const std::vector<Person>& circle,
                            Chance& chance, Work& work) {
    const Person n = level.n();
    const std::vector<Weight> whole = strengths(level, circle);
    std::vector<Person> group(n), members(n, 1);
    std::iota(group.begin(), group.end(), 0);
    std::vector<Weight> held = level.strength, outward(n, 0);
    for (Person v = 0; v < n; ++v) {
        const auto neighbours = level.ties.of(v);
        for (std::size_t i = 0; i < neighbours.size(); ++i)
            if (circle[neighbours[i]] == circle[v])
                outward[v] += level.weight[level.ties.start[v] + Offset(i)];
    }
    // Whether a group is tied to the rest of its circle as closely as chance would have it.
    const auto well_tied = [&](Person g, Person c) {
        return outward[g] * ends >= held[g] * (whole[c] - held[g]);
    };
    Towards towards(n);
    std::size_t looked_at = 0;
    for (const Person v : shuffled(n, chance)) {
        if ((++looked_at & 1023) == 0) work.look();
        if (members[group[v]] > 1 || !well_tied(group[v], circle[v]) || work.stopped()) continue;
        const auto neighbours = level.ties.of(v);
        for (std::size_t i = 0; i < neighbours.size(); ++i)
            if (circle[neighbours[i]] == circle[v])
                towards.add(group[neighbours[i]], level.weight[level.ties.start[v] + Offset(i)]);
        Person best = group[v];
        Weight most = 0;
        for (const Person g : towards.labels()) {
            const Weight gain = towards[g] * ends - level.strength[v] * held[g];
            if (gain > most && well_tied(g, circle[v])) most = gain, best = g;
        }
        if (best != group[v]) {
            outward[best] += outward[v] - 2 * towards[best];
            held[best] += level.strength[v];
            ++members[best];
            held[group[v]] = 0;
            members[group[v]] = 0;
            group[v] = best;
        }
        towards.clear();
    }
    return group;
}

// Each group drawn together to one. Groups are numbered from 0 without gaps.
Level drawn_together(const Level& level, const std::vector<Person>& group, Person groups) {
    std::vector<Offset> start(std::size_t(groups) + 1, 0);
    for (const Person g : group) ++start[std::size_t(g) + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<Person> member(level.n());
    std::vector<Offset> next(start.begin(), start.end() - 1);
    for (Person v = 0; v < level.n(); ++v) member[next[group[v]]++] = v;
    Level drawn;
    drawn.strength.assign(groups, 0);
    drawn.ties.start.assign(1, 0);
    drawn.ties.start.reserve(std::size_t(groups) + 1);
    Towards towards(groups);
    for (Person g = 0; g < groups; ++g) {
        for (Offset at = start[g]; at < start[g + 1]; ++at) {
            const Person v = member[at];
            drawn.strength[g] += level.strength[v];
            const auto neighbours = level.ties.of(v);
            for (std::size_t i = 0; i < neighbours.size(); ++i)
                if (group[neighbours[i]] != g)
                    towards.add(group[neighbours[i]], level.weight[level.ties.start[v] + Offset(i)]);
        }
        for (const Person other : towards.labels()) {
            drawn.ties.to.push_back(other);
            drawn.weight.push_back(std::int32_t(towards[other]));
        }
        drawn.ties.start.push_back(Offset(drawn.ties.to.size()));
        towards.clear();
    }
    return drawn;
}

double modularity_of(const Rows& rows, const std::vector<Person>& circle) {
    std::vector<double> held(rows.n, 0.0);
    Offset inside = 0;
    for (Person v = 0; v < rows.n; ++v) {
        held[circle[v]] += double(rows.either().count(v));
        for (const Person u : rows.either().of(v)) inside += circle[u] == circle[v];
    }
    const double ends = double(rows.either().to.size());
    if (ends == 0.0) return 0.0;
    double by_chance = 0.0;
    for (const double k : held) by_chance += (k / ends) * (k / ends);
    return double(inside) / ends - by_chance;
}

// One round: from these circles, move, refine and draw together until nothing is left to draw. Where
// moving people one by one raises modularity by less than `least`, it leaves the circles as they are
// and returns false.
bool improve(Level level, double least, std::vector<Person>& circle, Chance& chance, Work& work) {
    const Weight ends = std::accumulate(level.strength.begin(), level.strength.end(), Weight(0));
    std::vector<Person> place(circle.size());  // of each person, in the level reached
    std::iota(place.begin(), place.end(), 0);
    std::vector<Person> now = circle;
    for (bool first = true; !work.stopped(); first = false) {
        const double gained = move(level, ends, now, chance, work);
        if (first && gained < least) return false;
        std::vector<Person> group = refined(level, ends, now, chance, work);
        const Person groups = number_by_first(group);
        for (std::size_t v = 0; v < place.size(); ++v) circle[v] = now[place[v]];
        if (groups == level.n()) break;
        std::vector<Person> of_group(groups);
        number_by_first(now);
        for (Person v = 0; v < level.n(); ++v) of_group[group[v]] = now[v];
        for (auto& v : place) v = group[v];
        level = drawn_together(level, group, groups);
        number_by_first(of_group);
        now = std::move(of_group);
    }
    number_by_first(circle);
    return true;
}

}  // namespace

Division leiden(const Rows& rows, std::uint64_t seed, int rounds, Work& work) {
    Level people;
    people.ties = rows.either();
    people.weight.assign(people.ties.to.size(), 1);
    people.strength.resize(rows.n);
    for (Person v = 0; v < rows.n; ++v) people.strength[v] = people.ties.count(v);
    Division found;
    found.circle.resize(rows.n);
    std::iota(found.circle.begin(), found.circle.end(), 0);
    for (int round = 0; round < rounds && !work.stopped(); ++round) {
        Chance chance(seed, std::uint64_t(round));
        if (!improve(people, round == 0 ? -1.0 : WORTH, found.circle, chance, work)) break;
        work.did(1);
    }
    found.modularity = modularity_of(rows, found.circle);
    return found;
}

void bind_leiden(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "leiden",
        [](const Rows& rows, std::uint64_t seed, int rounds, nb::object tell) {
            Work work(rounds, std::move(tell));
            Division found;
            {
                nb::gil_scoped_release unlocked;
                found = leiden(rows, seed, rounds, work);
            }
            return nb::make_tuple(given(std::move(found.circle)), found.modularity);
        },
        "rows"_a, nb::kw_only(), "seed"_a, "rounds"_a = 2, "tell"_a = nb::none(),
        nb::sig("def leiden(rows: Rows, *, seed: int, rounds: int = 2, tell: object | None = None) "
                "-> tuple[NDArray[numpy.int32], float]"),
        "Everyone's circle by Leiden's method for modularity, and the modularity.");
}

}  // namespace weft
