#pragma once

#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "algo/local_matrix_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The non-negative matrix M of (M x)_j = Σ_i w_ij x_i, ordered by the strong components of its
/// graph: block triangular, with blocks that are irreducible or single nodes.
class Blocks {
 public:
  /// REQUIRES that all weights are ≥ 0. Keeps the graph. Throws ValidationError if a sum of weights
  /// overflows.
  Blocks(const Graph& graph, const Control& control);

  [[nodiscard]] index_t count() const noexcept { return count_; }
  [[nodiscard]] index_t node_count() const noexcept { return graph_.node_count(); }
  [[nodiscard]] bool symmetric() const noexcept { return !graph_.is_directed(); }
  /// The rows of M.
  [[nodiscard]] const Csr& rows() const noexcept { return *rows_; }

  [[nodiscard]] index_t block_of(index_t node) const noexcept { return block_[at(node)]; }
  /// The nodes of a block, ascending.
  [[nodiscard]] std::span<const index_t> nodes(index_t block) const noexcept {
    return std::span(nodes_).subspan(at(first_[at(block)]),
                                     at(first_[at(block) + 1] - first_[at(block)]));
  }
  /// All blocks, each after those that its nodes pull from.
  [[nodiscard]] std::span<const index_t> order() const noexcept { return order_; }

  /// A number that the spectral radius of a block does not exceed: the smaller one of the largest
  /// row sum and the largest column sum. For a single node, the weight of its self-loop.
  [[nodiscard]] double bound(index_t block) const noexcept { return bound_[at(block)]; }

  /// A block by itself, in the order of nodes(block).
  [[nodiscard]] LocalMatrix local(index_t block, const Control& control) const;

 private:
  void group(const Control& control);
  void sort(const Control& control);
  void find_bounds(const Control& control);

  Graph graph_;
  const Csr* rows_;
  index_t count_;
  std::vector<index_t> block_;  // of each node
  std::vector<index_t> nodes_;  // block by block
  std::vector<index_t> first_;  // where each block begins in nodes_
  std::vector<index_t> place_;  // of each node in its block
  std::vector<index_t> order_;
  std::vector<double> bound_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
