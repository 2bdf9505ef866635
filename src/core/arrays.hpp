// Arrays that cross the border to Python: taken without a copy, handed out without one.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

namespace weft {

namespace nb = nanobind;

// A read-only column that Python lends for the length of a call.
template <typename T>
using Column = nb::ndarray<const T, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

// What a column holds; nothing where none was lent.
template <typename T>
std::span<const T> span_of(const Column<T>& column) {
    return {column.data(), column.shape(0)};
}

template <typename T>
std::span<const T> span_of(const std::optional<Column<T>>& column) {
    return column ? span_of(*column) : std::span<const T>{};
}

// An array that Python owns from now on.
template <typename T, int Dimensions = 1>
using Given = nb::ndarray<nb::numpy, T, nb::ndim<Dimensions>, nb::c_contig>;

// Hand a vector over to Python; `shape` defaults to its length.
template <typename T, int Dimensions = 1>
Given<T, Dimensions> given(std::vector<T>&& values, std::initializer_list<std::size_t> shape = {}) {
    auto* kept = new std::vector<T>(std::move(values));
    nb::capsule owner(kept, [](void* p) noexcept { delete static_cast<std::vector<T>*>(p); });
    static T nothing{};  // an empty vector has no address of its own
    T* data = kept->empty() ? &nothing : kept->data();
    if (shape.size() == 0) return Given<T, Dimensions>(data, {kept->size()}, owner);
    return Given<T, Dimensions>(data, shape, owner);
}

// Let Python look into a vector that `owner` keeps alive.
template <typename T>
Given<const T> view_of(const std::vector<T>& values, nb::handle owner) {
    static const T nothing{};
    const T* data = values.empty() ? &nothing : values.data();
    return Given<const T>(data, {values.size()}, owner);
}

// Raise ValueError where a column has not the length it must have.
template <typename T>
void expect_length(const Column<T>& column, std::size_t length, const char* name) {
    if (column.shape(0) != length)
        throw std::invalid_argument(std::string(name) + " has " + std::to_string(column.shape(0)) +
                                    " entries; expected " + std::to_string(length) + ".");
}

}  // namespace weft
