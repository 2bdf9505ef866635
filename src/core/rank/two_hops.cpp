#include "two_hops.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include "arrays.hpp"
#include "module.hpp"
#include "threads.hpp"

namespace weft {

namespace {

constexpr std::size_t ASKED_AT_ONCE = 64;

struct Found {
    std::int64_t score;
    Person person;
    bool better_than(const Found& other) const {
        return score != other.score ? score > other.score : person < other.person;
    }
};

// One thread's table of scores; all 0 between two people asked about.
class Table {
public:
    explicit Table(Person n) : score_(std::size_t(n), 0) {}

    // Write the best of those two ties away from `person` to `people` and `score`.
    void best(const Lists& tied, std::span<const std::int64_t> worth, Person person,
              std::span<Person> people, std::span<std::int64_t> score) {
        reached_.clear();
        for (const Person v : tied.of(person)) {
            if (worth[v] == 0) continue;
            for (const Person u : tied.of(v)) {
                if (score_[u] == 0) reached_.push_back(u);
                score_[u] += worth[v];
            }
        }
        score_[person] = 0;
        for (const Person v : tied.of(person)) score_[v] = 0;
        // A heap of the best, the worst of them on top.
        const auto better = [](const Found& a, const Found& b) { return a.better_than(b); };
        best_.clear();
        for (const Person u : reached_) {
            const Found found{score_[u], u};
            score_[u] = 0;
            if (found.score == 0) continue;
            if (best_.size() == people.size()) {
                if (!found.better_than(best_.front())) continue;
                std::pop_heap(best_.begin(), best_.end(), better);
                best_.pop_back();
            }
            best_.push_back(found);
            std::push_heap(best_.begin(), best_.end(), better);
        }
        std::sort_heap(best_.begin(), best_.end(), better);
        for (std::size_t at = 0; at < best_.size(); ++at) {
            people[at] = best_[at].person;
            score[at] = best_[at].score;
        }
    }

private:
    std::vector<std::int64_t> score_;
    std::vector<Person> reached_;
    std::vector<Found> best_;
};

void check(const Rows& rows, std::span<const Person> asked, std::span<const std::int64_t> worth,
           std::int64_t most) {
    if (most < 1 || most > rows.n + std::int64_t(1))
        throw std::invalid_argument("most is " + std::to_string(most) + "; expected 1 to " +
                                    std::to_string(rows.n + std::int64_t(1)) + ".");
    for (const Person v : asked)
        if (v < 0 || v >= rows.n)
            throw std::invalid_argument("Person " + std::to_string(v) +
                                        " is asked about; expected one below " +
                                        std::to_string(rows.n) + ".");
    std::int64_t greatest = 0;
    Offset ties = 1;
    for (Person v = 0; v < rows.n; ++v) {
        if (worth[v] < 0)
            throw std::invalid_argument("The worth of person " + std::to_string(v) + " is " +
                                        std::to_string(worth[v]) + "; expected 0 or more.");
        greatest = std::max(greatest, worth[v]);
        ties = std::max(ties, rows.either().count(v));
    }
    if (greatest > std::numeric_limits<std::int64_t>::max() / ties)
        throw std::invalid_argument("A worth of " + std::to_string(greatest) + " and " +
                                    std::to_string(ties) +
                                    " ties of one person are too much to add up.");
}

}  // namespace

TwoHops two_hops(const Rows& rows, std::span<const Person> asked,
                 std::span<const std::int64_t> worth, std::int64_t most, int threads, Work& work) {
    check(rows, asked, worth, most);
    const std::size_t each = std::size_t(most), many = asked.size();
    TwoHops result{std::vector<Person>(many * each, -1), std::vector<std::int64_t>(many * each, 0)};
    const std::int64_t pieces = std::int64_t((many + ASKED_AT_ONCE - 1) / ASKED_AT_ONCE);
    work.expect(pieces);
    std::vector<Table> tables;
    for (int t = 0; t < std::int64_t(std::max(threads, 1)) && t < pieces; ++t)
        tables.emplace_back(rows.n);
    in_pieces(pieces, threads, work, [&](std::int64_t piece, int thread) {
        const std::size_t from = std::size_t(piece) * ASKED_AT_ONCE;
        for (std::size_t at = from; at < std::min(many, from + ASKED_AT_ONCE); ++at)
            tables[thread].best(rows.either(), worth, asked[at],
                                {result.people.data() + at * each, each},
                                {result.score.data() + at * each, each});
    });
    return result;
}

void bind_two_hops(nb::module_& m) {
    using namespace nb::literals;
    m.def(
        "two_hops",
        [](const Rows& rows, const Column<Person>& asked, const Column<std::int64_t>& worth,
           std::int64_t most, int threads, nb::object tell) {
            expect_length(worth, std::size_t(rows.n), "worth");
            Work work(0, std::move(tell));
            TwoHops found;
            {
                nb::gil_scoped_release unlocked;
                found = two_hops(rows, span_of(asked),
                                 span_of(worth), most, threads, work);
            }
            const std::size_t many = asked.shape(0), each = std::size_t(most);
            return nb::make_tuple(given<Person, 2>(std::move(found.people), {many, each}),
                                  given<std::int64_t, 2>(std::move(found.score), {many, each}));
        },
        nb::sig("def two_hops(rows: Rows, asked: NDArray[numpy.int32], "
                "worth: NDArray[numpy.int64], most: int, *, threads: int = 1, "
                "tell: object = None) -> tuple[NDArray[numpy.int32], NDArray[numpy.int64]]"),
        "rows"_a, "asked"_a, "worth"_a, "most"_a, nb::kw_only(), "threads"_a = 1,
        "tell"_a = nb::none(),
        "The best of those two ties away from each person asked about, and their scores.");
}

}  // namespace weft
