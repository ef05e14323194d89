#pragma once

#include <atomic>
#include <vector>

#include "aidnet/algo/structure/simple_cycles.hpp"
#include "aidnet/core/graph.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Lists the cycles whose smallest node is a given one. Holds the scratch of one thread.
///
/// Johnson's search, or with a bound on the length Gupta and Suzumura's: each node has a number of
/// steps, `away_`, that it takes at least to get back to the root beside the nodes of the path at
/// hand. It is raised where a search from the node fails, and lowered again, for all that lead to
/// the node, where the path retreats from a node that does get back. Without a bound the numbers
/// are 0 and 1: whether it gets back at all.
class CycleSearch {
 public:
  /// `part` numbers strong components of `ties`, which have no zeros; a cycle lies within one. It
  /// is empty where the graph is undirected. `max_length` 0 is no bound.
  CycleSearch(const Graph& ties, const std::vector<index_t>& part, index_t max_length,
              index_t limit, std::atomic<std::int64_t>& listed);

  /// Appends the cycles that begin with `root`, in lexicographic order. Throws SizeError when more
  /// than `limit` are listed, by all searches together.
  void from(index_t root, Cycles& cycles, Poller& poll);

 private:
  struct Step {
    index_t node;
    index_t entry;  // the arc to be looked at next
    index_t back;   // the fewest steps back to the root that were found; unreached: none
  };

  void find_ways_back(index_t root, Poller& poll);
  void search(index_t root, Cycles& cycles, Poller& poll);
  void enter(index_t node, Poller& poll);
  void retreat(Poller& poll);
  void lower(index_t node, index_t steps, Poller& poll);
  void list(Cycles& cycles);

  const Csr& out_;
  const Csr& in_;
  const std::vector<index_t>& part_;
  bool directed_;
  index_t max_length_;
  index_t limit_;
  std::atomic<std::int64_t>& listed_;
  std::vector<index_t> away_;  // of each node; unreached where it does not get back at all
  std::vector<bool> on_path_;
  std::vector<index_t> reached_;
  std::vector<index_t> lowered_;
  std::vector<Step> path_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
