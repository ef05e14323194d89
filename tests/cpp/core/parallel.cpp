#include "aidnet/core/parallel.hpp"

#include <atomic>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"

using aidnet::Control;
using aidnet::for_chunks;
using aidnet::for_chunks_in_order;

namespace {

constexpr std::int64_t many = 500;

/// The four ways that a loop may be run: alone, by our threads, by more than there are cores, and
/// by a host that runs the tasks one after the other, last first.
std::vector<Control> ways() {
  const auto backwards = [](int count, const std::function<void(int)>& task) {
    for (int i = count; i-- > 0;) task(i);
  };
  return {{.threads = 1}, {.threads = 2}, {.threads = 16}, {.threads = 3, .executor = backwards}};
}

}  // namespace

TEST_CASE("for_chunks runs each chunk once, with a worker's number in range") {
  for (const Control& control : ways()) {
    for (const std::int64_t chunks : {std::int64_t{1}, std::int64_t{3}, many}) {
      INFO(control.threads << " threads, " << chunks << " chunks");
      const int workers = aidnet::worker_count(chunks, control);
      CHECK(workers <= control.threads);
      CHECK(workers <= chunks);
      std::vector<std::atomic<int>> runs(static_cast<std::size_t>(chunks));
      std::atomic<bool> in_range{true};
      for_chunks(chunks, control, [&](std::int64_t chunk, int worker) {
        ++runs[static_cast<std::size_t>(chunk)];
        if (worker < 0 || worker >= workers) in_range = false;
      });
      CHECK(in_range);
      for (const auto& count : runs) REQUIRE(count == 1);
    }
  }
}

TEST_CASE("for_chunks never gives a worker's number to two chunks at once") {
  const Control control{.threads = 8};
  std::vector<std::atomic<int>> inside(8);
  std::atomic<bool> shared{false};
  for_chunks(many, control, [&](std::int64_t, int worker) {
    auto& count = inside[static_cast<std::size_t>(worker)];
    if (++count != 1) shared = true;
    std::this_thread::yield();
    --count;
  });
  CHECK_FALSE(shared);
}

TEST_CASE("for_chunks of nothing does nothing") {
  for (const Control& control : ways()) {
    int runs = 0;
    const auto count = [&](std::int64_t, int) { ++runs; };
    for_chunks(0, control, count);
    for_chunks_in_order(0, control, count, count);
    aidnet::parallel_for(0, 10, control, [&](std::int64_t, std::int64_t) { ++runs; });
    CHECK(aidnet::parallel_sum<double>(0, 10, control,
                                       [](std::int64_t, std::int64_t) { return 1.0; }) == 0.0);
    CHECK(runs == 0);
  }
}

TEST_CASE("worker_count is never more than chunks, threads or reason") {
  CHECK(aidnet::worker_count(0, {}) == 1);
  CHECK(aidnet::worker_count(1, {.threads = 8}) == 1);
  CHECK(aidnet::worker_count(5, {.threads = 8}) == 5);
  CHECK(aidnet::worker_count(100, {.threads = 8}) == 8);
  CHECK(aidnet::worker_count(100, {}) >= 1);
  CHECK(aidnet::worker_count(1'000'000, {.threads = 1'000'000}) <= 10'000);
}

TEST_CASE("parallel_for covers its range with the same chunks for any number of threads") {
  for (const Control& control : ways()) {
    for (const std::int64_t n : {std::int64_t{1}, std::int64_t{64}, std::int64_t{1001}}) {
      std::mutex mutex;
      std::set<std::pair<std::int64_t, std::int64_t>> parts;
      aidnet::parallel_for(n, 64, control, [&](std::int64_t begin, std::int64_t end) {
        const std::lock_guard lock(mutex);
        parts.emplace(begin, end);
      });
      std::int64_t reached = 0;
      for (const auto& [begin, end] : parts) {
        REQUIRE(begin == reached);
        REQUIRE((end == n || end - begin == 64));
        reached = end;
      }
      CHECK(reached == n);
    }
  }
}

TEST_CASE("parallel_sum adds in the order of the chunks") {
  const auto term = [](std::int64_t k) { return 1.0 / static_cast<double>(3 * k + 1); };
  const auto part = [&](std::int64_t begin, std::int64_t end) {
    double sum = 0.0;
    for (std::int64_t k = begin; k < end; ++k) sum += term(k);
    return sum;
  };
  double expected = 0.0;
  for (std::int64_t begin = 0; begin < 10'000; begin += 16) expected += part(begin, begin + 16);
  for (const Control& control : ways())
    for (int round = 0; round < 5; ++round)
      REQUIRE(aidnet::parallel_sum<double>(10'000, 16, control, part) == expected);
}

TEST_CASE(
    "for_chunks_in_order delivers one at a time, ascending, by the worker that did the work") {
  for (const Control& control : ways()) {
    INFO(control.threads << " threads");
    std::vector<int> worker_of(static_cast<std::size_t>(many), -1);
    std::vector<std::int64_t> delivered;
    std::atomic<int> inside{0};
    bool right = true;
    for_chunks_in_order(
        many, control,
        [&](std::int64_t chunk, int worker) {
          worker_of[static_cast<std::size_t>(chunk)] = worker;
          if (chunk % 7 == 0) std::this_thread::yield();
        },
        [&](std::int64_t chunk, int worker) {
          right = right && ++inside == 1 && worker_of[static_cast<std::size_t>(chunk)] == worker;
          delivered.push_back(chunk);
          --inside;
        });
    CHECK(right);
    std::vector<std::int64_t> ascending(static_cast<std::size_t>(many));
    std::iota(ascending.begin(), ascending.end(), std::int64_t{0});
    CHECK(delivered == ascending);
  }
}

TEST_CASE("exceptions cross the loop and stop it") {
  for (const Control& control : ways()) {
    INFO(control.threads << " threads");
    std::atomic<int> runs{0};
    CHECK_THROWS_WITH(for_chunks(many, control,
                                 [&](std::int64_t chunk, int) {
                                   ++runs;
                                   if (chunk == 3) throw std::runtime_error("chunk 3");
                                 }),
                      "chunk 3");
    if (control.threads == 1 || control.executor) CHECK(runs == 4);  // else others may be ahead

    std::atomic<std::int64_t> last{-1};
    CHECK_THROWS_WITH(for_chunks_in_order(
                          many, control, [](std::int64_t, int) {},
                          [&](std::int64_t chunk, int) {
                            if (chunk == 5) throw std::runtime_error("delivery 5");
                            last = chunk;
                          }),
                      "delivery 5");
    CHECK(last == 4);
    last = -1;
    CHECK_THROWS_WITH(for_chunks_in_order(
                          many, control,
                          [](std::int64_t chunk, int) {
                            if (chunk == 5) throw std::runtime_error("work 5");
                          },
                          [&](std::int64_t chunk, int) { last = chunk; }),
                      "work 5");
    CHECK(last < 5);
  }
}

TEST_CASE("exceptions: that of the first chunk comes out, whichever thread was faster") {
  const auto fail = [](std::int64_t chunk, int) {
    if (chunk % 2 == 0) std::this_thread::yield();  // the odd ones overtake
    if (chunk >= 6) throw std::runtime_error(std::to_string(chunk));
  };
  const auto nothing = [](std::int64_t, int) {};
  for (const Control& control : ways()) {
    for (int round = 0; round < 100; ++round) {
      CHECK_THROWS_WITH(for_chunks(many, control, fail), "6");
      CHECK_THROWS_WITH(for_chunks_in_order(many, control, fail, nothing), "6");
      CHECK_THROWS_WITH(for_chunks_in_order(many, control, nothing, fail), "6");
    }
  }
}

TEST_CASE("exceptions: chunks before the one that failed are run and delivered") {
  for (const Control& control : ways()) {
    for (int round = 0; round < 20; ++round) {
      std::vector<std::atomic<int>> runs(many);
      std::int64_t delivered = 0;
      const auto work = [&](std::int64_t chunk, int) {
        if (chunk == 40) throw std::runtime_error("work 40");
        std::this_thread::yield();
        ++runs[static_cast<std::size_t>(chunk)];
      };
      CHECK_THROWS_AS(
          for_chunks_in_order(many, control, work, [&](std::int64_t, int) { ++delivered; }),
          std::runtime_error);
      CHECK(delivered == 40);
      for (std::size_t chunk = 0; chunk < 40; ++chunk) REQUIRE(runs[chunk] == 1);
    }
  }
}

TEST_CASE("exceptions need not be of the standard library") {
  for (const Control& control : ways()) {
    int caught = 0;
    try {
      for_chunks(many, control, [](std::int64_t, int) { throw 42; });
    } catch (int number) {
      caught = number;
    }
    CHECK(caught == 42);
  }
}

TEST_CASE("loops end when they are told to") {
  for (Control control : ways()) {
    INFO(control.threads << " threads");
    std::stop_source source;
    control.stop = source.get_token();
    std::atomic<int> runs{0};
    const auto stop_soon = [&](std::int64_t chunk, int) {
      ++runs;
      if (chunk == 10) source.request_stop();
      while (chunk > 10 && !source.stop_requested()) std::this_thread::yield();
    };
    CHECK_THROWS_AS(for_chunks(many, control, stop_soon), aidnet::Cancelled);
    CHECK(runs < 11 + control.threads);  // the first eleven, and one a worker
    runs = 0;
    CHECK_THROWS_AS(for_chunks(many, control, stop_soon), aidnet::Cancelled);  // stopped already
    CHECK(runs == 0);
    CHECK_THROWS_AS(for_chunks_in_order(many, control, stop_soon, [](std::int64_t, int) {}),
                    aidnet::Cancelled);
  }
}

TEST_CASE("progress rises to 1 without two calls at once, and its exceptions end the loop") {
  for (Control control : ways()) {
    INFO(control.threads << " threads");
    std::vector<double> heard;
    std::atomic<int> inside{0};
    bool alone = true;
    control.progress = [&](double share) {
      if (++inside != 1) alone = false;
      heard.push_back(share);
      --inside;
    };
    const auto nothing = [](std::int64_t, int) {};
    for_chunks(many, control, nothing);
    CHECK(alone);
    CHECK(heard.size() == static_cast<std::size_t>(many));
    CHECK(std::is_sorted(heard.begin(), heard.end()));
    CHECK(heard.back() == 1.0);
    heard.clear();
    for_chunks_in_order(many, control, nothing, nothing);
    CHECK(std::is_sorted(heard.begin(), heard.end()));
    CHECK(heard.back() == 1.0);

    control.progress = [](double share) {
      if (share > 0.5) throw std::runtime_error("enough");
    };
    CHECK_THROWS_WITH(for_chunks(many, control, nothing), "enough");
    CHECK_THROWS_WITH(for_chunks_in_order(many, control, nothing, nothing), "enough");
  }
}

TEST_CASE("the host's executor is told how many workers are wanted, and may run them as it likes") {
  int wanted = 0;
  const auto only_first = [&](int count, const std::function<void(int)>& task) {
    wanted = count;
    task(0);
    for (int i = 1; i < count; ++i) task(i);  // nothing is left for these
  };
  std::atomic<int> runs{0};
  std::set<int> workers;
  for_chunks(many, {.threads = 6, .executor = only_first}, [&](std::int64_t, int worker) {
    ++runs;
    workers.insert(worker);
  });
  CHECK(wanted == 6);
  CHECK(runs == many);
  CHECK(workers == std::set{0});

  const auto shut_down = [](int, const std::function<void(int)>&) {};
  runs = 0;
  for_chunks(many, {.threads = 6, .executor = shut_down}, [&](std::int64_t, int) { ++runs; });
  CHECK(runs == many);  // all the same, by the caller

  wanted = 0;
  for_chunks(1, {.threads = 6, .executor = only_first}, [](std::int64_t, int) {});
  CHECK(wanted == 0);  // one chunk needs nobody
}

TEST_CASE("loops may be nested, and run from many threads at once") {
  std::atomic<std::int64_t> total{0};
  {
    std::vector<std::jthread> callers;
    for (int caller = 0; caller < 4; ++caller)
      callers.emplace_back([&] {
        for_chunks(20, {.threads = 3}, [&](std::int64_t, int) {
          for_chunks_in_order(
              10, {.threads = 2}, [](std::int64_t, int) {},
              [&](std::int64_t chunk, int) { total += chunk; });
        });
      });
  }
  CHECK(total == 4 * 20 * 45);
}
