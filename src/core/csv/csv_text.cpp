#include "csv_text.hpp"

namespace weft {

bool is_utf8(const char* at, const char* end) {
    while (at < end) {
        if (end - at >= 8 && (eight_bytes(at) & 0x8080808080808080ull) == 0) {
            at += 8;
            continue;
        }
        const auto first = std::uint8_t(*at);
        if (first < 0x80) {
            ++at;
            continue;
        }
        const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        if (first < 0xc2 || first > 0xf4 || end - at <= more) return false;
        for (int i = 1; i <= more; ++i)
            if ((std::uint8_t(at[i]) & 0xc0) != 0x80) return false;
        const auto second = std::uint8_t(at[1]);
        if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) ||
            (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f))
            return false;
        at += more + 1;
    }
    return true;
}

bool begins_blank(const Cell& cell) {
    if (cell.length == 0) return true;
    const auto byte = [&](std::size_t i) { return i < cell.length ? std::uint8_t(cell.at[i]) : 0; };
    if (byte(0) < 0x80) return byte(0) <= 0x20 || byte(0) == 0x7f;
    switch (byte(0)) {
        case 0xc2: return byte(1) <= 0xa0;                      // controls, U+0085, U+00A0
        case 0xe1: return byte(1) == 0x9a && byte(2) == 0x80;   // U+1680
        case 0xe2: return byte(1) == 0x80 || byte(1) == 0x81;   // U+2000 .. U+205F and others
        case 0xe3: return byte(1) == 0x80 && byte(2) == 0x80;   // U+3000
        default: return false;
    }
}

}  // namespace weft
