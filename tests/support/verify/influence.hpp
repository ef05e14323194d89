#pragma once

#include <Eigen/Eigenvalues>
#include <map>
#include <set>
#include <string>

#include "verify/mixing.hpp"

namespace testing_support::verify {

/// By eigenvalues: the energy of the Laplacian less that of what is left without each node.
inline std::vector<double> laplacian(const Eigen::MatrixXd& weights, bool directed,
                                     bool normalized) {
  Eigen::MatrixXd v = directed ? Eigen::MatrixXd(weights + weights.transpose()) : weights;
  v.diagonal().setZero();
  const auto energy = [](const Eigen::MatrixXd& m) {
    const Eigen::VectorXd sums = m.rowwise().sum();
    const Eigen::MatrixXd matrix = Eigen::MatrixXd(sums.asDiagonal()) - m;
    return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(matrix).eigenvalues().squaredNorm();
  };
  std::vector<double> values;
  if (v.rows() == 0) return values;
  const double all = energy(v);
  for (Eigen::Index i = 0; i < v.rows(); ++i) {
    Eigen::MatrixXd less = v;
    less.row(i).setZero();
    less.col(i).setZero();
    values.push_back((all - energy(less)) / (normalized ? all : 1.0));
  }
  return values;
}

/// Distances by powers of the matrix of ties.
inline std::vector<double> collective_influence(Eigen::MatrixXd weights, int radius) {
  weights.diagonal().setZero();
  const Eigen::MatrixXd tied = ties(ties(weights) + ties(weights).transpose());
  const Eigen::VectorXd less = (tied.rowwise().sum().array() - 1.0).matrix();
  Eigen::MatrixXd within = Eigen::MatrixXd::Identity(tied.rows(), tied.rows());
  Eigen::MatrixXd rim = within;
  for (int step = 0; step < radius; ++step) {
    const Eigen::MatrixXd next = ties(within + within * tied);
    rim = next - within;
    within = next;
  }
  const Eigen::VectorXd values = less.cwiseProduct(rim * less);
  return {values.begin(), values.end()};
}

/// Triad by triad, by what its kinds are defined by: the pairs, and who gives to whom.
inline std::vector<double> triad_census(Eigen::MatrixXd weights,
                                        const std::vector<std::string>& names) {
  weights.diagonal().setZero();
  const Eigen::MatrixXd a = ties(weights);
  std::map<std::string, double> count;
  const Eigen::Index n = a.rows();
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < i; ++j)
      for (Eigen::Index k = 0; k < j; ++k) {
        const std::vector<Eigen::Index> three{i, j, k};
        const Eigen::Matrix3d t = a(three, three);
        const Eigen::Matrix3d both = t.cwiseProduct(t.transpose());
        const int m = static_cast<int>(both.sum()) / 2;
        const int one = static_cast<int>(t.sum()) - 2 * m;
        std::string name = std::to_string(m) + std::to_string(one) + std::to_string(3 - m - one);
        const Eigen::Matrix3d way = t - both;  // one-way ties
        const Eigen::Vector3d out = way.rowwise().sum();
        const Eigen::Vector3d in = way.colwise().sum();
        const Eigen::Vector3d mutual = both.rowwise().sum();
        if (name == "021" || name == "120")
          name += out.maxCoeff() == 2.0 ? "D" : in.maxCoeff() == 2.0 ? "U" : "C";
        // Whether the one-way tie ends at the pair that is tied both ways, or starts from it.
        if (name == "111") name += in.dot(mutual) > 0.0 ? "D" : "U";
        if (name == "030") name += out.maxCoeff() == 2.0 ? "T" : "C";
        ++count[name];
      }
  std::vector<double> values;
  for (const std::string& name : names) values.push_back(count[name]);
  return values;
}

/// Pair by pair of common partners; a matrix of counts, and one of common partners.
inline std::pair<Eigen::MatrixXd, Eigen::MatrixXd> dispersion(Eigen::MatrixXd weights) {
  weights.diagonal().setZero();
  const Eigen::MatrixXd tied = ties(ties(weights) + ties(weights).transpose());
  const Eigen::Index n = tied.rows();
  Eigen::MatrixXd count = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index u = 0; u < n; ++u)
    for (Eigen::Index v = 0; v < n; ++v) {
      if (tied(u, v) == 0.0) continue;
      for (Eigen::Index s = 0; s < n; ++s)
        for (Eigen::Index t = 0; t < s; ++t) {
          if (tied(u, s) * tied(v, s) * tied(u, t) * tied(v, t) == 0.0) continue;
          bool apart = tied(s, t) == 0.0;
          for (Eigen::Index x = 0; x < n; ++x)
            if (x != v && tied(u, x) * tied(s, x) * tied(t, x) != 0.0) apart = false;
          count(u, v) += apart;
        }
    }
  return {count, tied * tied};
}

/// Elects node by node with all votes counted anew, in units of one part in all ties.
inline std::vector<aidnet::index_t> voterank(Eigen::MatrixXd weights, bool directed,
                                             aidnet::Mode mode) {
  weights.diagonal().setZero();
  Eigen::MatrixXd voters = ties(weights);
  if (directed && mode == aidnet::Mode::in) voters.transposeInPlace();
  if (directed && mode == aidnet::Mode::all) voters = ties(voters + voters.transpose());
  const Eigen::Index n = voters.rows();
  const double whole = voters.sum();
  Eigen::VectorXd ability = Eigen::VectorXd::Constant(n, whole);
  std::vector<aidnet::index_t> elected;
  std::set<Eigen::Index> out;
  while (true) {
    const Eigen::VectorXd votes = voters * ability;  // whole numbers, exact
    Eigen::Index best = -1;
    for (Eigen::Index i = 0; i < n; ++i)
      if (out.count(i) == 0 && votes(i) > 0.0 && (best < 0 || votes(i) > votes(best))) best = i;
    if (best < 0) return elected;
    elected.push_back(static_cast<aidnet::index_t>(best));
    out.insert(best);
    ability -= static_cast<double>(n) * voters.row(best).transpose();
    ability = ability.cwiseMax(0.0);
    ability(best) = 0.0;
  }
}

}  // namespace testing_support::verify
