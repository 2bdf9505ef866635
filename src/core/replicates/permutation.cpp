// Labels dealt out anew over the people, all ties staying where they are.
#include "permutation.hpp"

#include <numeric>

#include "module.hpp"

namespace weft {

void shuffle(Chance& chance, std::vector<Person>& people) {
    std::iota(people.begin(), people.end(), 0);
    for (std::size_t left = people.size(); left > 1; --left)
        std::swap(people[left - 1], people[chance.below(std::uint32_t(left))]);
}

namespace {

void check_ties(std::int64_t n, const Column<Person>& source, const Column<Person>& target) {
    expect_length(target, source.shape(0), "target");
    for (std::size_t at = 0; at < source.shape(0); ++at)
        if (source(at) < 0 || source(at) >= n || target(at) < 0 || target(at) >= n)
            throw std::invalid_argument("Tie " + std::to_string(at) + " runs from " +
                                        std::to_string(source(at)) + " to " +
                                        std::to_string(target(at)) + "; expected people below " +
                                        std::to_string(n) + ".");
}

// How many ties run from each group to each group, for every deal.
nb::object permuted_groups(Column<Person> source, Column<Person> target, Column<Person> group,
                           std::int32_t groups, std::int64_t replicates, std::uint64_t seed,
                           std::uint64_t first, int threads, nb::object tell) {
    const std::size_t n = group.shape(0);
    check_ties(std::int64_t(n), source, target);
    for (std::size_t v = 0; v < n; ++v)
        if (group(v) < 0 || group(v) >= groups)
            throw std::invalid_argument("Person " + std::to_string(v) + " is in group " +
                                        std::to_string(group(v)) + "; expected one below " +
                                        std::to_string(groups) + ".");
    const Asked asked(replicates, seed, first, threads);
    const auto many = std::size_t(std::max(groups, 0));
    Work work(replicates, std::move(tell));
    std::vector<std::int64_t> counts(asked.many * many * many, 0);
    {
        nb::gil_scoped_release unlocked;
        struct Room {
            std::vector<Person> people, dealt;
        };
        std::vector<Room> rooms(asked.threads, Room{std::vector<Person>(n), std::vector<Person>(n)});
        each_replicate(asked, work, [&](std::uint64_t replicate, std::size_t place,
                                        std::size_t thread) {
            auto& [people, dealt] = rooms[thread];
            Chance chance(asked.seed, replicate);
            shuffle(chance, people);
            for (std::size_t v = 0; v < n; ++v) dealt[v] = group.data()[people[v]];
            std::int64_t* mine = counts.data() + place * many * many;
            for (std::size_t at = 0; at < source.shape(0); ++at)
                ++mine[std::size_t(dealt[std::size_t(source.data()[at])]) * many +
                       std::size_t(dealt[std::size_t(target.data()[at])])];
        });
    }
    return nb::cast(given<std::int64_t, 3>(std::move(counts), {asked.many, many, many}));
}

// How many ties stay within a group, for every deal.
nb::object permuted_inside(Column<Person> source, Column<Person> target, Column<Person> group,
                           std::int64_t replicates, std::uint64_t seed, std::uint64_t first,
                           int threads, nb::object tell) {
    const std::size_t n = group.shape(0);
    check_ties(std::int64_t(n), source, target);
    const Asked asked(replicates, seed, first, threads);
    Work work(replicates, std::move(tell));
    std::vector<std::int64_t> counts(asked.many);
    {
        nb::gil_scoped_release unlocked;
        struct Room {
            std::vector<Person> people, dealt;
        };
        std::vector<Room> rooms(asked.threads, Room{std::vector<Person>(n), std::vector<Person>(n)});
        each_replicate(asked, work, [&](std::uint64_t replicate, std::size_t place,
                                        std::size_t thread) {
            auto& [people, dealt] = rooms[thread];
            Chance chance(asked.seed, replicate);
            shuffle(chance, people);
            for (std::size_t v = 0; v < n; ++v) dealt[v] = group.data()[people[v]];
            std::int64_t inside = 0;
            for (std::size_t at = 0; at < source.shape(0); ++at)
                inside += dealt[std::size_t(source.data()[at])] ==
                          dealt[std::size_t(target.data()[at])];
            counts[place] = inside;
        });
    }
    return nb::cast(given(std::move(counts)));
}

// The sum over ties of their weight times a number of each end, for every deal.
nb::object permuted_sums(Column<Person> source, Column<Person> target, Column<double> weight,
                         Column<double> x, Column<double> y, std::int64_t replicates,
                         std::uint64_t seed, std::uint64_t first, int threads, nb::object tell) {
    const std::size_t n = x.shape(0);
    expect_people(std::int64_t(n));
    check_ties(std::int64_t(n), source, target);
    expect_length(weight, source.shape(0), "weight");
    expect_length(y, n, "y");
    const Asked asked(replicates, seed, first, threads);
    Work work(replicates, std::move(tell));
    std::vector<double> sums(asked.many);
    {
        nb::gil_scoped_release unlocked;
        struct Room {
            std::vector<Person> people;
            std::vector<double> x, y;
        };
        std::vector<Room> rooms(asked.threads, Room{std::vector<Person>(n), std::vector<double>(n),
                                                    std::vector<double>(n)});
        each_replicate(asked, work, [&](std::uint64_t replicate, std::size_t place,
                                        std::size_t thread) {
            Room& room = rooms[thread];
            Chance chance(asked.seed, replicate);
            shuffle(chance, room.people);
            for (std::size_t v = 0; v < n; ++v) {
                room.x[v] = x.data()[room.people[v]];
                room.y[v] = y.data()[room.people[v]];
            }
            double sum = 0;
            for (std::size_t at = 0; at < source.shape(0); ++at)
                sum += weight.data()[at] * room.x[std::size_t(source.data()[at])] *
                       room.y[std::size_t(target.data()[at])];
            sums[place] = sum;
        });
    }
    return nb::cast(given(std::move(sums)));
}

}  // namespace

void bind_permutation(nb::module_& m) {
    using namespace nb::literals;
    m.def("permuted_groups", &permuted_groups, "source"_a, "target"_a, "group"_a, "groups"_a,
          "replicates"_a, "seed"_a, "first"_a, "threads"_a, "tell"_a = nb::none(),
          "How many ties run from each group to each, with the groups dealt out anew.");
    m.def("permuted_inside", &permuted_inside, "source"_a, "target"_a, "group"_a, "replicates"_a,
          "seed"_a, "first"_a, "threads"_a, "tell"_a = nb::none(),
          "How many ties stay within a group, with the groups dealt out anew.");
    m.def("permuted_sums", &permuted_sums, "source"_a, "target"_a, "weight"_a, "x"_a, "y"_a,
          "replicates"_a, "seed"_a, "first"_a, "threads"_a, "tell"_a = nb::none(),
          "The sum over ties of weight, x of the source and y of the target, dealt out anew.");
}

}  // namespace weft
