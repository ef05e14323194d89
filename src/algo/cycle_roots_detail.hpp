#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "algo/strong_search_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The nodes that are the smallest one of some cycle, in ascending order: each but the last has
/// cycles to be listed, so that looking for them costs no more than the list is long.
class CycleRoots {
 public:
  /// `ties` have no zeros; `part` numbers the strong components of a directed graph.
  CycleRoots(const Graph& ties, const std::vector<index_t>& part, const Control& control);

  /// Up to `most` further ones; none at the end.
  [[nodiscard]] std::vector<index_t> next(std::size_t most);

 private:
  /// A strong component of what is left of the graph: nodes_[begin] … nodes_[end − 1], of which
  /// the first is the smallest.
  struct Part {
    std::size_t begin;
    std::size_t end;
  };

  void find_undirected(const Control& control);
  void find_parts(const std::vector<index_t>& part);
  void add(Part part);
  void take_apart(Part part);

  Graph ties_;
  std::vector<index_t> known_;  // roots, ascending: with loops; in an undirected graph all of them
  std::size_t told_ = 0;
  StrongSearch search_;
  std::vector<index_t> nodes_;
  std::vector<index_t> part_;    // of each node: the smallest node of its part; no_index: in none
  std::vector<index_t> sorted_;  // scratch: the nodes of parts, and where each ends
  std::vector<std::size_t> ends_;
  std::vector<Part> parts_;  // a heap, the smallest first node on top
};

}  // namespace aidnet::inline AIDNET_ABI::detail
