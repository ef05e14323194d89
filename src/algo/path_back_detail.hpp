#pragma once

#include <algorithm>
#include <vector>

#include "aidnet/core/error.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Of the nodes before each one on shortest paths, the lowest: listens to a search.
class LowestBefore {
 public:
  explicit LowestBefore(index_t nodes) : before_(static_cast<std::size_t>(nodes), no_index) {}
  void start(index_t) {}
  void found(index_t u, index_t v) { before(v) = u; }
  void tied(index_t u, index_t v) { before(v) = std::min(before(v), u); }
  [[nodiscard]] index_t& before(index_t v) { return before_[static_cast<std::size_t>(v)]; }

 private:
  std::vector<index_t> before_;
};

[[noreturn]] inline void throw_no_path(const char* who, index_t source, index_t target) {
  throw UndefinedError(text(who, ": there is no path from node ", source, " to node ", target));
}

/// The nodes of a shortest path. Throws UndefinedError where there is none.
template <class Search>
std::vector<index_t> path_between(index_t source, index_t target, std::span<const ArcRows> rows,
                                  const char* who, const Control& control) {
  Search search(rows);
  LowestBefore lowest(static_cast<index_t>(rows.front().offsets.size() - 1));
  Poller poll(control);
  control.poll();
  search.run(source, poll, lowest);
  if (target != source && lowest.before(target) == no_index) throw_no_path(who, source, target);
  std::vector<index_t> path{target};
  while (path.back() != source) path.push_back(lowest.before(path.back()));
  std::reverse(path.begin(), path.end());
  control.report(1.0);
  return path;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
