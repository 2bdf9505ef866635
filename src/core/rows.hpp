// The network in compressed rows: what every kernel walks on. Built once, never changed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace weft {

using Person = std::int32_t;
using Offset = std::int64_t;

// Lists of neighbours, one after another: those of `v` are to[start[v]] .. to[start[v + 1] - 1],
// in rising order.
struct Lists {
    std::vector<Offset> start;
    std::vector<Person> to;

    std::span<const Person> of(Person v) const {
        return {to.data() + start[v], std::size_t(start[v + 1] - start[v])};
    }
    Offset count(Person v) const { return start[v + 1] - start[v]; }
};

// What is between two people, seen from the first: 1 a tie there, 2 a tie back, 3 both.
enum Dyad : std::uint8_t { THERE = 1, BACK = 2, BOTH = 3 };

// The same dyad seen from the other end.
inline std::uint8_t turned(std::uint8_t dyad) { return std::uint8_t((dyad >> 1) | ((dyad & 1) << 1)); }

// A network of n people. A tie without direction stands in both directions.
class Rows {
public:
    // Each tie once, none to oneself; ties may come in any order.
    // Throws std::invalid_argument where an end is not below n, a tie is to oneself or is repeated.
    Rows(Person n, std::span<const Person> source, std::span<const Person> target, bool directed);

    Person n;
    bool directed;
    Lists out, in;                    // `in` is empty without direction: use incoming()
    Lists pairs;                      // everyone tied in either direction
    std::vector<std::uint8_t> dyads;  // what is between them, beside pairs.to

    const Lists& incoming() const { return directed ? in : out; }
    const Lists& either() const { return directed ? pairs : out; }
    // The dyad at a position of either().to
    std::uint8_t dyad(Offset at) const { return directed ? dyads[at] : std::uint8_t(BOTH); }

    Offset arcs() const { return Offset(out.to.size()); }
    Offset tied() const { return Offset(either().to.size()) / 2; }
    Offset mutual() const;
    std::int64_t bytes() const;
};

}  // namespace weft
