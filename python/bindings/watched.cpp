#include "watched.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>

namespace py = pybind11;

void run_watched(int threads, const py::object& progress,
                 const std::function<void(const aidnet::Control&)>& work) {
  using namespace std::chrono_literals;
  if (threads < 0) throw py::value_error("threads must be 0 (all) or more");

  std::stop_source stop;
  std::atomic<double> fraction{0.0};
  aidnet::Control control{.threads = threads, .stop = stop.get_token()};
  if (!progress.is_none()) control.progress = [&](double share) { fraction = share; };

  std::mutex mutex;
  std::condition_variable ended;
  bool done = false;
  std::exception_ptr failure;    // from the work
  std::exception_ptr interrupt;  // from Python: Ctrl-C, or the progress callback
  double shown = 0.0;

  // With the GIL: serves signals and progress once; after an exception only waits.
  const auto serve = [&] {
    if (interrupt) return;
    try {
      if (PyErr_CheckSignals() != 0) throw py::error_already_set();
      if (const double now = fraction; now > shown) progress(shown = now);
    } catch (...) {
      interrupt = std::current_exception();
      stop.request_stop();
    }
  };

  {
    py::gil_scoped_release release;
    std::jthread worker([&] {
      try {
        work(control);
      } catch (...) {
        failure = std::current_exception();
      }
      std::lock_guard lock(mutex);
      done = true;
      ended.notify_one();
    });
    std::unique_lock lock(mutex);
    while (!ended.wait_for(lock, 50ms, [&] { return done; })) {
      lock.unlock();
      {
        py::gil_scoped_acquire acquire;
        serve();
      }
      lock.lock();
    }
  }
  if (!failure) serve();  // so that the last progress call says 1
  if (interrupt) std::rethrow_exception(interrupt);
  if (failure) std::rethrow_exception(failure);
}
