// How Python hands a table to the core, and takes what was found in it.
#include <optional>

#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include "arrays.hpp"
#include "csv_reader.hpp"
#include "module.hpp"

namespace weft {

namespace {

// A tuple of texts that are known to be UTF-8.
using Tuple = nb::typed<nb::tuple, nb::str, nb::ellipsis>;

template <typename TextAt>
Tuple tuple_of(std::size_t many, TextAt&& text_at) {
    Tuple all = nb::steal<Tuple>(PyTuple_New(Py_ssize_t(many)));
    if (!all.is_valid()) throw nb::python_error();
    for (std::size_t i = 0; i < many; ++i) {
        const Cell text = text_at(i);
        PyObject* one = PyUnicode_DecodeUTF8(text.at, Py_ssize_t(text.length), nullptr);
        if (one == nullptr) throw nb::python_error();
        PyTuple_SET_ITEM(all.ptr(), Py_ssize_t(i), one);
    }
    return all;
}

Kind kind_named(const std::string& name) {
    const std::pair<const char*, Kind> known[] = {
        {"left out", Kind::left_out}, {"id", Kind::id},     {"number", Kind::number},
        {"label", Kind::label},       {"text", Kind::text}, {"looked at", Kind::looked_at}};
    for (const auto& [each, kind] : known)
        if (name == each) return kind;
    throw std::invalid_argument("Found a column of the kind " + name + "; expected id, number, " +
                                "label, text, looked at or left out.");
}

char one_byte(const std::string& delimiter) {
    if (delimiter.size() != 1 || std::uint8_t(delimiter[0]) >= 0x80 || delimiter[0] == '"' ||
        delimiter[0] == '\n' || delimiter[0] == '\r' || delimiter[0] == '\0')
        throw std::invalid_argument("The delimiter must be one character of ASCII, and neither a "
                                    "quotation mark nor the end of a line.");
    return delimiter[0];
}

// Whether a row of headings is taken, and where what follows begins.
constexpr std::size_t MOST_HEADINGS = 20'000;

std::optional<std::pair<Tuple, std::size_t>> first_row(const nb::bytes& text,
                                                            const std::string& delimiter) {
    std::vector<Cell> cells(MOST_HEADINGS);
    std::deque<std::string> unescaped;
    std::uint64_t high = 0;
    std::size_t many = 0;
    const char *begin = text.c_str(), *end = begin + text.size();
    try {
        const char* next = scan(
            begin, end, false, one_byte(delimiter), cells, unescaped, high,
            [&many](const Cell*, std::size_t count) {
                many = count;
                return false;
            },
            [] {});
        if (many == 0 || !is_utf8(begin, next)) return std::nullopt;
        for (std::size_t i = 0; i < many; ++i)
            if (cells[i].length > 0 && cells[i].at[0] == '\'') return std::nullopt;
        return std::pair(tuple_of(many, [&](std::size_t i) { return cells[i]; }),
                         std::size_t(next - begin));
    } catch (const NotPlain&) {
        return std::nullopt;
    }
}

using GivenTexts = std::pair<Given<std::int32_t>, Given<std::uint8_t>>;

GivenTexts texts_of(Texts& texts) {
    return {given(std::move(texts.start)), given(std::move(texts.bytes))};
}

}  // namespace

void bind_csv(nb::module_& m) {
    using namespace nb::literals;
    m.def("csv_first_row", &first_row, "text"_a, "delimiter"_a,
          "The cells of the first row and where the next begins; None where it is not plain.");
    nb::class_<CsvReader>(m, "CsvReader",
                          "A plain table of ties, from bytes to numbers in one pass.")
        .def(
            "__init__",
            [](CsvReader* self, const std::string& delimiter, const std::vector<std::string>& kinds,
               const std::vector<std::size_t>& ids, Offset size) {
                std::vector<Kind> each;
                for (const auto& kind : kinds) each.push_back(kind_named(kind));
                new (self) CsvReader(one_byte(delimiter), each, ids, size);
            },
            "delimiter"_a, "kinds"_a, "ids"_a, "size"_a,
            "What is made of each column, the columns of ids in order, and about how many bytes.")
        .def(
            "take",
            [](CsvReader& self, Column<std::uint8_t> bytes, std::size_t begin, std::size_t end,
               bool last) -> std::pair<std::size_t, std::optional<std::string>> {
                if (begin > end || end > bytes.shape(0))
                    throw std::invalid_argument("Found bytes " + std::to_string(begin) + " to " +
                                                std::to_string(end) + " of " +
                                                std::to_string(bytes.shape(0)) + ".");
                const auto* text = reinterpret_cast<const char*>(bytes.data());
                nb::gil_scoped_release unlocked;
                try {
                    return {self.take(text + begin, text + end, last), std::nullopt};
                } catch (const NotPlain& found) {
                    return {0, std::string(found.reason)};
                }
            },
            "bytes"_a, "begin"_a, "end"_a, "last"_a,
            "Take the whole rows of some bytes: how many bytes were taken, and why the table is "
            "not plain, where it is not.")
        .def(
            "finish", [](CsvReader& self) { nb::gil_scoped_release unlocked; self.finish(); },
            "Number the people in the order of the columns, once everything was taken.")
        .def_prop_ro("rows", &CsvReader::rows, "How many rows were taken.")
        .def(
            "people",
            [](CsvReader& self) {
                const auto& order = self.order();
                return tuple_of(order.size(), [&](std::size_t i) { return self.people().text(order[i]); });
            },
            "Everyone's id, by number.")
        .def(
            "codes", [](CsvReader& self, std::size_t at) { return given(std::move(self.column(at).codes)); },
            "at"_a, "The number of each person, or label, of a column; can be taken once.")
        .def(
            "labels",
            [](CsvReader& self, std::size_t at) {
                const Names& names = self.column(at).names;
                return tuple_of(std::size_t(names.size()),
                                [&](std::size_t i) { return names.text(std::int32_t(i)); });
            },
            "at"_a, "The labels of a column, by number.")
        .def(
            "numbers",
            [](CsvReader& self, std::size_t at) {
                auto& column = self.column(at);
                return std::tuple(given(std::move(column.values)),
                                  given(std::move(column.long_winded)), texts_of(column.texts));
            },
            "at"_a, "Numbers, and those that are left to read: their rows and texts; once.")
        .def(
            "texts", [](CsvReader& self, std::size_t at) { return texts_of(self.column(at).texts); },
            "at"_a, "The texts of a column, as where each begins and all bytes; once.")
        .def(
            "holds_something",
            [](CsvReader& self, std::size_t at) { return self.column(at).holds_something; }, "at"_a,
            "Whether any cell of a column that was looked at holds something.");
}

}  // namespace weft
