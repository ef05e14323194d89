#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "arrays.hpp"
#include "nx_adjacency.hpp"

// What the functions of nx get from Python, checked.
namespace nx {

namespace py = pybind11;

using Values = std::optional<array_in<double>>;

/// One value an entry; empty where none are given.
inline std::span<const double> values_of(const Adjacency& graph, const Values& values) {
  if (!values) return {};
  const auto span = as_span(*values);
  if (span.size() != graph.entry_count()) throw py::value_error("one value an entry is needed");
  return span;
}

using Marks = std::optional<array_in<std::int8_t>>;

inline std::span<const std::int8_t> marks_of_entries(const Adjacency& graph, const Marks& marks) {
  if (!marks) return {};
  const auto span = as_span(*marks);
  if (span.size() != graph.entry_count()) throw py::value_error("one mark an entry is needed");
  return span;
}

inline void require_ends(const Adjacency& graph, const Adjacency& back, index_t source,
                         index_t target) {
  if (back.node_count() != graph.node_count()) throw py::value_error("other nodes");
  const auto last = static_cast<std::size_t>(std::max(source, target));
  if (source < 0 || target < 0 || last >= graph.node_count()) throw py::index_error("no such node");
}

inline std::span<const bool> marks_of(const Adjacency& graph, const array_in<bool>& marks) {
  const auto span = as_span(marks);
  if (span.size() != graph.node_count()) throw py::value_error("one mark a node is needed");
  return span;
}

/// Node numbers, checked; as a vector, so that the search needs no GIL.
inline std::vector<index_t> nodes_of(const Adjacency& graph, const array_in<std::int64_t>& given) {
  const auto span = as_span(given);
  for (const std::int64_t node : span)
    if (node < 0 || static_cast<std::size_t>(node) >= graph.node_count())
      throw py::index_error("no such node");
  return {span.begin(), span.end()};
}

inline std::vector<index_t> copy_of(const py::array& given, const char* what) {
  const auto array = index_array(given, what);
  const auto span = as_span(array);
  return {span.begin(), span.end()};
}

/// Throws ValueError unless `offsets` cut `neighbors` into rows, of nodes that there are.
inline void require_rows(const std::vector<index_t>& offsets,
                         const std::vector<index_t>& neighbors) {
  if (offsets.empty() || offsets.front() != 0 ||
      offsets.back() != static_cast<index_t>(neighbors.size()) ||
      !std::is_sorted(offsets.begin(), offsets.end()))
    throw py::value_error("indptr does not cut indices into rows");
  const auto nodes = static_cast<index_t>(offsets.size() - 1);
  for (const index_t node : neighbors)
    if (node < 0 || node >= nodes) throw py::value_error("indices has what is no node");
}

template <class Work>
auto without_gil(const Work& work) {
  const py::gil_scoped_release release;
  return work();
}

}  // namespace nx
