#pragma once

#include "verify/paths.hpp"

/// What passes nodes and arcs on shortest paths, pair by pair from the definition.
namespace testing_support::verify {

inline bool on_path(const Eigen::MatrixXd& d, Eigen::Index s, Eigen::Index v, Eigen::Index t) {
  return d(s, t) < no_path && d(s, v) + d(v, t) == d(s, t);
}

/// Nodes in a list, or all if it is empty.
inline std::vector<Eigen::Index> chosen(const std::vector<aidnet::index_t>& list, Eigen::Index n) {
  std::vector<Eigen::Index> nodes(list.begin(), list.end());
  if (list.empty())
    for (Eigen::Index v = 0; v < n; ++v) nodes.push_back(v);
  return nodes;
}

/// The sum over ordered pairs of a source and a target, halved if undirected.
inline std::vector<double> betweenness_between(const Eigen::MatrixXd& lengths, bool directed,
                                               const std::vector<aidnet::index_t>& sources,
                                               const std::vector<aidnet::index_t>& targets,
                                               bool endpoints) {
  const Eigen::MatrixXd d = distances(lengths);
  const Eigen::MatrixXd counts = path_counts(lengths, d);
  std::vector<double> values(static_cast<std::size_t>(d.rows()), 0.0);
  for (Eigen::Index v = 0; v < d.rows(); ++v)
    for (const Eigen::Index s : chosen(sources, d.rows()))
      for (const Eigen::Index t : chosen(targets, d.rows()))
        if (s != t && (endpoints || (s != v && t != v)) && on_path(d, s, v, t))
          values[static_cast<std::size_t>(v)] +=
              counts(s, v) * counts(v, t) / counts(s, t) / (directed ? 1.0 : 2.0);
  return values;
}

/// For each arc that is not a loop, as a matrix; halved and added both ways if undirected.
inline Eigen::MatrixXd edge_betweenness(const Eigen::MatrixXd& lengths, bool directed,
                                        const std::vector<aidnet::index_t>& sources = {},
                                        const std::vector<aidnet::index_t>& targets = {}) {
  const Eigen::MatrixXd d = distances(lengths);
  const Eigen::MatrixXd counts = path_counts(lengths, d);
  const Eigen::Index n = d.rows();
  Eigen::MatrixXd values = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index u = 0; u < n; ++u)
    for (Eigen::Index v = 0; v < n; ++v)
      for (const Eigen::Index s : chosen(sources, n))
        for (const Eigen::Index t : chosen(targets, n))
          if (u != v && s != t && d(s, t) < no_path && d(s, u) + lengths(u, v) + d(v, t) == d(s, t))
            values(u, v) += counts(s, u) * counts(v, t) / counts(s, t);
  return directed ? values : ((values + values.transpose()) / 2.0).eval();
}

inline std::vector<double> stress(const Eigen::MatrixXd& lengths, bool directed) {
  const Eigen::MatrixXd d = distances(lengths);
  const Eigen::MatrixXd counts = path_counts(lengths, d);
  std::vector<double> values(static_cast<std::size_t>(d.rows()), 0.0);
  for (Eigen::Index v = 0; v < d.rows(); ++v)
    for (Eigen::Index s = 0; s < d.rows(); ++s)
      for (Eigen::Index t = directed ? 0 : s + 1; t < d.rows(); ++t)
        if (s != t && s != v && t != v && on_path(d, s, v, t))
          values[static_cast<std::size_t>(v)] += counts(s, v) * counts(v, t);
  return values;
}

/// Each unit by itself, from t back to s as a vector of amounts that a matrix of even shares moves.
inline std::vector<double> load(const Eigen::MatrixXd& lengths) {
  const Eigen::MatrixXd d = distances(lengths);
  const Eigen::Index n = d.rows();
  std::vector<double> values(static_cast<std::size_t>(n), 0.0);
  for (Eigen::Index s = 0; s < n; ++s) {
    Eigen::MatrixXd share = Eigen::MatrixXd::Zero(n, n);  // of what is at v, how much goes to u
    for (Eigen::Index v = 0; v < n; ++v) {
      for (Eigen::Index u = 0; u < n; ++u)
        if (u != v && v != s && d(s, v) < no_path && d(s, u) + lengths(u, v) == d(s, v))
          share(v, u) = 1.0;
      if (share.row(v).any()) share.row(v) /= share.row(v).sum();
    }
    for (Eigen::Index t = 0; t < n; ++t) {
      if (t == s || d(s, t) == no_path) continue;
      Eigen::RowVectorXd amounts = Eigen::RowVectorXd::Unit(n, t) * share;
      for (; amounts.any(); amounts = (amounts * share).eval())
        for (Eigen::Index v = 0; v < n; ++v)
          if (v != s) values[static_cast<std::size_t>(v)] += amounts(v);
    }
  }
  return values;
}

}  // namespace testing_support::verify
