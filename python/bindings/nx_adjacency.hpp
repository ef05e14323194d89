#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace nx {

using aidnet::index_t;

/// As the subscripts of vectors want it.
inline std::size_t at(index_t index) { return static_cast<std::size_t>(index); }

/// The neighbours of each node in the order of NetworkX's dictionaries, which decides in what order
/// NetworkX visits nodes and so what it answers. Parallel edges are one entry with `copies`.
///
/// A `Graph` keeps no such order; `graph` makes one of it.
class Adjacency {
 public:
  /// `copies` is empty where every entry is one edge.
  Adjacency(std::vector<index_t> offsets, std::vector<index_t> neighbors,
            std::vector<index_t> copies);

  [[nodiscard]] std::size_t node_count() const noexcept { return offsets_.size() - 1; }
  [[nodiscard]] std::size_t entry_count() const noexcept { return neighbors_.size(); }
  [[nodiscard]] const std::vector<index_t>& offsets() const noexcept { return offsets_; }
  [[nodiscard]] const std::vector<index_t>& neighbors() const noexcept { return neighbors_; }
  [[nodiscard]] const std::vector<index_t>& copies() const noexcept { return copies_; }
  [[nodiscard]] std::span<const index_t> row(index_t u) const noexcept {
    const auto begin = at(offsets_[at(u)]);
    const auto end = at(offsets_[at(u) + 1]);
    return std::span(neighbors_).subspan(begin, end - begin);
  }

  /// The entries in the order of a `Graph`'s: for each of its entries, which one here it is.
  [[nodiscard]] std::vector<index_t> canonical_order() const;
  /// The graph with these values of the entries, in their order here, as weights.
  [[nodiscard]] aidnet::Graph graph(std::span<const double> values, bool directed) const;

 private:
  std::vector<index_t> offsets_;
  std::vector<index_t> neighbors_;
  std::vector<index_t> copies_;
};

/// Sums of values over a node's entries, over those that lead to it, and its loop's value.
struct Totals {
  std::vector<double> out;
  std::vector<double> in;
  std::vector<double> loop;
};

/// `values` one an entry; empty counts edges.
Totals totals(const Adjacency& graph, std::span<const double> values);

/// The sum of values over the entries that lead from a node marked in `from` to one in `to`.
double crossing(const Adjacency& graph, std::span<const double> values, std::span<const bool> from,
                std::span<const bool> to);

/// For each node whether an entry leads to it from a node marked in `from`.
std::vector<std::int8_t> reached(const Adjacency& graph, std::span<const bool> from);

}  // namespace nx
