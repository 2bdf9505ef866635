// What all kernels that draw replicates have in common.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "arrays.hpp"
#include "figures.hpp"
#include "threads.hpp"

namespace weft {

// Above this a table of bits for each thread would take more than 50 MB.
constexpr Person MOST_PEOPLE = 20'000;

inline void expect_people(std::int64_t n) {
    if (n < 0 || n > MOST_PEOPLE)
        throw std::invalid_argument("There are " + std::to_string(n) +
                                    " people; expected 0 to " + std::to_string(MOST_PEOPLE) + ".");
}

// Which replicates are asked for: those with the numbers first .. first + many - 1. A replicate
// depends on the seed and its number alone.
struct Asked {
    Asked(std::int64_t replicates, std::uint64_t seed, std::uint64_t first, int threads)
        : many(std::size_t(std::max<std::int64_t>(replicates, 0))),
          seed(seed),
          first(first),
          threads(std::size_t(std::max(threads, 1))) {
        if (replicates < 0) throw std::invalid_argument("The number of replicates is below 0.");
    }
    std::size_t many;
    std::uint64_t seed, first;
    std::size_t threads;
};

// Call each(replicate, place, thread) for every replicate; `place` counts from 0.
template <typename Each>
void each_replicate(const Asked& asked, Work& work, Each&& each) {
    in_pieces(std::int64_t(asked.many), int(asked.threads), work,
              [&](std::int64_t place, int thread) {
                  each(asked.first + std::uint64_t(place), std::size_t(place), std::size_t(thread));
              });
}

// What write(replicate, thread, out) writes for every replicate, FIGURES numbers each.
template <typename Write>
std::vector<double> figures_of(const Asked& asked, Work& work, Write&& write) {
    std::vector<double> figures(asked.many * FIGURES);
    each_replicate(asked, work,
                   [&](std::uint64_t replicate, std::size_t place, std::size_t thread) {
                       write(replicate, thread, figures.data() + place * FIGURES);
                   });
    return figures;
}

// The ties of many networks one after another; those of network r start at start[r].
struct TiesOfDraws {
    std::vector<Offset> start;
    std::vector<Person> source, target;
};

// What list(replicate, thread, source, target) appends for every replicate.
template <typename List>
TiesOfDraws ties_of(const Asked& asked, Work& work, List&& list) {
    struct Ends {
        std::vector<Person> source, target;
    };
    std::vector<Ends> lists(asked.many);
    each_replicate(asked, work,
                   [&](std::uint64_t replicate, std::size_t place, std::size_t thread) {
                       list(replicate, thread, lists[place].source, lists[place].target);
                   });
    TiesOfDraws all;
    all.start.push_back(0);
    for (const auto& ends : lists) all.start.push_back(all.start.back() + Offset(ends.source.size()));
    all.source.reserve(std::size_t(all.start.back()));
    all.target.reserve(std::size_t(all.start.back()));
    for (auto& ends : lists) {
        all.source.insert(all.source.end(), ends.source.begin(), ends.source.end());
        all.target.insert(all.target.end(), ends.target.begin(), ends.target.end());
        ends = {};
    }
    return all;
}

// The ties of a table of bits, sorted; without direction each pair once.
inline void list_bits(const BitRows& ties, Person n, bool directed, std::vector<Person>& source,
                      std::vector<Person>& target) {
    for (Person v = 0; v < n; ++v)
        ties.each(std::size_t(v), [&](Person u) {
            if (!directed && u < v) return;
            source.push_back(v);
            target.push_back(u);
        });
}

// Networks that make(chance, ties) draws into a table of bits; one such object for each model.
template <typename Make>
class DrawnNetworks {
public:
    DrawnNetworks(Person n, bool directed, const Asked& asked, Make make)
        : n_(n), directed_(directed), asked_(asked), make_(std::move(make)) {
        expect_people(n);
        for (std::size_t thread = 0; thread < asked.threads; ++thread)
            tables_.emplace_back(std::size_t(n), std::size_t(n));
    }

    std::vector<double> figures(Work& work) {
        std::vector<FiguresOfBits> rooms(asked_.threads, FiguresOfBits(n_, directed_));
        return figures_of(asked_, work,
                          [&](std::uint64_t replicate, std::size_t thread, double* out) {
                              rooms[thread].write(drawn(replicate, thread), out);
                          });
    }

    TiesOfDraws ties(Work& work) {
        return ties_of(asked_, work,
                       [&](std::uint64_t replicate, std::size_t thread, auto& source, auto& target) {
                           list_bits(drawn(replicate, thread), n_, directed_, source, target);
                       });
    }

private:
    const BitRows& drawn(std::uint64_t replicate, std::size_t thread) {
        Chance chance(asked_.seed, replicate);
        make_(chance, tables_[thread], thread);
        return tables_[thread];
    }

    Person n_;
    bool directed_;
    Asked asked_;
    Make make_;
    std::vector<BitRows> tables_;
};

// Draw with the lock released, and hand figures (or ties) to Python.
template <typename Make>
nb::object figures_or_ties(Person n, bool directed, const Asked& asked, bool as_ties,
                           nb::object tell, Make make) {
    Work work(std::int64_t(asked.many), std::move(tell));
    std::vector<double> figures;
    TiesOfDraws ties;
    {
        nb::gil_scoped_release unlocked;
        DrawnNetworks<Make> networks(n, directed, asked, std::move(make));
        if (as_ties)
            ties = networks.ties(work);
        else
            figures = networks.figures(work);
    }
    if (!as_ties) return nb::cast(given<double, 2>(std::move(figures), {asked.many, FIGURES}));
    return nb::make_tuple(given(std::move(ties.start)), given(std::move(ties.source)),
                          given(std::move(ties.target)));
}

}  // namespace weft
