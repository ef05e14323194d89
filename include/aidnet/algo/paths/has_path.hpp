#pragma once

#include <optional>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct HasPathOptions {
  /// Where the path would start, and where it would end. Both must be given.
  std::optional<index_t> source{};
  std::optional<index_t> target{};
};

/// Whether help can get from one party to another, by any number of hands.
///
/// Paths follow the arcs from donor to recipient; in an undirected graph they go either way. An arc
/// of weight zero is none; otherwise neither the size nor the sign of a weight matters here.
/// Self-loops change nothing. From a node to itself there is always the path of no steps.
///
/// O(nodes + entries) at most; the search starts from both ends and stops where they meet, which in
/// most networks is after a small part of it.
///
/// Throws ValidationError for an end that is missing or out of range; Cancelled.
///
/// I. Pohl (1971): Bi-directional search. Machine Intelligence 6, 127–140.
[[nodiscard]] bool has_path(const Graph& graph, const HasPathOptions& options,
                            const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
