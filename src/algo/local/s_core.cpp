#include "aidnet/algo/local/s_core.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "aidnet/core/sum.hpp"
#include "algo/loopless_detail.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> s_core(const Graph& graph, const SCoreOptions& options,
                           const Control& control) {
  detail::require_nonnegative(graph, "s_core");
  control.poll();
  const Graph ties = graph.without_zeros();
  using detail::at;
  // Nodes lose weight when one whom they give to (mode out) or receive from (in) is taken away, so
  // it is the arcs the other way that tell who loses.
  const Mode other_way = options.mode == Mode::out  ? Mode::in
                         : options.mode == Mode::in ? Mode::out
                                                    : Mode::all;
  std::vector<Sum> left(at(ties.node_count()));
  std::vector<std::pair<double, index_t>> heap;  // what was left at some time; the least on top
  heap.reserve(left.size() + static_cast<std::size_t>(ties.entry_count()));
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u) {
    detail::for_ties(ties, options.mode, u, [&](index_t, double weight) {
      poll();
      left[at(u)] += weight;
    });
    if (!std::isfinite(left[at(u)].value()))
      throw ValidationError(
          detail::text("s_core: the weights at node ", u, " add up to more than a double"));
    heap.emplace_back(left[at(u)].value(), u);
  }
  std::make_heap(heap.begin(), heap.end(), std::greater<>());

  std::vector<double> core(left.size());
  std::vector<bool> gone(left.size(), false);
  double reached = 0.0;
  while (!heap.empty()) {
    const auto [strength, u] = heap.front();
    std::pop_heap(heap.begin(), heap.end(), std::greater<>());
    heap.pop_back();
    poll();
    if (gone[at(u)] || strength != left[at(u)].value()) continue;  // out of date
    gone[at(u)] = true;
    reached = std::max(reached, strength);
    core[at(u)] = reached;
    detail::for_ties(ties, other_way, u, [&](index_t v, double weight) {
      poll();
      if (gone[at(v)]) return;
      left[at(v)] += -weight;
      heap.emplace_back(left[at(v)].value(), v);
      std::push_heap(heap.begin(), heap.end(), std::greater<>());
    });
  }
  control.report(1.0);
  return core;
}

}  // namespace aidnet::inline AIDNET_ABI
