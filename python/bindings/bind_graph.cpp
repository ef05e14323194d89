#include <pybind11/stl.h>

#include <functional>
#include <optional>

#include "aidnet/core/builder.hpp"
#include "aidnet/core/graph.hpp"
#include "aidnet/core/quotient.hpp"
#include "arrays.hpp"
#include "register.hpp"
#include "watched.hpp"

namespace py = pybind11;
using aidnet::Graph;
using aidnet::index_t;

namespace {

/// Runs make(control) watched, so that Ctrl-C is answered while large graphs are made.
Graph watched(const std::function<Graph(const aidnet::Control&)>& make) {
  std::optional<Graph> graph;
  run_watched(0, py::none(), [&](const aidnet::Control& control) { graph = make(control); });
  return *graph;
}

Graph from_edges(index_t nodes, const py::array& source, const py::array& target,
                 const std::optional<array_in<double>>& weight, bool directed, bool sum_duplicates,
                 bool drop_zeros) {
  aidnet::Builder builder(
      nodes, {.directed = directed,
              .duplicates = sum_duplicates ? aidnet::Duplicates::sum : aidnet::Duplicates::error,
              .drop_zeros = drop_zeros});
  const auto sources = index_array(source, "sources");
  const auto targets = index_array(target, "targets");
  const auto s = as_span(sources);
  const auto t = as_span(targets);
  const auto w = weight ? as_span(*weight) : std::span<const double>();
  return watched([&](const aidnet::Control& control) {
    builder.add(s, t, w);
    return builder.build(control);
  });
}

Graph from_csr(const py::array& indptr, const py::array& indices, const array_in<double>& weights,
               bool directed) {
  const auto offsets = index_array(indptr, "indptr");
  const auto targets = index_array(indices, "indices");
  const auto copy = [](const auto& array) {
    const auto values = as_span(array);
    return std::vector(values.begin(), values.end());
  };
  return watched([&](const aidnet::Control&) {
    return Graph::from_csr({copy(offsets), copy(targets), copy(weights)}, directed);
  });
}

}  // namespace

void register_graph(py::module_& m) {
  py::class_<Graph>(m, "Graph", "An immutable weighted graph on the nodes 0 … n − 1 (CSR).")
      .def_static("from_edges", &from_edges, py::arg("nodes"), py::arg("source"), py::arg("target"),
                  py::arg("weight"), py::kw_only(), py::arg("directed"), py::arg("sum_duplicates"),
                  py::arg("drop_zeros"))
      .def_static("from_csr", &from_csr, py::arg("indptr"), py::arg("indices"), py::arg("weights"),
                  py::kw_only(), py::arg("directed"))
      .def_property_readonly("node_count", &Graph::node_count)
      .def_property_readonly("edge_count", &Graph::edge_count)
      .def_property_readonly("entry_count", &Graph::entry_count)
      .def_property_readonly("loop_count", &Graph::loop_count)
      .def_property_readonly("directed", &Graph::is_directed)
      .def_property_readonly("total_weight", &Graph::total_weight)
      .def_property_readonly(
          "indptr", [](const Graph& g) { return array_view(g.offsets(), g.share_forward()); })
      .def_property_readonly(
          "indices", [](const Graph& g) { return array_view(g.indices(), g.share_forward()); })
      .def_property_readonly(
          "weights", [](const Graph& g) { return array_view(g.weights(), g.share_forward()); })
      .def("find_entry", &Graph::find_entry, py::arg("source"), py::arg("target"))
      .def("reverse",
           [](const Graph& g) {
             return watched([&](const aidnet::Control&) { return g.reverse(); });
           })
      .def("to_undirected",
           [](const Graph& g) {
             return watched([&](const aidnet::Control& c) { return g.to_undirected(c); });
           })
      .def(
          "subgraph",
          [](const Graph& g, const py::array& nodes) {
            const auto kept = index_array(nodes, "nodes");
            return watched([&](const aidnet::Control& c) { return g.subgraph(as_span(kept), c); });
          },
          py::arg("nodes"))
      .def(
          "quotient",
          [](const Graph& g, const py::array& groups, index_t group_count) {
            const auto numbers = index_array(groups, "groups");
            return watched([&](const aidnet::Control& c) {
              return aidnet::quotient(g, as_span(numbers), group_count, c);
            });
          },
          py::arg("groups"), py::arg("group_count"))
      .def(
          "same_as", [](const Graph& a, const Graph& b) { return a == b; }, py::arg("other"));
}
