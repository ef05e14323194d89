#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <limits>
#include <string>

#include <boost/property_map/property_map.hpp>

#include "aidnet/core/error.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI::adapt {

/// An arc as Boost sees it. Two arcs of one graph are equal where their entries are.
struct Edge {
  index_t source = no_index;
  index_t target = no_index;
  /// Position in `Graph::indices()`, or the number of the arc in a residual view.
  index_t entry = no_index;

  [[nodiscard]] index_t number() const noexcept { return entry; }
  friend bool operator==(const Edge& a, const Edge& b) noexcept { return a.entry == b.entry; }
  friend auto operator<=>(const Edge& a, const Edge& b) noexcept { return a.entry <=> b.entry; }
  friend std::size_t hash_value(const Edge& e) noexcept { return std::hash<index_t>{}(e.entry); }
};

/// An edge without direction, seen from `source`; equal to the same edge seen from its other end.
struct UndirectedEdge {
  index_t source = no_index;
  index_t target = no_index;
  /// Position of source → target in the symmetric graph's `indices()`; differs between the ends.
  index_t entry = no_index;
  /// Number of the edge, in [0, num_edges): the same from both ends.
  index_t index = no_index;

  [[nodiscard]] index_t number() const noexcept { return index; }
  friend bool operator==(const UndirectedEdge& a, const UndirectedEdge& b) noexcept {
    return a.index == b.index;
  }
  friend auto operator<=>(const UndirectedEdge& a, const UndirectedEdge& b) noexcept {
    return a.index <=> b.index;
  }
  friend std::size_t hash_value(const UndirectedEdge& e) noexcept {
    return std::hash<index_t>{}(e.index);
  }
};

/// Edge → its number, unique and without gaps, so that a plain array can hold a value an edge.
template <class E>
struct EdgeIndexMap {
  using key_type = E;
  using value_type = index_t;
  using reference = index_t;
  using category = boost::readable_property_map_tag;

  friend index_t get(EdgeIndexMap /*map*/, const E& e) noexcept { return e.number(); }
};

/// Edge → the value at its entry in an array that lives elsewhere (weights, capacities).
template <class E>
struct EntryValueMap {
  using key_type = E;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;

  const double* values = nullptr;

  friend double get(EntryValueMap map, const E& e) noexcept { return map.values[e.entry]; }
};

/// Edge → its length; infinite on entries of weight zero, which are no arcs for paths.
template <class E>
struct LengthMap {
  using key_type = E;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;

  const double* weights = nullptr;
  const double* lengths = nullptr;  ///< null: every arc has length 1

  friend double get(LengthMap map, const E& e) noexcept {
    if (map.weights[e.entry] == 0.0) return std::numeric_limits<double>::infinity();
    return map.lengths == nullptr ? 1.0 : map.lengths[e.entry];
  }
};

namespace detail {

/// The first of `values`, which must have one an entry.
inline const double* one_per_entry(const Graph& graph, std::span<const double> values,
                                   const char* what) {
  if (values.size() != graph.indices().size())
    throw ValidationError(std::string(what) + ": " + std::to_string(values.size()) +
                          " values, but the graph has " + std::to_string(graph.entry_count()) +
                          " entries; they belong to another graph");
  return values.data();
}

template <class E>
LengthMap<E> length_map(const Graph& graph, const Length& length) {
  return {graph.weights().data(),
          length.is_unit() ? nullptr : one_per_entry(graph, length.values(), "length_map")};
}

}  // namespace detail
}  // namespace aidnet::inline AIDNET_ABI::adapt

template <>
struct std::hash<aidnet::adapt::Edge> {
  std::size_t operator()(const aidnet::adapt::Edge& e) const noexcept { return hash_value(e); }
};

template <>
struct std::hash<aidnet::adapt::UndirectedEdge> {
  std::size_t operator()(const aidnet::adapt::UndirectedEdge& e) const noexcept {
    return hash_value(e);
  }
};
