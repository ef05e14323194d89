#pragma once

#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"
#include "algo/path_graph_detail.hpp"
#include "core/at_detail.hpp"

/// Searches between two nodes from both ends at once, which look at a small part of most networks.
namespace aidnet::inline AIDNET_ABI::detail {

/// Breadth-first search from both ends, a whole level at a time.
class TwoEndedBreadthFirst {
 public:
  /// The arcs that paths follow, and the same ones by the node where they end.
  TwoEndedBreadthFirst(const Csr& forward, const Csr& backward);

  /// Searches until both sides meet, and whether they do. REQUIRES two different nodes; once only.
  bool meet(index_t source, index_t target, Poller& poll);

  /// After both sides met: of the paths with the fewest arcs the one that, going back from the
  /// target, goes by the lowest node of those before.
  [[nodiscard]] std::vector<index_t> path(Poller& poll);

 private:
  struct Side {
    const Csr* arcs;
    std::vector<index_t> level;
    std::vector<index_t> reached;  // in the order of levels
    std::size_t begin = 0;         // of the last whole level in `reached`
    index_t depth = 0;
    std::int64_t work = 0;  // arcs of the nodes of the last level
  };

  void start(Side& side, index_t node) const;
  bool deepen(Side& side, const Side& other, Poller& poll) const;

  Side from_source_;
  Side to_target_;
};

/// The nodes of a shortest path, as detail::path_between chooses it among several: `paths` are the
/// arcs of the graph under `length`, neither unit nor of another graph. Throws UndefinedError where
/// there is no path.
[[nodiscard]] std::vector<index_t> two_ended_path(const Graph& graph, const Length& length,
                                                  const PathGraph& paths, index_t source,
                                                  index_t target, const char* who,
                                                  const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
