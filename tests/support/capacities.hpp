#pragma once

// Capacities for the arcs of a sample, twice: as the library takes them, and as a matrix.

#include <limits>

#include "aidnet/core/weights.hpp"
#include "sample.hpp"

namespace testing_support {

struct Capacities {
  aidnet::Capacity capacity;
  /// 0 where there is no arc.
  Eigen::MatrixXd matrix;
};

/// The capacity of each tie as a function of its ends and weight, symmetric if the sample is
/// undirected.
template <class Function>
Capacities given_capacities(const Sample& sample, const Function& capacity_of) {
  const Graph graph = sample.graph();
  std::vector<double> values;
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(sample.nodes, sample.nodes);
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (std::size_t k = 0; k < graph.out_neighbors(u).size(); ++k) {
      const index_t v = graph.out_neighbors(u)[k];
      const double weight = graph.out_weights(u)[k];
      const bool turned = !sample.directed && u > v;
      values.push_back(turned ? capacity_of(v, u, weight) : capacity_of(u, v, weight));
      if (weight != 0.0) matrix(u, v) = values.back();
    }
  return {aidnet::Capacity::given(graph, values), matrix};
}

/// The weights as the graph adds them up.
inline Capacities weight_capacities(const Sample& sample) {
  return given_capacities(sample, [](index_t, index_t, double weight) { return weight; });
}

/// Whole numbers from 0 to 4, so that many cuts tie; now and then an infinite one.
inline Capacities whole_capacities(const Sample& sample, std::uint64_t seed, bool infinite) {
  return given_capacities(sample, [=](index_t u, index_t v, double) {
    Rng rng(seed * 1'000'003 + static_cast<std::uint64_t>(u * 1009 + v));
    if (infinite && rng() % 4 == 0) return std::numeric_limits<double>::infinity();
    return static_cast<double>(rng() % 5);
  });
}

/// A random sample of n nodes, few enough to look at all cuts.
inline Sample small_sample(std::uint64_t seed, index_t n) {
  Sample sample = random_sample(seed);
  sample.nodes = n;
  for (Arc& arc : sample.arcs) {
    arc.source %= n;
    arc.target %= n;
  }
  return sample;
}

/// Whole numbers from 0 to 4 in units that are thirty decades apart: some are as good as without a
/// limit, some are next to nothing, and no built-in type holds sums of them.
inline double uneven(Rng& rng) {
  constexpr double units[] = {1e60, 1e30, 1.0, 1.0, 1e-30};
  return static_cast<double>(rng() % 5) * units[rng() % 5];
}
inline Capacities uneven_capacities(const Sample& sample, std::uint64_t seed) {
  return given_capacities(sample, [=](index_t u, index_t v, double) {
    Rng rng(seed * 1'000'003 + static_cast<std::uint64_t>(u * 1009 + v));
    return uneven(rng);
  });
}

}  // namespace testing_support
