#include "csv_reader.hpp"

#include <algorithm>
#include <stdexcept>

namespace weft {

namespace {

// More different labels are ids, dates or free text in the wrong column.
constexpr std::int32_t MOST_LABELS = 1'000;

bool same(const Cell& a, const Cell& b) {
    return a.length == b.length && std::memcmp(a.at, b.at, a.length) == 0;
}

// What stands in a table beside numbers is kept exactly; only a mark by which programs keep
// spreadsheets from running a text is taken away, by the other reader.
void check_text(const Cell& cell) {
    if (cell.length > 0 && cell.at[0] == '\'') throw NotPlain("an apostrophe before a cell");
}

}  // namespace

void Texts::add(const Cell& cell) {
    const std::size_t end = bytes.size() + cell.length;
    if (end > 0x7fffffff) throw NotPlain("a column of more than 2 GiB");
    bytes.insert(bytes.end(), cell.at, cell.at + cell.length);
    start.push_back(std::int32_t(end));
}

CsvReader::CsvReader(char delimiter, std::vector<Kind> kinds, std::vector<std::size_t> ids,
                     Offset size)
    : delimiter_(delimiter), size_(size), cells_(kinds.size()) {
    const auto added = [&](std::vector<ColumnRead>& to, Kind kind, std::size_t at) {
        to.emplace_back();
        to.back().kind = kind;
        to.back().at = at;
    };
    if (ids.size() < 2 || ids.size() > 8 || kinds.size() < 2)
        throw std::invalid_argument("Found " + std::to_string(ids.size()) + " columns of ids of " +
                                    std::to_string(kinds.size()) + "; expected 2 to 8.");
    for (const std::size_t at : ids) {
        if (at >= kinds.size() || kinds[at] != Kind::id)
            throw std::invalid_argument("Column " + std::to_string(at) + " is not one of ids.");
        added(ids_, Kind::id, at);
    }
    for (std::size_t at = 0; at < kinds.size(); ++at)
        if (kinds[at] != Kind::id && kinds[at] != Kind::left_out) added(others_, kinds[at], at);
    waiting_.resize(BATCH * ids_.size());
}

std::size_t CsvReader::take(const char* begin, const char* end, bool last) {
    std::uint64_t high = 0;
    const char* taken = scan(
        begin, end, last, delimiter_, cells_, unescaped_, high,
        [this](const Cell* cells, std::size_t count) { return row(cells, count); },
        [this] { blank_before_ = true; });
    number_waiting();
    if (high != 0 && !is_utf8(begin, taken)) throw NotPlain("bytes that are not UTF-8");
    if (!has_room_ && taken > begin) make_room(taken - begin);
    return std::size_t(taken - begin);
}

// From the first rows, guess how many there will be; what is not used costs nothing.
void CsvReader::make_room(Offset taken) {
    has_room_ = true;
    const auto many = std::size_t(double(rows_) * std::max(1.0, 1.05 * double(size_) / double(taken)));
    for (auto& column : ids_) column.codes.reserve(many);
    for (auto& column : others_) {
        if (column.kind == Kind::number) column.values.reserve(many);
        if (column.kind == Kind::label) column.codes.reserve(many);
    }
}

bool CsvReader::row(const Cell* cells, std::size_t count) {
    if (count != cells_.size()) throw NotPlain("a row of fewer cells than the headings");
    if (blank_before_) throw NotPlain("an empty line between rows");
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        const Cell& cell = cells[ids_[i].at];
        Waiting& waiting = waiting_[waits_++];
        waiting.cell = cell;
        if (cell.length == 0 && i >= 2) continue;
        const char first = cell.length > 0 ? cell.at[0] : '\0';
        if ((first <= ' ' || first >= 0x7f) && begins_blank(cell))
            throw NotPlain("an id that is empty or begins with blank space");
        check_text(cell);
        if (cell.length > Names::LONGEST) throw NotPlain("an id that is too long");
        waiting.hash = hash_of(cell);
        people_.fetch_slot(waiting.hash);
    }
    for (auto& column : others_) {
        const Cell& cell = cells[column.at];
        switch (column.kind) {
            case Kind::number: number(column, cell); break;
            case Kind::label: label(column, cell); break;
            case Kind::text:
                check_text(cell);
                column.texts.add(cell);
                break;
            case Kind::looked_at:
                check_text(cell);
                if (cell.length > 0 && begins_blank(cell))
                    throw NotPlain("blank space below an empty heading");
                column.holds_something |= cell.length > 0;
                break;
            default: break;
        }
    }
    ++rows_;
    if (waits_ == waiting_.size()) number_waiting();
    return true;
}

// The ids of many rows at once, so that memory is waited for once and not for each of them.
void CsvReader::number_waiting() {
    for (std::size_t i = 0; i < waits_; ++i) people_.fetch_text(waiting_[i].hash);
    const std::size_t many = ids_.size();
    for (std::size_t at = 0; at < waits_; at += many) {
        for (std::size_t i = 0; i < many; ++i) {
            const Waiting& one = waiting_[at + i];
            auto& column = ids_[i];
            column.codes.push_back(one.cell.length == 0
                                       ? ids_[0].codes.back()
                                       : people_.number(one.cell, one.hash, std::uint8_t(1u << i),
                                                        column.first));
        }
    }
    waits_ = 0;
    unescaped_.clear();
}

void CsvReader::label(ColumnRead& column, const Cell& cell) {
    if (!column.codes.empty() && same(cell, column.last)) {
        column.codes.push_back(column.codes.back());
        return;
    }
    check_text(cell);
    if (cell.length > Names::LONGEST) throw NotPlain("a label that is too long");
    const std::int32_t code = column.names.number(cell, hash_of(cell), 1, column.first);
    if (column.names.size() > MOST_LABELS) throw NotPlain("too many different labels");
    column.codes.push_back(code);
    column.last = column.names.text(code);
}

void CsvReader::number(ColumnRead& column, const Cell& cell) {
    double value = 1;
    if (cell.length > 0) {
        const Read read = number_in(cell, value);
        if (read == Read::no_number) throw NotPlain("a cell that is no number of 0 or more");
        if (read == Read::long_winded) {
            column.long_winded.push_back(std::int64_t(column.values.size()));
            column.texts.add(cell);
        }
    }
    column.values.push_back(value);
}

void CsvReader::finish() {
    std::vector<Person> place(std::size_t(people_.size()), -1);
    order_.reserve(place.size());
    for (const auto& column : ids_) {
        for (const std::int32_t id : column.first) {
            if (place[id] >= 0) continue;
            place[id] = Person(order_.size());
            order_.push_back(id);
        }
    }
    for (auto& column : ids_)
        for (auto& code : column.codes) code = place[code];
}

ColumnRead& CsvReader::column(std::size_t at) {
    for (auto* columns : {&ids_, &others_})
        for (auto& column : *columns)
            if (column.at == at) return column;
    throw std::invalid_argument("Column " + std::to_string(at) + " was left out.");
}

}  // namespace weft
