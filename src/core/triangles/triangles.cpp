#include "triangles.hpp"

#include <algorithm>
#include <memory>
#include <type_traits>

#include "brokerage.hpp"
#include "burt.hpp"
#include "oriented.hpp"
#include "threads.hpp"
#include "triangle_pass.hpp"

namespace weft {

namespace {

// About how many pairs make a piece of work.
constexpr Offset PAIRS_A_PIECE = 4096;

// Call `next` with std::true_type or std::false_type: what is known when compiling runs fast.
template <typename Next>
void chosen(bool yes, Next&& next) {
    if (yes)
        next(std::true_type{});
    else
        next(std::false_type{});
}

template <bool People, bool Burt, bool Embedded, bool Roles, bool Shared>
void run(const Oriented& pairs, const std::vector<Known>& known, Sums& sums, std::int64_t pieces,
         int threads, Work& work) {
    using Mine = Pass<People, Burt, Embedded, Roles, Shared>;
    std::vector<std::unique_ptr<Mine>> passes(std::size_t(std::max(threads, 1)));
    const Offset many = Offset(pairs.to.size());
    // The first person whose row starts at or behind this share of all pairs.
    const auto from = [&](std::int64_t piece) {
        if (piece == pieces) return pairs.n;
        const auto found = std::lower_bound(pairs.start.begin(), pairs.start.end(),
                                            many / pieces * piece);
        return Person(std::min<Offset>(found - pairs.start.begin(), pairs.n));
    };
    in_pieces(pieces, threads, work, [&](std::int64_t piece, int thread) {
        auto& pass = passes[thread];
        if (!pass) pass = std::make_unique<Mine>(pairs, known, sums);
        pass->between(from(piece), from(piece + 1));
    });
}

// What `of` gives for each rank, in the order of people.
template <typename Of>
auto by_person(const Oriented& pairs, Of&& of) {
    std::vector<std::decay_t<decltype(of(0))>> ordered(std::size_t(pairs.n));
    for (Person r = 0; r < pairs.n; ++r) ordered[pairs.person[r]] = of(r);
    return ordered;
}

std::vector<std::int64_t> ways_of_dyads(const Rows& rows) {
    std::vector<std::int64_t> ways(6, 0);
    const Lists& lists = rows.either();
    for (Person v = 0; v < rows.n; ++v) {
        std::int64_t many[4] = {0, 0, 0, 0};
        for (Offset k = lists.start[v]; k < lists.start[v + 1]; ++k) ++many[rows.dyad(k)];
        const auto [_, there, back, both] = many;
        ways[0] += there * (there - 1) / 2;
        ways[1] += back * (back - 1) / 2;
        ways[2] += there * back;
        ways[3] += there * both;
        ways[4] += back * both;
        ways[5] += both * (both - 1) / 2;
    }
    return ways;
}

// The counts of each pair in the order of its first person and its second.
std::vector<std::int32_t> by_pair(const Rows& rows, const Oriented& pairs,
                                  const std::vector<std::int32_t>& counts) {
    const Lists& lists = rows.either();
    // Where the pairs of people with later ones start among all pairs, less how many contacts come
    // before them: added to a place in the person's list it gives the number of the pair.
    std::vector<Offset> shift(rows.n);
    Offset before = 0;
    for (Person v = 0; v < rows.n; ++v) {
        const auto contacts = lists.of(v);
        const auto later = std::upper_bound(contacts.begin(), contacts.end(), v);
        shift[v] = before - (later - contacts.begin());
        before += contacts.end() - later;
    }
    std::vector<std::int32_t> ordered(counts.size());
    for (Person r = 0; r < pairs.n; ++r)
        for (Offset k = pairs.start[r]; k < pairs.start[r + 1]; ++k) {
            const Person one = pairs.person[r], other = pairs.person[pairs.to[k]];
            const Person first = std::min(one, other), second = std::max(one, other);
            const auto contacts = lists.of(first);
            const auto found = std::lower_bound(contacts.begin(), contacts.end(), second);
            ordered[shift[first] + (found - contacts.begin())] = counts[k];
        }
    return ordered;
}

}  // namespace

TriangleFigures triangle_figures(const Rows& rows, const Wanted& wanted, int threads, Work& work) {
    const Oriented pairs(rows);
    const std::size_t people = std::size_t(rows.n), many = pairs.to.size();
    const std::int64_t pieces = std::max<Offset>(Offset(many) / PAIRS_A_PIECE, 1);
    work.expect(pieces + (wanted.group ? pieces_of_ways(rows) : 0));

    Sums sums;
    std::optional<Invested> invested;
    std::vector<Known> known(wanted.burt || wanted.group ? people : 0);
    if (wanted.people || wanted.burt) sums.people.resize(people);
    if (wanted.embedded) sums.embedded.resize(many);
    if (wanted.burt) {
        sums.via.resize(many);
        invested.emplace(pairs);
        for (Person r = 0; r < rows.n; ++r) {
            known[r].part = invested->part[r];
            known[r].rest = invested->rest[r];
        }
    }
    Person groups = 0;
    if (wanted.group) {
        sums.cut_short.resize(people * ROLES);
        for (Person r = 0; r < rows.n; ++r) {
            known[r].group = (*wanted.group)[pairs.person[r]];
            groups = std::max(groups, known[r].group + 1);
        }
    }

    // With a single thread, or a single piece, nobody else adds to the same numbers.
    chosen(wanted.people, [&](auto of_people) {
        chosen(wanted.burt, [&](auto burt) {
            chosen(wanted.embedded, [&](auto embedded) {
                chosen(wanted.group.has_value(), [&](auto roles) {
                    chosen(threads > 1 && pieces > 1, [&](auto shared) {
                        run<of_people(), burt(), embedded(), roles(), shared()>(
                            pairs, known, sums, pieces, threads, work);
                    });
                });
            });
        });
    });

    TriangleFigures figures;
    figures.codes = std::move(sums.codes);
    figures.ways = ways_of_dyads(rows);
    if (wanted.people) {
        figures.triangles = by_person(pairs, [&](Person r) { return sums.people[r].triangles; });
        figures.directed = by_person(pairs, [&](Person r) { return sums.people[r].directed; });
    }
    if (wanted.burt) {
        const auto constraint = constraint_from(pairs, *invested, sums.via);
        figures.constraint = by_person(pairs, [&](Person r) { return constraint[r]; });
        figures.effective_size = by_person(pairs, [&](Person r) {
            return effective_size(invested->contacts[r], sums.people[r].lost, invested->whole[r]);
        });
    }
    if (wanted.embedded) figures.embedded = by_pair(rows, pairs, sums.embedded);
    if (wanted.group) {
        figures.brokered = ways_by_role(rows, *wanted.group, groups, threads, work);
        for (Person r = 0; r < rows.n; ++r)
            for (int role = 0; role < ROLES; ++role)
                figures.brokered[std::size_t(pairs.person[r]) * ROLES + role] -=
                    sums.cut_short[std::size_t(r) * ROLES + role];
    }
    return figures;
}

}  // namespace weft
