// Inner products of a table of numbers between people with several others, its people renamed at
// random: what a regression of relations on relations needs of every permutation (Dekker, Krackhardt
// and Snijders 2007).
//
// People are renamed only within classes, those of whom equally much is known, so that what is
// unknown stays where it is.
#include "module.hpp"
#include "permutation.hpp"

namespace weft {

namespace {

// A square table for each of `many`, one row of numbers after another.
struct Tables {
    Tables(std::size_t n, const Column<double>& numbers, const char* name, std::size_t many)
        : n(n), data(numbers.data()) {
        expect_length(numbers, many * n * n, name);
    }
    const double* row(std::size_t table, std::size_t v) const { return data + (table * n + v) * n; }
    std::size_t n;
    const double* data;
};

// People class by class, and where each class begins.
class Classes {
public:
    Classes(std::size_t n, const Column<Person>& people, const Column<std::int64_t>& start)
        : people_(people.data(), people.data() + people.shape(0)),
          start_(start.data(), start.data() + start.shape(0)) {
        expect_length(people, n, "people");
        std::vector<bool> there(n, false);
        for (const Person v : people_) {
            if (v < 0 || std::size_t(v) >= n || there[std::size_t(v)])
                throw std::invalid_argument("Person " + std::to_string(v) + " stands in people; " +
                                            "expected each below " + std::to_string(n) + " once.");
            there[std::size_t(v)] = true;
        }
        bool rising = !start_.empty() && start_.front() == 0 && start_.back() == std::int64_t(n);
        for (std::size_t at = 1; at < start_.size(); ++at) rising &= start_[at - 1] <= start_[at];
        if (!rising)
            throw std::invalid_argument("start does not rise from 0 to " + std::to_string(n) + ".");
    }

    void rename(Chance& chance, std::vector<Person>& order, std::vector<Person>& renamed) const {
        order = people_;
        for (std::size_t at = 1; at < start_.size(); ++at) {
            const auto from = std::size_t(start_[at - 1]), end = std::size_t(start_[at]);
            for (std::size_t left = end - from; left > 1; --left)
                std::swap(order[from + left - 1],
                          order[from + chance.below(std::uint32_t(left))]);
        }
        for (std::size_t at = 0; at < order.size(); ++at)
            renamed[std::size_t(people_[at])] = order[at];
    }

private:
    std::vector<Person> people_;
    std::vector<std::int64_t> start_;
};

nb::object permuted_inner_products(Person n, Column<double> moved, Column<double> fixed,
                                   std::int32_t tables, Column<Person> people,
                                   Column<std::int64_t> start, bool directed,
                                   std::int64_t replicates, std::uint64_t seed, std::uint64_t first,
                                   int threads, nb::object tell) {
    expect_people(n);
    const auto size = std::size_t(n), many = std::size_t(std::max(tables, 0));
    const Tables it(size, moved, "moved", 1), others(size, fixed, "fixed", many);
    const Classes classes(size, people, start);
    const Asked asked(replicates, seed, first, threads);
    Work work(replicates, std::move(tell));
    std::vector<double> products(asked.many * many);
    {
        nb::gil_scoped_release unlocked;
        struct Room {
            std::vector<Person> order, renamed;
            std::vector<double> row, sums;
        };
        std::vector<Room> rooms(asked.threads, Room{{}, std::vector<Person>(size),
                                                    std::vector<double>(size), {}});
        each_replicate(asked, work, [&](std::uint64_t replicate, std::size_t place,
                                        std::size_t thread) {
            auto& [order, renamed, row, sums] = rooms[thread];
            Chance chance(asked.seed, replicate);
            classes.rename(chance, order, renamed);
            sums.assign(many * size, 0.0);
            for (std::size_t v = 0; v < size; ++v) {
                // Without direction both tables are the same either way: half of each is enough.
                const std::size_t end = directed ? size : v;
                const double* from = it.row(0, std::size_t(renamed[v]));
                for (std::size_t u = 0; u < end; ++u) row[u] = from[renamed[u]];
                for (std::size_t table = 0; table < many; ++table) {
                    // A sum for each column, so that the compiler may add several at once.
                    const double* __restrict other = others.row(table, v);
                    double* __restrict sum = sums.data() + table * size;
                    const double* __restrict mine = row.data();
                    for (std::size_t u = 0; u < end; ++u) sum[u] += mine[u] * other[u];
                }
            }
            for (std::size_t table = 0; table < many; ++table) {
                double total = 0;
                for (std::size_t u = 0; u < size; ++u) total += sums[table * size + u];
                products[place * many + table] = total;
            }
        });
    }
    return nb::cast(given<double, 2>(std::move(products), {asked.many, many}));
}

}  // namespace

void bind_inner_products(nb::module_& m) {
    using namespace nb::literals;
    m.def("permuted_inner_products", &permuted_inner_products, "n"_a, "moved"_a, "fixed"_a,
          "tables"_a, "people"_a, "start"_a, "directed"_a, "replicates"_a, "seed"_a, "first"_a,
          "threads"_a, "tell"_a = nb::none(),
          "The inner product of a table with each of others, its people renamed within classes.");
}

}  // namespace weft
