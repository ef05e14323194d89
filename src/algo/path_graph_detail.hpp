#pragma once

#include <array>
#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Borrowed compressed rows: for each node, where arcs lead and how long they are.
struct ArcRows {
  std::span<const index_t> offsets;
  std::span<const index_t> targets;
  std::span<const double> lengths;  ///< one an arc; unused where all lengths are 1

  [[nodiscard]] std::size_t begin(index_t u) const noexcept {
    return static_cast<std::size_t>(offsets[static_cast<std::size_t>(u)]);
  }
  [[nodiscard]] std::size_t end(index_t u) const noexcept { return begin(u + 1); }
  [[nodiscard]] std::int64_t degree(index_t u) const noexcept {
    return static_cast<std::int64_t>(end(u) - begin(u));
  }
};

/// The arcs that paths may follow: those whose weight is not zero and whose length is finite.
///
/// Borrows the arrays of graph and length, which must outlive it; copies only where lengths are
/// given and some arcs are missing, or where they are followed backwards.
class PathGraph {
 public:
  /// `mode` says which way arcs are followed; all the same in an undirected graph. Throws
  /// ValidationError for lengths of another graph, or so long that paths could overflow.
  PathGraph(const Graph& graph, const Length& length, Mode mode, const char* who);
  PathGraph(const PathGraph&) = delete;
  PathGraph& operator=(const PathGraph&) = delete;

  [[nodiscard]] index_t node_count() const noexcept { return graph_.node_count(); }
  [[nodiscard]] bool is_unit() const noexcept { return unit_; }
  /// One set of rows, or two (out and in) where arcs are followed both ways.
  [[nodiscard]] std::span<const ArcRows> rows() const noexcept {
    return std::span(rows_).first(count_);
  }

 private:
  struct Copy {
    std::vector<index_t> offsets{0};
    std::vector<index_t> targets;
    std::vector<double> lengths;
  };

  void add_copy(const Csr& csr, std::span<const index_t> entries, std::span<const double> lengths);

  Graph graph_;
  bool unit_;
  std::size_t count_ = 0;
  std::array<ArcRows, 2> rows_;
  std::array<Copy, 2> copies_;
};

/// A factor that rounding does not reach: of the lengths of a path, added up in another order.
[[nodiscard]] inline double order_slack(std::size_t nodes) noexcept {
  return 1.0 + 4.0 * (static_cast<double>(nodes) + 2.0) * 0x1p-53;
}

/// For path counting: each node's place in an order that all arcs of length zero follow. Empty
/// where there are no such arcs. Throws ValidationError that names a cycle of them; loops, which
/// are on no shortest path, do not count.
[[nodiscard]] std::vector<index_t> zero_ranks(const ArcRows& rows, const char* who);

}  // namespace aidnet::inline AIDNET_ABI::detail
