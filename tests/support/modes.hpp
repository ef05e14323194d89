#pragma once

#include "aidnet/algo/centrality/balance.hpp"
#include "aidnet/core/types.hpp"
#include "sample.hpp"

namespace testing_support {

/// Lengths as paths see them that start from a node (out), end there (in), or go either way (all).
inline Eigen::MatrixXd followed(const Eigen::MatrixXd& lengths, aidnet::Mode mode) {
  if (mode == aidnet::Mode::out) return lengths;
  if (mode == aidnet::Mode::in) return lengths.transpose();
  return lengths.cwiseMin(lengths.transpose());
}

/// Lengths as paths see them that end at a node by `mode`.
inline Eigen::MatrixXd arriving(const Eigen::MatrixXd& lengths, aidnet::Mode mode) {
  return mode == aidnet::Mode::all ? followed(lengths, mode) : followed(lengths.transpose(), mode);
}

inline constexpr aidnet::Mode modes[] = {aidnet::Mode::out, aidnet::Mode::in, aidnet::Mode::all};
inline constexpr aidnet::Balance balances[] = {aidnet::Balance::out, aidnet::Balance::in,
                                               aidnet::Balance::all, aidnet::Balance::net};

/// A graph of n nodes in a row, each giving to the next.
inline Sample row_of(index_t n, bool directed = true) {
  Sample row{n, {}, directed};
  for (index_t v = 0; v + 1 < n; ++v) row.arcs.push_back({v, v + 1});
  return row;
}

}  // namespace testing_support
