#pragma once

#include <limits>
#include <set>

#include "sample.hpp"

namespace testing_support::verify {

/// Weights, or ones, of the pairs that `mode` names, without the diagonal.
inline Eigen::MatrixXd partners(Eigen::MatrixXd weights, bool directed, aidnet::Mode mode,
                                bool weighted) {
  weights.diagonal().setZero();
  if (!weighted) weights = (weights.array() != 0.0).cast<double>().matrix().eval();
  if (!directed || mode == aidnet::Mode::out) return weights;
  const Eigen::MatrixXd turned = weights.transpose();
  return mode == aidnet::Mode::in ? turned : Eigen::MatrixXd(weights + turned);
}

/// One column a group: 1 for its members.
inline Eigen::MatrixXd membership(const std::vector<aidnet::index_t>& groups) {
  const std::set<aidnet::index_t> names(groups.begin(), groups.end());
  Eigen::MatrixXd of = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(groups.size()),
                                             static_cast<Eigen::Index>(names.size()));
  for (std::size_t v = 0; v < groups.size(); ++v)
    of(static_cast<Eigen::Index>(v), std::distance(names.begin(), names.find(groups[v]))) = 1.0;
  return of;
}

/// 1 − Σ p² by the matrix of what each node has with each group.
inline std::vector<double> participation(const Eigen::MatrixXd& ties,
                                         const std::vector<aidnet::index_t>& groups) {
  const Eigen::MatrixXd with = ties * membership(groups);
  std::vector<double> values;
  for (Eigen::Index v = 0; v < ties.rows(); ++v) {
    const double all = with.row(v).sum();
    values.push_back(all > 0.0 ? 1.0 - (with.row(v) / all).squaredNorm()
                               : std::numeric_limits<double>::quiet_NaN());
  }
  return values;
}

/// The z-score within the group; NaN where all have the same.
inline std::vector<double> within_degree(const Eigen::MatrixXd& ties,
                                         const std::vector<aidnet::index_t>& groups) {
  std::vector<long double> own;
  for (std::size_t v = 0; v < groups.size(); ++v) {
    long double sum = 0.0L;
    for (std::size_t u = 0; u < groups.size(); ++u)
      if (groups[u] == groups[v])
        sum += ties(static_cast<Eigen::Index>(v), static_cast<Eigen::Index>(u));
    own.push_back(sum);
  }
  std::vector<double> values;
  for (std::size_t v = 0; v < groups.size(); ++v) {
    long double members = 0.0L;
    long double mean = 0.0L;
    for (std::size_t u = 0; u < groups.size(); ++u)
      if (groups[u] == groups[v]) {
        ++members;
        mean += own[u];
      }
    mean /= members;
    long double variance = 0.0L;
    long double largest = 0.0L;
    for (std::size_t u = 0; u < groups.size(); ++u)
      if (groups[u] == groups[v]) {
        variance += (own[u] - mean) * (own[u] - mean) / members;
        largest = std::max(largest, own[u]);
      }
    values.push_back(variance > 1e-28L * largest * largest
                         ? static_cast<double>((own[v] - mean) / std::sqrt(variance))
                         : std::numeric_limits<double>::quiet_NaN());
  }
  return values;
}

}  // namespace testing_support::verify
