// When a sample of ways is large enough: the proof stands in docs/explanation/betweenness-bound.md.
#pragma once

#include <cstdint>
#include <vector>

#include "rows.hpp"

namespace weft {

// Everyone's share is to be within epsilon of the truth, for all at once, with a chance of at least
// 1 - delta. At checkpoints that are fixed beforehand each person's count is held against what it
// would be, by chance, were the truth farther off; the sample is enough at the first at which
// everyone's passes.
//
// What may go wrong is shared out by an earlier sample of its own, the pilot: half of it among the
// `busy`, through whom most ways of the pilot lead, half among all others. So whoever needs the
// largest sample gets by with a smaller one.
class Enough {
public:
    // `counts` are those of the pilot, `between` how many people can stand between two others at
    // all, and `most_above` how many of them can have a share above epsilon.
    Enough(const std::vector<std::int32_t>& counts, std::int64_t pilot, std::int64_t between,
           std::int64_t most_above, double epsilon, double delta);

    // The smallest sample that could be enough, of which the pilot is a part in size.
    static std::int64_t least(std::int64_t between, double epsilon, double delta);

    // Sizes of the sample, rising, at which to look. At the last it is enough, whatever was counted.
    const std::vector<std::int64_t>& checkpoints() const { return checkpoints_; }
    std::int64_t busy() const { return std::int64_t(busy_.size()); }
    // How large a sample the pilot lets expect.
    double expected() const { return expected_; }

    // Whether the counts of a sample of this size are enough.
    bool enough(const std::vector<std::int32_t>& counts, std::int64_t drawn) const;

private:
    // How sure it must be that a share is not above, and not below, what its interval says:
    // -log of the chance that it is.
    struct Demand {
        double above, below;
        double most() const { return above > below ? above : below; }
    };

    Demand demand(std::int64_t busy, std::int64_t look, bool of_busy) const;
    double needed(double share, Demand demand) const;
    bool passes(double count, double drawn, Demand demand) const;

    double epsilon_, delta_, expected_;
    std::int64_t between_, most_above_;
    std::vector<Person> busy_;  // in rising order
    std::vector<std::int64_t> checkpoints_;
};

}  // namespace weft
