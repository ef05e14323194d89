#pragma once

#include <Eigen/Dense>
#include <vector>

namespace testing_support::verify {

/// Where the walk of Lempel and Moran on recipients ends that started evenly from any of them: the
/// transition matrix, squared until nothing moves (each step is there and back, so it never
/// swings). Hubs are the same for the transpose. 80 bits, and at most 2^60 steps.
inline std::vector<double> salsa_authority(const Eigen::MatrixXd& weights) {
  using Matrix = Eigen::Matrix<long double, Eigen::Dynamic, Eigen::Dynamic>;
  const Eigen::Index n = weights.rows();
  const Matrix w = weights.cast<long double>();
  Matrix back = Matrix::Zero(n, n);
  Matrix on = Matrix::Zero(n, n);
  long double recipients = 0;
  for (Eigen::Index i = 0; i < n; ++i) {
    if (w.col(i).sum() > 0) back.row(i) = w.col(i).transpose() / w.col(i).sum();
    if (w.row(i).sum() > 0) on.row(i) = w.row(i) / w.row(i).sum();
    if (w.col(i).sum() > 0) ++recipients;
  }
  Matrix walk = back * on;
  for (int round = 0; round < 60; ++round) {
    walk = (walk * walk).eval();
    for (Eigen::Index i = 0; i < n; ++i)
      if (walk.row(i).sum() > 0) walk.row(i) /= walk.row(i).sum();
  }
  std::vector<double> score;
  for (Eigen::Index j = 0; j < n; ++j)
    score.push_back(static_cast<double>(walk.col(j).sum() / recipients));
  return score;
}

}  // namespace testing_support::verify
