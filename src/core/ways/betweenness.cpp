#include "betweenness.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

#include "module.hpp"
#include "near_order.hpp"
#include "search.hpp"
#include "threads.hpp"

namespace weft {

namespace {

// Each piece adds up its sources in an array of its own, and pieces are added in their order: the
// sums of fractions are then the same for any number of threads.
constexpr std::int64_t PIECES = 16;

// Eight sources walk together: one number for each, side by side, fills one line of the
// processor's memory, and is added in a few instructions.
constexpr int LANES = 8;

struct alignas(64) Eight {
    double of[LANES] = {};

    Eight& operator+=(const Eight& other) {
        for (int k = 0; k < LANES; ++k) of[k] += other.of[k];
        return *this;
    }
    Eight& operator*=(const Eight& other) {
        for (int k = 0; k < LANES; ++k) of[k] *= other.of[k];
        return *this;
    }
    double sum() const {
        return ((of[0] + of[4]) + (of[2] + of[6])) + ((of[1] + of[5]) + (of[3] + of[7]));
    }
};

// Every choice of eight lanes, as numbers to multiply by: 1 where a lane is chosen, else 0.
struct Choices {
    Eight chosen[1 << LANES], others[1 << LANES];
    Choices() {
        for (int bits = 0; bits < 1 << LANES; ++bits)
            for (int k = 0; k < LANES; ++k) {
                chosen[bits].of[k] = (bits >> k) & 1;
                others[bits].of[k] = 1 - ((bits >> k) & 1);
            }
    }
};
const Choices CHOICES;

// Brandes' sums for eight sources at a time, level by level, in memory that is used again. Who is
// how many steps away is found beforehand, by searches of AT_ONCE sources together.
class Dependencies {
public:
    explicit Dependencies(const Walks& walks)
        : walks_(walks), search_(walks), now_(walks.n), next_(walks.n), sum_(walks.n) {}

    // Add what leads through each person from these sources, at most AT_ONCE of them. Calls
    // did(how many) after each few sources, and stops where that returns false.
    template <typename Did>
    void add(std::span<const Person> sources, std::vector<double>& through, Did&& did) {
        reached_.clear();
        step_start_.assign(1, 0);
        search_.walk(
            sources, INT64_MAX,
            [&](std::int64_t, Person v, const Bits& bits) { reached_.push_back({v, bits}); },
            [&](std::int64_t) { step_start_.push_back(reached_.size()); });
        for (std::size_t first = 0; first < sources.size(); first += LANES) {
            const std::size_t many = std::min<std::size_t>(LANES, sources.size() - first);
            choose(sources.subspan(first, many), first);
            forth();
            back(through);
            if (!did(std::int64_t(many))) return;
        }
    }

private:
    struct Reached {
        Person who;
        Bits from;
    };
    struct Entry {
        Person who;
        std::uint8_t lanes;  // which of the eight sources are as many steps away
    };
    struct Level {
        std::size_t start;
        Offset out = 0, in = 0;  // ties that lead on from it, and into it
    };

    // Of everyone reached by the searches, keep whom these eight reach, level by level.
    void choose(std::span<const Person> sources, std::size_t first) {
        entries_.resize(reached_.size() + sources.size() + 1);
        levels_.assign(1, {0});
        std::size_t kept = 0;
        for (std::size_t k = 0; k < sources.size(); ++k) {
            entries_[kept++] = {sources[k], std::uint8_t(1 << k)};
            levels_[0].out += walks_.on.count(sources[k]);
        }
        const std::size_t word = first / 64, shift = first % 64;
        for (std::size_t step = 1; step < step_start_.size(); ++step) {
            Level level{kept};
            for (std::size_t at = step_start_[step - 1]; at < step_start_[step]; ++at) {
                const Person who = reached_[at].who;
                const auto lanes = std::uint8_t(reached_[at].from.word[word] >> shift);
                entries_[kept] = {who, lanes};
                kept += lanes != 0;
                level.out += lanes ? walks_.on.count(who) : 0;
                level.in += lanes ? walks_.round.count(who) : 0;
            }
            if (kept == level.start) break;
            levels_.push_back(level);
        }
        levels_.push_back({kept});
        ways_.resize(kept);
    }

    std::size_t last() const { return levels_.size() - 2; }
    std::span<const Entry> level(std::size_t at) const {
        return {entries_.data() + levels_[at].start, levels_[at + 1].start - levels_[at].start};
    }

    // Add up for everyone at one level what is held at another by those on their lists: looked up
    // from the one level, or handed on from the other by the lists turned round, whichever follows
    // fewer ties. Calls done(number within the level, entry, sum).
    template <typename Done>
    void gather(std::size_t to, std::size_t of, const Lists& lists, const Lists& round,
                Offset looked_up, Offset handed_on, Done&& done) {
        const auto here = level(to);
        if (looked_up <= handed_on) {
            for (std::size_t at = 0; at < here.size(); ++at) {
                Eight all;
                for (const Person u : lists.of(here[at].who)) all += now_[u];
                done(at, here[at], all);
            }
            return;
        }
        for (const Entry& each : here) sum_[each.who] = Eight{};
        for (const Entry& each : level(of)) {
            const Eight held = now_[each.who];
            for (const Person u : round.of(each.who)) sum_[u] += held;
        }
        for (std::size_t at = 0; at < here.size(); ++at) done(at, here[at], sum_[here[at].who]);
    }

    // What was held at a level makes place for what the next one holds.
    void move_on(std::size_t from) {
        for (const Entry& each : level(from)) now_[each.who] = Eight{};
        std::swap(now_, next_);
    }

    // How many shortest ways lead to everyone from each source.
    void forth() {
        const auto sources = level(0);
        for (std::size_t k = 0; k < sources.size(); ++k) now_[sources[k].who].of[k] = 1;
        for (std::size_t at = 1; at <= last(); ++at) {
            Eight* ways = ways_.data() + levels_[at].start;
            gather(at, at - 1, walks_.round, walks_.on, levels_[at].in, levels_[at - 1].out,
                   [&](std::size_t k, Entry each, const Eight& all) {
                       Eight those = all;
                       those *= CHOICES.chosen[each.lanes];
                       ways[k] = next_[each.who] = those;
                   });
            move_on(at - 1);
        }
        for (const Entry& each : level(last())) now_[each.who] = Eight{};
    }

    // What depends on everyone, of all that the sources reach: from the farthest back. What is
    // held is (1 + what depends on this person) / ways.
    void back(std::vector<double>& through) {
        for (std::size_t at = last(); at > 0; --at) {
            const Eight* ways = ways_.data() + levels_[at].start;
            const bool ends = at == last();
            gather(at, at + (ends ? 0 : 1), walks_.on, walks_.round, ends ? 0 : levels_[at].out,
                   ends ? 1 : levels_[at + 1].in,
                   [&](std::size_t k, Entry each, const Eight& after) {
                       Eight behind = after;
                       behind *= ways[k];
                       through[each.who] += behind.sum();
                       const Eight& chosen = CHOICES.chosen[each.lanes];
                       const Eight& others = CHOICES.others[each.lanes];  // not to divide by 0
                       Eight& held = next_[each.who];
                       for (int lane = 0; lane < LANES; ++lane)
                           held.of[lane] = (chosen.of[lane] + behind.of[lane]) /
                                           (ways[k].of[lane] + others.of[lane]);
                   });
            if (ends)
                std::swap(now_, next_);
            else
                move_on(at + 1);
        }
        if (last() > 0)
            for (const Entry& each : level(1)) now_[each.who] = Eight{};
    }

    const Walks walks_;
    Search search_;
    std::vector<Reached> reached_;
    std::vector<std::size_t> step_start_;
    std::vector<Entry> entries_;
    std::vector<Level> levels_;
    std::vector<Eight> ways_;        // beside entries_
    std::vector<Eight> now_, next_;  // what everyone holds: 0 but at the level last seen to
    std::vector<Eight> sum_;         // of those to whom something is handed on
};

}  // namespace

std::vector<double> betweenness(const Walks& walks, int threads, Work& work) {
    const NearOrder near(walks);
    const Walks mine = near.walks();
    std::vector<Person> sources;  // whoever names nobody is the start of no way
    for (Person v = 0; v < mine.n; ++v)
        if (mine.on.count(v) > 0) sources.push_back(v);
    const std::int64_t groups = (std::int64_t(sources.size()) + LANES - 1) / LANES;
    const std::int64_t pieces = std::min(PIECES, groups);
    std::vector<std::vector<double>> through(pieces);
    std::vector<std::unique_ptr<Dependencies>> from(std::max(threads, 1));
    work.expect(pieces + std::int64_t(sources.size()));
    in_pieces(pieces, threads, work, [&](std::int64_t piece, int thread) {
        if (!from[thread]) from[thread] = std::make_unique<Dependencies>(mine);
        through[piece].assign(mine.n, 0.0);
        const std::int64_t first = groups * piece / pieces * LANES;
        const std::int64_t end =
            std::min(groups * (piece + 1) / pieces * LANES, std::int64_t(sources.size()));
        for (std::int64_t at = first; at < end && !work.stopped(); at += AT_ONCE) {
            const std::size_t many = std::size_t(std::min<std::int64_t>(AT_ONCE, end - at));
            from[thread]->add({sources.data() + at, many}, through[piece], [&](std::int64_t done) {
                work.did(done);
                if (thread == 0) work.look();
                return !work.stopped();
            });
        }
    });
    std::vector<double> all(mine.n, 0.0);
    for (const auto& one : through)
        for (Person v = 0; v < mine.n; ++v) all[near.person(v)] += one[v];
    if (!walks.directed)
        for (auto& each : all) each /= 2;
    return all;
}

void bind_betweenness(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "betweenness",
        [](const Rows& rows, bool either, int threads, nb::object tell) {
            Work work(0, std::move(tell));
            std::vector<double> each;
            {
                nb::gil_scoped_release unlocked;
                each = betweenness(Walks::along(rows, either), threads, work);
            }
            return given(std::move(each));
        },
        "rows"_a, nb::kw_only(), "either"_a = false, "threads"_a = 1, "tell"_a = nb::none(),
        "How many shortest ways between others lead through each person.");
}

}  // namespace weft
