#include "figures.hpp"

#include <limits>

namespace weft {

namespace {

constexpr double UNDEFINED = std::numeric_limits<double>::quiet_NaN();

double share(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? double(part) / double(whole) : UNDEFINED;
}

}  // namespace

void write_figures(const Counts& counts, const std::vector<std::int32_t>& named, bool directed,
                   std::vector<std::int64_t>& scratch, double* out) {
    const auto n = std::int64_t(named.size());
    std::int64_t most = 0, sum = 0, squares = 0;
    for (const std::int64_t each : named) {
        most = std::max(most, each);
        sum += each;
        squares += each * each;
    }
    // Sorted by counting: `before` people are named less often than those at hand.
    scratch.assign(std::size_t(most) + 1, 0);
    for (const auto each : named) ++scratch[std::size_t(each)];
    std::int64_t spread = 0, before = 0;
    for (std::int64_t times = 0; times <= most; ++times) {
        const std::int64_t here = scratch[std::size_t(times)];
        spread += times * here * (2 * before + here - n);
        before += here;
    }
    const std::int64_t farthest = directed ? (n - 1) * (n - 1) : (n - 1) * (n - 2);
    out[0] = share(counts.ties, n * (n - 1));
    out[1] = directed ? share(counts.returned, counts.ties) : UNDEFINED;
    out[2] = share(counts.closed, counts.paths);
    out[3] = n < 3 ? UNDEFINED : share(most * n - sum, farthest);
    out[4] = share(sum * sum, squares);
    out[5] = n < 2 ? UNDEFINED : share(spread, sum * (n - 1));
}

FiguresOfBits::FiguresOfBits(Person n, bool directed)
    : n_(n), directed_(directed), named_(std::size_t(n)), start_(std::size_t(n) + 1) {}

void FiguresOfBits::write(const BitRows& ties, double* out) {
    std::fill(named_.begin(), named_.end(), 0);
    to_.clear();
    Counts counts;
    std::int64_t mutual = 0;
    for (Person v = 0; v < n_; ++v) {
        ties.each(std::size_t(v), [&](Person u) {
            to_.push_back(u);
            ++named_[std::size_t(u)];
            mutual += ties.has(std::size_t(u), std::size_t(v));
        });
        start_[std::size_t(v) + 1] = Offset(to_.size());
    }
    for (std::size_t v = 0; v < std::size_t(n_); ++v)
        counts.paths += named_[v] * (start_[v + 1] - start_[v]);
    // Walking all paths costs a step each, comparing rows some words for each tie.
    const auto words = std::int64_t(to_.size() * ties.words());
    counts.closed = counts.paths < 2 * words ? closed_by_lists(ties) : closed_by_words(ties);
    counts.paths -= mutual;
    counts.ties = std::int64_t(to_.size());
    counts.returned = mutual;
    write_figures(counts, named_, directed_, scratch_, out);
}

std::int64_t FiguresOfBits::closed_by_lists(const BitRows& ties) const {
    std::int64_t closed = 0;
    for (std::size_t v = 0; v < std::size_t(n_); ++v) {
        const Word* mine = ties.row(v);
        for (Offset at = start_[v]; at < start_[v + 1]; ++at) {
            const auto u = std::size_t(to_[std::size_t(at)]);
            for (Offset next = start_[u]; next < start_[u + 1]; ++next) {
                const auto w = std::size_t(to_[std::size_t(next)]);
                closed += std::int64_t((mine[w / 64] >> (w % 64)) & 1);
            }
        }
    }
    return closed;
}

std::int64_t FiguresOfBits::closed_by_words(const BitRows& ties) const {
    std::int64_t closed = 0;
    for (std::size_t v = 0; v < std::size_t(n_); ++v) {
        const Word* mine = ties.row(v);
        for (Offset at = start_[v]; at < start_[v + 1]; ++at) {
            const Word* theirs = ties.row(std::size_t(to_[std::size_t(at)]));
            for (std::size_t word = 0; word < ties.words(); ++word)
                closed += ones(mine[word] & theirs[word]);
        }
    }
    return closed;
}

}  // namespace weft
