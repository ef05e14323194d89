#pragma once

#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Whose total a share is taken of.
enum class ShareOf { donor, recipient };

/// How long each arc of a graph is, for measures that follow shortest paths.
///
/// A type of its own, because a graph's weights are strengths: the more money, the *closer* two
/// parties are, so money must not be used as a distance by accident. One value an entry, in the
/// order of `Graph::indices()`; values are ≥ 0, and infinity says that there is no arc. Entries of
/// weight zero are no arcs under any rule.
///
/// Path lengths are sums of doubles and are compared exactly. Whole numbers tie where they are
/// meant to; 0.1 + 0.2 and 0.3, or three thirds and one, do not: see `in_units`.
class Length {
 public:
  /// Every arc has length 1: distance is the number of steps. The default.
  Length() = default;
  static Length unit() { return {}; }
  /// 1 / w_ij: twice the money is half the distance (Newman 2001, doi:10.1103/PhysRevE.64.016132).
  /// Throws ValidationError if a weight is negative, or so small that 1 / w overflows.
  static Length reciprocal(const Graph& graph);
  /// −ln(w_ij / s_i) with the donor's total s_i, or −ln(w_ij / s_j) with the recipient's: the
  /// shortest path is the most probable one when every unit is passed on in proportion.
  /// Throws ValidationError if a weight is negative, a total overflows or the graph is undirected.
  static Length neg_log_share(const Graph& graph, ShareOf of = ShareOf::donor);
  /// The caller's own values, one an entry. Throws ValidationError where the number differs from
  /// the graph's entries, a value is negative or NaN, or an undirected graph's are not symmetric.
  static Length given(const Graph& graph, std::span<const double> values);

  /// The same lengths as whole numbers of `unit`, so that paths of as many units tie: with the unit
  /// 0.1, 0.1 + 0.2 is 0.3; with 1 / 3, three thirds are one. Distances are what they were, to a
  /// relative 1e-9 at worst: the unit is rounded to as few bits as make all sums exact, to
  /// 53 − log2(nodes · longest / unit) of them; a power of two stays what it is.
  /// Throws ValidationError, naming the arc, where a length is no whole number of units within a
  /// relative 1e-9; where that makes more of them than the bits of a double allow; for another
  /// graph, or a unit that is not above 0. Unit lengths stay.
  [[nodiscard]] Length in_units(const Graph& graph, double unit) const;

  /// The same lengths rounded to whole steps of longest · 2^−bits (at least one for what was not
  /// zero), in that step as the unit: coarser lengths, whose sums are exact (of up to 2^(53 − bits)
  /// longest ones). Each is rounded by itself, so that sums of lengths which are no whole numbers
  /// of steps, such as three thirds, need not tie. Throws ValidationError unless 1 ≤ bits ≤ 40.
  [[nodiscard]] Length scaled(int bits) const;

  [[nodiscard]] bool is_unit() const noexcept { return unit_; }
  /// One value an entry; empty for unit lengths.
  [[nodiscard]] std::span<const double> values() const noexcept { return values_; }

 private:
  explicit Length(std::vector<double> values) : unit_(false), values_(std::move(values)) {}

  bool unit_ = true;
  std::vector<double> values_;
};

/// How much each arc can carry, for flow algorithms: ≥ 0, infinity allowed. One value an entry.
class Capacity {
 public:
  /// The graph's own weights as ceilings. Throws ValidationError if one is negative.
  static Capacity of_weights(const Graph& graph);
  /// The caller's own values, one an entry. Throws ValidationError on a wrong number of values, or
  /// on a negative one or NaN.
  static Capacity given(const Graph& graph, std::span<const double> values);

  [[nodiscard]] std::span<const double> values() const noexcept { return values_; }

 private:
  explicit Capacity(std::vector<double> values) : values_(std::move(values)) {}

  std::vector<double> values_;
};

/// What it costs to take one unit along each arc, for measures where that may be negative: a fee
/// less the discount that is got back, a price less the subsidy, the logarithm of a rate of
/// exchange.
///
/// A type of its own, because a graph's weights are strengths. One finite value an entry, in the
/// order of `Graph::indices()`. Entries of weight zero are no arcs, whatever they cost.
class Cost {
 public:
  /// Every arc costs 1. The default.
  Cost() = default;
  static Cost unit() { return {}; }
  /// The caller's own values, one an entry. Throws ValidationError where the number differs from
  /// the graph's entries, a value is not finite, or an undirected graph's are not symmetric.
  static Cost given(const Graph& graph, std::span<const double> values);

  [[nodiscard]] bool is_unit() const noexcept { return unit_; }
  /// One value an entry; empty for unit costs.
  [[nodiscard]] std::span<const double> values() const noexcept { return values_; }

 private:
  explicit Cost(std::vector<double> values) : unit_(false), values_(std::move(values)) {}

  bool unit_ = true;
  std::vector<double> values_;
};

}  // namespace aidnet::inline AIDNET_ABI
