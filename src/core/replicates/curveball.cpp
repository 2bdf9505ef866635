// Random networks in which everyone has as many ties as they have here.
//
// Curveball (Strona et al. 2014; without direction Carstens et al. 2016): two people put together
// whom only one of them names, and deal these out again at random, each getting as many as before.
// A trade leads as likely back as forth, so that in the long run all networks that trades can reach
// are equally likely. What two people say of each other stays out of their own trade. With
// direction no trade turns three people who name each other in a ring and no one else.
#include "module.hpp"
#include "replicates.hpp"

namespace weft {

namespace {

class Trades {
public:
    Trades(Person n, const Column<Person>& source, const Column<Person>& target, bool directed,
           std::int64_t trades, std::size_t threads)
        : n_(n), directed_(directed), trades_(trades), ties_(std::size_t(n), std::size_t(n)),
          rooms_(threads) {
        for (std::size_t at = 0; at < source.shape(0); ++at) {
            const Person a = source(at), b = target(at);
            if (a < 0 || a >= n || b < 0 || b >= n || a == b ||
                ties_.has(std::size_t(a), std::size_t(b)))
                throw std::invalid_argument(
                    "Tie " + std::to_string(at) + " runs from " + std::to_string(a) + " to " +
                    std::to_string(b) + "; expected each pair of two people below " +
                    std::to_string(n) + " once.");
            ties_.put(std::size_t(a), std::size_t(b));
            if (!directed) ties_.put(std::size_t(b), std::size_t(a));
        }
    }

    void operator()(Chance& chance, BitRows& ties, std::size_t thread) {
        ties = ties_;
        if (n_ < 2) return;
        for (std::int64_t done = 0; done < trades_; ++done) {
            const std::uint32_t one = chance.below(std::uint32_t(n_));
            std::uint32_t other = chance.below(std::uint32_t(n_ - 1));
            other += other >= one;
            trade(chance, ties, one, other, rooms_[thread]);
        }
    }

private:
    void trade(Chance& chance, BitRows& ties, std::size_t one, std::size_t other,
               std::vector<Person>& named) const {
        Word* mine = ties.row(one);
        Word* theirs = ties.row(other);
        named.clear();
        std::size_t by_me = 0;
        for (std::size_t word = 0; word < ties.words(); ++word) {
            Word left = mine[word] ^ theirs[word];
            if (word == one / 64) left &= ~(Word(1) << (one % 64));
            if (word == other / 64) left &= ~(Word(1) << (other % 64));
            for (; left; left &= left - 1) {
                const auto person = word * 64 + std::size_t(std::countr_zero(left));
                named.push_back(Person(person));
                by_me += (mine[person / 64] >> (person % 64)) & 1;
            }
        }
        if (by_me == 0 || by_me == named.size()) return;
        // Who gets the fewer draws theirs; the rest are the other's.
        const std::size_t few = std::min(by_me, named.size() - by_me);
        const bool to_me = few == by_me;
        for (std::size_t at = 0; at < few; ++at)
            std::swap(named[at], named[at + chance.below(std::uint32_t(named.size() - at))]);
        for (std::size_t at = 0; at < named.size(); ++at) {
            const auto person = std::size_t(named[at]);
            const bool is_mine = (mine[person / 64] >> (person % 64)) & 1;
            if (is_mine == ((at < few) == to_me)) continue;
            ties.flip(one, person);
            ties.flip(other, person);
            if (directed_) continue;
            ties.flip(person, one);
            ties.flip(person, other);
        }
    }

    Person n_;
    bool directed_;
    std::int64_t trades_;
    BitRows ties_;
    std::vector<std::vector<Person>> rooms_;
};

nb::object same_degrees(Person n, Column<Person> source, Column<Person> target, bool directed,
                        std::int64_t trades, std::int64_t replicates, std::uint64_t seed,
                        std::uint64_t first, int threads, bool as_ties, nb::object tell) {
    expect_people(n);
    expect_length(target, source.shape(0), "target");
    if (trades < 0) throw std::invalid_argument("The number of trades is below 0.");
    const Asked asked(replicates, seed, first, threads);
    Trades make(n, source, target, directed, trades, asked.threads);
    return figures_or_ties(n, directed, asked, as_ties, std::move(tell), std::move(make));
}

}  // namespace

void bind_curveball(nb::module_& m) {
    using namespace nb::literals;
    m.def("same_degrees", &same_degrees, "n"_a, "source"_a, "target"_a, "directed"_a, "trades"_a,
          "replicates"_a, "seed"_a, "first"_a, "threads"_a, "as_ties"_a, "tell"_a = nb::none(),
          "Networks in which everyone has as many ties: figures, or where ties start and these.");
}

}  // namespace weft
