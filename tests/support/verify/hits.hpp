#pragma once

#include <Eigen/Dense>
#include <vector>

namespace testing_support::verify {

struct Hits {
  bool unique = false;
  double singular_value = 0.0;
  std::vector<double> hub;
  std::vector<double> authority;
};

/// Hubs and authorities of length 1 from the dense singular value decomposition, or, with hubs and
/// authorities alike, from the eigenvectors of a symmetric matrix.
inline Hits hits(const Eigen::MatrixXd& weights, bool symmetric) {
  using Matrix = Eigen::Matrix<long double, Eigen::Dynamic, Eigen::Dynamic>;
  const Matrix w = weights.cast<long double>();
  const Eigen::Index n = w.rows();
  Matrix hub;
  Matrix authority;
  Eigen::Matrix<long double, Eigen::Dynamic, 1> values;
  if (symmetric) {
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(w);
    values = solver.eigenvalues().reverse();
    hub = authority = solver.eigenvectors().rowwise().reverse();
  } else {
    const Eigen::JacobiSVD<Matrix> svd(w, Eigen::ComputeFullU | Eigen::ComputeFullV);
    values = svd.singularValues();
    hub = svd.matrixU();
    authority = svd.matrixV();
  }
  Hits result;
  result.singular_value = static_cast<double>(values(0));
  result.unique = values(0) > 0 && (n == 1 || values(1) < values(0) * (1 - 1e-9L));
  for (Eigen::Index i = 0; i < n; ++i) {
    result.hub.push_back(static_cast<double>(std::abs(hub(i, 0))));
    result.authority.push_back(static_cast<double>(std::abs(authority(i, 0))));
  }
  return result;
}

}  // namespace testing_support::verify
