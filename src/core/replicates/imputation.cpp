// What those who did not answer might have said, drawn many times over.
//
// The model is that of weft.uncertainty.silence. Ties are drawn for all the silent at once: towards
// each person there is a row of bits, one for each of the silent, and a word of them costs some
// eight words of chance. Networks are completed as bits; none is built.
#include <utility>

#include <nanobind/stl/pair.h>

#include "module.hpp"
#include "replicates.hpp"

namespace weft {

namespace {

struct Model {
    bool directed;
    bool own_word;   // whether only the silent could say whom they name among those who answered
    Odds returned;   // that one of the silent names back
    Odds mutual;     // that two of the silent who are tied are tied both ways
};

class Completions {
public:
    Completions(Person n, const Column<Person>& source, const Column<Person>& target,
                const Column<bool>& answered, const Column<double>& rate, const Model& model,
                bool drawn_only, std::size_t threads)
        : model_(model), known_(std::size_t(n), std::size_t(n)),
          drawn_only_(drawn_only), named_(0, 0) {
        expect_length(target, source.shape(0), "target");
        expect_length(answered, std::size_t(n), "answered");
        expect_length(rate, std::size_t(n), "rate");
        std::vector<std::size_t> lane(std::size_t(n), 0);
        for (Person v = 0; v < n; ++v) {
            odds_.emplace_back(rate(std::size_t(v)));
            if (answered(std::size_t(v))) {
                heard_.push_back(v);
            } else {
                lane[std::size_t(v)] = silent_.size();
                silent_.push_back(v);
            }
        }
        named_ = BitRows(std::size_t(n), silent_.size());
        for (std::size_t at = 0; at < source.shape(0); ++at) {
            const Person a = source(at), b = target(at);
            if (a < 0 || a >= n || b < 0 || b >= n || a == b)
                throw std::invalid_argument("Tie " + std::to_string(at) + " runs from " +
                                            std::to_string(a) + " to " + std::to_string(b) +
                                            "; expected two different people below " +
                                            std::to_string(n) + ".");
            known_.put(std::size_t(a), std::size_t(b));
            if (!model.directed) known_.put(std::size_t(b), std::size_t(a));
            if (answered(std::size_t(a)) && !answered(std::size_t(b)))
                named_.put(std::size_t(a), lane[std::size_t(b)]);
        }
        rooms_.assign(threads, Room{BitRows(silent_.size(), silent_.size()),
                                    BitRows(silent_.size(), silent_.size())});
    }

    void operator()(Chance& chance, BitRows& ties, std::size_t thread) {
        if (drawn_only_)
            ties.clear();
        else
            ties = known_;
        if (model_.own_word) draw_towards_heard(chance, ties);
        draw_among_silent(chance, ties, rooms_[thread]);
        if (drawn_only_)  // third persons may have spoken of the silent
            for (const Person v : silent_)
                for (std::size_t word = 0; word < ties.words(); ++word)
                    ties.row(std::size_t(v))[word] &= ~known_.row(std::size_t(v))[word];
    }

private:
    struct Room {
        BitRows there, back;  // who of the silent (in lanes) names each of them; and is named
    };

    // The lanes of a word up to a number of lanes.
    static Word lanes(std::size_t word, std::size_t many) {
        const std::size_t from = word * 64;
        if (many >= from + 64) return ~Word(0);
        return many > from ? (Word(1) << (many - from)) - 1 : 0;
    }

    template <typename Each>
    static void each_bit(Word bits, Each&& each) {
        for (; bits; bits &= bits - 1) each(std::size_t(std::countr_zero(bits)));
    }

    void draw_towards_heard(Chance& chance, BitRows& ties) const {
        for (const Person v : heard_) {
            const auto target = std::size_t(v);
            for (std::size_t word = 0; word < named_.words(); ++word) {
                const Word named = named_.row(target)[word];
                const Word others = lanes(word, silent_.size()) & ~named;
                const Word back = drawn_lanes(chance, model_.returned, named);
                const Word own = drawn_lanes(chance, odds_[target], others);
                each_bit(back | own, [&](std::size_t bit) {
                    ties.put(std::size_t(silent_[word * 64 + bit]), target);
                });
            }
        }
    }

    void draw_among_silent(Chance& chance, BitRows& ties, Room& room) const {
        const std::size_t many = silent_.size(), words = room.there.words();
        room.back.clear();
        for (std::size_t lane = 0; lane < many; ++lane)
            for (std::size_t word = 0; word < words; ++word) {
                Word others = lanes(word, many);
                if (word == lane / 64) others &= ~(Word(1) << (lane % 64));
                const Word drawn =
                    drawn_lanes(chance, odds_[std::size_t(silent_[lane])], others);
                room.there.row(lane)[word] = drawn;
                each_bit(drawn, [&](std::size_t bit) { room.back.put(word * 64 + bit, lane); });
            }
        // Each two once: the later is the one whose row it is. Two who were drawn both ways are
        // tied one way at random; whether a tie is mutual is then drawn as dyads are elsewhere.
        for (std::size_t lane = 0; lane < many; ++lane)
            for (std::size_t word = 0; word * 64 < lane; ++word) {
                const Word earlier = lanes(word, lane);
                const Word there = room.there.row(lane)[word] & earlier;
                const Word back = room.back.row(lane)[word] & earlier;
                const Word tied = there | back;
                if (tied == 0) continue;
                Word towards = tied, from = tied;
                if (model_.directed) {
                    const Word either_way = there & back;
                    const Word coin = either_way ? chance.bits() : 0;
                    const Word mutual = drawn_lanes(chance, model_.mutual, tied);
                    towards = (there & ~back) | (either_way & coin) | mutual;
                    from = (tied & ~towards) | mutual;
                }
                const auto self = std::size_t(silent_[lane]);
                each_bit(towards, [&](std::size_t bit) {
                    ties.put(std::size_t(silent_[word * 64 + bit]), self);
                });
                each_bit(from, [&](std::size_t bit) {
                    ties.put(self, std::size_t(silent_[word * 64 + bit]));
                });
            }
    }

    Model model_;
    BitRows known_;
    bool drawn_only_;
    BitRows named_;  // by each who answered, whom of the silent
    std::vector<Person> silent_, heard_;
    std::vector<Odds> odds_;
    std::vector<Room> rooms_;
};

nb::object completions(Person n, Column<Person> source, Column<Person> target, bool directed,
                       Column<bool> answered, bool own_word, Column<double> rate, double returned,
                       double mutual, std::int64_t replicates, std::uint64_t seed,
                       std::uint64_t first, int threads, bool as_ties, nb::object tell) {
    expect_people(n);
    const Asked asked(replicates, seed, first, threads);
    const Model model{directed, own_word && directed, Odds(returned), Odds(mutual)};
    Completions make(n, source, target, answered, rate, model, as_ties, asked.threads);
    return figures_or_ties(n, directed, asked, as_ties, std::move(tell), std::move(make));
}

// How many ties stand in dyads that are known from both ends (or from either), and how many of
// these dyads are mutual. Ties come sorted by source and target, so that each person's row need
// only be gone through once for all who ask whether they are named back.
std::pair<std::int64_t, std::int64_t> known_ties(Column<Person> source, Column<Person> target,
                                                 Column<bool> answered, bool both_ends) {
    const std::size_t n = answered.shape(0), m = source.shape(0);
    expect_length(target, m, "target");
    nb::gil_scoped_release unlocked;
    const Person *from = source.data(), *to = target.data();
    std::vector<std::size_t> next(n + 1, 0);
    for (std::size_t at = 0; at < m; ++at) {
        const bool rising = at == 0 || from[at - 1] < from[at] ||
                            (from[at - 1] == from[at] && to[at - 1] < to[at]);
        if (!rising || from[at] < 0 || std::size_t(from[at]) >= n || to[at] < 0 ||
            std::size_t(to[at]) >= n)
            throw std::invalid_argument("Tie " + std::to_string(at) + " runs from " +
                                        std::to_string(from[at]) + " to " + std::to_string(to[at]) +
                                        "; expected rising ties of people below " +
                                        std::to_string(n) + ".");
        ++next[std::size_t(from[at]) + 1];
    }
    for (std::size_t v = 0; v < n; ++v) next[v + 1] += next[v];
    const bool* said = answered.data();
    std::int64_t ties = 0, mutual = 0;
    for (std::size_t at = 0; at < m; ++at) {
        const Person s = from[at], t = to[at];
        if (both_ends ? !(said[s] && said[t]) : !(said[s] || said[t])) continue;
        ++ties;
        if (t >= s) continue;
        std::size_t& place = next[std::size_t(t)];
        while (place < m && from[place] == t && to[place] < s) ++place;
        mutual += place < m && from[place] == t && to[place] == s;
    }
    return {ties, mutual};
}

}  // namespace

void bind_imputation(nb::module_& m) {
    using namespace nb::literals;
    m.def("completions", &completions, "n"_a, "source"_a, "target"_a, "directed"_a, "answered"_a,
          "own_word"_a, "rate"_a, "returned"_a, "mutual"_a, "replicates"_a, "seed"_a, "first"_a,
          "threads"_a, "as_ties"_a, "tell"_a = nb::none(),
          "Networks with what is unknown drawn: figures, or where drawn ties start and these.");
    m.def("known_ties", &known_ties, "source"_a, "target"_a, "answered"_a, "both_ends"_a,
          "How many ties stand in known dyads, and how many of these dyads are mutual.");
}

}  // namespace weft
