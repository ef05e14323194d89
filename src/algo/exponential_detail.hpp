#pragma once

#include <array>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The ties that walks follow: with the flows, against them or either way, by weight or each as 1.
/// No zeros. Throws ValidationError for a negative weight.
[[nodiscard]] Graph walked(const char* who, const Graph& graph, Mode mode, bool weighted,
                           const Control& control);

/// Columns of exp(c W) for a matrix of weights W ≥ 0: walks from a node, those of k steps by 1/k!.
///
/// The Taylor series by itself. All its terms are positive, so that no digits cancel and no scaling
/// is needed: it is summed until the next term adds nothing to any of its elements, which makes
/// small elements as exact as large ones. Takes some more steps than the spectral radius of c W.
///
/// A worker's scratch: three numbers a node and column.
class ExponentialColumns {
 public:
  /// As many columns at once as share a look at an arc.
  static constexpr index_t width = 8;
  using Row = std::array<double, static_cast<std::size_t>(width)>;

  /// REQUIRES weights ≥ 0. Keeps no copy of the graph, which must stay.
  ExponentialColumns(const char* who, const Graph& walks, double factor);

  /// Makes column(c)[j] what leads from node first + c to node j, for c < count ≤ width, on walks
  /// that avoid `removed` (no_index: none). Throws ValidationError where it exceeds a double.
  void compute(index_t first, index_t count, index_t removed, Poller& poll);

  /// What leads to node j, from each of the nodes.
  [[nodiscard]] const Row& to(index_t j) const noexcept {
    return sum_[static_cast<std::size_t>(j)];
  }

 private:
  /// Makes the next term. Returns whether it adds anything to the sums.
  bool step(double scale, index_t removed, Poller& poll);

  const char* who_;
  const Csr& into_;
  double factor_;
  std::vector<Row> term_;
  std::vector<Row> next_;
  std::vector<Row> sum_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
