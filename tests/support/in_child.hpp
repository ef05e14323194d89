#pragma once

// Work in a process of its own, which may be limited, or killed.

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "catch.hpp"

namespace testing_support {

/// Starts a process that does the work and ends with its answer; nothing of the test runs there.
inline pid_t start_child(const std::function<int()>& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child > 0) return child;
  int answer = 99;
  try {
    answer = work();
  } catch (...) {
    answer = 98;
  }
  ::_exit(answer);
}

/// How it ended: its answer, or -1 where a signal ended it.
inline int end_of(pid_t child) {
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

inline int in_child(const std::function<int()>& work) { return end_of(start_child(work)); }

}  // namespace testing_support
