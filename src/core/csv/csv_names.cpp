#include "csv_names.hpp"

#include "csv_scan.hpp"

namespace weft {

namespace {

// Texts made to fall upon each other would be slow to tell apart; they are left to the other reader.
constexpr int MOST_PROBES = 1'000;

bool same(const char* a, const char* b, std::size_t length) {
    if (length < 8) return std::memcmp(a, b, length) == 0;
    for (std::size_t i = 0; i + 8 < length; i += 8)
        if (eight_bytes(a + i) != eight_bytes(b + i)) return false;
    return eight_bytes(a + length - 8) == eight_bytes(b + length - 8);
}

}  // namespace

std::int32_t Names::number(const Cell& cell, std::uint32_t hash, std::uint8_t role,
                           std::vector<std::int32_t>& first) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash >> shift_;
    for (int probes = 0; slots_[at].place != 0; at = (at + 1) & mask) {
        if (++probes > MOST_PROBES) throw NotPlain("ids whose hashes are alike");
        if (slots_[at].hash != hash) continue;
        Head* head = reinterpret_cast<Head*>(&words_[slots_[at].place]);
        if (head->length != cell.length ||
            !same(reinterpret_cast<const char*>(head + 1), cell.at, cell.length))
            continue;
        if ((head->roles & role) == 0) {
            head->roles |= role;
            first.push_back(head->number);
        }
        return head->number;
    }
    const std::uint32_t place = keep(cell);
    Head* head = reinterpret_cast<Head*>(&words_[place]);
    head->number = size();
    head->roles = role;
    const std::int32_t number = head->number;
    where_.push_back(place);
    first.push_back(number);
    slots_[at] = {hash, place};
    if (2 * where_.size() > slots_.size()) grow(33 - shift_);
    return number;
}

std::uint32_t Names::keep(const Cell& cell) {
    const std::size_t place = words_.size();
    if (place > 0xffffff00u || where_.size() > 0x7fffff00u) throw NotPlain("too many ids");
    words_.resize(place + 1 + (cell.length + 7) / 8);
    Head* head = reinterpret_cast<Head*>(&words_[place]);
    *head = {0, std::uint16_t(cell.length), 0};
    std::memcpy(head + 1, cell.at, cell.length);
    return std::uint32_t(place);
}

void Names::grow(int bits) {
    std::vector<Slot> bigger(std::size_t(1) << bits, Slot{0, 0});
    const std::size_t mask = bigger.size() - 1;
    shift_ = 32 - bits;
    for (const Slot& slot : slots_) {
        if (slot.place == 0) continue;
        std::size_t at = slot.hash >> shift_;
        while (bigger[at].place != 0) at = (at + 1) & mask;
        bigger[at] = slot;
    }
    slots_ = std::move(bigger);
}

}  // namespace weft
