#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct GroupDegreeOptions {
  /// The members, one at least.
  std::vector<index_t> group{};
  /// Whether the members' recipients count (out), their donors (in), or both (all).
  Mode mode = Mode::out;
  /// Whether to divide by the number of nodes outside the group.
  bool normalized = true;
};

/// Group degree: how many parties outside a group its members have as partners.
///
///     d(S) = |{v ∉ S : some member of S has a tie to v}| / (n − |S|).
///
/// A partner of several members counts once, and ties among members do not count: it is what the
/// group covers together. With mode = in, ties from v to a member count instead, with all, either;
/// in an undirected graph all modes are the same. An arc of weight zero is no tie; otherwise
/// neither the size nor the sign of a weight matters here. Self-loops change nothing.
///
/// Returns one number, in [0, 1] if normalized; 0 for a group without ties. If all nodes are
/// members there is nobody to cover, and the share is NaN.
///
/// O(nodes + entries of the members).
///
/// Throws ValidationError for a group without members, for members that are out of range or named
/// twice; Cancelled.
///
/// M. G. Everett, S. P. Borgatti (1999): The centrality of groups and classes. Journal of
/// Mathematical Sociology 23, 181–201, doi:10.1080/0022250X.1999.9990219.
[[nodiscard]] double group_degree(const Graph& graph, const GroupDegreeOptions& options = {},
                                  const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
