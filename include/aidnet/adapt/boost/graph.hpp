#pragma once

#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/iterator/transform_iterator.hpp>

#include "aidnet/adapt/boost/edge.hpp"
#include "aidnet/core/graph.hpp"

/// aidnet::Graph as a directed graph of Boost. What it means stands in `adapt/boost.hpp`.
namespace aidnet::inline AIDNET_ABI {
namespace adapt {

/// The nodes 0 … n − 1 of any view.
using VertexIterator = boost::counting_iterator<index_t>;

/// What turns a position in a row into an edge. `Make` is a small function object.
template <class Make, class E>
using RowIterator = boost::transform_iterator<Make, VertexIterator, E, E>;

template <class Make, class E>
std::pair<RowIterator<Make, E>, RowIterator<Make, E>> row_range(const Csr& csr, index_t row,
                                                                Make make) {
  const auto u = static_cast<std::size_t>(row);
  return {RowIterator<Make, E>(VertexIterator(csr.offsets[u]), make),
          RowIterator<Make, E>(VertexIterator(csr.offsets[u + 1]), make)};
}

struct OutEdge {
  const index_t* targets = nullptr;
  index_t source = no_index;
  Edge operator()(index_t entry) const noexcept { return {source, targets[entry], entry}; }
};

struct InEdge {
  const index_t* sources = nullptr;  ///< of the transposed CSR
  const index_t* entries = nullptr;  ///< its entries' positions in the forward CSR
  index_t target = no_index;
  Edge operator()(index_t slot) const noexcept { return {sources[slot], target, entries[slot]}; }
};

using OutEdgeIterator = RowIterator<OutEdge, Edge>;
using InEdgeIterator = RowIterator<InEdge, Edge>;

/// All entries in their order, row after row.
class EdgeIterator
    : public boost::iterator_facade<EdgeIterator, Edge, boost::forward_traversal_tag, Edge> {
 public:
  EdgeIterator() = default;
  EdgeIterator(const Csr& csr, index_t entry) : csr_(&csr), entry_(entry) { find_source(); }

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] Edge dereference() const {
    return {source_, csr_->indices[static_cast<std::size_t>(entry_)], entry_};
  }
  [[nodiscard]] bool equal(const EdgeIterator& other) const { return entry_ == other.entry_; }
  void increment() {
    ++entry_;
    find_source();
  }
  /// Steps over the rows that end before the entry. At the end there is no source to look for.
  void find_source() {
    if (entry_ == csr_->offsets.back()) return;
    while (csr_->offsets[static_cast<std::size_t>(source_) + 1] <= entry_) ++source_;
  }

  const Csr* csr_ = nullptr;
  index_t entry_ = 0;
  index_t source_ = 0;
};

}  // namespace adapt

// VertexListGraph
inline std::size_t num_vertices(const Graph& g) { return g.offsets().size() - 1; }
inline std::pair<adapt::VertexIterator, adapt::VertexIterator> vertices(const Graph& g) {
  return {adapt::VertexIterator(0), adapt::VertexIterator(g.node_count())};
}

// EdgeListGraph
inline std::size_t num_edges(const Graph& g) { return g.indices().size(); }
inline std::pair<adapt::EdgeIterator, adapt::EdgeIterator> edges(const Graph& g) {
  return {adapt::EdgeIterator(g.forward(), 0), adapt::EdgeIterator(g.forward(), g.entry_count())};
}
inline index_t source(const adapt::Edge& e, const Graph& /*g*/) { return e.source; }
inline index_t target(const adapt::Edge& e, const Graph& /*g*/) { return e.target; }

// IncidenceGraph
inline std::size_t out_degree(index_t u, const Graph& g) { return g.out_neighbors(u).size(); }
inline std::pair<adapt::OutEdgeIterator, adapt::OutEdgeIterator> out_edges(index_t u,
                                                                           const Graph& g) {
  return adapt::row_range<adapt::OutEdge, adapt::Edge>(g.forward(), u, {g.indices().data(), u});
}

// BidirectionalGraph. The first use builds the transpose.
inline std::size_t in_degree(index_t v, const Graph& g) { return g.in_neighbors(v).size(); }
inline std::pair<adapt::InEdgeIterator, adapt::InEdgeIterator> in_edges(index_t v, const Graph& g) {
  const Csr& csr = g.transposed();
  return adapt::row_range<adapt::InEdge, adapt::Edge>(
      csr, v, {csr.indices.data(), g.transposed_entries().data(), v});
}
inline std::size_t degree(index_t v, const Graph& g) { return out_degree(v, g) + in_degree(v, g); }

// AdjacencyGraph
inline std::pair<const index_t*, const index_t*> adjacent_vertices(index_t u, const Graph& g) {
  const auto row = g.out_neighbors(u);
  return {row.data(), row.data() + row.size()};
}
inline std::pair<const index_t*, const index_t*> inv_adjacent_vertices(index_t v, const Graph& g) {
  const auto row = g.in_neighbors(v);
  return {row.data(), row.data() + row.size()};
}

// AdjacencyMatrix. O(log out-degree).
inline std::pair<adapt::Edge, bool> edge(index_t u, index_t v, const Graph& g) {
  const index_t entry = g.find_entry(u, v);
  return {adapt::Edge{u, v, entry}, entry != no_index};
}

// ReadablePropertyGraph
inline auto get(boost::vertex_index_t /*tag*/, const Graph& /*g*/) {
  return boost::typed_identity_property_map<index_t>();
}
inline auto get(boost::edge_index_t /*tag*/, const Graph& /*g*/) {
  return adapt::EdgeIndexMap<adapt::Edge>();
}
inline auto get(boost::edge_weight_t /*tag*/, const Graph& g) {
  return adapt::EntryValueMap<adapt::Edge>{g.weights().data()};
}
inline index_t get(boost::vertex_index_t /*tag*/, const Graph& /*g*/, index_t v) { return v; }
inline index_t get(boost::edge_index_t /*tag*/, const Graph& /*g*/, const adapt::Edge& e) {
  return e.entry;
}
inline double get(boost::edge_weight_t tag, const Graph& g, const adapt::Edge& e) {
  return get(get(tag, g), e);
}

namespace adapt {

/// Arc → its length, for `boost::weight_map`. Lives no longer than the graph and the length.
/// Throws ValidationError if the length was made for a graph with another number of entries.
[[nodiscard]] inline LengthMap<Edge> length_map(const Graph& graph, const Length& length) {
  return detail::length_map<Edge>(graph, length);
}
LengthMap<Edge> length_map(const Graph&, const Length&&) = delete;  // the map would dangle
LengthMap<Edge> length_map(const Graph&&, const Length&) = delete;
LengthMap<Edge> length_map(const Graph&&) = delete;

/// Length 1 on every arc.
[[nodiscard]] inline LengthMap<Edge> length_map(const Graph& graph) {
  return {graph.weights().data(), nullptr};
}

/// Arc → its capacity. Lives no longer than the capacity; throws as `length_map` does.
[[nodiscard]] inline EntryValueMap<Edge> capacity_map(const Graph& graph,
                                                      const Capacity& capacity) {
  return {detail::one_per_entry(graph, capacity.values(), "capacity_map")};
}
EntryValueMap<Edge> capacity_map(const Graph&, const Capacity&&) = delete;

}  // namespace adapt
}  // namespace aidnet::inline AIDNET_ABI

namespace boost {

template <>
struct graph_traits<aidnet::Graph> {
  struct traversal_category : virtual bidirectional_graph_tag,
                              virtual adjacency_graph_tag,
                              virtual vertex_list_graph_tag,
                              virtual edge_list_graph_tag,
                              virtual adjacency_matrix_tag {};
  using directed_category = bidirectional_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;

  using vertex_descriptor = aidnet::index_t;
  using edge_descriptor = aidnet::adapt::Edge;
  using vertex_iterator = aidnet::adapt::VertexIterator;
  using edge_iterator = aidnet::adapt::EdgeIterator;
  using out_edge_iterator = aidnet::adapt::OutEdgeIterator;
  using in_edge_iterator = aidnet::adapt::InEdgeIterator;
  using adjacency_iterator = const aidnet::index_t*;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;

  static vertex_descriptor null_vertex() { return aidnet::no_index; }
};

template <>
struct graph_traits<const aidnet::Graph> : graph_traits<aidnet::Graph> {};

template <class Tag>
struct property_map<aidnet::Graph, Tag> {
  using type = decltype(get(Tag(), std::declval<const aidnet::Graph&>()));
  using const_type = type;
};

template <class Tag>
struct property_map<const aidnet::Graph, Tag> : property_map<aidnet::Graph, Tag> {};

}  // namespace boost
