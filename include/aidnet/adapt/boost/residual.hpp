#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "aidnet/adapt/boost/graph.hpp"

namespace aidnet::inline AIDNET_ABI::adapt {

/// A flow network with the reverse arcs that Boost's maximum flows need. Made by `residual`.
class Residual {
 public:
  struct OutEdge {
    const index_t* targets = nullptr;
    index_t source = no_index;
    Edge operator()(index_t arc) const noexcept { return {source, targets[arc], arc}; }
  };
  struct AnyEdge {
    const index_t* targets = nullptr;
    const index_t* reverse = nullptr;
    Edge operator()(index_t arc) const noexcept {
      return {targets[reverse[arc]], targets[arc], arc};
    }
  };

  /// Arc → the arc between the same nodes that takes flow back.
  struct ReverseMap {
    using key_type = Edge;
    using value_type = Edge;
    using reference = Edge;
    using category = boost::readable_property_map_tag;
    const index_t* reversed = nullptr;
    friend Edge get(ReverseMap map, const Edge& e) noexcept {
      return {e.target, e.source, map.reversed[e.entry]};
    }
  };
  /// Arc → what it can still carry; algorithms write it.
  struct ResidualMap {
    using key_type = Edge;
    using value_type = double;
    using reference = double;
    using category = boost::read_write_property_map_tag;
    double* values = nullptr;
    friend double get(ResidualMap map, const Edge& e) noexcept { return map.values[e.entry]; }
    friend void put(ResidualMap map, const Edge& e, double value) noexcept {
      map.values[e.entry] = value;
    }
  };

  // What boost::graph_traits reads.
  struct traversal_category : virtual boost::incidence_graph_tag,
                              virtual boost::adjacency_graph_tag,
                              virtual boost::vertex_list_graph_tag,
                              virtual boost::edge_list_graph_tag {};
  using directed_category = boost::directed_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using vertex_descriptor = index_t;
  using edge_descriptor = Edge;
  using vertex_iterator = VertexIterator;
  using edge_iterator = RowIterator<AnyEdge, Edge>;
  using out_edge_iterator = RowIterator<OutEdge, Edge>;
  using in_edge_iterator = void;
  using adjacency_iterator = const index_t*;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return no_index; }

  Residual() : Residual(Graph(), Capacity::of_weights(Graph())) {}
  Residual(const Graph& graph, const Capacity& capacity);

  [[nodiscard]] index_t node_count() const noexcept {
    return static_cast<index_t>(offsets_.size()) - 1;
  }
  /// Arcs and reverse arcs together.
  [[nodiscard]] index_t arc_count() const noexcept { return static_cast<index_t>(target_.size()); }
  /// The entry of the graph behind an arc; no_index for a reverse arc.
  [[nodiscard]] index_t entry(const Edge& arc) const {
    return entry_[static_cast<std::size_t>(arc.entry)];
  }
  /// What stands for an infinite capacity: more than all finite capacities together, so that the
  /// maximum flow is unbounded exactly where it comes out at this or more.
  [[nodiscard]] double unlimited() const noexcept { return unlimited_; }
  /// After a maximum flow: what flows along each entry of the graph (0 where there is no arc),
  /// between 0 and the capacity. Conserved exactly for whole numbers, else to within the rounding
  /// of the largest capacity.
  [[nodiscard]] std::vector<double> flows() const {
    std::vector<double> result(entry_count_, 0.0);
    for (std::size_t arc = 0; arc < entry_.size(); ++arc)
      if (entry_[arc] != no_index)
        result[static_cast<std::size_t>(entry_[arc])] =
            std::clamp(capacity_[arc] - residual_[arc], 0.0, capacity_[arc]);
    return result;
  }

  friend std::pair<edge_iterator, edge_iterator> edges(const Residual& g) {
    const AnyEdge make{g.target_.data(), g.reverse_.data()};
    return {edge_iterator(VertexIterator(0), make),
            edge_iterator(VertexIterator(g.arc_count()), make)};
  }
  friend std::size_t out_degree(index_t u, const Residual& g) {
    return static_cast<std::size_t>(g.first(u + 1) - g.first(u));
  }
  friend std::pair<out_edge_iterator, out_edge_iterator> out_edges(index_t u, const Residual& g) {
    const OutEdge make{g.target_.data(), u};
    return {out_edge_iterator(VertexIterator(g.first(u)), make),
            out_edge_iterator(VertexIterator(g.first(u + 1)), make)};
  }
  friend std::pair<const index_t*, const index_t*> adjacent_vertices(index_t u, const Residual& g) {
    return {g.target_.data() + g.first(u), g.target_.data() + g.first(u + 1)};
  }
  friend EntryValueMap<Edge> get(boost::edge_capacity_t /*tag*/, const Residual& g) {
    return {g.capacity_.data()};
  }
  friend ResidualMap get(boost::edge_residual_capacity_t /*tag*/, Residual& g) {
    return {g.residual_.data()};
  }
  friend EntryValueMap<Edge> get(boost::edge_residual_capacity_t /*tag*/, const Residual& g) {
    return {g.residual_.data()};
  }
  friend ReverseMap get(boost::edge_reverse_t /*tag*/, const Residual& g) {
    return {g.reverse_.data()};
  }

 private:
  [[nodiscard]] index_t first(index_t u) const { return offsets_[static_cast<std::size_t>(u)]; }

  std::vector<index_t> offsets_;  // of the nodes' arcs
  std::vector<index_t> target_;   // these and the following: one an arc
  std::vector<index_t> reverse_;
  std::vector<index_t> entry_;
  std::vector<double> capacity_;
  std::vector<double> residual_;
  std::size_t entry_count_ = 0;
  double unlimited_ = 0.0;
};

inline Residual::Residual(const Graph& graph, const Capacity& capacity)
    : offsets_(graph.offsets().size(), 0), entry_count_(graph.indices().size()) {
  const auto at = [](index_t i) { return static_cast<std::size_t>(i); };
  const double* given = detail::one_per_entry(graph, capacity.values(), "residual");
  // Calls f(u, v, entry) for each arc that can carry anything from one node to another.
  const auto for_arcs = [&](auto&& f) {
    const auto [first, last] = edges(graph);
    for (auto e = first; e != last; ++e) {
      const Edge arc = *e;
      if (arc.source != arc.target && given[arc.entry] > 0.0) f(arc);
    }
  };

  double sum = 0.0;
  std::size_t arcs = 0;
  for_arcs([&](const Edge& arc) {
    arcs += 2;
    if (arcs > at(std::numeric_limits<index_t>::max()))
      throw SizeError("residual: more arcs and reverse arcs than index_t can count");
    ++offsets_[at(arc.source) + 1];
    ++offsets_[at(arc.target) + 1];
    if (std::isfinite(given[arc.entry])) sum += given[arc.entry];
  });
  unlimited_ = 2.0 * sum + 1.0;
  if (!std::isfinite(unlimited_))
    throw ValidationError("residual: the capacities add up to more than a double can hold");
  for (std::size_t u = 1; u < offsets_.size(); ++u) offsets_[u] += offsets_[u - 1];

  target_.resize(arcs);
  reverse_.resize(arcs);
  entry_.assign(arcs, no_index);
  capacity_.assign(arcs, 0.0);
  std::vector<index_t> next(offsets_.begin(), offsets_.end() - 1);
  for_arcs([&](const Edge& arc) {
    const index_t there = next[at(arc.source)]++;
    const index_t back = next[at(arc.target)]++;
    target_[at(there)] = arc.target;
    target_[at(back)] = arc.source;
    reverse_[at(there)] = back;
    reverse_[at(back)] = there;
    entry_[at(there)] = arc.entry;
    capacity_[at(there)] = std::isfinite(given[arc.entry]) ? given[arc.entry] : unlimited_;
  });
  residual_ = capacity_;
}

/// The network of `capacity` on `graph`: for every arc u → v of positive capacity one reverse arc
/// v → u of capacity 0. Self-loops and arcs of capacity 0 are left out; they carry nothing.
///
/// Where both u → v and v → u are in the graph there are four arcs, not two that reverse each
/// other: Boost's push-relabel takes every arc of capacity 0, and no other, for a reverse arc when
/// it sends excess back, and with merged arcs its flow would not be conserved.
///
/// The view owns its arrays, among them the residual capacities that an algorithm writes: one view
/// a thread. O(nodes + entries) to make. Throws ValidationError if the capacity was made for a
/// graph with another number of entries, or adds up to more than a double; SizeError.
///
///     auto network = aidnet::adapt::residual(graph, capacity);
///     const double value = boost::push_relabel_max_flow(network, from, to);
///     const std::vector<double> flow = network.flows();  // one an entry
[[nodiscard]] inline Residual residual(const Graph& graph, const Capacity& capacity) {
  return {graph, capacity};
}

inline std::size_t num_vertices(const Residual& g) {
  return static_cast<std::size_t>(g.node_count());
}
inline std::pair<VertexIterator, VertexIterator> vertices(const Residual& g) {
  return {VertexIterator(0), VertexIterator(g.node_count())};
}
inline std::size_t num_edges(const Residual& g) { return static_cast<std::size_t>(g.arc_count()); }
inline index_t source(const Edge& e, const Residual& /*g*/) { return e.source; }
inline index_t target(const Edge& e, const Residual& /*g*/) { return e.target; }

inline auto get(boost::vertex_index_t /*tag*/, const Residual& /*g*/) {
  return boost::typed_identity_property_map<index_t>();
}
inline auto get(boost::edge_index_t /*tag*/, const Residual& /*g*/) { return EdgeIndexMap<Edge>(); }

inline void put(boost::edge_residual_capacity_t tag, Residual& g, const Edge& e, double value) {
  put(get(tag, g), e, value);
}
template <class Tag, class Key>
auto get(Tag tag, const Residual& g, const Key& key) -> decltype(get(get(tag, g), key)) {
  return get(get(tag, g), key);
}

}  // namespace aidnet::inline AIDNET_ABI::adapt

namespace boost {

template <class Tag>
struct property_map<aidnet::adapt::Residual, Tag> {
  using type = decltype(get(Tag(), std::declval<aidnet::adapt::Residual&>()));
  using const_type = decltype(get(Tag(), std::declval<const aidnet::adapt::Residual&>()));
};

template <class Tag>
struct property_map<const aidnet::adapt::Residual, Tag> {
  using type = typename property_map<aidnet::adapt::Residual, Tag>::const_type;
  using const_type = type;
};

}  // namespace boost
