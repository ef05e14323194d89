#pragma once

#include <memory>
#include <vector>

#include "aidnet/adapt/boost/graph.hpp"

namespace aidnet::inline AIDNET_ABI::adapt {

/// A graph without directions, each pair of nodes one edge. Made by `undirected`.
class Undirected {
 public:
  struct OutEdge {
    const index_t* targets = nullptr;
    const index_t* edges = nullptr;
    index_t source = no_index;
    UndirectedEdge operator()(index_t entry) const noexcept {
      return {source, targets[entry], entry, edges[entry]};
    }
  };
  struct InEdge {
    OutEdge turned;
    UndirectedEdge operator()(index_t entry) const noexcept {
      const UndirectedEdge e = turned(entry);
      return {e.target, e.source, e.entry, e.index};
    }
  };

  /// The entries on and above the diagonal, row after row.
  class EdgeIterator : public boost::iterator_facade<EdgeIterator, UndirectedEdge,
                                                     boost::forward_traversal_tag, UndirectedEdge> {
   public:
    EdgeIterator() = default;
    EdgeIterator(const Csr& csr, index_t entry) : csr_(&csr), entry_(entry) { find(); }

   private:
    friend class boost::iterator_core_access;

    [[nodiscard]] index_t entry_target() const {
      return csr_->indices[static_cast<std::size_t>(entry_)];
    }
    [[nodiscard]] UndirectedEdge dereference() const {
      return {source_, entry_target(), entry_, index_};
    }
    [[nodiscard]] bool equal(const EdgeIterator& other) const { return entry_ == other.entry_; }
    void increment() {
      ++entry_;
      ++index_;
      find();
    }
    void find() {
      for (; entry_ < csr_->offsets.back(); ++entry_) {
        while (csr_->offsets[static_cast<std::size_t>(source_) + 1] <= entry_) ++source_;
        if (entry_target() >= source_) return;
      }
    }

    const Csr* csr_ = nullptr;
    index_t entry_ = 0;
    index_t source_ = 0;
    index_t index_ = 0;
  };

  // What boost::graph_traits reads.
  struct traversal_category : virtual boost::bidirectional_graph_tag,
                              virtual boost::adjacency_graph_tag,
                              virtual boost::vertex_list_graph_tag,
                              virtual boost::edge_list_graph_tag,
                              virtual boost::adjacency_matrix_tag {};
  using directed_category = boost::undirected_tag;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  using vertex_descriptor = index_t;
  using edge_descriptor = UndirectedEdge;
  using vertex_iterator = VertexIterator;
  using edge_iterator = EdgeIterator;
  using out_edge_iterator = RowIterator<OutEdge, UndirectedEdge>;
  using in_edge_iterator = RowIterator<InEdge, UndirectedEdge>;
  using adjacency_iterator = const index_t*;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return no_index; }

  /// The empty graph.
  Undirected() : Undirected(Graph()) {}
  explicit Undirected(const Graph& graph) : graph_(graph.to_undirected()) {
    auto numbers = std::make_shared<std::vector<index_t>>();
    numbers->reserve(graph_.indices().size());
    // next[v]: the first entry of row v, above the diagonal, whose other half is still to come.
    // Other halves come in the order of that row, because nodes are visited in ascending order.
    std::vector<index_t> next(graph_.offsets().begin(), graph_.offsets().end() - 1);
    index_t number = 0;
    for (index_t u = 0; u < graph_.node_count(); ++u) {
      for (const index_t v : graph_.out_neighbors(u)) {
        if (v <= u) ++next[static_cast<std::size_t>(u)];
        numbers->push_back(v >= u ? number++ : take(*numbers, next[static_cast<std::size_t>(v)]));
      }
    }
    numbers_ = std::move(numbers);
  }

  /// The symmetric graph that is seen: the given one, or its `to_undirected()`.
  [[nodiscard]] const Graph& graph() const noexcept { return graph_; }

  [[nodiscard]] OutEdge out_edge(index_t u) const noexcept {
    return {graph_.indices().data(), numbers_->data(), u};
  }
  [[nodiscard]] index_t edge_number(index_t entry) const {
    return entry == no_index ? no_index : (*numbers_)[static_cast<std::size_t>(entry)];
  }

 private:
  static index_t take(const std::vector<index_t>& numbers, index_t& cursor) {
    return numbers[static_cast<std::size_t>(cursor++)];
  }

  Graph graph_;
  std::shared_ptr<const std::vector<index_t>> numbers_;  // for each entry, its edge's
};

/// `graph` seen without directions: the symmetric weights w_ij + w_ji if it is directed, each pair
/// once in `edges()`, edges equal from both ends and numbered 0 … num_edges − 1.
///
/// The view keeps the graph's data alive; copies share everything. O(nodes + entries) to make,
/// with one index an entry of its own.
[[nodiscard]] inline Undirected undirected(const Graph& graph) { return Undirected(graph); }

inline std::size_t num_vertices(const Undirected& g) { return num_vertices(g.graph()); }
inline std::pair<VertexIterator, VertexIterator> vertices(const Undirected& g) {
  return vertices(g.graph());
}

inline std::size_t num_edges(const Undirected& g) {
  return static_cast<std::size_t>(g.graph().edge_count());
}
inline std::pair<Undirected::edge_iterator, Undirected::edge_iterator> edges(const Undirected& g) {
  const Csr& csr = g.graph().forward();
  return {Undirected::EdgeIterator(csr, 0), Undirected::EdgeIterator(csr, csr.offsets.back())};
}
inline index_t source(const UndirectedEdge& e, const Undirected& /*g*/) { return e.source; }
inline index_t target(const UndirectedEdge& e, const Undirected& /*g*/) { return e.target; }

inline std::size_t out_degree(index_t u, const Undirected& g) { return out_degree(u, g.graph()); }
inline auto out_edges(index_t u, const Undirected& g) {
  return row_range<Undirected::OutEdge, UndirectedEdge>(g.graph().forward(), u, g.out_edge(u));
}
inline std::size_t in_degree(index_t v, const Undirected& g) { return out_degree(v, g); }
inline auto in_edges(index_t v, const Undirected& g) {
  return row_range<Undirected::InEdge, UndirectedEdge>(g.graph().forward(), v, {g.out_edge(v)});
}
/// Ends of edges at v: a loop is two of them, as everywhere in aidnet, but one of the out-edges.
inline std::size_t degree(index_t v, const Undirected& g) {
  return out_degree(v, g) + (g.graph().has_edge(v, v) ? 1 : 0);
}

inline std::pair<const index_t*, const index_t*> adjacent_vertices(index_t u, const Undirected& g) {
  return adjacent_vertices(u, g.graph());
}

inline std::pair<UndirectedEdge, bool> edge(index_t u, index_t v, const Undirected& g) {
  const index_t entry = g.graph().find_entry(u, v);
  return {UndirectedEdge{u, v, entry, g.edge_number(entry)}, entry != no_index};
}

inline auto get(boost::vertex_index_t tag, const Undirected& g) { return get(tag, g.graph()); }
inline auto get(boost::edge_index_t /*tag*/, const Undirected& /*g*/) {
  return EdgeIndexMap<UndirectedEdge>();
}
inline auto get(boost::edge_weight_t /*tag*/, const Undirected& g) {
  return EntryValueMap<UndirectedEdge>{g.graph().weights().data()};
}
inline index_t get(boost::vertex_index_t /*tag*/, const Undirected& /*g*/, index_t v) { return v; }
inline index_t get(boost::edge_index_t /*tag*/, const Undirected& /*g*/, const UndirectedEdge& e) {
  return e.index;
}
inline double get(boost::edge_weight_t tag, const Undirected& g, const UndirectedEdge& e) {
  return get(get(tag, g), e);
}

/// Edge → its length, for `boost::weight_map`; the length must be made for `view.graph()`. Lives no
/// longer than the view and the length.
[[nodiscard]] inline LengthMap<UndirectedEdge> length_map(const Undirected& view,
                                                          const Length& length) {
  return detail::length_map<UndirectedEdge>(view.graph(), length);
}
LengthMap<UndirectedEdge> length_map(const Undirected&, const Length&&) = delete;

[[nodiscard]] inline LengthMap<UndirectedEdge> length_map(const Undirected& view) {
  return {view.graph().weights().data(), nullptr};
}

}  // namespace aidnet::inline AIDNET_ABI::adapt

namespace boost {

template <class Tag>
struct property_map<aidnet::adapt::Undirected, Tag> {
  using type = decltype(get(Tag(), std::declval<const aidnet::adapt::Undirected&>()));
  using const_type = type;
};

template <class Tag>
struct property_map<const aidnet::adapt::Undirected, Tag>
    : property_map<aidnet::adapt::Undirected, Tag> {};

}  // namespace boost
