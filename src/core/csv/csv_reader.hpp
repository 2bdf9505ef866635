// A plain table of ties, from bytes to numbers in one pass.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "csv_names.hpp"
#include "csv_number.hpp"
#include "csv_scan.hpp"
#include "rows.hpp"

namespace weft {

// What is made of a column.
enum class Kind : std::uint8_t {
    left_out,
    id,        // a number for each person, one numbering for all columns of ids
    number,    // 1 where the cell is empty
    label,     // one of few different texts
    text,      // as it stands
    looked_at  // whether it holds anything
};

// Cells of text, one behind another.
struct Texts {
    std::vector<std::int32_t> start = {0};
    std::vector<std::uint8_t> bytes;
    void add(const Cell& cell);
};

// A column and what was found in it; only what its kind needs is filled.
struct ColumnRead {
    Kind kind;
    std::size_t at;  // which cell of a row
    std::vector<Person> codes;
    std::vector<std::int32_t> first;  // ids in the order in which they first came in this column
    std::vector<double> values;
    std::vector<std::int64_t> long_winded;  // rows of the numbers that `texts` has
    Texts texts;
    Names names;
    Cell last{nullptr, 0};
    bool holds_something = false;
};

// Reads the rows below the headings, in runs of bytes, as long as they are plain: as many cells as
// the headings, ids that are neither empty nor begin with blank space, numbers that are numbers.
// Everything that may need a word to the reader throws NotPlain, and then nothing here counts.
class CsvReader {
public:
    CsvReader(char delimiter, std::vector<Kind> kinds, std::vector<std::size_t> ids, Offset size);

    // Take the whole rows of some bytes; returns how many bytes were taken.
    std::size_t take(const char* begin, const char* end, bool last);

    // Number the people as the columns name them: everyone in the first, then who is new in the next.
    void finish();

    Offset rows() const { return rows_; }
    const Names& people() const { return people_; }
    const std::vector<Person>& order() const { return order_; }
    ColumnRead& column(std::size_t at);

private:
    static constexpr std::size_t BATCH = 256;

    struct Waiting {
        Cell cell;
        std::uint32_t hash;
    };

    bool row(const Cell* cells, std::size_t count);
    void number_waiting();
    void label(ColumnRead& column, const Cell& cell);
    void number(ColumnRead& column, const Cell& cell);
    void make_room(Offset taken);

    char delimiter_;
    Offset size_, rows_ = 0;
    std::vector<Cell> cells_;
    std::deque<std::string> unescaped_;
    std::vector<ColumnRead> ids_, others_;
    std::vector<Waiting> waiting_;
    std::size_t waits_ = 0;
    bool blank_before_ = false, has_room_ = false;
    Names people_;
    std::vector<Person> order_;
};

}  // namespace weft
