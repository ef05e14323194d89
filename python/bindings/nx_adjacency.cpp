#include "nx_adjacency.hpp"

#include <numeric>
#include <utility>

namespace nx {
namespace {

/// The items 0 … n − 1 in ascending order of their keys, those of one key in the order of `items`.
std::vector<index_t> bucketed(const std::vector<index_t>& items, std::span<const index_t> key,
                              std::size_t keys) {
  std::vector<index_t> place(keys + 1, 0);
  for (const index_t k : key) ++place[static_cast<std::size_t>(k) + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  std::vector<index_t> sorted(items.size());
  for (const index_t item : items)
    sorted[static_cast<std::size_t>(
        place[static_cast<std::size_t>(key[static_cast<std::size_t>(item)])]++)] = item;
  return sorted;
}

std::vector<index_t> sources_of(const Adjacency& graph) {
  std::vector<index_t> sources;
  sources.reserve(graph.entry_count());
  for (std::size_t u = 0; u < graph.node_count(); ++u)
    sources.insert(sources.end(), graph.row(static_cast<index_t>(u)).size(),
                   static_cast<index_t>(u));
  return sources;
}

}  // namespace

Adjacency::Adjacency(std::vector<index_t> offsets, std::vector<index_t> neighbors,
                     std::vector<index_t> copies)
    : offsets_(std::move(offsets)), neighbors_(std::move(neighbors)), copies_(std::move(copies)) {}

std::vector<index_t> Adjacency::canonical_order() const {
  std::vector<index_t> order(entry_count());
  std::iota(order.begin(), order.end(), index_t{0});
  // Two passes of a radix sort: by neighbour, then stably by source.
  return bucketed(bucketed(order, neighbors_, node_count()), sources_of(*this), node_count());
}

aidnet::Graph Adjacency::graph(std::span<const double> values, bool directed) const {
  const std::vector<index_t> order = canonical_order();
  aidnet::Csr csr{offsets_, std::vector<index_t>(order.size()), std::vector<double>(order.size())};
  for (std::size_t k = 0; k < order.size(); ++k) {
    const auto entry = static_cast<std::size_t>(order[k]);
    csr.indices[k] = neighbors_[entry];
    csr.weights[k] = values[entry];
  }
  return aidnet::Graph::from_csr(std::move(csr), directed);
}

Totals totals(const Adjacency& graph, std::span<const double> values) {
  const std::size_t n = graph.node_count();
  Totals sums{std::vector<double>(n), std::vector<double>(n), std::vector<double>(n)};
  std::size_t entry = 0;
  for (std::size_t u = 0; u < n; ++u)
    for (const index_t v : graph.row(static_cast<index_t>(u))) {
      const double value = !values.empty()          ? values[entry]
                           : graph.copies().empty() ? 1.0
                                                    : static_cast<double>(graph.copies()[entry]);
      ++entry;
      sums.out[u] += value;
      sums.in[static_cast<std::size_t>(v)] += value;
      if (static_cast<std::size_t>(v) == u) sums.loop[u] = value;
    }
  return sums;
}

double crossing(const Adjacency& graph, std::span<const double> values, std::span<const bool> from,
                std::span<const bool> to) {
  double sum = 0.0;
  std::size_t entry = 0;
  for (std::size_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.row(static_cast<index_t>(u))) {
      if (from[u] && to[static_cast<std::size_t>(v)])
        sum += !values.empty()          ? values[entry]
               : graph.copies().empty() ? 1.0
                                        : static_cast<double>(graph.copies()[entry]);
      ++entry;
    }
  return sum;
}

std::vector<std::int8_t> reached(const Adjacency& graph, std::span<const bool> from) {
  std::vector<std::int8_t> found(graph.node_count(), 0);
  for (std::size_t u = 0; u < graph.node_count(); ++u)
    if (from[u])
      for (const index_t v : graph.row(static_cast<index_t>(u)))
        found[static_cast<std::size_t>(v)] = 1;
  return found;
}

}  // namespace nx
