// A network that changes: each person's contacts in rising order, with what is between.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "rows.hpp"

namespace weft {

// The contacts of one person. Without a room of their own they are read from the rows that the
// network was made from; the first change copies them into a room with space for more.
struct Circle {
    const Person* who = nullptr;
    const std::uint8_t* dyad = nullptr;    // null without direction: every dyad is BOTH
    std::array<std::int32_t, 3> many{};    // how many contacts by dyad: THERE, BACK, BOTH
    std::int32_t room = 0;                 // for how many contacts there is space; 0: in the rows

    std::int32_t count() const { return many[0] + many[1] + many[2]; }
    std::int32_t named() const { return many[0] + many[2]; }
    std::int32_t named_by() const { return many[1] + many[2]; }
    std::uint8_t at(std::int32_t place) const { return dyad ? dyad[place] : std::uint8_t(BOTH); }

    // Where `v` stands, or would stand.
    std::int32_t place_of(Person v) const {
        std::int32_t from = 0, left = count();
        while (left > 0) {
            const std::int32_t half = left / 2;
            const bool before = who[from + half] < v;
            from += before ? half + 1 : 0;
            left = before ? left - half - 1 : half;
        }
        return from;
    }
};

// Ask for memory that will be read soon: a change walks through what nobody has looked at for long.
inline void fetch([[maybe_unused]] const void* place) {
#if defined(__GNUC__)
    __builtin_prefetch(place);
#endif
}

// How many ties a dyad holds.
inline int ties_in(std::uint8_t dyad) { return (dyad & 1) + (dyad >> 1); }

// Rooms for lists that grow: each for a power of two of contacts, used again when given back.
class Rooms {
public:
    std::byte* take(std::int32_t room);
    void give_back(std::byte* place, std::int32_t room);
    static std::size_t bytes(std::int32_t room) { return std::size_t(room) * 5; }

private:
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::size_t left_ = 0;
    std::byte* next_ = nullptr;
    std::array<std::vector<std::byte*>, 32> spare_;
};

class LiveTies {
public:
    // The rows have to outlive this: whoever is not touched by a change is read from them.
    explicit LiveTies(const Rows& rows);

    Person n() const { return Person(circles_.size()); }
    bool directed() const { return directed_; }
    const Circle& of(Person v) const { return circles_[v]; }
    std::uint8_t dyad(Person u, Person v) const;
    Offset mutual() const { return mutual_; }
    Offset asymmetric() const { return asymmetric_; }
    // How many ties; one without direction counts once.
    Offset ties() const { return directed_ ? 2 * mutual_ + asymmetric_ : mutual_; }

    // 0: nothing is between them. `before` is what is, until now.
    void put(Person u, Person v, std::uint8_t before, std::uint8_t dyad);
    void add_people(Person many);
    void fetch_circle(Person v) const { fetch(&circles_[v]); }
    void fetch_contacts(Person v) const;

    // Each tie once, by source and then target; without direction source < target.
    std::pair<std::vector<Person>, std::vector<Person>> ends() const;

private:
    void put_one(Circle& circle, Person v, std::uint8_t dyad);
    void move_to_room(Circle& circle, std::int32_t room);

    bool directed_;
    Offset mutual_ = 0, asymmetric_ = 0;
    std::vector<Circle> circles_;
    Rooms rooms_;
};

// Call found(place in one, place in other) for each contact that two circles share.
template <typename Found>
void for_shared(const Circle& one, const Circle& other, Found&& found) {
    const std::int32_t a = one.count(), b = other.count();
    const auto seek = [](const Circle& few, const Circle& many, auto&& both) {
        const Person *from = many.who, *end = many.who + many.count();
        for (std::int32_t at = 0; at < few.count() && from < end; ++at) {
            std::ptrdiff_t step = 1;  // doubled until it passes, then halved
            while (end - from > step && from[step] < few.who[at]) from += step, step *= 2;
            for (step = std::min(step, end - from); step > 0;) {
                const std::ptrdiff_t half = step / 2;
                if (from[half] < few.who[at]) from += half + 1, step -= half + 1;
                else step = half;
            }
            if (from < end && *from == few.who[at]) both(at, std::int32_t(from - many.who));
        }
    };
    if (a > 16 * std::int64_t(b)) {
        seek(other, one, [&](std::int32_t y, std::int32_t x) { found(x, y); });
    } else if (b > 16 * std::int64_t(a)) {
        seek(one, other, found);
    } else {
        for (std::int32_t x = 0, y = 0; x < a && y < b;) {
            const Person p = one.who[x], q = other.who[y];
            if (p == q) found(x, y);
            x += p <= q;
            y += q <= p;
        }
    }
}

}  // namespace weft
