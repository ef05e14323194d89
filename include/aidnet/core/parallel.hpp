#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "aidnet/core/control.hpp"

/// Parallel loops whose results do not depend on the number of threads.
///
/// Work is cut into chunks by its size alone; threads only decide who takes which chunk. Partial
/// results are combined in the order of the chunks. That is the whole of aidnet's determinism.
namespace aidnet::inline AIDNET_ABI {

/// The number of workers that a call with this Control and this many chunks would use (≥ 1).
[[nodiscard]] int worker_count(std::int64_t chunks, const Control& control);

/// Runs body(chunk, worker) once for each chunk in [0, chunks), chunks being *taken* in ascending
/// order by workers numbered [0, worker_count(chunks, control)); `worker` names the scratch space.
///
/// Polls `control` before each chunk and reports progress after each. If chunks throw, the
/// exception of the first one (by number, so whatever the threads did) is rethrown here; those
/// before it are run to their end, and no new ones are begun.
void for_chunks(std::int64_t chunks, const Control& control,
                const std::function<void(std::int64_t chunk, int worker)>& body);

/// Splits [0, n) into chunks of `grain` and runs body(begin, end) on each.
template <class Body>
void parallel_for(std::int64_t n, std::int64_t grain, const Control& control, const Body& body) {
  const std::int64_t chunks = (n + grain - 1) / grain;
  for_chunks(chunks, control, [&](std::int64_t chunk, int) {
    body(chunk * grain, std::min(n, (chunk + 1) * grain));
  });
}

/// The sum of body(begin, end) over the chunks of [0, n), added in ascending order.
template <class T, class Body>
[[nodiscard]] T parallel_sum(std::int64_t n, std::int64_t grain, const Control& control,
                             const Body& body) {
  const std::int64_t chunks = (n + grain - 1) / grain;
  std::vector<T> part(static_cast<std::size_t>(chunks));
  for_chunks(chunks, control, [&](std::int64_t chunk, int) {
    part[static_cast<std::size_t>(chunk)] = body(chunk * grain, std::min(n, (chunk + 1) * grain));
  });
  T total{};
  for (const T& value : part) total += value;
  return total;
}

/// for_chunks in two steps: work(chunk, worker) runs concurrently, then deliver(chunk, worker) runs
/// one at a time in ascending order of chunks, on the same worker.
///
/// With it, a worker adds its scratch array to a shared one chunk after chunk, so the order of the
/// additions is fixed while memory stays at one array a worker. It cannot deadlock: chunks are
/// taken in ascending order, so the one that is waited for is always running.
void for_chunks_in_order(std::int64_t chunks, const Control& control,
                         const std::function<void(std::int64_t chunk, int worker)>& work,
                         const std::function<void(std::int64_t chunk, int worker)>& deliver);

}  // namespace aidnet::inline AIDNET_ABI
