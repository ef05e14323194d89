#include <limits>

#include "algo/double_cover_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

void require_room(const char* who, const Graph& graph) {
  constexpr index_t half = std::numeric_limits<index_t>::max() / 2;
  if (graph.node_count() > half || graph.entry_count() > half)
    throw SizeError(text(who, ": twice the nodes or entries do not fit the index type"));
}

/// The rows of `second` behind those of `first`.
Csr stacked(Csr first, const Csr& second) {
  const auto entries = static_cast<index_t>(first.indices.size());
  first.offsets.reserve(first.offsets.size() + second.offsets.size() - 1);
  for (std::size_t j = 1; j < second.offsets.size(); ++j)
    first.offsets.push_back(entries + second.offsets[j]);
  first.indices.insert(first.indices.end(), second.indices.begin(), second.indices.end());
  first.weights.insert(first.weights.end(), second.weights.begin(), second.weights.end());
  return first;
}

}  // namespace

Graph double_cover(const char* who, const Graph& graph) {
  require_room(who, graph);
  Csr gives = graph.forward();
  for (index_t& j : gives.indices) j += graph.node_count();
  return Graph::from_csr(stacked(std::move(gives), graph.transposed()), false);
}

Graph parity_cover(const char* who, const Graph& graph) {
  require_room(who, graph);
  Csr crossing = graph.forward();
  for (index_t& j : crossing.indices) j += graph.node_count();
  return Graph::from_csr(stacked(std::move(crossing), graph.forward()), graph.is_directed());
}

}  // namespace aidnet::inline AIDNET_ABI::detail
