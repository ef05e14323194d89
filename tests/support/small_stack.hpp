#pragma once

#include <pthread.h>

#include <exception>
#include <functional>

#include "catch.hpp"

namespace testing_support {

/// Runs `work` on a thread with a stack of 256 kB, where a recursion over a long path dies. Checks
/// belong after it: Catch2 wants them on one thread.
inline void on_small_stack(const std::function<void()>& work) {
  struct Job {
    const std::function<void()>* work;
    std::exception_ptr error;
  } job{&work, nullptr};
  pthread_attr_t attributes;
  REQUIRE(pthread_attr_init(&attributes) == 0);
  REQUIRE(pthread_attr_setstacksize(&attributes, std::size_t{256} << 10) == 0);
  pthread_t thread{};
  const auto run = [](void* given) -> void* {
    auto* todo = static_cast<Job*>(given);
    try {
      (*todo->work)();
    } catch (...) {
      todo->error = std::current_exception();
    }
    return nullptr;
  };
  REQUIRE(pthread_create(&thread, &attributes, run, &job) == 0);
  REQUIRE(pthread_join(thread, nullptr) == 0);
  pthread_attr_destroy(&attributes);
  if (job.error) std::rethrow_exception(job.error);
}

}  // namespace testing_support
