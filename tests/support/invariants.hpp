#pragma once

// What every measure owes its users, checked in one place: see the anatomy in CONTRIBUTING.md.

#include <atomic>
#include <cstring>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/error.hpp"
#include "catch.hpp"
#include "sample.hpp"

namespace testing_support {

using Values = std::vector<double>;

/// A measure with its options bound: one value a node, or any vector (a scalar as one element).
using Measure = std::function<Values(const Graph&, const aidnet::Control&)>;

/// Equal up to `tolerance` times the largest magnitude in `expected`, or `least` if that is more;
/// or both NaN.
inline void require_close(const Values& actual, const Values& expected, double tolerance = 1e-9,
                          double least = 0.0) {
  REQUIRE(actual.size() == expected.size());
  double scale = least;
  for (const double x : expected)
    if (std::isfinite(x)) scale = std::max(scale, std::abs(x));
  for (std::size_t i = 0; i < actual.size(); ++i) {
    INFO("element " << i << ": " << actual[i] << ", expected " << expected[i]);
    const bool same = std::isfinite(expected[i])
                          ? std::abs(actual[i] - expected[i]) <= tolerance * scale
                      : std::isnan(expected[i]) ? std::isnan(actual[i])
                                                : actual[i] == expected[i];
    REQUIRE(same);
  }
}

/// Bit for bit the same, NaN included.
inline bool identical(const Values& a, const Values& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

/// How a measure answers to changes that it must not mind, or mind in a known way.
struct Promises {
  /// Scaling all weights by c multiplies the values by c^power.
  double scale_power = 0.0;
  /// One value a node, so that relabelling permutes them; otherwise relabelling changes nothing.
  bool per_node = true;
  double tolerance = 1e-9;
  std::uint64_t seeds = 200;
  /// What the values are parts of, where all of them can be rounding errors of it.
  double part_of = 0.0;
};

inline std::optional<Values> value_or_undefined(const Measure& f, const Sample& sample) {
  try {
    return f(sample.graph(), {});
  } catch (const aidnet::UndefinedError&) {
    return std::nullopt;
  }
}

/// Relabelling, splitting and shuffling flows, and the currency unit, over random graphs.
/// A measure may be undefined on a graph, but then on its equivalents too.
inline void check_invariants(const Measure& f, const Promises& promise = {}) {
  std::uint64_t defined = 0;
  for (std::uint64_t seed = 0; seed < rounds(promise.seeds); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = random_sample(seed);
    const std::optional<Values> values = value_or_undefined(f, sample);
    const std::optional<Values> halves = value_or_undefined(f, sample.split(rng));
    const std::vector<index_t> places = random_places(sample.nodes, rng);
    const std::optional<Values> moved = value_or_undefined(f, sample.relabelled(places));
    constexpr double million = 1e6;
    const std::optional<Values> dearer = value_or_undefined(f, sample.scaled(million));
    REQUIRE(halves.has_value() == values.has_value());
    REQUIRE(moved.has_value() == values.has_value());
    REQUIRE(dearer.has_value() == values.has_value());
    if (!values) continue;
    ++defined;
    REQUIRE(identical(*halves, *values));

    Values expected = *values;
    if (promise.per_node)
      for (std::size_t i = 0; i < values->size(); ++i) expected[at(places[i])] = (*values)[i];
    require_close(*moved, expected, promise.tolerance, promise.part_of);

    expected = *values;
    for (double& x : expected) x *= std::pow(million, promise.scale_power);
    require_close(*dearer, expected, promise.tolerance, promise.part_of);
  }
  CHECK(defined * 4 >= rounds(promise.seeds));  // else the test says little
}

/// Threads, an executor of the host's, progress and cancellation, on a graph of many chunks.
inline void check_running(const Measure& f, const Graph& graph) {
  std::atomic<std::int64_t> polls{0};
  double reached = 0.0;
  aidnet::Control control{.threads = 1};
  control.interrupted = [&] {
    ++polls;
    return false;
  };
  control.progress = [&](double fraction) {
    CHECK(fraction >= reached);
    CHECK(fraction <= 1.0);
    reached = fraction;
  };
  const Values alone = f(graph, control);
  CHECK(reached == 1.0);
  REQUIRE(polls > 0);

  for (const int threads : {2, 3, 8}) {
    INFO(threads << " threads");
    CHECK(identical(f(graph, {.threads = threads}), alone));
  }
  int tasks_run = 0;
  const auto backwards = [&](int count, const std::function<void(int)>& task) {
    for (int i = count; i-- > 0; ++tasks_run) task(i);
  };
  CHECK(identical(f(graph, {.threads = 4, .executor = backwards}), alone));

  Rng rng(7);
  for (int round = 0; round < rounds(20); ++round) {
    const std::int64_t last = static_cast<std::int64_t>(rng() % static_cast<std::uint64_t>(polls));
    std::atomic<std::int64_t> count{0};
    aidnet::Control stopping{.threads = 1 + round % 3};
    stopping.interrupted = [&] { return count++ >= last; };
    INFO("stopped at poll " << last << " of " << polls << ", " << stopping.threads << " threads");
    CHECK_THROWS_AS(f(graph, stopping), aidnet::Cancelled);
  }
  CHECK(identical(f(graph, {}), alone));  // everything is still usable
}

}  // namespace testing_support
