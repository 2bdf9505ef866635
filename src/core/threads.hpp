// Work shared out among threads so that the result does not depend on how many there are.
//
// Work is cut into pieces by its size alone, never by the number of threads. Threads take pieces in
// turn. What a piece computes goes to a place of its own, or is added up in whole numbers, for which
// the order does not matter.
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "work.hpp"

namespace weft {

// Call piece(number, thread) for each piece 0 .. pieces - 1, on up to `threads` threads.
// `thread` runs from 0 and may index scratch space. Only thread 0, which is the caller's, looks at
// `work`; all stop when it was cancelled, and whatever a thread threw is thrown here.
template <typename Piece>
void in_pieces(std::int64_t pieces, int threads, Work& work, Piece&& piece) {
    work.look();  // others may leave thread 0 no piece
    std::atomic<std::int64_t> next{0};
    std::exception_ptr failure;
    std::mutex guard;
    auto run = [&](int thread) {
        try {
            for (std::int64_t at = next++; at < pieces && !work.stopped(); at = next++) {
                piece(at, thread);
                work.did(1);
                if (thread == 0) work.look();
            }
        } catch (const Work::Ended&) {  // whoever ended it has said why
        } catch (...) {
            std::lock_guard<std::mutex> lock(guard);
            if (!failure) failure = std::current_exception();
            work.stop();
        }
    };
    const int many = int(std::min<std::int64_t>(std::max(threads, 1), std::max<std::int64_t>(pieces, 1)));
    std::vector<std::thread> others;
    for (int thread = 1; thread < many; ++thread) others.emplace_back(run, thread);
    run(0);
    for (auto& other : others) other.join();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace weft
