#pragma once

#include <limits>

#include "sample.hpp"

namespace testing_support::verify {

/// 1 where two nodes are tied whichever way, 0 on the diagonal.
inline Eigen::MatrixXd partners(Eigen::MatrixXd weights) {
  weights.diagonal().setZero();
  return ((weights.array() != 0.0) || (weights.transpose().array() != 0.0)).cast<double>().matrix();
}

/// Closed walks of three steps, by the cube of the matrix: two for each triangle.
inline std::vector<double> triangles(const Eigen::MatrixXd& weights) {
  const Eigen::MatrixXd tied = partners(weights);
  const Eigen::VectorXd counts = (tied * tied * tied).diagonal() / 2.0;
  return {counts.begin(), counts.end()};
}

/// Closed ones of all walks of two steps between different nodes.
inline double transitivity(const Eigen::MatrixXd& weights) {
  const Eigen::MatrixXd tied = partners(weights);
  const Eigen::MatrixXd walks = tied * tied;
  const double all = walks.sum() - walks.trace();
  return all > 0.0 ? (walks * tied).trace() / all : std::numeric_limits<double>::quiet_NaN();
}

/// The formulas of the header by products of dense matrices; barrat by its triple sum.
template <class Method>
std::vector<double> clustering(Eigen::MatrixXd weights, bool directed, Method method) {
  weights.diagonal().setZero();
  const Eigen::Index n = weights.rows();
  const Eigen::MatrixXd tied = partners(weights);
  const Eigen::MatrixXd arcs = (weights.array() != 0.0).cast<double>().matrix();
  const Eigen::MatrixXd both = directed ? Eigen::MatrixXd(weights + weights.transpose()) : weights;
  const auto roots = [n](const Eigen::MatrixXd& m) {
    return n == 0 ? m : Eigen::MatrixXd((m / m.maxCoeff()).unaryExpr([](double x) {
      return std::cbrt(x);
    }));
  };
  const auto cube = [](const Eigen::MatrixXd& m) {
    return Eigen::VectorXd((m * m * m).diagonal());
  };
  const Eigen::MatrixXd steps = method == Method::fagiolo_weighted ? roots(weights) : arcs;
  const Eigen::VectorXd directed_walks = cube(steps + steps.transpose()) / 2.0;
  const Eigen::VectorXd walks = cube(method == Method::onnela ? roots(both) : tied);
  const Eigen::VectorXd among = (tied * arcs * tied).diagonal();
  std::vector<double> values;
  for (Eigen::Index i = 0; i < n; ++i) {
    const double k = tied.row(i).sum();
    double value = walks(i) / (k * (k - 1.0));
    if (method == Method::fagiolo || method == Method::fagiolo_weighted) {
      const double d = arcs.row(i).sum() + arcs.col(i).sum();
      const double mutual = arcs.row(i).dot(arcs.col(i));
      value = directed_walks(i) / (d * (d - 1.0) - 2.0 * mutual);
    } else if (method == Method::ldbc) {
      value = among(i) / (k * (k - 1.0));
    } else if (method == Method::barrat) {
      double sum = 0.0;
      for (Eigen::Index j = 0; j < n; ++j)
        for (Eigen::Index h = 0; h < n; ++h)
          sum += tied(i, j) * tied(i, h) * tied(j, h) * (both(i, j) + both(i, h)) / 2.0;
      value = sum / (both.row(i).sum() * (k - 1.0));
    }
    values.push_back(k < 2.0 ? std::numeric_limits<double>::quiet_NaN() : value);
  }
  return values;
}

/// Pair by pair of partners, as Zhang et al. define it.
inline std::vector<double> square_clustering(const Eigen::MatrixXd& weights) {
  const Eigen::MatrixXd tied = partners(weights);
  const Eigen::MatrixXd walks = tied * tied;
  const Eigen::VectorXd k = tied.rowwise().sum();
  std::vector<double> values;
  for (Eigen::Index i = 0; i < tied.rows(); ++i) {
    double squares = 0.0;
    double most = 0.0;
    for (Eigen::Index j = 0; j < tied.rows(); ++j)
      for (Eigen::Index h = 0; h < j; ++h) {
        if (tied(i, j) * tied(i, h) == 0.0) continue;
        const double common = walks(j, h) - 1.0;
        const double own = 1.0 + tied(j, h) + common;
        squares += common;
        most += (k(j) - own) + (k(h) - own) + common;
      }
    values.push_back(most > 0.0 ? squares / most : std::numeric_limits<double>::quiet_NaN());
  }
  return values;
}

}  // namespace testing_support::verify
