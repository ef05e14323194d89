#pragma once

#include <Eigen/Dense>
#include <vector>

namespace testing_support::verify {

/// The standard deviation of return times from the mean times of the fair walk: one pivoted linear
/// system a node, 80 bits. Loops of `weights` count once.
inline std::vector<double> second_order(const Eigen::MatrixXd& weights) {
  using Matrix = Eigen::Matrix<long double, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<long double, Eigen::Dynamic, 1>;
  const Eigen::Index n = weights.rows();
  const Matrix a = weights.cast<long double>();
  const Vector sums = a.rowwise().sum();
  const long double fastest = sums.maxCoeff();
  Matrix walk = a / fastest;
  walk.diagonal() += (Vector::Constant(n, 1) - sums / fastest).eval();
  std::vector<double> score;
  for (Eigen::Index i = 0; i < n; ++i) {
    Matrix system = Matrix::Identity(n, n) - walk;
    system.col(i) += walk.col(i);
    const Vector times = system.fullPivLu().solve(Vector::Ones(n));
    const auto count = static_cast<long double>(n);
    score.push_back(
        static_cast<double>(std::sqrt(std::max(0.0L, 2 * times.sum() - count * (count + 1)))));
  }
  return score;
}

}  // namespace testing_support::verify
