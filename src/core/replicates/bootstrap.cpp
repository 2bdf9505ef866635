// Replicates of the vertex bootstrap, counted without being built.
//
// In a replicate a person v has times[v] copies, and all of them have the same ties to copies of
// others. So a count over the replicate is a sum over the network itself, each term weighted with
// the numbers of copies; only ties between copies of the same person, which are few, are looked at
// one by one. Copies that were not drawn cost nothing.
#include "bootstrap.hpp"

#include <nanobind/stl/tuple.h>

#include "module.hpp"
#include "replicates.hpp"

namespace weft {

namespace {

constexpr std::size_t MOST_KEPT = 4'000'000;  // of those whom both ends of a tie name

}  // namespace

Bootstrap::Bootstrap(const Rows& rows) : rows_(rows) {
    const Person n = rows.n;
    expect_people(n);
    std::vector<std::uint8_t> mine(std::size_t(n), 0);
    third_start_.reserve(rows.out.to.size() + 1);
    third_start_.push_back(0);
    for (Person v = 0; v < n; ++v) {
        for (const Person u : rows.out.of(v)) mine[std::size_t(u)] = 1;
        for (const Person u : rows.out.of(v)) {
            // Without direction each three are kept once, in rising order, and counted six times.
            if ((rows.directed || u > v) && third_.size() <= MOST_KEPT)
                for (const Person w : rows.out.of(u))
                    if (mine[std::size_t(w)] && (rows.directed || w > u)) third_.push_back(w);
            third_start_.push_back(Offset(third_.size()));
        }
        for (const Person u : rows.out.of(v)) mine[std::size_t(u)] = 0;
    }
    if (third_.size() <= MOST_KEPT) return;
    third_ = {};
    third_start_ = {};
    bits_ = std::make_unique<BitRows>(std::size_t(n), std::size_t(n));
    for (Person v = 0; v < n; ++v)
        for (const Person u : rows.out.of(v)) bits_->put(std::size_t(v), std::size_t(u));
}

void Bootstrap::draw(std::uint64_t seed, std::uint64_t replicate, Resample& drawn) const {
    const auto n = std::size_t(rows_.n);
    const Lists& either = rows_.either();
    const auto tied = std::uint32_t(either.to.size());
    Chance chance(seed, replicate);
    drawn.people.resize(n);
    drawn.times.assign(n, 0);
    for (auto& person : drawn.people) {
        person = Person(chance.below(std::uint32_t(n)));
        ++drawn.times[std::size_t(person)];
    }
    drawn.start.assign(n + 1, 0);
    for (std::size_t v = 0; v < n; ++v) drawn.start[v + 1] = drawn.start[v] + drawn.times[v];
    drawn.places.resize(n);
    for (std::size_t place = n; place-- > 0;) {
        const auto person = std::size_t(drawn.people[place]);
        drawn.places[std::size_t(drawn.start[person] + --drawn.times[person])] = Person(place);
    }
    drawn.pairs.clear();
    for (std::size_t v = 0; v < n; ++v) {
        const Offset from = drawn.start[v], end = drawn.start[v + 1];
        drawn.times[v] = std::int32_t(end - from);
        for (Offset a = from; a < end; ++a)
            for (Offset b = a + 1; b < end; ++b) {
                // Of all ordered pairs of people, the first so many are those that are tied.
                const std::uint32_t pair = chance.below(std::uint32_t(n) * std::uint32_t(n - 1));
                if (pair < tied)
                    drawn.pairs.push_back({drawn.places[std::size_t(a)],
                                           drawn.places[std::size_t(b)], rows_.dyad(Offset(pair))});
            }
    }
}

void Bootstrap::write_figures(Room& room, double* out) const {
    const auto n = std::size_t(rows_.n);
    const Resample& drawn = room.drawn;
    const Lists& either = rows_.either();
    Counts counts;
    for (auto* sums : {&room.names, &room.named_by, &room.both}) sums->resize(n);
    for (std::size_t v = 0; v < n; ++v) {
        if (drawn.times[v] == 0) continue;
        std::int64_t by_dyad[4] = {0, 0, 0, 0};
        if (rows_.directed) {
            for (Offset at = either.start[v]; at < either.start[v + 1]; ++at)
                by_dyad[rows_.dyads[std::size_t(at)]] +=
                    drawn.times[std::size_t(either.to[std::size_t(at)])];
        } else {
            for (const Person u : either.of(Person(v))) by_dyad[BOTH] += drawn.times[std::size_t(u)];
        }
        room.both[v] = by_dyad[BOTH];
        room.names[v] = by_dyad[THERE] + by_dyad[BOTH];
        room.named_by[v] = by_dyad[BACK] + by_dyad[BOTH];
        counts.ties += drawn.times[v] * room.names[v];
        counts.returned += drawn.times[v] * room.both[v];
    }
    counts.closed = bits_ ? closed_by_planes(room) : closed_among_three(room);

    for (auto* more : {&room.more_names, &room.more_named, &room.more_both}) more->assign(n, 0);
    for (const auto& [first, second, dyad] : drawn.pairs) {
        const auto a = std::size_t(first), b = std::size_t(second);
        const auto person = std::size_t(drawn.people[a]);
        const int there = dyad & THERE, back = (dyad & BACK) / BACK, both = there & back;
        room.more_names[a] += there;
        room.more_named[b] += there;
        room.more_names[b] += back;
        room.more_named[a] += back;
        room.more_both[a] += both;
        room.more_both[b] += both;
        counts.ties += there + back;
        counts.returned += 2 * both;
        // A tie between two copies closes three kinds of paths by way of everyone else.
        counts.closed +=
            (there + back) * (room.names[person] + room.named_by[person] + room.both[person]);
    }
    counts.closed += closed_among_copies(room);

    room.named.resize(n);
    for (std::size_t place = 0; place < n; ++place) {
        const auto person = std::size_t(drawn.people[place]);
        const std::int64_t in = room.named_by[person] + room.more_named[place];
        room.named[place] = std::int32_t(in);
        counts.paths += in * (room.names[person] + room.more_names[place]) -
                        (room.both[person] + room.more_both[place]);
    }
    weft::write_figures(counts, room.named, rows_.directed, room.scratch, out);
}

// Closed paths over three different people.
std::int64_t Bootstrap::closed_among_three(const Room& room) const {
    const std::int32_t* times = room.drawn.times.data();
    std::int64_t closed = 0;
    for (Person v = 0; v < rows_.n; ++v) {
        if (times[v] == 0) continue;
        std::int64_t mine = 0;
        for (Offset at = rows_.out.start[std::size_t(v)]; at < rows_.out.start[std::size_t(v) + 1];
             ++at) {
            const std::int32_t copies = times[rows_.out.to[std::size_t(at)]];
            if (copies == 0) continue;
            std::int64_t both_name = 0;
            for (Offset third = third_start_[std::size_t(at)];
                 third < third_start_[std::size_t(at) + 1]; ++third)
                both_name += times[third_[std::size_t(third)]];
            mine += copies * both_name;
        }
        closed += times[v] * mine;
    }
    return rows_.directed ? closed : 6 * closed;
}

// The same by words of bits: one plane of bits for each binary digit of the numbers of copies.
std::int64_t Bootstrap::closed_by_planes(Room& room) const {
    const auto n = std::size_t(rows_.n), words = bits_->words();
    const std::int32_t* times = room.drawn.times.data();
    std::int32_t most = 0;
    for (std::size_t v = 0; v < n; ++v) most = std::max(most, times[v]);
    std::int64_t closed = 0;
    room.plane.resize(words);
    for (int digit = 0; (most >> digit) != 0; ++digit) {
        for (std::size_t v = 0; v < n; ++v) {
            if (times[v] == 0) continue;
            std::fill(room.plane.begin(), room.plane.end(), Word(0));
            for (const Person u : rows_.out.of(Person(v)))
                room.plane[std::size_t(u) / 64] |= Word((times[u] >> digit) & 1) << (u % 64);
            std::int64_t mine = 0;
            for (const Person u : rows_.out.of(Person(v))) {
                if (times[u] == 0) continue;
                const Word* theirs = bits_->row(std::size_t(u));
                std::int64_t both_name = 0;
                for (std::size_t word = 0; word < words; ++word)
                    both_name += ones(room.plane[word] & theirs[word]);
                mine += times[u] * both_name;
            }
            closed += (times[v] * mine) << digit;
        }
    }
    return closed;
}

// Closed paths over three copies of one person. Pairs come person by person.
std::int64_t Bootstrap::closed_among_copies(Room& room) const {
    const Resample& drawn = room.drawn;
    std::int64_t closed = 0;
    for (std::size_t from = 0, end = 0; from < drawn.pairs.size(); from = end) {
        const Person person = drawn.people[std::size_t(drawn.pairs[from].first)];
        while (end < drawn.pairs.size() &&
               drawn.people[std::size_t(drawn.pairs[end].first)] == person)
            ++end;
        if (end - from < 3) continue;  // three copies are needed, and all three pairs of them
        const auto copies = std::size_t(drawn.times[std::size_t(person)]);
        const auto first = drawn.places.begin() + drawn.start[std::size_t(person)];
        const auto number = [&](Person place) {
            return std::size_t(std::lower_bound(first, first + Offset(copies), place) - first);
        };
        room.among.assign(copies * copies, 0);
        for (std::size_t at = from; at < end; ++at) {
            const auto& pair = drawn.pairs[at];
            const std::size_t a = number(pair.first), b = number(pair.second);
            room.among[a * copies + b] = (pair.dyad & THERE) != 0;
            room.among[b * copies + a] = (pair.dyad & BACK) != 0;
        }
        for (std::size_t a = 0; a < copies; ++a)
            for (std::size_t b = 0; b < copies; ++b)
                if (room.among[a * copies + b])
                    for (std::size_t c = 0; c < copies; ++c)
                        closed += room.among[b * copies + c] & room.among[a * copies + c];
    }
    return closed;
}

namespace {

std::vector<double> figures_of_resamples(const Rows& rows, const Asked& asked, Work& work) {
    const Bootstrap bootstrap(rows);
    std::vector<Bootstrap::Room> rooms(asked.threads);
    return figures_of(asked, work, [&](std::uint64_t replicate, std::size_t thread, double* out) {
        bootstrap.draw(asked.seed, replicate, rooms[thread].drawn);
        bootstrap.write_figures(rooms[thread], out);
    });
}

// The ties of a replicate, between places.
void list_ties(const Rows& rows, const Resample& drawn, std::vector<Person>& source,
               std::vector<Person>& target) {
    const auto put = [&](Person a, Person b) {
        if (!rows.directed && a > b) return;
        source.push_back(a);
        target.push_back(b);
    };
    for (Person place = 0; place < rows.n; ++place) {
        for (const Person u : rows.out.of(drawn.people[std::size_t(place)]))
            for (Offset at = drawn.start[std::size_t(u)]; at < drawn.start[std::size_t(u) + 1]; ++at)
                put(place, drawn.places[std::size_t(at)]);
    }
    for (const auto& pair : drawn.pairs) {
        if (pair.dyad & THERE) put(pair.first, pair.second);
        if (pair.dyad & BACK) put(pair.second, pair.first);
    }
}

}  // namespace

void bind_bootstrap(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "bootstrap_figures",
        [](const Rows& rows, std::int64_t replicates, std::uint64_t seed, std::uint64_t first,
           int threads, nb::object tell) {
            const Asked asked(replicates, seed, first, threads);
            Work work(replicates, std::move(tell));
            std::vector<double> figures;
            {
                nb::gil_scoped_release unlocked;
                figures = figures_of_resamples(rows, asked, work);
            }
            return given<double, 2>(std::move(figures), {asked.many, FIGURES});
        },
        "rows"_a, "replicates"_a, "seed"_a, "first"_a, "threads"_a, "tell"_a = nb::none(),
        "The figures of networks of people drawn with replacement, a row each.");
    m.def(
        "bootstrap_ties",
        [](const Rows& rows, std::int64_t replicates, std::uint64_t seed, std::uint64_t first,
           int threads, nb::object tell) {
            const Asked asked(replicates, seed, first, threads);
            Work work(replicates, std::move(tell));
            TiesOfDraws drawn;
            {
                nb::gil_scoped_release unlocked;
                const Bootstrap bootstrap(rows);
                std::vector<Resample> rooms(asked.threads);
                drawn = ties_of(asked, work, [&](std::uint64_t replicate, std::size_t thread,
                                                 auto& source, auto& target) {
                    Resample& resample = rooms[thread];
                    bootstrap.draw(asked.seed, replicate, resample);
                    list_ties(rows, resample, source, target);
                });
            }
            return std::make_tuple(given(std::move(drawn.start)), given(std::move(drawn.source)),
                                   given(std::move(drawn.target)));
        },
        "rows"_a, "replicates"_a, "seed"_a, "first"_a, "threads"_a, "tell"_a = nb::none(),
        "Where the ties of each of these networks start, and these, between places.");
}

}  // namespace weft
