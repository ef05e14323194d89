#include "aidnet/algo/structure/strong_components.hpp"

#include <span>

#include "aidnet/algo/structure/weak_components.hpp"
#include "algo/strong_search_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

Components strong_components(const Graph& graph, const Control& control) {
  if (!graph.is_directed()) return weak_components(graph, control);
  control.poll();
  const Graph ties = graph.without_zeros();
  using detail::at;
  Components components{std::vector<index_t>(at(ties.node_count())), 0};
  detail::StrongSearch search(ties.forward(), control);
  for (index_t u = 0; u < ties.node_count(); ++u)
    search.from(
        u, [](index_t) { return true; },
        [&](std::span<const index_t> nodes) {
          for (const index_t v : nodes) components.component[at(v)] = components.count;
          ++components.count;
        });

  // From order of completion to order of smallest node.
  std::vector<index_t> number(at(components.count), no_index);
  index_t next = 0;
  for (index_t& c : components.component) {
    if (number[at(c)] == no_index) number[at(c)] = next++;
    c = number[at(c)];
  }
  control.report(1.0);
  return components;
}

}  // namespace aidnet::inline AIDNET_ABI
