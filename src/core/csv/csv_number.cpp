#include "csv_number.hpp"

#include <charconv>
#include <system_error>
#include <version>

namespace weft {

namespace {

constexpr double TENS[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,
                           1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17};
constexpr std::size_t LONGEST_SHORT = 17;  // and so fewer figures than 18 behind the point

bool is_short(const Cell& cell, double& value) {
    std::uint64_t whole = 0;
    int figures = 0, behind = 0;
    bool point = false;
    for (std::size_t i = 0; i < cell.length; ++i) {
        const auto figure = std::uint8_t(cell.at[i] - '0');
        if (figure <= 9) {
            whole = 10 * whole + figure;
            ++figures;
            behind += point;
        } else if (cell.at[i] == '.' && !point) {
            point = true;
        } else {
            return false;
        }
    }
    if (figures == 0 || whole > (std::uint64_t(1) << 53)) return false;
    value = double(whole) / TENS[behind];
    return true;
}

}  // namespace

Read number_in(const Cell& cell, double& value) {
    if (cell.length <= LONGEST_SHORT && is_short(cell, value)) return Read::exact;
    if (cell.length == 0 || (std::uint8_t(cell.at[0] - '0') > 9 && cell.at[0] != '.'))
        return Read::no_number;
    for (std::size_t i = 0; i < cell.length; ++i)
        if (std::memchr("0123456789.eE+-", cell.at[i], 15) == nullptr) return Read::no_number;
#if defined(__cpp_lib_to_chars)
    const auto [end, error] = std::from_chars(cell.at, cell.at + cell.length, value);
    if (error == std::errc() && end == cell.at + cell.length) return Read::exact;
#endif
    return Read::long_winded;
}

}  // namespace weft
