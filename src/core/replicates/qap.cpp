// The quadratic assignment procedure (Krackhardt 1988): how alike two relations are among the same
// people, against what they would be if the people of one were renamed at random.
//
// Means and spreads are the same for every naming, so that only the sum of products is drawn: a walk
// over the ties of one relation, each looked up in a table of bits of the other.
#include <algorithm>
#include <numeric>

#include "module.hpp"
#include "permutation.hpp"

namespace weft {

namespace {

// A tie may stand in both orders where there is no direction.
struct Tie {
    Person source, target;
    double weight;
};

// Ties by source and then target, with bits to see quickly that there is none.
class Relation {
public:
    Relation(Person n, const Column<Person>& source, const Column<Person>& target,
             const Column<double>& weight, bool directed)
        : bits_(std::size_t(n), std::size_t(n)), start_(std::size_t(n) + 1, 0) {
        expect_length(target, source.shape(0), "target");
        expect_length(weight, source.shape(0), "weight");
        for (std::size_t at = 0; at < source.shape(0); ++at) {
            const Person s = source(at), t = target(at);
            if (s < 0 || s >= n || t < 0 || t >= n || s == t || bits_.has(std::size_t(s), std::size_t(t)))
                throw std::invalid_argument(
                    "Tie " + std::to_string(at) + " runs from " + std::to_string(s) + " to " +
                    std::to_string(t) + "; expected each pair of two people below " +
                    std::to_string(n) + " once.");
            put({s, t, weight(at)});
            if (!directed) put({t, s, weight(at)});
        }
        std::sort(ties_.begin(), ties_.end(), [](const Tie& a, const Tie& b) {
            return a.source != b.source ? a.source < b.source : a.target < b.target;
        });
        for (const Tie& tie : ties_) ++start_[std::size_t(tie.source) + 1];
        std::partial_sum(start_.begin(), start_.end(), start_.begin());
    }

    const BitRows& bits() const { return bits_; }
    bool alike() const { return alike_; }
    std::size_t size() const { return ties_.size(); }
    double weight() const { return ties_.empty() ? 0.0 : ties_.front().weight; }
    const Tie* begin(Person v) const { return ties_.data() + start_[std::size_t(v)]; }
    const Tie* end(Person v) const { return ties_.data() + start_[std::size_t(v) + 1]; }

    // Only where there is a tie.
    double weight_of(Person v, Person u) const {
        return std::lower_bound(begin(v), end(v), u, [](const Tie& tie, Person wanted) {
                   return tie.target < wanted;
               })->weight;
    }

private:
    void put(const Tie& tie) {
        bits_.put(std::size_t(tie.source), std::size_t(tie.target));
        ties_.push_back(tie);
        alike_ = alike_ && tie.weight == ties_.front().weight;
    }

    BitRows bits_;
    std::vector<Offset> start_;
    std::vector<Tie> ties_;
    bool alike_ = true;
};

// The sum of products over all pairs, of x and of y with its people renamed.
double products(Person n, const Relation& walked, const Relation& looked_up,
                const std::vector<Person>& renamed, bool directed) {
    const bool counted = walked.alike() && looked_up.alike();
    std::int64_t hits = 0;
    double sum = 0;
    for (Person v = 0; v < n; ++v) {
        const Person row = renamed[std::size_t(v)];
        const Word* bits = looked_up.bits().row(std::size_t(row));
        for (const Tie* tie = walked.begin(v); tie != walked.end(v); ++tie) {
            const auto u = std::size_t(renamed[std::size_t(tie->target)]);
            const bool hit = (bits[u / 64] >> (u % 64)) & 1;
            if (counted)
                hits += hit;
            else if (hit && (directed || v < tie->target))
                sum += tie->weight * looked_up.weight_of(row, Person(u));
        }
    }
    if (!counted) return sum;
    return double(directed ? hits : hits / 2) * walked.weight() * looked_up.weight();
}

nb::object permuted_products(Person n, Column<Person> x_source, Column<Person> x_target,
                             Column<double> x_weight, Column<Person> y_source,
                             Column<Person> y_target, Column<double> y_weight, bool directed,
                             std::int64_t replicates, std::uint64_t seed, std::uint64_t first,
                             int threads, nb::object tell) {
    expect_people(n);
    const Asked asked(replicates, seed, first, threads);
    Work work(replicates, std::move(tell));
    std::vector<double> sums(asked.many);
    {
        nb::gil_scoped_release unlocked;
        const Relation x(n, x_source, x_target, x_weight, directed);
        const Relation y(n, y_source, y_target, y_weight, directed);
        // Renaming y one way is renaming x the other way: walk over whichever has fewer ties.
        const bool turned = y.size() < x.size();
        struct Room {
            std::vector<Person> renamed, back;
        };
        std::vector<Room> rooms(
            asked.threads, Room{std::vector<Person>(std::size_t(n)), std::vector<Person>(std::size_t(n))});
        each_replicate(asked, work, [&](std::uint64_t replicate, std::size_t place,
                                        std::size_t thread) {
            auto& [renamed, back] = rooms[thread];
            Chance chance(asked.seed, replicate);
            shuffle(chance, renamed);
            if (turned)
                for (Person v = 0; v < n; ++v) back[std::size_t(renamed[std::size_t(v)])] = v;
            sums[place] = turned ? products(n, y, x, back, directed)
                                 : products(n, x, y, renamed, directed);
        });
    }
    return nb::cast(given(std::move(sums)));
}

}  // namespace

void bind_qap(nb::module_& m) {
    using namespace nb::literals;
    m.def("permuted_products", &permuted_products, "n"_a, "x_source"_a, "x_target"_a, "x_weight"_a,
          "y_source"_a, "y_target"_a, "y_weight"_a, "directed"_a, "replicates"_a, "seed"_a,
          "first"_a, "threads"_a, "tell"_a = nb::none(),
          "The sum over pairs of x times y, with the people of y renamed at random.");
}

}  // namespace weft
