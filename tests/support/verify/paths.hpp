#pragma once

#include <functional>
#include <limits>

#include "sample.hpp"

/// Shortest paths from their definition. Lengths come as a matrix, infinite where there is no arc.
namespace testing_support::verify {

inline constexpr double no_path = std::numeric_limits<double>::infinity();

/// Floyd and Warshall's recursion.
inline Eigen::MatrixXd distances(const Eigen::MatrixXd& lengths) {
  Eigen::MatrixXd d = lengths;
  d.diagonal().setZero();
  for (Eigen::Index k = 0; k < d.rows(); ++k)
    for (Eigen::Index i = 0; i < d.rows(); ++i)
      if (d(i, k) < no_path) d.row(i) = d.row(i).cwiseMin((d.row(k).array() + d(i, k)).matrix());
  return d;
}

/// Numbers of shortest paths between all pairs: for each source, the walks of any number of steps
/// along arcs that distances say are tight. REQUIRES lengths > 0 whose sums are exact.
inline Eigen::MatrixXd path_counts(const Eigen::MatrixXd& lengths, const Eigen::MatrixXd& d) {
  const Eigen::Index n = d.rows();
  Eigen::MatrixXd counts = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index s = 0; s < n; ++s) {
    Eigen::MatrixXd tight = Eigen::MatrixXd::Zero(n, n);
    for (Eigen::Index u = 0; u < n; ++u)
      for (Eigen::Index v = 0; v < n; ++v)
        if (u != v && d(s, v) < no_path && d(s, u) + lengths(u, v) == d(s, v)) tight(u, v) = 1.0;
    Eigen::RowVectorXd walks = Eigen::RowVectorXd::Unit(n, s);
    for (; walks.any(); walks = (walks * tight).eval()) counts.row(s) += walks;
  }
  return counts;
}

/// The sum of σ_sv σ_vt / σ_st over the pairs s ≠ t for which v lies on a shortest path; pairs that
/// end at v only with `endpoints`. Divided by the number of pairs if normalized.
inline std::vector<double> betweenness(const Eigen::MatrixXd& lengths, bool directed,
                                       bool normalized, bool endpoints) {
  const Eigen::MatrixXd d = distances(lengths);
  const Eigen::MatrixXd counts = path_counts(lengths, d);
  const Eigen::Index n = d.rows();
  std::vector<double> values(static_cast<std::size_t>(n), 0.0);
  double pairs = 0.0;
  for (Eigen::Index v = 0; v < n; ++v) {
    double& value = values[static_cast<std::size_t>(v)];
    pairs = 0.0;
    for (Eigen::Index s = 0; s < n; ++s)
      for (Eigen::Index t = directed ? 0 : s + 1; t < n; ++t) {
        if (s == t || (!endpoints && (s == v || t == v))) continue;
        pairs += 1.0;
        if (d(s, t) < no_path && d(s, v) + d(v, t) == d(s, t))
          value += counts(s, v) * counts(v, t) / counts(s, t);
      }
  }
  if (normalized && pairs > 0.0)
    for (double& x : values) x /= pairs;
  return values;
}

/// The same, unnormalised and without endpoints, by writing down every path without a repeated
/// node: for a handful of nodes, and any lengths ≥ 0.
inline std::vector<double> betweenness_by_listing(const Eigen::MatrixXd& lengths, bool directed) {
  const Eigen::Index n = lengths.rows();
  std::vector<double> values(static_cast<std::size_t>(n), 0.0);
  for (Eigen::Index s = 0; s < n; ++s) {
    for (Eigen::Index t = directed ? 0 : s + 1; t < n; ++t) {
      if (s == t) continue;
      double shortest = no_path;
      std::vector<std::vector<Eigen::Index>> paths;
      std::vector<Eigen::Index> path{s};
      const std::function<void(double)> extend = [&](double so_far) {
        if (path.back() == t) {
          if (so_far < shortest) paths.clear();
          shortest = std::min(shortest, so_far);
          if (so_far == shortest && so_far < no_path) paths.push_back(path);
          return;
        }
        for (Eigen::Index v = 0; v < n; ++v) {
          if (std::find(path.begin(), path.end(), v) != path.end()) continue;
          const double length = so_far + lengths(path.back(), v);
          if (length > shortest || length == no_path) continue;
          path.push_back(v);
          extend(length);
          path.pop_back();
        }
      };
      extend(0.0);
      for (const auto& p : paths)
        for (std::size_t k = 1; k + 1 < p.size(); ++k)
          values[static_cast<std::size_t>(p[k])] += 1.0 / static_cast<double>(paths.size());
    }
  }
  return values;
}

/// Whether the arcs of length zero between different nodes form a cycle.
inline bool has_zero_cycle(const Eigen::MatrixXd& lengths) {
  Eigen::MatrixXd reach = (lengths.array() == 0.0).cast<double>().matrix();
  reach.diagonal().setZero();
  for (Eigen::Index k = 0; k < reach.rows(); ++k)
    for (Eigen::Index i = 0; i < reach.rows(); ++i)
      if (reach(i, k) > 0.0) reach.row(i) = reach.row(i).cwiseMax(reach.row(k));
  return reach.diagonal().any();
}

/// Closeness from the distances *to* each node: give the transpose for those from it.
inline std::vector<double> closeness(const Eigen::MatrixXd& lengths, bool wf_improved) {
  const Eigen::MatrixXd d = distances(lengths);
  const Eigen::Index n = d.rows();
  std::vector<double> values(static_cast<std::size_t>(n), 0.0);
  for (Eigen::Index v = 0; v < n; ++v) {
    double reached = 0.0;
    double total = 0.0;
    for (Eigen::Index u = 0; u < n; ++u) {
      if (u == v || d(u, v) == no_path) continue;
      reached += 1.0;
      total += d(u, v);
    }
    if (reached == 0.0) continue;
    double& value = values[static_cast<std::size_t>(v)];
    value = total > 0.0 ? reached / total : no_path;
    if (wf_improved) value *= reached / static_cast<double>(n - 1);
  }
  return values;
}

/// Harmonic centrality from the distances *to* each node.
inline std::vector<double> harmonic(const Eigen::MatrixXd& lengths, bool normalized) {
  const Eigen::MatrixXd d = distances(lengths);
  const Eigen::Index n = d.rows();
  std::vector<double> values(static_cast<std::size_t>(n), 0.0);
  for (Eigen::Index v = 0; v < n; ++v)
    for (Eigen::Index u = 0; u < n; ++u) {
      const double others = normalized ? static_cast<double>(n - 1) : 1.0;
      if (u == v) continue;
      values[static_cast<std::size_t>(v)] += (d(u, v) > 0.0 ? 1.0 / d(u, v) : no_path) / others;
    }
  return values;
}

}  // namespace testing_support::verify
