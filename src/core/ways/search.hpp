// Breadth-first search from many people at once.
//
// 64 starts share one machine word for each person, a bit for each start, and four such words are
// taken together: one pass over the ties moves 256 searches a step on (Then and others 2014, "The
// more the merrier"). While few people have just been reached, they hand their bits on ("push");
// once they hold many ties, everyone not yet reached from all starts looks at those who name them
// ("pull"), as Beamer, Asanovic and Patterson (2012) do for one search.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "walks.hpp"

namespace weft {

inline constexpr int WORDS = 4;
inline constexpr int AT_ONCE = 64 * WORDS;

// One bit for each of the searches that walk together.
struct Bits {
    std::array<std::uint64_t, WORDS> word{};

    void set(int at) { word[at / 64] |= std::uint64_t(1) << (at % 64); }
    bool any() const {
        std::uint64_t all = 0;
        for (const auto each : word) all |= each;
        return all != 0;
    }
    int count() const {
        int all = 0;
        for (const auto each : word) all += std::popcount(each);
        return all;
    }
    Bits& operator|=(const Bits& other) {
        for (int k = 0; k < WORDS; ++k) word[k] |= other.word[k];
        return *this;
    }
    Bits without(const Bits& other) const {
        Bits rest;
        for (int k = 0; k < WORDS; ++k) rest.word[k] = word[k] & ~other.word[k];
        return rest;
    }
    bool operator==(const Bits&) const = default;
};

// What the searches of one thread keep in memory, used again for the next ones.
class Search {
public:
    explicit Search(const Walks& walks)
        : walks_(walks), seen_(walks.n), last_(walks.n), next_(walks.n) {}

    // Walk from up to AT_ONCE people, each a search of its own. Calls arrived(step, person, bits)
    // once for each person and step at which some of the searches reach that person for the first
    // time, and ended(step) after each step in which anybody was reached. At most `most` steps.
    template <typename Arrived, typename Ended>
    void walk(std::span<const Person> starts, std::int64_t most, Arrived&& arrived, Ended&& ended) {
        begin(starts);
        for (std::int64_t step = 1; step <= most && !front_.empty(); ++step) {
            move();
            for (const Person v : front_) arrived(step, v, last_[v]);
            if (!front_.empty()) ended(step);
        }
        for (const Person v : front_) last_[v] = Bits{};
    }

private:
    void begin(std::span<const Person> starts);
    void move();
    void push();
    void pull();

    Walks walks_;
    std::vector<Bits> seen_, last_, next_;  // next_ is empty between steps
    std::vector<Person> front_, after_;     // who was reached in the last step, in this one
    Bits all_;
};

}  // namespace weft
