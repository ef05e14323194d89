#include "aidnet/algo/structure/bipartition.hpp"

#include <algorithm>

#include "algo/cycle_detail.hpp"
#include "algo/partner_ties_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

[[noreturn]] void refuse(std::vector<index_t> cycle) {
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
  if (cycle.size() > 2 && cycle[1] > cycle.back()) std::reverse(cycle.begin() + 1, cycle.end());
  const std::string message = detail::text(
      "bipartition: there is an odd cycle, whichever way ties go: ", detail::cycle_text(cycle, 12));
  throw CycleError(message, std::move(cycle));
}

/// The ways up a search's tree from two nodes of one level to where they meet.
std::vector<index_t> around(index_t u, index_t v, const std::vector<index_t>& before) {
  std::vector<index_t> cycle;
  std::vector<index_t> back;
  for (; u != v; u = before[at(u)], v = before[at(v)]) {
    cycle.push_back(u);
    back.push_back(v);
  }
  cycle.push_back(u);
  cycle.insert(cycle.end(), back.rbegin(), back.rend());
  return cycle;
}

}  // namespace

std::vector<std::int8_t> bipartition(const Graph& graph, const Control& control) {
  control.poll();
  for (index_t u = 0; u < graph.node_count(); ++u)
    if (graph.loop_count() > 0 && graph.weight(u, u) != 0.0) refuse({u});
  const Csr pairs = detail::partner_ties(graph, control);
  constexpr std::int8_t unknown = -1;
  std::vector<std::int8_t> side(at(graph.node_count()), unknown);
  std::vector<index_t> before(side.size(), no_index);
  std::vector<index_t> queue;
  queue.reserve(side.size());
  Poller poll(control);
  for (index_t root = 0; root < graph.node_count(); ++root) {
    if (side[at(root)] != unknown) continue;
    side[at(root)] = 0;
    queue.assign(1, root);
    for (std::size_t head = 0; head < queue.size(); ++head) {
      const index_t u = queue[head];
      const auto other = static_cast<std::int8_t>(1 - side[at(u)]);
      poll(1 + static_cast<std::int64_t>(pairs.row(u).size()));
      for (const index_t v : pairs.row(u)) {
        if (side[at(v)] == unknown) {
          side[at(v)] = other;
          before[at(v)] = u;
          queue.push_back(v);
        } else if (side[at(v)] != other) {
          refuse(around(u, v, before));  // breadth first: on the same level
        }
      }
    }
  }
  control.report(1.0);
  return side;
}

}  // namespace aidnet::inline AIDNET_ABI
