#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <latch>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

/// The application's own threads, as any application has them: jobs are done in the order in which
/// they come. `run` is what makes it an executor of aidnet.
class Pool {
 public:
  explicit Pool(int threads) {
    for (int i = 0; i < threads; ++i)
      threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }

  void submit(std::function<void()> job) {
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
  }

  /// Runs task(0) … task(count − 1) and returns when all have ended. The caller takes tasks as
  /// well, so that a job of this pool may call it: with every thread busy it does all of them
  /// itself.
  void run(int count, const std::function<void(int)>& task) {
    struct Batch {
      explicit Batch(int n) : left(n) {}
      std::atomic<int> next{0};
      std::latch left;
    };
    const auto batch = std::make_shared<Batch>(count);
    // A job that comes late finds no task left, and does not touch `task`, which is gone by then.
    const auto take = [batch, count, &task] {
      for (int i = batch->next++; i < count; i = batch->next++) {
        task(i);
        batch->left.count_down();
      }
    };
    for (int i = 1; i < count; ++i) submit(take);
    take();
    batch->left.wait();
    ++runs_;
  }

  /// How often `run` was called.
  [[nodiscard]] long runs() const { return runs_; }

 private:
  void work(const std::stop_token& stop) {
    for (;;) {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return !jobs_.empty(); })) return;
      const std::function<void()> job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      job();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<std::function<void()>> jobs_;
  std::atomic<long> runs_{0};
  std::vector<std::jthread> threads_;  // last, so that they end before what they use
};
