#pragma once

#include <optional>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct BottleneckOptions {
  /// The node that paths start from. It must be given.
  std::optional<index_t> source{};
  /// Whether paths start from the source (out), end there (in), or go either way (all).
  Mode mode = Mode::out;
};

/// Bottlenecks: how much a chain of gifts can carry at most from one party to each other.
///
///     b(s, v) = max over paths from s to v of the smallest weight on the path.
///
/// The widest path from a donor to a county is the chain whose weakest link is the strongest.
/// Unlike a maximum flow, it is one path, not all of them together.
///
/// Reads the weights as strengths, which must be ≥ 0: an arc of weight zero is none. Paths follow
/// the arcs from donor to recipient; with mode = in they end at the source, with all they go either
/// way, each arc by its own weight. In an undirected graph all modes are the same. Self-loops
/// change nothing.
///
/// Returns one value a node, ≥ 0, in the unit of the weights: infinity for the source itself, which
/// nothing limits, and 0 where there is no path.
///
/// O(nodes + entries · log nodes).
///
/// Throws ValidationError for a negative weight, or a source that is missing or out of range;
/// Cancelled.
///
/// M. Pollack (1960): The maximum capacity through a network. Operations Research 8, 733–736,
/// doi:10.1287/opre.8.5.733.
[[nodiscard]] std::vector<double> bottleneck(const Graph& graph, const BottleneckOptions& options,
                                             const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
