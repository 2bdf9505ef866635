// Chance that depends on a seed and on a number, and on nothing else.
//
// Every replicate, sample or draw has a stream of its own, made from the seed and its number. So it
// is the same whichever thread draws it, and however many were drawn before.
#pragma once

#include <cstdint>

namespace weft {

// The finaliser of splitmix64 (Steele, Lea and Flood 2014): scatters a number over 64 bits.
inline std::uint64_t scattered(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15ull;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

// xoshiro256++ (Blackman and Vigna 2019), started from a seed and the number of the stream.
class Chance {
public:
    Chance(std::uint64_t seed, std::uint64_t stream) {
        std::uint64_t x = scattered(seed) ^ scattered(~stream);
        for (auto& word : state_) word = scattered(x++);
    }

    std::uint64_t bits() {
        const std::uint64_t result = rotated(state_[0] + state_[3], 23) + state_[0];
        const std::uint64_t t = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = rotated(state_[3], 45);
        return result;
    }

    // A number from 0 up to 1.
    double part() { return double(bits() >> 11) * 0x1.0p-53; }

    // A whole number from 0 up to `n`, each equally likely (Lemire 2019).
    std::uint32_t below(std::uint32_t n) {
        std::uint64_t product = (bits() >> 32) * n;
        if (std::uint32_t(product) < n) {
            const std::uint32_t least = -n % n;
            while (std::uint32_t(product) < least) product = (bits() >> 32) * n;
        }
        return std::uint32_t(product >> 32);
    }

private:
    static std::uint64_t rotated(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    std::uint64_t state_[4];
};

}  // namespace weft
