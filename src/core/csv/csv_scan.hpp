// From bytes to rows of cells.
#pragma once

#include <deque>
#include <exception>
#include <string>
#include <vector>

#include "csv_text.hpp"

namespace weft {

// A table that is to be read in the slower way, which knows all that a table can be.
struct NotPlain : std::exception {
    explicit NotPlain(const char* why) : reason(why) {}
    const char* what() const noexcept override { return reason; }
    const char* reason;
};

// A cell in quotation marks, taken from the mark that opens it.
struct Quoted {
    Cell inner;
    const char* after;  // behind the mark that closes it; null where the text ends before
};

// Doubled marks inside become one; such text is kept in `unescaped`.
Quoted quoted_cell(const char* open, const char* end, bool last, std::deque<std::string>& unescaped);

// Call on_row(cells, count) for each whole row, which says whether to go on, and on_blank() for each
// empty line. Returns where the first row begins that was not taken.
//
// Rows end with \n or \r\n; cells may be in quotation marks, with line breaks and doubled marks
// inside. Throws NotPlain where a row has more cells than there is room for in `cells`, a mark stands
// in the middle of a cell, or there is a NUL or a carriage return by itself. Where `last` is not set,
// the text may end within a row.
template <typename OnRow, typename OnBlank>
const char* scan(const char* begin, const char* end, bool last, char delimiter,
                 std::vector<Cell>& cells, std::deque<std::string>& unescaped, std::uint64_t& high,
                 OnRow&& on_row, OnBlank&& on_blank) {
    const char *row = begin, *cell = begin, *past = begin;  // marks before `past` are done with
    const std::size_t most = cells.size();
    std::size_t count = 0;
    Quoted quoted{{nullptr, 0}, nullptr};
    const auto finish = [&](const char* at) {
        if (count == most) throw NotPlain("a row of more cells than the headings");
        if (quoted.after == nullptr) {
            cells[count++] = {cell, std::size_t(at - cell)};
        } else {
            if (quoted.after != at) throw NotPlain("text behind a closing quotation mark");
            cells[count++] = quoted.inner;
            quoted.after = nullptr;
        }
    };
    const auto end_row = [&](const char* at, const char* next) {
        const bool blank = at == row;
        bool go_on = true;
        if (blank) {
            on_blank();
        } else {
            finish(at);
            go_on = on_row(cells.data(), count);
        }
        row = cell = past = next;
        count = 0;
        return go_on;
    };
    char tail[BLOCK];
    for (const char* block = begin; block < end; block += BLOCK) {
        const auto left = std::size_t(end - block);
        const char* bytes = block;
        if (left < BLOCK) {
            std::memset(tail, ' ' == delimiter ? 'x' : ' ', BLOCK);
            std::memcpy(tail, block, left);
            bytes = tail;
        }
        for (std::uint64_t marks = marks_of(bytes, delimiter, high); marks != 0; marks &= marks - 1) {
            const char* at = block + std::countr_zero(marks);
            if (at < past) continue;
            const char mark = *at;
            if (mark == delimiter) {
                finish(at);
                cell = past = at + 1;
            } else if (mark == '\n') {
                if (!end_row(at, at + 1)) return row;
            } else if (mark == '\r') {
                if (at + 1 == end && !last) return row;
                if (at + 1 == end || at[1] != '\n') throw NotPlain("a carriage return by itself");
                if (!end_row(at, at + 2)) return row;
            } else if (mark == '"') {
                if (at != cell) throw NotPlain("a quotation mark within a cell");
                quoted = quoted_cell(at, end, last, unescaped);
                if (quoted.after == nullptr) {
                    if (last) throw NotPlain("a quotation mark that is not closed");
                    return row;
                }
                past = quoted.after;
            } else if (mark == '\0') {
                throw NotPlain("a NUL character");
            }
        }
    }
    if (last && row < end) end_row(end, end);
    return row;
}

}  // namespace weft
