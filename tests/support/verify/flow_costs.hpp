#pragma once

// Flows of least cost by definition, and by the theorem that says when a flow is one.

#include "flow.hpp"

namespace testing_support::verify {

/// Whole costs of 0 to 9, or from −3 if they may be below nothing; symmetric if the sample is
/// undirected.
inline Eigen::MatrixXd random_costs(const Sample& sample, std::uint64_t seed, bool below) {
  Rng rng(seed + 77);
  Eigen::MatrixXd costs(sample.nodes, sample.nodes);
  for (index_t u = 0; u < sample.nodes; ++u)
    for (index_t v = 0; v < sample.nodes; ++v)
      costs(u, v) = static_cast<double>(rng() % 10) - (below ? 3.0 : 0.0);
  if (!sample.directed) costs = costs.selfadjointView<Eigen::Upper>();
  return costs;
}

inline std::vector<double> at_entries(const Graph& graph, const Eigen::MatrixXd& matrix) {
  std::vector<double> values;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.out_neighbors(u)) values.push_back(matrix(u, v));
  return values;
}

/// That flows keep to the capacities, and that each node keeps what it needs.
inline void require_demands(const Eigen::MatrixXd& capacities, const Eigen::MatrixXd& flow,
                            const std::vector<double>& demand, bool directed) {
  double all = 0.0;
  for (const double d : demand) all += std::abs(d);
  for (index_t u = 0; u < flow.rows(); ++u) {
    double kept = 0.0;
    double passed = 0.0;
    for (index_t v = 0; v < flow.cols(); ++v) {
      REQUIRE(flow(u, v) <= capacities(u, v));
      if (directed) REQUIRE(flow(u, v) >= 0.0);
      if (!directed) REQUIRE(flow(u, v) == -flow(v, u));
      if (u == v) continue;
      kept += directed ? flow(v, u) - flow(u, v) : flow(v, u);
      passed += std::abs(flow(v, u)) + std::abs(flow(u, v));
    }
    INFO("node " << u << " keeps " << kept << " of " << demand[at(u)]);
    REQUIRE(std::abs(kept - demand[at(u)]) <= 1e-9 * passed + 1e-12 * all);
  }
}

/// That no other flow costs less: potentials show it, to which Bellman and Ford come if there is no
/// cycle along which flow could be moved at a gain. What it costs.
inline double required_least_cost(const Eigen::MatrixXd& capacities, const Eigen::MatrixXd& costs,
                                  const Eigen::MatrixXd& flow, const std::vector<double>& demand,
                                  bool directed) {
  const index_t n = static_cast<index_t>(flow.rows());
  std::vector<double> potential(at(n), 0.0);
  // Calls f(from, to, cost) for each way in which a bit more could flow.
  const auto for_residual = [&](auto&& f) {
    for (index_t u = 0; u < n; ++u)
      for (index_t v = 0; v < n; ++v) {
        if (u == v && flow(u, v) < capacities(u, v)) REQUIRE(costs(u, v) >= 0.0);
        if (u == v) continue;
        if (flow(u, v) > 0.0) f(v, u, -costs(u, v));
        const bool against = !directed && flow(v, u) > 0.0;
        if (flow(u, v) < capacities(u, v) && !against) f(u, v, costs(u, v));
      }
  };
  bool changed = true;
  for (index_t round = 0; round <= n && changed; ++round) {
    changed = false;
    for_residual([&](index_t u, index_t v, double cost) {
      if (potential[at(u)] + cost >= potential[at(v)]) return;  // whole numbers: exact
      potential[at(v)] = potential[at(u)] + cost;
      changed = true;
    });
  }
  REQUIRE_FALSE(changed);  // else there is a cycle of negative cost
  // The dual problem has the same value: nothing is between the two.
  double total = 0.0;
  double dual = 0.0;
  double size = 0.0;
  for (index_t v = 0; v < n; ++v) {
    dual += potential[at(v)] * demand[at(v)];
    size += std::abs(potential[at(v)] * demand[at(v)]);
    for (index_t u = 0; u < n; ++u) {
      const double carried = std::max(flow(u, v), 0.0);
      total += costs(u, v) * carried;
      size += std::abs(costs(u, v) * carried);
      const double reduced = costs(u, v) + potential[at(u)] - potential[at(v)];
      if (reduced < 0.0) dual += reduced * capacities(u, v);
      if (reduced < 0.0) REQUIRE(carried == capacities(u, v));
      if (reduced > 0.0) REQUIRE(carried == 0.0);
    }
  }
  REQUIRE(std::abs(total - dual) <= 1e-9 * size);
  return total;
}

}  // namespace testing_support::verify
