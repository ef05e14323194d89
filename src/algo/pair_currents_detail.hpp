#pragma once

#include <array>
#include <span>
#include <utility>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The ties of a network as wires, and a factorisation of their Laplacian that fills nothing in.
///
/// Nodes are numbered in the order in which they are taken out: those of few ties first, so that
/// trees are factored exactly. As in `Potentials`, nothing is subtracted: what would be filled in
/// leads to the ground instead.
struct Wires {
  /// REQUIRES an undirected graph of weights > 0. Throws ValidationError if weights at a node
  /// exceed a double.
  Wires(const char* who, const Graph& ties, const Control& control);

  [[nodiscard]] std::size_t size() const noexcept { return pivot.size(); }

  std::vector<index_t> place;    ///< of each node of the graph among these
  std::vector<index_t> node;     ///< the inverse
  std::vector<index_t> offsets;  ///< of each one's ties to later ones
  std::vector<index_t> later;
  std::vector<double> conductance;
  std::vector<double> share;  ///< the part of a node's potential that goes to the later one
  std::vector<double> pivot;
};

/// Currents of several pairs at once, by preconditioned conjugate gradients; a worker's scratch.
class PairCurrents {
 public:
  static constexpr std::size_t width = 8;
  using Row = std::array<double, width>;
  using Pair = std::pair<index_t, index_t>;  ///< places; the same twice for none

  explicit PairCurrents(const Wires& wires);

  /// Sends a unit from the first to the second of each pair, which must be connected, and makes
  /// through()[k] what passes node k, 0 at both ends, until no current is wrong by more than
  /// `tolerance`. Returns false if rounding does not let it.
  bool run(std::span<const Pair> pairs, double tolerance, Poller& poll);

  [[nodiscard]] const std::vector<Row>& through() const noexcept { return through_; }

 private:
  void precondition(Poller& poll);
  Row lacks();
  void find_residual(std::span<const Pair> pairs, Poller& poll);
  template <class Visit>
  void for_currents(const std::vector<Row>& potentials, const Visit& visit) const;

  const Wires& wires_;
  std::vector<Row> potential_;
  std::vector<Row> residual_;
  std::vector<Row> scaled_;
  std::vector<Row> direction_;
  std::vector<Row> through_;  // also the currents that the direction makes
};

}  // namespace aidnet::inline AIDNET_ABI::detail
