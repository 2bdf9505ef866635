#include "burt.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "threads.hpp"

namespace weft {

namespace {

constexpr double NONE = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Invested::Invested(const Oriented& pairs)
    : contacts(pairs.n, 0), whole(pairs.n, 0), part(pairs.n, 0), rest(pairs.n, 2) {
    for (Person u = 0; u < pairs.n; ++u)
        for (Offset k = pairs.start[u]; k < pairs.start[u + 1]; ++k) {
            const Person v = pairs.to[k];
            const int s = strength(pairs.dyads[k]);
            whole[u] += s;
            whole[v] += s;
            ++contacts[u];
            ++contacts[v];
            if (s == 2) rest[u] = rest[v] = 1;
        }
    // s(i,q) · s(q,j) / whole(q) is at most 1, so that the sum over the common contacts of two
    // people fits. Rounded this way constraint is off by less than 8 · 2^-bits.
    bits = std::min(50, 62 - int(std::bit_width(std::uint64_t(pairs.most_in_common))));
    for (Person u = 0; u < pairs.n; ++u)
        if (whole[u] > 0) part[u] = std::llround(std::ldexp(1.0 / double(whole[u]), bits));
}

std::vector<double> constraint_from(const Oriented& pairs, const Invested& invested,
                                    const std::vector<std::int64_t>& via) {
    const double unit = std::ldexp(1.0, -invested.bits);
    std::vector<double> summed(pairs.n, 0.0);
    for (Person u = 0; u < pairs.n; ++u)
        for (Offset k = pairs.start[u]; k < pairs.start[u + 1]; ++k) {
            const Person v = pairs.to[k];
            const double given = strength(pairs.dyads[k]) + double(via[k]) * unit;
            const double by_u = given / double(invested.whole[u]);
            const double by_v = given / double(invested.whole[v]);
            summed[u] += by_u * by_u;
            summed[v] += by_v * by_v;
        }
    for (Person u = 0; u < pairs.n; ++u)
        if (invested.whole[u] == 0) summed[u] = NONE;
    return summed;
}

double effective_size(std::int64_t contacts, std::int64_t lost, std::int64_t whole) {
    return contacts == 0 ? NONE : double(contacts) - double(lost) / (2.0 * double(whole));
}

std::vector<double> constraint_over_two_steps(const Rows& rows, int threads, Work& work) {
    constexpr Person AT_ONCE = 256;
    const Lists& lists = rows.either();
    std::vector<double> whole(rows.n, 0.0), summed(rows.n, NONE);
    for (Person v = 0; v < rows.n; ++v)
        for (Offset k = lists.start[v]; k < lists.start[v + 1]; ++k)
            whole[v] += strength(rows.dyad(k));
    struct Scratch {
        std::vector<double> depends;
        std::vector<Person> reached;
    };
    std::vector<Scratch> scratch(std::size_t(std::max(threads, 1)));
    const std::int64_t pieces = (std::int64_t(rows.n) + AT_ONCE - 1) / AT_ONCE;
    work.expect(pieces);
    in_pieces(pieces, threads, work, [&](std::int64_t piece, int thread) {
        auto& [depends, reached] = scratch[thread];
        depends.resize(rows.n, 0.0);
        auto add = [&](Person j, double part) {
            if (depends[j] == 0.0) reached.push_back(j);
            depends[j] += part;
        };
        const std::int64_t end = std::min<std::int64_t>(rows.n, (piece + 1) * AT_ONCE);
        for (Person i = Person(piece * AT_ONCE); i < end; ++i) {
            if (lists.count(i) == 0) continue;
            for (Offset k = lists.start[i]; k < lists.start[i + 1]; ++k) {
                const Person q = lists.to[k];
                const double share = strength(rows.dyad(k)) / whole[i];
                add(q, share);
                for (Offset l = lists.start[q]; l < lists.start[q + 1]; ++l)
                    add(lists.to[l], share * strength(rows.dyad(l)) / whole[q]);
            }
            depends[i] = 0.0;
            double sum = 0.0;
            for (const Person j : reached) {
                sum += depends[j] * depends[j];
                depends[j] = 0.0;
            }
            reached.clear();
            summed[i] = sum;
        }
    });
    return summed;
}

}  // namespace weft
