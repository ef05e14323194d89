#pragma once

#include <Eigen/SparseCore>

#include "aidnet/core/graph.hpp"

/// \file
/// aidnet's graph as a sparse matrix of Eigen: the graph's own arrays under another name.
///
/// A map is a few pointers. It must not outlive the graph, that is, the last `Graph` that shares
/// the data; a temporary graph is therefore refused by the compiler. Nothing is copied, allocated
/// or built; the matrix can be read, never written, from any number of threads.
///
/// Explicit zeros stay stored entries. Solvers take a map as they take a matrix:
///
///     const auto A = aidnet::adapt::matrix(graph);                 // A(i, j) = w_ij
///     const Eigen::VectorXd given = A * Eigen::VectorXd::Ones(A.cols());
///     const auto At = aidnet::adapt::transposed_matrix(graph);     // At(j, i) = w_ij
///     const Eigen::VectorXd received = At * Eigen::VectorXd::Ones(At.cols());
///
/// A product with a row-major matrix gathers, one row after the other (and may run in parallel
/// where Eigen is built with OpenMP); with a column-major one it scatters. To gather along the
/// in-arcs, keep `const Graph turned = graph.reverse();` and use `matrix(turned)`, which maps the
/// transpose that the graph caches.
namespace aidnet::inline AIDNET_ABI::adapt {

using MatrixMap = Eigen::Map<const Eigen::SparseMatrix<double, Eigen::RowMajor, index_t>>;
using TransposedMatrixMap = Eigen::Map<const Eigen::SparseMatrix<double, Eigen::ColMajor, index_t>>;

namespace detail {

template <class Map>
Map map_of(const Graph& graph) {
  return Map(graph.node_count(), graph.node_count(), graph.entry_count(), graph.offsets().data(),
             graph.indices().data(), graph.weights().data());
}

}  // namespace detail

/// The weights as a square matrix: row i, column j is w_ij, what i gives j. O(1).
[[nodiscard]] inline MatrixMap matrix(const Graph& graph) {
  return detail::map_of<MatrixMap>(graph);
}
MatrixMap matrix(const Graph&&) = delete;  // the map would dangle

/// The transpose over the same three arrays, read as columns: row j, column i is w_ij. O(1).
[[nodiscard]] inline TransposedMatrixMap transposed_matrix(const Graph& graph) {
  return detail::map_of<TransposedMatrixMap>(graph);
}
TransposedMatrixMap transposed_matrix(const Graph&&) = delete;

}  // namespace aidnet::inline AIDNET_ABI::adapt
