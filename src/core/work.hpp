// Progress of a long piece of work, and the way to cancel it.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include <nanobind/nanobind.h>

namespace weft {

namespace nb = nanobind;

// Kernels release the interpreter lock and report here. At first, and then ten times a second, the
// calling thread takes the lock back for a moment, lets Python handle signals (Ctrl-C), and calls
// `tell(done, total)`. An exception from either ends the work and reaches the caller.
class Work {
public:
    // `tell` is a Python callable or None. Made and destroyed with the lock held.
    Work(std::int64_t total, nb::object tell) : total_(total), tell_(std::move(tell)) {}

    void did(std::int64_t steps) { done_.fetch_add(steps, std::memory_order_relaxed); }
    void expect(std::int64_t total) { total_ = total; }
    void stop() { stopped_.store(true, std::memory_order_relaxed); }
    bool stopped() const { return stopped_.load(std::memory_order_relaxed); }

    // Thrown where a thread finds in the middle of a piece that another one has ended the work.
    struct Ended {};

    // Called by any thread in the middle of a long piece; thread 0 is the one that Python called.
    void pause(int thread) {
        if (thread == 0)
            look();
        else if (stopped())
            throw Ended{};
    }

    // Called by the thread that Python called, at any rate it likes.
    void look() {
        const auto now = std::chrono::steady_clock::now();
        if (now - looked_ < std::chrono::milliseconds(100)) return;
        looked_ = now;
        nb::gil_scoped_acquire lock;
        if (PyErr_CheckSignals() != 0) {
            stop();
            throw nb::python_error();
        }
        if (!tell_.is_none()) tell_(done_.load(std::memory_order_relaxed), total_);
    }

private:
    std::atomic<std::int64_t> done_{0};
    std::int64_t total_;
    std::atomic<bool> stopped_{false};
    std::chrono::steady_clock::time_point looked_{};  // long ago: the first look is one
    nb::object tell_;
};

}  // namespace weft
