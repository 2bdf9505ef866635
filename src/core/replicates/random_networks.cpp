// Networks of which only the size, or only the numbers of mutual and one-way pairs, are kept.
#include <cmath>

#include "module.hpp"
#include "replicates.hpp"

namespace weft {

namespace {

struct Ends {
    std::size_t first, second;
};

// Pair number c of n people without order: of two people the later comes at c = t (t - 1) / 2.
Ends pair_of(std::uint32_t number) {
    auto later = std::uint64_t((1.0 + std::sqrt(8.0 * number + 1.0)) / 2.0);
    return {std::size_t(number - later * (later - 1) / 2), std::size_t(later)};
}

// Pair number c of n people with order.
Ends ordered_pair_of(std::uint32_t number, std::uint32_t n) {
    const std::uint32_t first = number / (n - 1), rest = number % (n - 1);
    return {first, rest + (rest >= first)};
}

// Call take(number) for `many` different numbers below `all`, every choice being equally likely
// (Floyd, in Bentley 1987). taken(number) tells whether one was taken.
template <typename Taken, typename Take>
void choose(Chance& chance, std::uint32_t all, std::uint32_t many, Taken&& taken, Take&& take) {
    for (std::uint32_t last = all - many; last < all; ++last) {
        const std::uint32_t drawn = chance.below(last + 1);
        take(taken(drawn) ? last : drawn);
    }
}

nb::object same_size(Person n, std::int64_t ties, bool directed, std::int64_t replicates,
                     std::uint64_t seed, std::uint64_t first, int threads, bool as_ties,
                     nb::object tell) {
    expect_people(n);
    const std::int64_t room = std::int64_t(n) * std::max(n - 1, 0) / (directed ? 1 : 2);
    if (ties < 0 || ties > room)
        throw std::invalid_argument(std::to_string(ties) + " ties; expected 0 to " +
                                    std::to_string(room) + ", for which there is room.");
    const Asked asked(replicates, seed, first, threads);
    const auto make = [=](Chance& chance, BitRows& table, std::size_t) {
        table.clear();
        const auto ends = [=](std::uint32_t number) {
            return directed ? ordered_pair_of(number, std::uint32_t(n)) : pair_of(number);
        };
        choose(
            chance, std::uint32_t(room), std::uint32_t(ties),
            [&](std::uint32_t number) {
                const auto [a, b] = ends(number);
                return table.has(a, b);
            },
            [&](std::uint32_t number) {
                const auto [a, b] = ends(number);
                table.put(a, b);
                if (!directed) table.put(b, a);
            });
    };
    return figures_or_ties(n, directed, asked, as_ties, std::move(tell), make);
}

// U | MAN (Holland and Leinhardt 1976).
nb::object same_census(Person n, std::int64_t mutual, std::int64_t one_way, std::int64_t replicates,
                       std::uint64_t seed, std::uint64_t first, int threads, bool as_ties,
                       nb::object tell) {
    expect_people(n);
    const std::int64_t room = std::int64_t(n) * std::max(n - 1, 0) / 2;
    if (mutual < 0 || one_way < 0 || mutual > room || one_way > room - mutual)
        throw std::invalid_argument(std::to_string(mutual) + " mutual and " +
                                    std::to_string(one_way) + " one-way pairs; expected 0 to " +
                                    std::to_string(room) + " together, for which there is room.");
    const Asked asked(replicates, seed, first, threads);
    std::vector<std::vector<std::uint32_t>> rooms(asked.threads);
    const auto make = [=](Chance& chance, BitRows& table, std::size_t thread) mutable {
        table.clear();
        auto& pairs = rooms[thread];
        pairs.clear();
        choose(
            chance, std::uint32_t(room), std::uint32_t(mutual + one_way),
            [&](std::uint32_t number) {
                const auto [a, b] = pair_of(number);
                return table.has(a, b);
            },
            [&](std::uint32_t number) {
                const auto [a, b] = pair_of(number);
                table.put(a, b);
                pairs.push_back(number);
            });
        // The pairs come in no random order, so that those tied both ways are drawn among them.
        for (std::size_t at = 0; at < pairs.size(); ++at) {
            if (at < std::size_t(mutual)) {
                std::swap(pairs[at], pairs[at + chance.below(std::uint32_t(pairs.size() - at))]);
                const auto [a, b] = pair_of(pairs[at]);
                table.put(b, a);
            } else if (chance.below(2)) {
                const auto [a, b] = pair_of(pairs[at]);
                table.flip(a, b);
                table.put(b, a);
            }
        }
    };
    return figures_or_ties(n, true, asked, as_ties, std::move(tell), make);
}

}  // namespace

void bind_random_networks(nb::module_& m) {
    using namespace nb::literals;
    m.def("same_size", &same_size, "n"_a, "ties"_a, "directed"_a, "replicates"_a, "seed"_a,
          "first"_a, "threads"_a, "as_ties"_a, "tell"_a = nb::none(),
          "Networks of so many ties, all equally likely: figures, or where ties start and these.");
    m.def("same_census", &same_census, "n"_a, "mutual"_a, "one_way"_a, "replicates"_a, "seed"_a,
          "first"_a, "threads"_a, "as_ties"_a, "tell"_a = nb::none(),
          "Networks of so many mutual and one-way pairs: figures, or where ties start and these.");
}

}  // namespace weft
