#include "algo/cycle_roots_detail.hpp"

#include <algorithm>

#include "algo/disjoint_sets_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

CycleRoots::CycleRoots(const Graph& ties, const std::vector<index_t>& part, const Control& control)
    : ties_(ties), search_(ties_.forward(), control) {
  if (!ties_.is_directed()) {
    find_undirected(control);
    return;
  }
  for (index_t u = 0; u < ties_.node_count(); ++u)
    if (ties_.has_edge(u, u)) known_.push_back(u);
  find_parts(part);
}

/// A node is the smallest one of a cycle if two of its greater partners are connected by greater
/// nodes: the sets of those are joined from the last node to the first.
void CycleRoots::find_undirected(const Control& control) {
  Poller poll(control);
  DisjointSets sets(at(ties_.node_count()));
  for (index_t u = ties_.node_count(); u-- > 0;) {
    bool is_root = false;
    poll(1 + static_cast<std::int64_t>(ties_.out_neighbors(u).size()));
    for (const index_t v : ties_.out_neighbors(u))
      if (v >= u && !sets.join(u, v)) is_root = true;  // a loop, too, joins nothing
    if (is_root) known_.push_back(u);
  }
  std::reverse(known_.begin(), known_.end());
}

void CycleRoots::find_parts(const std::vector<index_t>& part) {
  const index_t count = part.empty() ? 0 : 1 + *std::max_element(part.begin(), part.end());
  std::vector<std::size_t> next(at(count) + 1, 0);
  for (const index_t p : part) ++next[at(p) + 1];
  for (std::size_t p = 1; p < next.size(); ++p) next[p] += next[p - 1];
  nodes_.resize(part.size());
  part_.assign(part.size(), no_index);
  for (index_t u = 0; at(u) < part.size(); ++u) nodes_[next[at(part[at(u)])]++] = u;
  for (std::size_t p = 0; p + 1 < next.size(); ++p) add({p == 0 ? 0 : next[p - 1], next[p]});
}

/// Keeps a part in which there is a cycle; puts its smallest node first.
void CycleRoots::add(Part part) {
  if (part.end - part.begin < 2) return;
  const auto begin = nodes_.begin() + static_cast<std::ptrdiff_t>(part.begin);
  const auto end = nodes_.begin() + static_cast<std::ptrdiff_t>(part.end);
  std::iter_swap(begin, std::min_element(begin, end));
  for (auto node = begin; node != end; ++node) part_[at(*node)] = *begin;
  parts_.push_back(part);
  std::push_heap(parts_.begin(), parts_.end(), [this](const Part& a, const Part& b) {
    return nodes_[a.begin] > nodes_[b.begin];
  });
}

/// Adds the strong components of a part without its first node.
void CycleRoots::take_apart(Part part) {
  const index_t whole = nodes_[part.begin];
  sorted_.clear();
  ends_.clear();
  part_[at(whole)] = no_index;
  for (std::size_t k = part.begin + 1; k < part.end; ++k) search_.forget(nodes_[k]);
  for (std::size_t k = part.begin + 1; k < part.end; ++k)
    search_.from(
        nodes_[k], [&](index_t v) { return part_[at(v)] == whole; },
        [&](std::span<const index_t> nodes) {
          sorted_.insert(sorted_.end(), nodes.begin(), nodes.end());
          ends_.push_back(sorted_.size());
        });
  std::copy(sorted_.begin(), sorted_.end(),
            nodes_.begin() + static_cast<std::ptrdiff_t>(part.begin) + 1);
  for (const index_t v : sorted_) part_[at(v)] = no_index;
  std::size_t begin = part.begin + 1;
  for (const std::size_t end : ends_) {
    add({begin, part.begin + 1 + end});
    begin = part.begin + 1 + end;
  }
}

std::vector<index_t> CycleRoots::next(std::size_t most) {
  std::vector<index_t> roots;
  while (roots.size() < most && (told_ < known_.size() || !parts_.empty())) {
    const bool of_part =
        !parts_.empty() && (told_ == known_.size() || nodes_[parts_[0].begin] <= known_[told_]);
    if (!of_part) {
      roots.push_back(known_[told_++]);
      continue;
    }
    std::pop_heap(parts_.begin(), parts_.end(), [this](const Part& a, const Part& b) {
      return nodes_[a.begin] > nodes_[b.begin];
    });
    const Part part = parts_.back();
    parts_.pop_back();
    roots.push_back(nodes_[part.begin]);
    if (told_ < known_.size() && known_[told_] == roots.back()) ++told_;
    take_apart(part);
  }
  return roots;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
