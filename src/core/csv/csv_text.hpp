// Text of a table: which of its bytes end a cell or a row, and whether it is UTF-8 at all.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace weft {

// A cell as it stands in the text, without its quotation marks.
struct Cell {
    const char* at;
    std::size_t length;
};

inline std::uint64_t eight_bytes(const char* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

// How many bytes are looked at in one go: a bit for each.
constexpr std::size_t BLOCK = 64;

// Of 64 bytes those that are the delimiter, a quotation mark or a control character (ends of lines
// are among these). `high` collects whether any byte is beyond ASCII.
inline std::uint64_t marks_of(const char* at, char delimiter, std::uint64_t& high) {
    std::uint64_t marks = 0;
#if defined(__SSE2__)
    const __m128i control = _mm_set1_epi8(0x1f), quote = _mm_set1_epi8('"');
    const __m128i between = _mm_set1_epi8(delimiter);
    for (int part = 0; part < 4; ++part) {
        const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * part));
        const __m128i is_control = _mm_cmpeq_epi8(_mm_min_epu8(x, control), x);
        const __m128i is_mark = _mm_or_si128(_mm_cmpeq_epi8(x, between), _mm_cmpeq_epi8(x, quote));
        const auto found = std::uint32_t(_mm_movemask_epi8(_mm_or_si128(is_control, is_mark)));
        marks |= std::uint64_t(found) << (16 * part);
        high |= std::uint32_t(_mm_movemask_epi8(x));
    }
#else
    if constexpr (std::endian::native == std::endian::little) {
        constexpr std::uint64_t ones = 0x0101010101010101ull, low = 0x7f * ones, top = 0x80 * ones;
        // The top bit of each byte that is 0; no carry leaves a byte.
        const auto zeros = [&](std::uint64_t x) { return ~(((x & low) + low) | x | low); };
        for (int part = 0; part < 8; ++part) {
            const std::uint64_t x = eight_bytes(at + 8 * part);
            const std::uint64_t found = zeros(x & (0xe0 * ones)) |
                                        zeros(x ^ (std::uint8_t(delimiter) * ones)) |
                                        zeros(x ^ (std::uint8_t('"') * ones));
            // The product moves the eight bits next to one another, without a carry.
            marks |= (((found >> 7) * 0x0102040810204080ull) >> 56) << (8 * part);
            high |= x & top;
        }
    } else {
        for (std::size_t i = 0; i < BLOCK; ++i) {
            const auto byte = std::uint8_t(at[i]);
            marks |= std::uint64_t(byte < 0x20 || at[i] == delimiter || at[i] == '"') << i;
            high |= byte & 0x80;
        }
    }
#endif
    return marks;
}

// Whether bytes are UTF-8 as Python takes it: shortest forms, no surrogates, up to U+10FFFF.
bool is_utf8(const char* at, const char* end);

// Whether a text begins with blank space, as Unicode has it, or with a control character.
bool begins_blank(const Cell& cell);

}  // namespace weft
