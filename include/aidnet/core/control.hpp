#pragma once

#include "aidnet/core/config.hpp"  // first, for what it says of compilers before C++20

#include <cstdint>
#include <functional>
#include <stop_token>

#include "aidnet/core/error.hpp"

namespace aidnet::inline AIDNET_ABI {

/// How a long call is run, watched and stopped: a plain value, the last argument of every measure.
///
/// There is no global state behind it; two calls with two Controls do not know of each other.
/// Whatever stands in it changes how long a call takes, never a bit of its result.
struct Control {
  /// Runs task(0) … task(count − 1), concurrently where it likes, and returns when all have ended.
  /// Tasks never throw through it and never wait for one another to be *started*.
  using Executor = std::function<void(int count, const std::function<void(int)>& task)>;

  /// Most threads to use at once; 0 means as many as the machine offers this process.
  int threads = 0;

  /// Ends the call with `Cancelled` soon after a stop is requested.
  std::stop_token stop{};

  /// A second way to stop, for hosts without stop tokens: asked at every poll, from any of the
  /// call's threads, so it must be safe to call concurrently. True ends the call.
  std::function<bool()> interrupted{};

  /// Told the share of the work done, in [0, 1]: never decreasing, never two calls at once, from
  /// any of the call's threads. An exception thrown here ends the call and reaches the caller.
  std::function<void(double)> progress{};

  /// The host's own thread pool; aidnet's (oneTBB, or plain threads) where empty. The calling
  /// thread does what it leaves undone.
  Executor executor{};

  /// Throws Cancelled if a stop was asked for. Kernels call it at least every few milliseconds.
  void poll() const {
    if (stop.stop_requested() || (interrupted && interrupted())) throw Cancelled();
  }

  void report(double fraction) const {
    if (progress) progress(fraction);
  }

  /// The same without progress, for the inner loops of an iteration that reports by itself.
  [[nodiscard]] Control quiet() const {
    Control inner = *this;
    inner.progress = nullptr;
    return inner;
  }
};

/// Counts work inside a long loop and polls now and then, so that loops need no clock.
class Poller {
 public:
  explicit Poller(const Control& control) noexcept : control_(&control) {}

  /// Notes `work` elementary steps (arcs looked at, roughly).
  void operator()(std::int64_t work = 1) {
    done_ += work;
    if (done_ >= interval) {
      done_ = 0;
      control_->poll();
    }
  }

 private:
  static constexpr std::int64_t interval = std::int64_t{1} << 16;  // well under a millisecond
  const Control* control_;
  std::int64_t done_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI
