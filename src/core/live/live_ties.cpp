#include "live_ties.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace weft {

namespace {

constexpr std::size_t BLOCK = std::size_t(1) << 18;
constexpr std::int32_t SMALLEST = 8, FETCHED = 64;

int power_of(std::int32_t room) {
    int power = 0;
    while ((std::int32_t(1) << power) < room) ++power;
    return power;
}

std::int32_t room_for(std::int32_t count) {
    std::int32_t room = SMALLEST;
    while (room < count) {
        if (room > (1 << 29)) throw std::length_error("A person has too many contacts.");
        room *= 2;
    }
    return room;
}

std::uint8_t* dyads_of(std::byte* place, std::int32_t room) {
    return reinterpret_cast<std::uint8_t*>(place) + sizeof(Person) * std::size_t(room);
}

}  // namespace

std::byte* Rooms::take(std::int32_t room) {
    auto& spare = spare_[power_of(room)];
    if (!spare.empty()) {
        std::byte* place = spare.back();
        spare.pop_back();
        return place;
    }
    const std::size_t wanted = bytes(room);  // a multiple of 40: ids stay in line
    if (left_ < wanted) {
        const std::size_t size = std::max(BLOCK, wanted);
        blocks_.emplace_back(new std::byte[size]);
        next_ = blocks_.back().get();
        left_ = size;
    }
    std::byte* place = next_;
    next_ += wanted;
    left_ -= wanted;
    return place;
}

void Rooms::give_back(std::byte* place, std::int32_t room) {
    spare_[power_of(room)].push_back(place);
}

LiveTies::LiveTies(const Rows& rows) : directed_(rows.directed), circles_(rows.n) {
    const Lists& either = rows.either();
    for (Person v = 0; v < rows.n; ++v) {
        Circle& circle = circles_[v];
        circle.who = either.to.data() + either.start[v];
        if (directed_) circle.dyad = rows.dyads.data() + either.start[v];
        const Offset all = either.count(v);
        const Offset both = directed_ ? rows.out.count(v) + rows.in.count(v) - all : all;
        circle.many[2] = std::int32_t(both);
        circle.many[0] = directed_ ? std::int32_t(rows.out.count(v) - both) : 0;
        circle.many[1] = directed_ ? std::int32_t(rows.in.count(v) - both) : 0;
    }
    mutual_ = rows.mutual();
    asymmetric_ = rows.tied() - mutual_;
}

std::uint8_t LiveTies::dyad(Person u, Person v) const {
    const bool turn = circles_[v].count() < circles_[u].count();
    const Circle& circle = circles_[turn ? v : u];
    const Person other = turn ? u : v;
    const std::int32_t place = circle.place_of(other);
    if (place == circle.count() || circle.who[place] != other) return 0;
    return turn ? turned(circle.at(place)) : circle.at(place);
}

void LiveTies::move_to_room(Circle& circle, std::int32_t room) {
    std::byte* place = rooms_.take(room);
    const std::size_t count = std::size_t(circle.count());
    if (count) std::memcpy(place, circle.who, count * sizeof(Person));
    if (count && circle.dyad) std::memcpy(dyads_of(place, room), circle.dyad, count);
    if (circle.room)
        rooms_.give_back(reinterpret_cast<std::byte*>(const_cast<Person*>(circle.who)), circle.room);
    circle.who = reinterpret_cast<Person*>(place);
    if (directed_) circle.dyad = dyads_of(place, room);
    circle.room = room;
}

void LiveTies::put_one(Circle& circle, Person v, std::uint8_t dyad) {
    const std::int32_t count = circle.count(), at = circle.place_of(v);
    const std::uint8_t before = at < count && circle.who[at] == v ? circle.at(at) : 0;
    if (before == dyad) return;
    if (count + 1 > circle.room) move_to_room(circle, room_for(count + 1));
    Person* who = const_cast<Person*>(circle.who);  // in a room of its own: may be written
    std::uint8_t* dyads = const_cast<std::uint8_t*>(circle.dyad);
    const std::size_t after = std::size_t(count - at);
    if (before == 0) {
        std::memmove(who + at + 1, who + at, after * sizeof(Person));
        if (dyads) std::memmove(dyads + at + 1, dyads + at, after);
        who[at] = v;
    } else if (dyad == 0) {
        std::memmove(who + at, who + at + 1, (after - 1) * sizeof(Person));
        if (dyads) std::memmove(dyads + at, dyads + at + 1, after - 1);
    }
    if (dyads && dyad) dyads[at] = dyad;
    if (before) --circle.many[before - 1];
    if (dyad) ++circle.many[dyad - 1];
}

void LiveTies::put(Person u, Person v, std::uint8_t before, std::uint8_t dyad) {
    put_one(circles_[u], v, dyad);
    put_one(circles_[v], u, turned(dyad));
    mutual_ += (dyad == BOTH) - (before == BOTH);
    asymmetric_ += (dyad == THERE || dyad == BACK) - (before == THERE || before == BACK);
}

void LiveTies::add_people(Person many) { circles_.resize(circles_.size() + std::size_t(many)); }

void LiveTies::fetch_contacts(Person v) const {
    const Circle& circle = circles_[v];
    const std::int32_t count = std::min(circle.count(), FETCHED);
    for (std::int32_t at = 0; at < count; at += 16) fetch(circle.who + at);
    if (circle.dyad) fetch(circle.dyad);
}

std::pair<std::vector<Person>, std::vector<Person>> LiveTies::ends() const {
    std::vector<Person> source, target;
    source.reserve(std::size_t(ties()));
    target.reserve(std::size_t(ties()));
    for (Person v = 0; v < n(); ++v) {
        const Circle& circle = circles_[v];
        for (std::int32_t at = 0; at < circle.count(); ++at) {
            if (directed_ ? !(circle.dyad[at] & THERE) : circle.who[at] < v) continue;
            source.push_back(v);
            target.push_back(circle.who[at]);
        }
    }
    return {std::move(source), std::move(target)};
}

}  // namespace weft
