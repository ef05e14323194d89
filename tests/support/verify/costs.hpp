#pragma once

#include <optional>

#include "verify/paths.hpp"

/// Cheapest and next best paths from their definition. Costs come as a matrix, infinite where there
/// is no arc.
namespace testing_support::verify {

using aidnet::index_t;

/// The least costs of walks of at most n − 1 arcs from s; none if a walk of n arcs costs still
/// less, which goes round a cycle of negative cost. REQUIRES costs whose sums are exact.
inline std::optional<std::vector<double>> cheapest(const Eigen::MatrixXd& costs, index_t s) {
  const auto n = static_cast<index_t>(costs.rows());
  Eigen::VectorXd least = Eigen::VectorXd::Constant(n, no_path);
  least(s) = 0.0;
  for (index_t arcs = 1; arcs <= n; ++arcs) {
    Eigen::VectorXd next = least;
    for (index_t u = 0; u < n; ++u)
      for (index_t v = 0; v < n; ++v)
        if (least(u) < no_path) next(v) = std::min(next(v), least(u) + costs(u, v));
    if (arcs == n && next != least) return std::nullopt;
    least = next;
  }
  return std::vector<double>(least.begin(), least.end());
}

struct WrittenPath {
  double length = 0.0;
  std::vector<index_t> nodes;
};

/// Every path from s to t that goes by no node twice, written down and sorted: by length, by
/// steps, by nodes from the end. For a handful of nodes.
inline std::vector<WrittenPath> all_paths(const Eigen::MatrixXd& lengths, index_t s, index_t t) {
  std::vector<WrittenPath> paths;
  WrittenPath path{0.0, {s}};
  const std::function<void()> extend = [&] {
    if (path.nodes.back() == t) {
      paths.push_back(path);
      return;
    }
    for (index_t v = 0; v < static_cast<index_t>(lengths.rows()); ++v) {
      const double length = lengths(path.nodes.back(), v);
      if (length == no_path ||
          std::find(path.nodes.begin(), path.nodes.end(), v) != path.nodes.end())
        continue;
      const double before = path.length;
      path.length += length;
      path.nodes.push_back(v);
      extend();
      path.nodes.pop_back();
      path.length = before;
    }
  };
  extend();
  std::sort(paths.begin(), paths.end(), [](const WrittenPath& a, const WrittenPath& b) {
    if (a.length != b.length) return a.length < b.length;
    if (a.nodes.size() != b.nodes.size()) return a.nodes.size() < b.nodes.size();
    return std::lexicographical_compare(a.nodes.rbegin(), a.nodes.rend(), b.nodes.rbegin(),
                                        b.nodes.rend());
  });
  return paths;
}

}  // namespace testing_support::verify
