#pragma once

// Arcs as a test writes them down, and random ones: what graphs, verifiers and invariants start
// from. Knows the builder, and no measure.

#include <Eigen/Dense>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <vector>

#include "aidnet/core/builder.hpp"
#include "rounds.hpp"

namespace testing_support {

using aidnet::Graph;
using aidnet::index_t;
using Rng = std::mt19937_64;

inline std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

inline index_t draw(Rng& rng, index_t below) {
  return static_cast<index_t>(rng() % static_cast<std::uint64_t>(below));
}
inline bool chance(Rng& rng, double probability) {
  return std::uniform_real_distribution<double>(0.0, 1.0)(rng) < probability;
}

struct Arc {
  index_t source;
  index_t target;
  double weight = 1.0;
};

struct Sample {
  index_t nodes = 0;
  std::vector<Arc> arcs;
  bool directed = true;

  [[nodiscard]] Graph graph() const {
    aidnet::Builder builder(nodes, {.directed = directed});
    for (const Arc& arc : arcs) builder.add(arc.source, arc.target, arc.weight);
    return builder.build();
  }

  /// The weight matrix by definition: parallel arcs summed, undirected edges both ways, loops once.
  [[nodiscard]] Eigen::MatrixXd matrix() const {
    Eigen::MatrixXd w = Eigen::MatrixXd::Zero(nodes, nodes);
    for (const Arc& arc : arcs) {
      w(arc.source, arc.target) += arc.weight;
      if (!directed && arc.source != arc.target) w(arc.target, arc.source) += arc.weight;
    }
    return w;
  }

  /// Node i becomes node places[i].
  [[nodiscard]] Sample relabelled(const std::vector<index_t>& places) const {
    Sample other = *this;
    for (Arc& arc : other.arcs) {
      arc.source = places[at(arc.source)];
      arc.target = places[at(arc.target)];
    }
    return other;
  }

  /// Each arc in two halves, all of them in another order: the same network.
  [[nodiscard]] Sample split(Rng& rng) const {
    Sample other{nodes, {}, directed};
    for (const Arc& arc : arcs) {
      other.arcs.push_back({arc.source, arc.target, arc.weight / 2});  // exact
      other.arcs.push_back({arc.source, arc.target, arc.weight / 2});
    }
    std::shuffle(other.arcs.begin(), other.arcs.end(), rng);
    return other;
  }

  [[nodiscard]] Sample scaled(double factor) const {
    Sample other = *this;
    for (Arc& arc : other.arcs) arc.weight *= factor;
    return other;
  }

  [[nodiscard]] Sample reversed() const {
    Sample other = *this;
    for (Arc& arc : other.arcs) std::swap(arc.source, arc.target);
    return other;
  }

  /// Two copies side by side; the second one's nodes follow the first one's.
  [[nodiscard]] Sample doubled() const {
    Sample other{2 * nodes, arcs, directed};
    for (const Arc& arc : arcs)
      other.arcs.push_back({arc.source + nodes, arc.target + nodes, arc.weight});
    return other;
  }

  [[nodiscard]] Sample with_isolated_node() const { return {nodes + 1, arcs, directed}; }
};

inline std::vector<index_t> random_places(index_t n, Rng& rng) {
  std::vector<index_t> places(at(n));
  std::iota(places.begin(), places.end(), index_t{0});
  std::shuffle(places.begin(), places.end(), rng);
  return places;
}

/// Small graphs of every kind that breaks things: 0 to 40 nodes, from empty to dense, connected or
/// not, some with loops, isolated nodes, zero weights, many ties; weights are units, small integers
/// or spread over twelve decades. The same seed gives the same sample.
inline Sample random_sample(std::uint64_t seed) {
  Rng rng(seed * 0x9E3779B97F4A7C15u + 1);
  Sample sample;
  sample.nodes = seed % 20 == 0 ? static_cast<index_t>(seed / 20 % 3) : 2 + draw(rng, 39);
  sample.directed = seed % 2 == 0;
  if (sample.nodes == 0) return sample;
  const double mean_degree = std::vector{0.5, 1.2, 3.0, 8.0}[rng() % 4];
  const auto arcs = static_cast<int>(mean_degree * static_cast<double>(sample.nodes));
  const double loops = rng() % 2 == 0 ? 0.1 : 0.0;
  const double zeros = rng() % 4 == 0 ? 0.1 : 0.0;
  const auto kind = rng() % 3;
  const index_t active = std::max<index_t>(1, sample.nodes - draw(rng, 4));  // the rest is isolated
  std::uniform_real_distribution<double> decades(-6.0, 6.0);
  for (int k = 0; k < arcs; ++k) {
    const index_t source = draw(rng, active);
    const index_t target = chance(rng, loops) ? source : draw(rng, active);
    if (source == target && loops == 0.0) continue;
    double weight = 1.0;
    if (kind == 1) weight = static_cast<double>(1 + rng() % 4);
    if (kind == 2) weight = std::pow(10.0, decades(rng));
    sample.arcs.push_back({source, target, chance(rng, zeros) ? 0.0 : weight});
  }
  return sample;
}

/// The same with about a third of the pairs negative, parallel arcs alike, for what takes any sign.
inline Sample with_signs(Sample sample) {
  for (Arc& arc : sample.arcs)
    if ((arc.source + arc.target) % 3 == 0) arc.weight = -arc.weight;
  return sample;
}

/// Sparse directed graphs of 50 to 109 nodes whose arcs lead a few nodes ahead, with weights over
/// twelve decades: long cycles of uneven products, which are hard on methods for matrices.
inline Sample banded_sample(std::uint64_t seed) {
  Rng rng(seed);
  Sample sample{50 + draw(rng, 60), {}};
  const auto arcs =
      static_cast<int>(std::vector{1.5, 2.5, 6.0}[rng() % 3] * static_cast<double>(sample.nodes));
  std::uniform_real_distribution<double> decades(-6.0, 6.0);
  for (int k = 0; k < arcs; ++k) {
    const index_t source = draw(rng, sample.nodes);
    const index_t target = (source + 1 + draw(rng, 5)) % sample.nodes;
    sample.arcs.push_back({source, target, std::pow(10.0, decades(rng))});
  }
  return sample;
}

/// A random multigraph's worth of arcs, for what needs many chunks of work.
inline Sample large_sample(index_t nodes, int arcs, bool directed, std::uint64_t seed = 1) {
  Rng rng(seed);
  Sample sample{nodes, {}, directed};
  sample.arcs.reserve(static_cast<std::size_t>(arcs));
  for (int k = 0; k < arcs; ++k)
    sample.arcs.push_back(
        {draw(rng, nodes), draw(rng, nodes), static_cast<double>(1 + rng() % 1000) / 7.0});
  return sample;
}

}  // namespace testing_support
