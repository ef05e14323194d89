#pragma once

#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// What to do when a pair of nodes is given more than once.
enum class Duplicates {
  sum,    ///< add the weights up; the sum does not depend on the order of input
  error,  ///< refuse, naming the pair
};

struct BuilderOptions {
  bool directed = true;
  Duplicates duplicates = Duplicates::sum;
  /// Leaves out pairs whose weight (after summing) is zero, instead of keeping them as entries.
  bool drop_zeros = false;
};

/// Collects arcs and makes a Graph of them, which is the one place where they are validated.
///
/// In an undirected graph (u, v) and (v, u) are the same pair. Weights may have any sign and must
/// be finite; −0.0 counts as 0.0.
class Builder {
 public:
  /// Nodes are 0 … node_count − 1. Throws ValidationError if the count is negative.
  explicit Builder(index_t node_count, BuilderOptions options = {});

  void reserve(std::size_t arcs);

  /// Adds u → v. Throws ValidationError for an index out of range or a weight that is not finite.
  Builder& add(index_t source, index_t target, double weight = 1.0);

  /// Adds a column of arcs; empty `weight` means 1 each. Either all are added or, with
  /// ValidationError naming the first bad row, none.
  Builder& add(std::span<const index_t> source, std::span<const index_t> target,
               std::span<const double> weight = {});

  /// Sorts, merges and freezes. O(arcs · log(largest degree)). The builder is empty
  /// afterwards, unless an exception leaves it as it was.
  /// Throws ValidationError for refused duplicates or a sum that overflows, SizeError where the
  /// entries do not fit index_t.
  [[nodiscard]] Graph build(const Control& control = {});

 private:
  /// Allocates for all columns before any of them changes: running out of memory leaves them alike.
  void make_room(std::size_t arcs);

  index_t node_count_;
  BuilderOptions options_;
  std::vector<index_t> source_;
  std::vector<index_t> target_;
  std::vector<double> weight_;
};

}  // namespace aidnet::inline AIDNET_ABI
