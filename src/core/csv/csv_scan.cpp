#include "csv_scan.hpp"

namespace weft {

Quoted quoted_cell(const char* open, const char* end, bool last,
                   std::deque<std::string>& unescaped) {
    const Quoted unfinished{{nullptr, 0}, nullptr};
    const char* begin = open + 1;
    std::string* whole = nullptr;
    while (true) {
        const auto* mark = static_cast<const char*>(
            begin < end ? std::memchr(begin, '"', std::size_t(end - begin)) : nullptr);
        if (mark == nullptr || (mark + 1 == end && !last)) {
            if (whole != nullptr) unescaped.pop_back();
            return unfinished;
        }
        const bool doubled = mark + 1 < end && mark[1] == '"';
        if (!doubled && whole == nullptr) return {{begin, std::size_t(mark - begin)}, mark + 1};
        if (whole == nullptr) whole = &unescaped.emplace_back();
        whole->append(begin, std::size_t(mark - begin) + (doubled ? 1 : 0));
        if (!doubled) return {{whole->data(), whole->size()}, mark + 1};
        begin = mark + 2;
    }
}

}  // namespace weft
