#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "aidnet/core/parallel.hpp"
#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Runs work(worker, first, end, poll) on [0, sources), `grain` of them at a time, each followed by
/// deliver(worker), one after another in ascending order. Sums delivered so do not depend on the
/// number of threads.
///
/// A worker holds the scratch of one thread: whatever make_worker() returns, made once, on demand.
template <class MakeWorker, class Work, class Deliver>
void for_source_chunks(index_t sources, std::int64_t grain, const Control& control,
                       const MakeWorker& make_worker, const Work& work, const Deliver& deliver) {
  using Worker = decltype(make_worker());
  const std::int64_t chunks = (sources + grain - 1) / grain;
  std::vector<std::unique_ptr<Worker>> workers(
      static_cast<std::size_t>(worker_count(chunks, control)));
  for_chunks_in_order(
      chunks, control,
      [&](std::int64_t chunk, int number) {
        auto& worker = workers[static_cast<std::size_t>(number)];
        if (!worker) worker.reset(new Worker(make_worker()));
        Poller poll(control);
        const std::int64_t first = chunk * grain;
        work(*worker, static_cast<index_t>(first),
             static_cast<index_t>(std::min<std::int64_t>(sources, first + grain)), poll);
      },
      [&](std::int64_t, int number) { deliver(*workers[static_cast<std::size_t>(number)]); });
}

}  // namespace aidnet::inline AIDNET_ABI::detail
