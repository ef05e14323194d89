#include "aidnet/algo/paths/all_shortest_paths.hpp"

#include <algorithm>
#include <limits>

#include "aidnet/core/error.hpp"
#include "algo/one_node_detail.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* all_shortest_paths_name = "all_shortest_paths";

using detail::at;

/// What a search from the source found.
struct Found {
  std::vector<double> distance;
  std::vector<index_t> turn;  // when a node was settled; none where there is no path
};

template <class Search>
Found found_by(Search&& search, index_t source, index_t nodes, Poller& poll) {
  Found found{std::vector<double>(at(nodes), std::numeric_limits<double>::infinity()),
              std::vector<index_t>(at(nodes), no_index)};
  detail::Silent silent;
  search.run(source, poll, silent);
  index_t turn = 0;
  for (const index_t v : search.settled()) {
    found.distance[at(v)] = search.distance(v);
    found.turn[at(v)] = turn++;
  }
  return found;
}

/// The nodes of shortest paths to the target, each with those before it, which were settled
/// earlier: arcs that vanish in rounding lead round no cycle.
class Ways {
 public:
  Ways(const detail::ArcRows& backward, const Found& found, index_t target, Poller& poll)
      : first_(found.turn.size(), 0), end_(found.turn.size(), 0), counts_(found.turn.size(), 0.0) {
    std::vector<unsigned char> seen(found.turn.size(), 0);
    std::vector<index_t> nodes{target};
    seen[at(target)] = 1;
    for (std::size_t next = 0; next < nodes.size(); ++next) {
      const index_t v = nodes[next];
      first_[at(v)] = before_.size();
      poll(1 + backward.degree(v));
      for (std::size_t k = backward.begin(v); k < backward.end(v); ++k) {
        const index_t u = backward.targets[k];
        const double length = backward.lengths.empty() ? 1.0 : backward.lengths[k];
        if (found.turn[at(u)] == no_index || found.turn[at(u)] >= found.turn[at(v)] ||
            found.distance[at(u)] + length != found.distance[at(v)])
          continue;
        before_.push_back(u);
        if (seen[at(u)] != 0) continue;
        seen[at(u)] = 1;
        nodes.push_back(u);
      }
      end_[at(v)] = before_.size();
    }
    std::sort(nodes.begin(), nodes.end(),
              [&](index_t a, index_t b) { return found.turn[at(a)] < found.turn[at(b)]; });
    for (const index_t v : nodes) {
      counts_[at(v)] = first_[at(v)] == end_[at(v)] ? 1.0 : 0.0;  // 1 for the source
      for (const index_t u : before(v)) counts_[at(v)] += counts_[at(u)];
    }
  }

  [[nodiscard]] std::span<const index_t> before(index_t v) const {
    return std::span(before_).subspan(first_[at(v)], end_[at(v)] - first_[at(v)]);
  }
  [[nodiscard]] double count(index_t v) const { return counts_[at(v)]; }

 private:
  std::vector<index_t> before_;
  std::vector<std::size_t> first_;
  std::vector<std::size_t> end_;
  std::vector<double> counts_;
};

/// Writes down the first `limit` of all ways back from the target.
void write(AllShortestPaths& paths, const Ways& ways, const Found& found, index_t target,
           index_t limit, Poller& poll) {
  struct Step {
    index_t node;
    std::size_t next;  // of those before it
  };
  std::vector<Step> back{{target, 0}};
  while (!back.empty() && paths.written() < limit) {
    const auto before = ways.before(back.back().node);
    if (before.empty()) {
      poll(static_cast<std::int64_t>(back.size()));
      if (paths.nodes.size() + back.size() > at(std::numeric_limits<index_t>::max()))
        throw SizeError(detail::text(all_shortest_paths_name,
                                     ": the paths have more nodes than the index type counts"));
      for (std::size_t k = back.size(); k-- > 0;) {
        paths.nodes.push_back(back[k].node);
        paths.distances.push_back(found.distance[at(back[k].node)]);
      }
      paths.offsets.push_back(static_cast<index_t>(paths.nodes.size()));
    }
    if (back.back().next == before.size()) {
      back.pop_back();
      continue;
    }
    const index_t u = before[back.back().next++];
    back.push_back({u, 0});
  }
}

}  // namespace

AllShortestPaths all_shortest_paths(const Graph& graph, const Length& length,
                                    const AllShortestPathsOptions& options,
                                    const Control& control) {
  const detail::PathGraph forward(graph, length, Mode::out, all_shortest_paths_name);
  const index_t n = forward.node_count();
  const index_t source =
      detail::required_node(options.source, n, all_shortest_paths_name, "source");
  const index_t target =
      detail::required_node(options.target, n, all_shortest_paths_name, "target");
  if (options.limit < 1)
    throw ValidationError(detail::text(all_shortest_paths_name, ": limit is ", options.limit,
                                       "; it must be 1 or more"));
  control.poll();
  Poller poll(control);
  const std::vector<index_t> ranks =
      detail::zero_ranks(forward.rows().front(), all_shortest_paths_name);
  const Found found =
      forward.is_unit() ? found_by(detail::BreadthFirst(forward.rows()), source, n, poll)
      : ranks.empty()   ? found_by(detail::Dijkstra<>(forward.rows()), source, n, poll)
                        : found_by(detail::Dijkstra<true>(forward.rows(), ranks), source, n, poll);
  AllShortestPaths paths;
  if (found.turn[at(target)] != no_index) {
    const detail::PathGraph backward(graph, length, Mode::in, all_shortest_paths_name);
    const Ways ways(backward.rows().front(), found, target, poll);
    paths.count = ways.count(target);
    write(paths, ways, found, target, options.limit, poll);
  }
  control.report(1.0);
  return paths;
}

}  // namespace aidnet::inline AIDNET_ABI
