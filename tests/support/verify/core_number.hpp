#pragma once

#include "sample.hpp"

namespace testing_support::verify {

/// Core numbers by definition: for k = 1, 2, … strike out nodes with fewer than k ties to the rest
/// until none is left to strike; whoever remains has at least k.
inline std::vector<double> core_number(const Eigen::MatrixXd& weights, bool directed,
                                       aidnet::Mode mode) {
  const auto n = static_cast<std::size_t>(weights.rows());
  const auto tie = [&](std::size_t i, std::size_t j) {
    return i != j && weights(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) != 0.0;
  };
  std::vector<double> core(n, 0.0);
  std::vector<bool> in_core(n, true);
  for (int k = 1; std::find(in_core.begin(), in_core.end(), true) != in_core.end(); ++k) {
    for (bool struck = true; struck;) {
      struck = false;
      for (std::size_t i = 0; i < n; ++i) {
        if (!in_core[i]) continue;
        int ties = 0;
        for (std::size_t j = 0; j < n; ++j) {
          if (!in_core[j]) continue;
          if (!directed || mode != aidnet::Mode::in) ties += tie(i, j);
          if (directed && mode != aidnet::Mode::out) ties += tie(j, i);
        }
        if (ties < k) {
          in_core[i] = false;
          struck = true;
        }
      }
    }
    for (std::size_t i = 0; i < n; ++i)
      if (in_core[i]) core[i] = k;
  }
  return core;
}

}  // namespace testing_support::verify
