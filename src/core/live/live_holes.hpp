// Structural holes (Burt) in a network that changes: constraint and effective size by person.
#pragma once

#include <vector>

#include "live_ties.hpp"
#include "work.hpp"

namespace weft {

// What a person has depends on the dyads among their contacts and on the strength of those. A change
// therefore touches both ends and, of their contacts, at most those who stand in a triangle. They
// are marked, and worked out when somebody asks.
class LiveHoles {
public:
    // The dyad of u and v has changed; `shared` are tied to both.
    template <typename Thirds, typename Around>
    void change(const LiveTies& ties, Person u, Person v, const Thirds& shared, const Around& in_triangle) {
        if (!begun_) return;
        mark(u);
        mark(v);
        for (const auto& third : shared) mark(third.who);
        for (const Person end : {u, v}) {
            const Circle& circle = ties.of(end);
            for (std::int32_t at = 0; at < circle.count(); ++at)
                if (in_triangle(circle.who[at])) mark(circle.who[at]);
        }
    }
    void add_people(Person many);
    void bring_up_to_date(const LiveTies& ties, Work& work);

    // nan for a person without ties.
    const std::vector<double>& constraint() const { return constraint_; }
    const std::vector<double>& effective_size() const { return size_; }

private:
    void mark(Person v) {
        if (marked_[v]) return;
        marked_[v] = 1;
        waiting_.push_back(v);
    }
    void work_out(const LiveTies& ties, Person i);

    bool begun_ = false;
    std::vector<double> constraint_, size_, through_;
    std::vector<std::uint8_t> marked_;
    std::vector<Person> waiting_;
};

}  // namespace weft
