#include <algorithm>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "algo/node_set_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

NodeSet node_set(const std::vector<index_t>& listed, index_t node_count, const char* who,
                 const char* what) {
  if (listed.empty()) throw ValidationError(text(who, ": ", what, " names no node"));
  NodeSet set{listed, std::vector<double>(static_cast<std::size_t>(node_count), 0.0)};
  for (const index_t v : listed) {
    if (v < 0 || v >= node_count)
      throw ValidationError(
          text(who, ": ", what, " has ", v, ", which is none of the ", node_count, " nodes"));
    double& has = set.has[static_cast<std::size_t>(v)];
    if (has != 0.0) throw ValidationError(text(who, ": ", what, " has node ", v, " twice"));
    has = 1.0;
  }
  std::sort(set.nodes.begin(), set.nodes.end());
  return set;
}

NodeSet node_set_or_all(const std::vector<index_t>& listed, index_t node_count, const char* who,
                        const char* what) {
  if (!listed.empty()) return node_set(listed, node_count, who, what);
  const auto n = static_cast<std::size_t>(node_count);
  NodeSet all{std::vector<index_t>(n), std::vector<double>(n, 1.0)};
  std::iota(all.nodes.begin(), all.nodes.end(), index_t{0});
  return all;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
