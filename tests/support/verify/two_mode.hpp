#pragma once

#include <Eigen/Dense>
#include <vector>

namespace testing_support::verify {

/// What donors get of recipients' scores, and recipients of donors'.
struct TwoMode {
  Eigen::MatrixXd to_donors;
  Eigen::MatrixXd to_recipients;
};

inline TwoMode birank(const Eigen::MatrixXd& weights) {
  Eigen::MatrixXd s = Eigen::MatrixXd::Zero(weights.rows(), weights.cols());
  for (Eigen::Index i = 0; i < s.rows(); ++i)
    for (Eigen::Index j = 0; j < s.cols(); ++j)
      if (weights(i, j) > 0.0)
        s(i, j) = weights(i, j) / std::sqrt(weights.row(i).sum()) / std::sqrt(weights.col(j).sum());
  return {s, s.transpose()};
}

inline TwoMode cohits(const Eigen::MatrixXd& weights) {
  TwoMode shares{Eigen::MatrixXd::Zero(weights.rows(), weights.cols()),
                 Eigen::MatrixXd::Zero(weights.rows(), weights.cols())};
  for (Eigen::Index i = 0; i < weights.rows(); ++i)
    for (Eigen::Index j = 0; j < weights.cols(); ++j)
      if (weights(i, j) > 0.0) {
        shares.to_donors(i, j) = weights(i, j) / weights.col(j).sum();
        shares.to_recipients(j, i) = weights(i, j) / weights.row(i).sum();
      }
  return shares;
}

/// The scores of donors, then of recipients, as one dense linear system.
inline std::vector<double> two_mode(const TwoMode& step, double alpha, double beta,
                                    const Eigen::VectorXd& donor,
                                    const Eigen::VectorXd& recipient) {
  const Eigen::Index n = donor.size();
  Eigen::MatrixXd system = Eigen::MatrixXd::Identity(2 * n, 2 * n);
  system.topRightCorner(n, n) -= alpha * step.to_donors;
  system.bottomLeftCorner(n, n) -= beta * step.to_recipients;
  Eigen::VectorXd right(2 * n);
  right << (1 - alpha) * donor, (1 - beta) * recipient;
  const Eigen::VectorXd x = system.fullPivLu().solve(right);
  return {x.begin(), x.end()};
}

/// The same share for each row that has anything.
inline Eigen::VectorXd alike(const Eigen::MatrixXd& weights) {
  Eigen::VectorXd shares = (weights.rowwise().sum().array() > 0.0).cast<double>();
  return shares.sum() > 0.0 ? Eigen::VectorXd(shares / shares.sum()) : shares;
}

}  // namespace testing_support::verify
