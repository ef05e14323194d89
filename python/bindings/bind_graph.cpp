#include <pybind11/stl.h>

#include <string>

#include "aidnet/core/builder.hpp"
#include "aidnet/core/graph.hpp"
#include "aidnet/core/quotient.hpp"
#include "arrays.hpp"
#include "register.hpp"

namespace py = pybind11;
using aidnet::Graph;
using aidnet::index_t;

namespace {

Graph from_edges(index_t nodes, const array_in<index_t>& source, const array_in<index_t>& target,
                 const std::optional<array_in<double>>& weight, bool directed, bool sum_duplicates,
                 bool drop_zeros) {
  aidnet::Builder builder(
      nodes, {.directed = directed,
              .duplicates = sum_duplicates ? aidnet::Duplicates::sum : aidnet::Duplicates::error,
              .drop_zeros = drop_zeros});
  const auto s = as_span(source);
  const auto t = as_span(target);
  const auto w = weight ? as_span(*weight) : std::span<const double>();
  py::gil_scoped_release release;
  builder.add(s, t, w);
  return builder.build();
}

Graph from_csr(const array_in<index_t>& indptr, const array_in<index_t>& indices,
               const array_in<double>& weights, bool directed) {
  const auto copy = [](const auto& array) {
    const auto values = as_span(array);
    return std::vector(values.begin(), values.end());
  };
  return Graph::from_csr({copy(indptr), copy(indices), copy(weights)}, directed);
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
      .def("reverse", &Graph::reverse, py::call_guard<py::gil_scoped_release>())
      .def(
          "to_undirected", [](const Graph& g) { return g.to_undirected(); },
          py::call_guard<py::gil_scoped_release>())
      .def(
          "subgraph",
          [](const Graph& g, const array_in<index_t>& nodes) { return g.subgraph(as_span(nodes)); },
          py::arg("nodes"))
      .def(
          "quotient",
          [](const Graph& g, const array_in<index_t>& groups, index_t group_count) {
            return aidnet::quotient(g, as_span(groups), group_count);
          },
          py::arg("groups"), py::arg("group_count"))
      .def(
          "same_as", [](const Graph& a, const Graph& b) { return a == b; }, py::arg("other"));
}
