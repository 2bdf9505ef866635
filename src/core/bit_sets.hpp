// Networks of up to some thousand people as bits: row `v` has bit `u` where v names u.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

#include "chance.hpp"
#include "rows.hpp"

namespace weft {

using Word = std::uint64_t;

// How many bits of a word are set. Written out: without flags for one kind of processor,
// std::popcount becomes a call, and this can be computed for several words at once.
inline std::int64_t ones(Word x) {
    x -= (x >> 1) & 0x5555555555555555ull;
    x = (x & 0x3333333333333333ull) + ((x >> 2) & 0x3333333333333333ull);
    x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Full;
    return std::int64_t((x * 0x0101010101010101ull) >> 56);
}

// A table of bits, each row in whole words. Bits beyond the width are never set.
class BitRows {
public:
    BitRows(std::size_t rows, std::size_t width)
        : words_((width + 63) / 64), bits_(rows * words_, 0) {}

    std::size_t words() const { return words_; }
    Word* row(std::size_t v) { return bits_.data() + v * words_; }
    const Word* row(std::size_t v) const { return bits_.data() + v * words_; }

    bool has(std::size_t v, std::size_t u) const { return (row(v)[u / 64] >> (u % 64)) & 1; }
    void put(std::size_t v, std::size_t u) { row(v)[u / 64] |= Word(1) << (u % 64); }
    void flip(std::size_t v, std::size_t u) { row(v)[u / 64] ^= Word(1) << (u % 64); }
    void clear() { std::fill(bits_.begin(), bits_.end(), Word(0)); }

    // Call each(u) for every bit that is set in a row, in rising order.
    template <typename Each>
    void each(std::size_t v, Each&& each) const {
        const Word* words = row(v);
        for (std::size_t at = 0; at < words_; ++at)
            for (Word left = words[at]; left; left &= left - 1)
                each(Person(at * 64 + std::size_t(std::countr_zero(left))));
    }

private:
    std::size_t words_;
    std::vector<Word> bits_;
};

// Who is tied to whom, either way, from a table of n times n bytes, 1 where one names the other. Most
// are 0, so eight are looked at together.
inline BitRows either_way(const std::uint8_t* ties, std::size_t n) {
    BitRows either(n, n);
    for (std::size_t v = 0; v < n; ++v) {
        const std::uint8_t* row = ties + v * n;
        for (std::size_t from = 0; from < n; from += 8) {
            const std::size_t up_to = std::min(from + 8, n);
            std::uint64_t eight = 0;
            std::memcpy(&eight, row + from, up_to - from);
            if (!eight) continue;
            for (std::size_t u = from; u < up_to; ++u)
                if (row[u]) {
                    either.put(v, u);
                    either.put(u, v);
                }
        }
    }
    return either;
}

// How likely something is, to 2^-64.
struct Odds {
    explicit Odds(double chance)
        : always(chance >= 1.0), part(chance > 0.0 && !always ? Word(chance * 0x1.0p64) : 0) {}
    bool always;
    Word part;
};

// A word in which each bit of `lanes` is set with these odds, the others never.
//
// All lanes at once: each holds a fraction of which one more binary digit is drawn at a time, until
// every lane is known to lie below the odds or not. Of 64 lanes this takes some eight words of
// chance instead of 64.
inline Word drawn_lanes(Chance& chance, const Odds& odds, Word lanes) {
    if (odds.always) return lanes;
    Word below = 0, undecided = lanes;
    for (Word left = odds.part; left && undecided; left <<= 1) {
        const Word digit = chance.bits();
        if (left >> 63) {
            below |= undecided & ~digit;
            undecided &= digit;
        } else {
            undecided &= ~digit;
        }
    }
    return below;
}

}  // namespace weft
