#pragma once

#include "aidnet/algo/centrality/balance.hpp"
#include "sample.hpp"

namespace testing_support::verify {

/// Row sums, column sums, or both, of a dense matrix (symmetric where undirected, loops once).
inline std::vector<double> balance(const Eigen::MatrixXd& matrix, bool directed,
                                   aidnet::Balance mode) {
  using aidnet::Balance;
  const Eigen::VectorXd given = matrix.rowwise().sum();
  const Eigen::VectorXd received = matrix.colwise().sum().transpose();
  Eigen::VectorXd total = Eigen::VectorXd::Zero(matrix.rows());
  if (directed) {
    if (mode == Balance::out || mode == Balance::all) total += given;
    if (mode != Balance::out) total += received;
    if (mode == Balance::net) total -= given;
  } else if (mode != Balance::net) {
    total = given + matrix.diagonal();  // both ends of a loop
  }
  return {total.begin(), total.end()};
}

}  // namespace testing_support::verify
