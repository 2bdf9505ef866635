#include "near_order.hpp"

#include <algorithm>

namespace weft {

namespace {

// Everyone in the order in which a search in depth meets them, ties followed in either direction.
std::vector<Person> as_met(const Walks& walks) {
    std::vector<Person> order, stack;
    std::vector<bool> met(walks.n, false);
    order.reserve(walks.n);
    const auto wait = [&](Person v) {
        if (met[v]) return;
        met[v] = true;
        stack.push_back(v);
    };
    for (Person first = 0; first < walks.n; ++first) {
        wait(first);
        while (!stack.empty()) {
            const Person v = stack.back();
            stack.pop_back();
            order.push_back(v);
            for (const Person u : walks.on.of(v)) wait(u);
            for (const Person u : walks.round.of(v)) wait(u);
        }
    }
    return order;
}

Lists renumbered(const Lists& lists, const std::vector<Person>& person,
                 const std::vector<Person>& number) {
    Lists mine;
    mine.start.assign(1, 0);
    mine.start.reserve(person.size() + 1);
    mine.to.reserve(lists.to.size());
    for (const Person v : person) {
        for (const Person u : lists.of(v)) mine.to.push_back(number[u]);
        std::sort(mine.to.begin() + mine.start.back(), mine.to.end());
        mine.start.push_back(Offset(mine.to.size()));
    }
    return mine;
}

}  // namespace

NearOrder::NearOrder(const Walks& walks)
    : n_(walks.n), directed_(walks.directed), person_(as_met(walks)) {
    std::vector<Person> number(n_);
    for (Person at = 0; at < n_; ++at) number[person_[at]] = at;
    on_ = renumbered(walks.on, person_, number);
    if (directed_) round_ = renumbered(walks.round, person_, number);
}

}  // namespace weft
