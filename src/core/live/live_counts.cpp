#include "live_counts.hpp"

#include "live_triangles.hpp"

namespace weft {

namespace {

Kind worked_out(int uv, int uw, int vw) {
    const int out[3] = {(uv & 1) + (uw & 1), (uv >> 1) + (vw & 1), (uw >> 1) + (vw >> 1)};
    const int in[3] = {(uv >> 1) + (uw >> 1), (uv & 1) + (vw >> 1), (uw & 1) + (vw & 1)};
    const auto somebody = [&](int named, int named_by) {
        for (int who = 0; who < 3; ++who)
            if (out[who] == named && in[who] == named_by) return true;
        return false;
    };
    const int both = (uv == 3) + (uw == 3) + (vw == 3), none = (uv == 0) + (uw == 0) + (vw == 0);
    switch (10 * both + (3 - both - none)) {
        case 0: return K003;
        case 1: return K012;
        case 10: return K102;
        case 2: return somebody(2, 0) ? K021D : somebody(0, 2) ? K021U : K021C;
        case 11: return somebody(1, 0) ? K111D : K111U;
        case 3: return somebody(2, 0) ? K030T : K030C;
        case 20: return K201;
        case 12: return somebody(2, 0) ? K120D : somebody(0, 2) ? K120U : K120C;
        case 21: return K210;
        default: return K300;
    }
}

struct Kinds {
    std::array<Kind, 64> kind;
    Kinds() {
        for (int at = 0; at < 64; ++at) kind[at] = worked_out(at & 3, (at >> 2) & 3, at >> 4);
    }
};

const Kinds KINDS;

// Of each kind, how many dyads are tied one way and both ways.
constexpr int ONE_WAY[16] = {0, 1, 0, 2, 2, 2, 1, 1, 3, 3, 0, 2, 2, 2, 1, 0};
constexpr int BOTH_WAYS[16] = {0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 2, 1, 1, 1, 2, 3};

}  // namespace

Kind kind_of(std::uint8_t uv, std::uint8_t uw, std::uint8_t vw) {
    return KINDS.kind[uv | (uw << 2) | (vw << 4)];
}

void LiveCounts::count(const LiveTies& ties, Work& work) {
    std::array<std::int64_t, 64> found{};
    std::vector<Around> around(ties.n());
    Upwards(ties).each(work, [&](Person u, Person v, Person w, std::uint8_t uv, std::uint8_t uw,
                                 std::uint8_t vw) {
        ++found[uv | (uw << 2) | (vw << 4)];
        const int ways = ties_in(uv) * ties_in(uw) * ties_in(vw);
        for (const Person each : {u, v, w}) {
            ++around[each].triangles;
            around[each].directed += ways;
        }
    });
    std::array<std::int64_t, 16> census{};
    for (Person v = 0; v < ties.n(); ++v) {  // two contacts of each, as if they were not tied
        const auto& many = ties.of(v).many;
        for (std::uint8_t x = THERE; x <= BOTH; ++x) {
            const std::int64_t here = many[x - 1];
            census[kind_of(x, x, 0)] += here * (here - 1) / 2;
            for (std::uint8_t y = std::uint8_t(x + 1); y <= BOTH; ++y)
                census[kind_of(x, y, 0)] += here * many[y - 1];
        }
    }
    for (int at = 0; at < 64; ++at) {
        const std::uint8_t uv = at & 3, uw = (at >> 2) & 3, vw = std::uint8_t(at >> 4);
        if (!found[at]) continue;
        census[kind_of(uv, uw, 0)] -= found[at];
        census[kind_of(turned(uv), vw, 0)] -= found[at];
        census[kind_of(turned(uw), turned(vw), 0)] -= found[at];
        census[kind_of(uv, uw, vw)] += found[at];
    }
    if (ties.n() > 2) {  // every dyad has n - 2 thirds
        census[K012] = ties.asymmetric() * (ties.n() - 2);
        census[K102] = ties.mutual() * (ties.n() - 2);
        for (int kind = K021D; kind <= K300; ++kind) {
            census[K012] -= census[kind] * ONE_WAY[kind];
            census[K102] -= census[kind] * BOTH_WAYS[kind];
        }
    }
    census_ = census;
    around_ = std::move(around);
    known_ = true;
}

void LiveCounts::change(const LiveTies& ties, Person u, Person v, std::uint8_t before,
                        std::uint8_t after, const std::vector<Third>& shared) {
    if (!known_) return;
    // How many third persons have which dyads with u and with v.
    std::int64_t thirds[4][4] = {};
    for (std::uint8_t x = THERE; x <= BOTH; ++x) {
        thirds[x][0] = ties.of(u).many[x - 1] - (x == before);
        thirds[0][x] = ties.of(v).many[x - 1] - (x == turned(before));
    }
    std::int64_t around_both = 0;
    const bool was_tied = before != 0, is_tied = after != 0;
    const int more = ties_in(after) - ties_in(before);
    for (const Third& third : shared) {
        ++thirds[third.from_first][third.from_second];
        --thirds[third.from_first][0];
        --thirds[0][third.from_second];
        const int ways = ties_in(third.from_first) * ties_in(third.from_second);
        around_both += ways;
        around_[third.who].triangles += is_tied - was_tied;
        around_[third.who].directed += ways * more;
    }
    for (const Person end : {u, v}) {
        around_[end].triangles += (is_tied - was_tied) * std::int64_t(shared.size());
        around_[end].directed += around_both * more;
    }
    std::int64_t rest = ties.n() - 2;
    for (int x = 0; x < 4; ++x)
        for (int y = 0; y < 4; ++y) rest -= thirds[x][y];
    thirds[0][0] = rest;
    for (std::uint8_t x = 0; x < 4; ++x)
        for (std::uint8_t y = 0; y < 4; ++y) {
            if (!thirds[x][y]) continue;
            census_[kind_of(before, x, y)] -= thirds[x][y];
            census_[kind_of(after, x, y)] += thirds[x][y];
        }
    census_[K003] = 0;
}

void LiveCounts::add_people(const LiveTies& ties, Person many) {
    if (!known_) return;
    census_[K012] += ties.asymmetric() * many;
    census_[K102] += ties.mutual() * many;
    around_.resize(around_.size() + std::size_t(many));
}

}  // namespace weft
