#pragma once

#include <Eigen/Core>
#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "algo/perron_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// One connected part of a network as resistors: nodes numbered among themselves, in their order.
struct Circuit {
  std::vector<index_t> nodes;    ///< ascending; local node k is nodes[k]
  Csr conductances;              ///< symmetric, > 0, without loops
  std::vector<index_t> entries;  ///< for each of them, the entry of the graph that it is
};

/// The graph whose ties are resistors: undirected (w_ij + w_ji, or 1 a tie), without zeros. Throws
/// ValidationError for a negative weight.
[[nodiscard]] Graph conducting(const char* who, const Graph& graph, bool weighted,
                               const Control& control);

/// Its connected parts, in the order of their first nodes. Throws SizeError for parts of more than
/// `most` nodes.
[[nodiscard]] std::vector<Circuit> circuits(const char* who, const Graph& ties, index_t most,
                                            const Control& control);

/// Calls body(part, control) for each part of at least two nodes. Each one's progress counts by the
/// cube of its size.
template <class Body>
void for_each_circuit(const std::vector<Circuit>& parts, const Control& control, const Body& body) {
  double all = 0.0;
  const auto cube = [](const Circuit& part) {
    const auto n = static_cast<double>(part.nodes.size());
    return n * n * n;
  };
  for (const Circuit& part : parts) all += cube(part);
  double done = 0.0;
  for (const Circuit& part : parts) {
    const double from = done / all;
    done += cube(part);
    if (part.nodes.size() > 1) body(part, part_of(control, from, done / all));
  }
  control.report(1.0);
}

/// Solves for the potentials of a circuit whose local node 0 is at 0.
///
/// The Laplacian is factored without its diagonal, which is the sum of the rest of a row at every
/// step (Grassmann, Taksar and Heyman 1985, doi:10.1287/opre.33.5.1107): for currents ≥ 0 nothing
/// is ever subtracted, and every potential is exact to its last digits, however uneven the
/// conductances are. n² doubles; n³/3 multiplications.
class Potentials {
 public:
  /// Columns of right sides, solved together.
  using Block = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

  /// REQUIRES at least 2 nodes. Throws ValidationError if conductances at a node exceed a double.
  Potentials(const char* who, const Circuit& circuit, const Control& control);

  /// Replaces currents into nodes 1 … n − 1 by the potentials there.
  void solve(Block& values, Poller& poll) const;

  [[nodiscard]] Eigen::Index unknowns() const noexcept { return factor_.rows(); }

 private:
  Block factor_;  // −F above the diagonal
  Eigen::VectorXd total_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
