#pragma once

// Lengths for the arcs of a sample, twice: as the library takes them, and as a matrix by
// definition.

#include <limits>

#include "aidnet/core/weights.hpp"
#include "sample.hpp"

namespace testing_support {

struct Lengths {
  aidnet::Length length;
  /// Infinite where there is no arc: no tie, a weight of zero, or an infinite length.
  Eigen::MatrixXd matrix;
};

/// The length of each arc as a function of its ends and weight, symmetric if the sample is
/// undirected.
template <class Function>
Eigen::MatrixXd length_matrix(const Sample& sample, const Function& length_of) {
  const Eigen::MatrixXd weights = sample.matrix();
  Eigen::MatrixXd lengths = weights;
  for (index_t u = 0; u < sample.nodes; ++u)
    for (index_t v = 0; v < sample.nodes; ++v)
      lengths(u, v) = weights(u, v) != 0.0 ? length_of(u, v, weights(u, v))
                                           : std::numeric_limits<double>::infinity();
  return lengths;
}

inline Lengths unit_lengths(const Sample& sample) {
  return {{}, length_matrix(sample, [](index_t, index_t, double) { return 1.0; })};
}

/// Lengths as the caller gives them.
template <class Function>
Lengths given_lengths(const Sample& sample, const Function& length_of) {
  const Graph graph = sample.graph();
  std::vector<double> values;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (std::size_t k = 0; k < graph.out_neighbors(u).size(); ++k)
      values.push_back(length_of(u, graph.out_neighbors(u)[k], graph.out_weights(u)[k]));
  return {aidnet::Length::given(graph, values), length_matrix(sample, length_of)};
}

/// Whole numbers from `least` to 4, so that many paths tie, and some arcs that are none.
inline Lengths whole_lengths(const Sample& sample, std::uint64_t seed, int least = 1) {
  return given_lengths(sample, [=](index_t u, index_t v, double) {
    const auto low = static_cast<std::uint64_t>(std::min(u, v));
    const auto high = static_cast<std::uint64_t>(std::max(u, v));
    const bool turned = u > v && sample.directed;
    Rng rng(seed * 1'000'003 + low * 1009 + high * 2 + (turned ? 1 : 0));
    if (rng() % 16 == 0) return std::numeric_limits<double>::infinity();
    return static_cast<double>(least + static_cast<int>(rng() % static_cast<unsigned>(5 - least)));
  });
}

inline Lengths reciprocal_lengths(const Sample& sample) {
  return {aidnet::Length::reciprocal(sample.graph()),
          length_matrix(sample, [](index_t, index_t, double w) { return 1.0 / w; })};
}

}  // namespace testing_support
