// Texts numbered as they come: each different one once.
#pragma once

#include <cstdint>
#include <vector>

#include "csv_text.hpp"

namespace weft {

// Thirty-two bits that depend on every byte of a text.
inline std::uint32_t hash_of(const Cell& cell) {
    constexpr std::uint64_t K = 0x9E3779B97F4A7C15ull, L = 0xD6E8FEB86659FD93ull;
    std::uint64_t h = cell.length * K;
    const auto take = [&h](std::uint64_t word) {
        h = (h ^ word) * L;
        h ^= h >> 32;
    };
    const char *at = cell.at, *end = cell.at + cell.length;
    if (cell.length >= 8) {
        for (; end - at > 8; at += 8) take(eight_bytes(at));
        take(eight_bytes(end - 8));
    } else {
        std::uint64_t word = 0;
        std::memcpy(&word, at, cell.length);
        take(word);
    }
    return std::uint32_t((h * K) >> 32);
}

// A table of slots finds a text by its hash; whether it is the same is decided by its bytes.
class Names {
public:
    Names() { grow(10); }

    std::int32_t size() const { return std::int32_t(where_.size()); }

    // Have what will be looked at on the way from memory: first the slot, and when it has come, the
    // text that it leads to.
    void fetch_slot(std::uint32_t hash) const { prefetch(&slots_[hash >> shift_]); }
    void fetch_text(std::uint32_t hash) const {
        const Slot slot = slots_[hash >> shift_];
        if (slot.place != 0) prefetch(&words_[slot.place]);
    }

    // The number of a text, a new one where it was not met before. `role` is a bit: the first time
    // that a text is met in a role, its number is added to `first`.
    std::int32_t number(const Cell& cell, std::uint32_t hash, std::uint8_t role,
                        std::vector<std::int32_t>& first);

    Cell text(std::int32_t number) const {
        const Head* head = head_at(where_[number]);
        return {reinterpret_cast<const char*>(head + 1), head->length};
    }

    static constexpr std::size_t LONGEST = 1'000;

private:
    // A text stands behind its head, in words of eight bytes. No text stands at 0.
    struct Head {
        std::int32_t number;
        std::uint16_t length;
        std::uint8_t roles;
    };
    static_assert(sizeof(Head) == 8);
    struct Slot {
        std::uint32_t hash, place;
    };

    static void prefetch(const void* at) { __builtin_prefetch(at); }
    const Head* head_at(std::uint32_t place) const {
        return reinterpret_cast<const Head*>(&words_[place]);
    }
    void grow(int bits);
    std::uint32_t keep(const Cell& cell);

    std::vector<std::uint64_t> words_ = {0};
    std::vector<std::uint32_t> where_;
    std::vector<Slot> slots_;
    int shift_ = 32;
};

}  // namespace weft
