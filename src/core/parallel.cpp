#include "aidnet/core/parallel.hpp"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <limits>
#include <mutex>
#include <system_error>
#include <thread>

#if defined(__linux__)
#include <sched.h>
#endif

// This file alone knows where threads come from.
#if AIDNET_HAS_TBB
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace aidnet::inline AIDNET_ABI {
namespace {

using Task = std::function<void(int)>;
using ChunkBody = std::function<void(std::int64_t, int)>;

#if AIDNET_HAS_TBB

void run_tasks(int count, const Task& task) {
  // An arena beyond the machine's size would make oneTBB print a warning; tasks queue up instead.
  tbb::task_arena arena(std::min(count, tbb::info::default_concurrency()));
  arena.execute([&] { tbb::parallel_for(0, count, task, tbb::simple_partitioner()); });
}

#else

// Threads that live for one loop: nothing is left behind for a fork to trip over.
void run_tasks(int count, const Task& task) {
  std::vector<std::jthread> team;
  team.reserve(static_cast<std::size_t>(count) - 1);
  for (int i = 1; i < count; ++i) {
    try {
      team.emplace_back([&task, i] { task(i); });
    } catch (const std::system_error&) {
      break;  // no more threads to be had: the ones there are take all the chunks
    }
  }
  task(0);
}

#endif

/// What the workers of one loop share.
class Loop {
 public:
  Loop(std::int64_t chunks, const Control& control, const ChunkBody& work, const ChunkBody* deliver)
      : chunks_(chunks), control_(control), work_(work), deliver_(deliver) {}

  void run() {
    const int workers = worker_count(chunks_, control_);
    const Task task = [this](int worker) { take_chunks(worker); };
    if (workers == 1) {
      task(0);
    } else if (control_.executor) {
      control_.executor(workers, task);
      task(0);  // whatever it has left, as a pool does that is shut down
    } else {
      run_tasks(workers, task);
    }
    if (error_) std::rethrow_exception(error_);
  }

 private:
  void take_chunks(int worker) noexcept {
    for (;;) {
      const std::int64_t chunk = next_.fetch_add(1, std::memory_order_relaxed);
      if (chunk >= chunks_ || chunk > first_failed_.load(std::memory_order_relaxed)) return;
      try {
        control_.poll();
        work_(chunk, worker);
        if (deliver_ != nullptr && !deliver_in_turn(chunk, worker)) return;
        chunk_done();
      } catch (...) {
        fail(chunk, std::current_exception());
        return;
      }
    }
  }

  bool deliver_in_turn(std::int64_t chunk, int worker) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return delivered_ == chunk || chunk > first_failed_; });
    if (chunk > first_failed_) return false;
    lock.unlock();  // nobody else's turn comes before delivered_ moves on
    (*deliver_)(chunk, worker);
    lock.lock();
    ++delivered_;
    turn_.notify_all();
    return true;
  }

  void chunk_done() {
    if (!control_.progress) return;
    std::lock_guard lock(progress_mutex_);
    ++done_;
    control_.report(static_cast<double>(done_) / static_cast<double>(chunks_));
  }

  // Chunks before the failed one have all been taken, and run to their end: which error comes out
  // does not depend on which thread was faster.
  void fail(std::int64_t chunk, std::exception_ptr error) noexcept {
    std::lock_guard lock(mutex_);
    if (chunk < first_failed_) {
      first_failed_ = chunk;
      error_ = std::move(error);
    }
    turn_.notify_all();
  }

  const std::int64_t chunks_;
  const Control& control_;
  const ChunkBody& work_;
  const ChunkBody* deliver_;

  std::atomic<std::int64_t> next_{0};
  std::atomic<std::int64_t> first_failed_{std::numeric_limits<std::int64_t>::max()};

  std::mutex mutex_;  // guards delivered_, error_ and changes of first_failed_
  std::condition_variable turn_;
  std::int64_t delivered_ = 0;
  std::exception_ptr error_;

  std::mutex progress_mutex_;
  std::int64_t done_ = 0;
};

}  // namespace

/// The processors that this process may use, which on a shared machine are not all it has.
static int usable_processors() {
#if defined(__linux__)
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return std::max(1, CPU_COUNT(&set));
#endif
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

int worker_count(std::int64_t chunks, const Control& control) {
  if (chunks <= 1) return 1;  // without asking the system, which takes longer than small loops
  const std::int64_t wanted = control.threads > 0 ? control.threads : usable_processors();
  return static_cast<int>(std::min({chunks, wanted, std::int64_t{1024}}));
}

void for_chunks(std::int64_t chunks, const Control& control, const ChunkBody& body) {
  Loop(chunks, control, body, nullptr).run();
}

void for_chunks_in_order(std::int64_t chunks, const Control& control, const ChunkBody& work,
                         const ChunkBody& deliver) {
  Loop(chunks, control, work, &deliver).run();
}

}  // namespace aidnet::inline AIDNET_ABI
