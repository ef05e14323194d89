#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Compressed sparse rows: the arrays that all views of a graph share.
///
/// Canonical: `offsets` has one element more than there are rows and starts at 0; within a row,
/// `indices` are strictly ascending.
struct Csr {
  std::vector<index_t> offsets{0};
  std::vector<index_t> indices;
  std::vector<double> weights;

  [[nodiscard]] std::span<const index_t> row(index_t u) const noexcept {
    return std::span(indices).subspan(begin(u), size(u));
  }
  [[nodiscard]] std::span<const double> row_weights(index_t u) const noexcept {
    return std::span(weights).subspan(begin(u), size(u));
  }

 private:
  [[nodiscard]] std::size_t begin(index_t u) const noexcept {
    return static_cast<std::size_t>(offsets[static_cast<std::size_t>(u)]);
  }
  [[nodiscard]] std::size_t size(index_t u) const noexcept {
    return static_cast<std::size_t>(offsets[static_cast<std::size_t>(u) + 1]) - begin(u);
  }
};

/// An immutable weighted graph, directed or undirected: a cheap handle to shared data.
///
/// Node i → node j carries the weight w_ij, the *strength* of the tie (money, people, …), never a
/// distance. There is at most one arc for each ordered pair; self-loops are ordinary entries. An
/// *entry* is one stored arc and is named by its position in `indices()`.
///
/// An undirected graph is stored symmetrically: each edge between two nodes is two entries, a loop
/// is one. Zero weights are entries too (see `Builder`), but no ties: measures take a pair with
/// weight zero for unconnected.
///
/// Made by `Builder` or `Graph::from_csr`. Copies share the data and may be used from any thread.
class Graph {
 public:
  /// No nodes, no edges, directed.
  Graph();
  // Copies only: a graph that was moved from would be a handle to nothing.
  Graph(const Graph&) = default;
  Graph& operator=(const Graph&) = default;
  ~Graph() = default;

  /// Takes over canonical CSR arrays. Throws ValidationError where they are not canonical, a weight
  /// is not finite, or `directed` is false and the arrays are not symmetric.
  static Graph from_csr(Csr csr, bool directed);

  [[nodiscard]] index_t node_count() const noexcept {
    return static_cast<index_t>(forward().offsets.size() - 1);
  }
  /// Stored arcs; in an undirected graph each edge between two nodes is two of them.
  [[nodiscard]] index_t entry_count() const noexcept {
    return static_cast<index_t>(forward().indices.size());
  }
  /// Edges as one counts them: in an undirected graph each pair once.
  [[nodiscard]] index_t edge_count() const noexcept;
  [[nodiscard]] index_t loop_count() const noexcept;
  [[nodiscard]] bool is_directed() const noexcept;
  /// Whether any stored weight is 0, respectively negative.
  [[nodiscard]] bool has_zero_weights() const noexcept;
  [[nodiscard]] bool has_negative_weights() const noexcept;
  /// Sum of all weights; in an undirected graph each edge once.
  [[nodiscard]] double total_weight() const noexcept;

  [[nodiscard]] std::span<const index_t> offsets() const noexcept { return forward().offsets; }
  [[nodiscard]] std::span<const index_t> indices() const noexcept { return forward().indices; }
  [[nodiscard]] std::span<const double> weights() const noexcept { return forward().weights; }

  /// Nodes that u has arcs to, ascending, and the weights beside them. REQUIRES 0 ≤ u < node_count.
  [[nodiscard]] std::span<const index_t> out_neighbors(index_t u) const noexcept {
    return forward().row(u);
  }
  [[nodiscard]] std::span<const double> out_weights(index_t u) const noexcept {
    return forward().row_weights(u);
  }
  /// Nodes that have arcs to v, ascending, and the weights beside them. Builds the transpose once.
  [[nodiscard]] std::span<const index_t> in_neighbors(index_t v) const {
    return transposed().row(v);
  }
  [[nodiscard]] std::span<const double> in_weights(index_t v) const {
    return transposed().row_weights(v);
  }

  /// The position of the entry u → v, or no_index. O(log out-degree). This and the two below
  /// throw ValidationError for what is out of range.
  [[nodiscard]] index_t find_entry(index_t u, index_t v) const;
  [[nodiscard]] bool has_edge(index_t u, index_t v) const { return find_entry(u, v) != no_index; }
  /// The weight of u → v; 0 where there is no such entry.
  [[nodiscard]] double weight(index_t u, index_t v) const;
  /// The node that an entry starts from. O(log n).
  [[nodiscard]] index_t entry_source(index_t entry) const;

  /// The CSR by source node (rows give), and by target node (rows receive). The latter is built on
  /// first use, thread-safely, and kept; in an undirected graph both are the same object.
  [[nodiscard]] const Csr& forward() const noexcept;
  [[nodiscard]] const Csr& transposed() const;
  /// For each entry of `transposed()`, the position of the same arc in `forward()`.
  [[nodiscard]] std::span<const index_t> transposed_entries() const;

  /// Shared ownership of the arrays, for views that outlive this handle.
  [[nodiscard]] std::shared_ptr<const Csr> share_forward() const noexcept;

  /// Every arc turned round; shares this graph's arrays. An undirected graph is its own reverse.
  [[nodiscard]] Graph reverse() const;
  /// The symmetric graph with w_ij + w_ji on each pair (loops once); itself if undirected.
  [[nodiscard]] Graph to_undirected(const Control& control = {}) const;
  /// The same graph without entries of weight zero; itself if it has none. Built once and kept.
  [[nodiscard]] Graph without_zeros() const;
  /// The graph among `nodes`, numbered in that order. Throws ValidationError on an index out of
  /// range or a repeated one.
  [[nodiscard]] Graph subgraph(std::span<const index_t> nodes, const Control& control = {}) const;

  /// Same nodes, entries, weights (bit for bit) and directedness.
  friend bool operator==(const Graph& a, const Graph& b) noexcept;

 private:
  struct Data;
  friend class Builder;
  friend struct GraphAccess;
  explicit Graph(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

  std::shared_ptr<const Data> data_;
};

}  // namespace aidnet::inline AIDNET_ABI
