#include "aidnet/algo/local/rich_club.hpp"

#include <algorithm>

#include "algo/partner_ties_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

RichClub rich_club(const Graph& graph, const Control& control) {
  control.poll();
  const Csr pairs = detail::partner_ties(graph, control);
  std::int64_t most = 0;
  for (index_t u = 0; u < graph.node_count(); ++u)
    most = std::max(most, detail::partner_count(pairs, u));
  // How many nodes have k partners, and how many ties have k at the end with fewer.
  std::vector<std::int64_t> nodes(static_cast<std::size_t>(most) + 1, 0);
  std::vector<std::int64_t> ties(nodes.size(), 0);
  Poller poll(control);
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const std::int64_t own = detail::partner_count(pairs, u);
    poll(1 + own);
    ++nodes[static_cast<std::size_t>(own)];
    for (const index_t v : pairs.row(u))
      if (v < u) ++ties[static_cast<std::size_t>(std::min(own, detail::partner_count(pairs, v)))];
  }
  RichClub club;
  std::int64_t members = graph.node_count();
  auto among = static_cast<std::int64_t>(pairs.indices.size()) / 2;
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    members -= nodes[k];
    among -= ties[k];
    if (members < 2) break;
    club.k.push_back(static_cast<std::int64_t>(k));
    club.nodes.push_back(members);
    club.ties.push_back(among);
    const auto n = static_cast<double>(members);
    club.coefficient.push_back(2.0 * static_cast<double>(among) / (n * (n - 1.0)));
  }
  control.report(1.0);
  return club;
}

}  // namespace aidnet::inline AIDNET_ABI
