// The parts in which people of a network that changes hang together, without regard to direction.
#pragma once

#include <map>
#include <vector>

#include "live_ties.hpp"

namespace weft {

// Everyone has a level, and in each part all but one have a contact on a lower level: going down from
// contact to contact ends at that one. While that holds, the part hangs together.
//
// A tie that joins two parts relabels the smaller. Most ties that are withdrawn leave their upper end
// another contact below, and that is all there is to see. A contact beside it, one that both ends
// share, or else a search from both ends in turn that meets, shows that they still hang together: the
// upper end is lifted above one of its contacts, and whoever stood on it may have to follow. Where one
// side of the search has nobody left to visit there are two parts: the upper end is the lowest of its
// own, and the smaller is relabelled.
//
// One change may cost as much as the smaller part has ties. When a batch has cost as much as labelling
// everybody anew, it stops following, and that is done at the next question.
class LiveParts {
public:
    bool known() const { return known_; }
    void label(const LiveTies& ties);  // everybody
    void forget() { known_ = false; }

    void begin(const LiveTies& ties);  // a batch of changes
    void join(const LiveTies& ties, Person u, Person v);  // they are tied now, and were not before
    // They are tied no more; `sharing` a contact, they hang together all the same.
    void part(const LiveTies& ties, Person u, Person v, bool sharing);
    void add_people(Person many);

    void fetch_label(Person v) const {
        if (known_) fetch(&label_[v]), fetch(&level_[v]);
    }
    std::vector<Person> numbered() const;  // everyone's part, numbered in the order they first come
    Person parts() const;
    Person largest() const { return sizes_.empty() ? 0 : sizes_.rbegin()->first; }
    Person alone() const {
        return sizes_.empty() || sizes_.begin()->first > 1 ? 0 : sizes_.begin()->second;
    }

private:
    void count_size(Person size, int more);
    void spend(std::int64_t steps);
    bool below(const LiveTies& ties, Person v) const;
    bool beside(const LiveTies& ties, Person v) const;
    bool still_together(const LiveTies& ties, Person u, Person v);
    bool visit_next(const LiveTies& ties, int side);
    void split_off(int side, Person other);
    void lift(const LiveTies& ties, Person v);

    bool known_ = false;
    std::vector<Person> label_, size_, spare_;  // a label's size; labels nobody has
    std::vector<std::int32_t> level_;
    std::map<Person, Person> sizes_;            // how many parts there are of each size
    std::vector<std::int32_t> seen_;            // when, and from which side: 2 * search_ + side
    std::int32_t search_ = 0;
    std::vector<Person> visit_[2];
    std::size_t at_[2] = {0, 0};
    std::int64_t steps_[2] = {0, 0}, left_ = 0;
};

}  // namespace weft
