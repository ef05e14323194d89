#pragma once

// Flows and cuts by definition: what makes a flow one, and all cuts of small networks.

#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.hpp"
#include "sample.hpp"

namespace testing_support::verify {

using Nodes = std::vector<index_t>;

/// The flow matrix of values at a graph's entries.
inline Eigen::MatrixXd flow_matrix(const Graph& graph, const std::vector<double>& flow) {
  REQUIRE(flow.size() == at(graph.entry_count()));
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(graph.node_count(), graph.node_count());
  std::size_t e = 0;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.out_neighbors(u)) matrix(u, v) = flow[e++];
  return matrix;
}

inline bool has(const Nodes& nodes, index_t v) {
  return std::find(nodes.begin(), nodes.end(), v) != nodes.end();
}

/// That flows keep to the capacities and are conserved, within rounding; what leaves the sources.
inline double required_flow(const Eigen::MatrixXd& capacities, const Eigen::MatrixXd& flow,
                            const Nodes& sources, const Nodes& targets, bool directed) {
  const index_t n = static_cast<index_t>(flow.rows());
  double value = 0.0;
  double arrived = 0.0;
  for (index_t u = 0; u < n; ++u) {
    REQUIRE(flow(u, u) == 0.0);
    double in = 0.0;
    double out = 0.0;
    for (index_t v = 0; v < n; ++v) {
      if (u == v) continue;
      REQUIRE(flow(u, v) <= capacities(u, v));
      if (!directed) REQUIRE(flow(u, v) == -flow(v, u));
      if (directed) REQUIRE(flow(u, v) >= 0.0);
      if (directed) REQUIRE(std::min(flow(u, v), flow(v, u)) == 0.0);
      out += std::max(flow(u, v), 0.0);
      in += std::max(flow(v, u), 0.0);
    }
    INFO("node " << u << " receives " << in << " and gives " << out);
    if (has(sources, u)) {
      REQUIRE(in == 0.0);
      value += out;
    } else if (has(targets, u)) {
      REQUIRE(out == 0.0);
      arrived += in;
    } else {
      REQUIRE(std::abs(in - out) <= 1e-9 * in);
    }
  }
  REQUIRE(std::abs(value - arrived) <= 1e-9 * value);
  return value;
}

/// What all arcs from `side` to the rest carry.
template <class InSide>
double cut_capacity(const Eigen::MatrixXd& capacities, const InSide& in_side) {
  double sum = 0.0;
  for (index_t u = 0; u < capacities.rows(); ++u)
    for (index_t v = 0; v < capacities.cols(); ++v)
      if (in_side(u) && !in_side(v)) sum += capacities(u, v);
  return sum;
}

/// The least of all 2^(n − …) cuts, and the nodes that are on the sources' side in each of the
/// least.
struct LeastCut {
  double value = std::numeric_limits<double>::infinity();
  unsigned side = 0;
};
inline LeastCut least_cut(const Eigen::MatrixXd& capacities, const Nodes& sources,
                          const Nodes& targets) {
  unsigned all_of = 0;
  unsigned none_of = 0;
  for (const index_t s : sources) all_of |= 1U << s;
  for (const index_t t : targets) none_of |= 1U << t;
  LeastCut least;
  for (unsigned side = 0; side < 1U << capacities.rows(); ++side) {
    if ((side & all_of) != all_of || (side & none_of) != 0) continue;
    const double value = cut_capacity(capacities, [&](index_t v) { return (side >> v & 1U) != 0; });
    if (value < least.value) least = {value, side};
    if (value == least.value) least.side &= side;
  }
  return least;
}

/// One to three sources and as many targets, none of them both; fewer of small graphs.
struct Ends {
  Nodes sources, targets;
};
inline Ends random_ends(index_t n, Rng& rng) {
  Nodes nodes(at(n));
  std::iota(nodes.begin(), nodes.end(), index_t{0});
  std::shuffle(nodes.begin(), nodes.end(), rng);
  const index_t some = std::min<index_t>(1 + draw(rng, 3), n / 2);
  const auto split = nodes.begin() + some;
  return {{nodes.begin(), split}, {split, split + some}};
}

}  // namespace testing_support::verify
