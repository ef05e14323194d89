#pragma once

#include <Eigen/Dense>
#include <vector>

namespace testing_support::verify {

using ExponentialMatrix = Eigen::Matrix<long double, Eigen::Dynamic, Eigen::Dynamic>;

/// exp(A) of a non-negative matrix by scaling and squaring, 80 bits: exp(A / 2^k)^(2^k). Powers of
/// positive terms, so that small elements keep their digits.
inline ExponentialMatrix exponential(const Eigen::MatrixXd& a) {
  const Eigen::Index n = a.rows();
  int halvings = 0;
  for (double norm = n > 0 ? a.rowwise().sum().maxCoeff() : 0.0; norm > 0.5; norm /= 2) ++halvings;
  const ExponentialMatrix small = a.cast<long double>() / std::ldexp(1.0L, halvings);
  ExponentialMatrix sum = ExponentialMatrix::Identity(n, n);
  ExponentialMatrix term = sum;
  for (int k = 1; k <= 80; ++k) {
    term = (term * small / k).eval();
    sum += term;
  }
  for (int k = 0; k < halvings; ++k) sum = (sum * sum).eval();
  return sum;
}

/// The walks that measures of the exponential count: with the flows, or either way; by weight, or
/// 1 a tie.
inline Eigen::MatrixXd walks(const Eigen::MatrixXd& weights, bool either_way, bool weighted) {
  Eigen::MatrixXd a = weights;
  if (either_way) {
    a += weights.transpose();
    a.diagonal() = weights.diagonal();
  }
  if (!weighted) a = (a.array() > 0.0).cast<double>();
  return a;
}

inline std::vector<double> communicability_betweenness(const Eigen::MatrixXd& a) {
  const Eigen::Index n = a.rows();
  const ExponentialMatrix all = exponential(a);
  std::vector<double> score;
  for (Eigen::Index r = 0; r < n; ++r) {
    Eigen::MatrixXd rest = a;
    rest.row(r).setZero();
    rest.col(r).setZero();
    const ExponentialMatrix without = exponential(rest);
    long double sum = 0;
    for (Eigen::Index p = 0; p < n; ++p)
      for (Eigen::Index q = 0; q < n; ++q)
        if (p != q && p != r && q != r && all(p, q) > 0)
          sum += (all(p, q) - without(p, q)) / all(p, q);
    score.push_back(n > 2 ? static_cast<double>(sum / ((n - 1) * (n - 2))) : 0.0);
  }
  return score;
}

}  // namespace testing_support::verify
