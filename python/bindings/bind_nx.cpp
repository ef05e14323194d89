// What aidnet.nx, the NetworkX backend, has compiled: reading NetworkX's dictionaries, and visits
// in its order.

#include <pybind11/stl.h>

#include "arrays.hpp"
#include "bind_nx_paths.hpp"
#include "nx_adjacency.hpp"
#include "nx_arguments.hpp"
#include "nx_power.hpp"
#include "nx_reading.hpp"
#include "nx_votes.hpp"
#include "nx_walks.hpp"
#include "register.hpp"
#include "watched.hpp"

namespace py = pybind11;
using aidnet::index_t;
using nx::Adjacency;
using nx::copy_of;
using nx::marks_of;
using nx::nodes_of;
using nx::Values;
using nx::values_of;
using nx::without_gil;

namespace {

void bind_adjacency(py::module_& m) {
  py::class_<Adjacency> adjacency(
      m, "Adjacency",
      "Neighbours in the order of NetworkX's dictionaries; parallel edges are one entry.");
  nx::bind_paths(adjacency);
  adjacency
      .def(py::init([](const py::array& indptr, const py::array& indices) {
             auto offsets = copy_of(indptr, "indptr");
             auto neighbors = copy_of(indices, "indices");
             nx::require_rows(offsets, neighbors);
             return Adjacency(std::move(offsets), std::move(neighbors), {});
           }),
           py::arg("indptr"), py::arg("indices"))
      .def_static("read", &nx::read_adjacency, py::arg("rows"), py::arg("numbers"),
                  py::arg("multigraph"), py::arg("attributes"))
      .def_property_readonly("entry_count", &Adjacency::entry_count)
      .def_property_readonly("indptr",
                             [](const Adjacency& a) { return array_of(std::vector(a.offsets())); })
      .def_property_readonly(
          "indices", [](const Adjacency& a) { return array_of(std::vector(a.neighbors())); })
      .def_property_readonly("copies",
                             [](const Adjacency& a) { return array_of(std::vector(a.copies())); })
      .def("canonical_order",
           [](const Adjacency& a) {
             return array_of(without_gil([&] { return a.canonical_order(); }));
           })
      .def(
          "graph",
          [](const Adjacency& a, const array_in<double>& values, bool directed) {
            const auto span = values_of(a, values);
            return without_gil([&] { return a.graph(span, directed); });
          },
          py::arg("values"), py::arg("directed"))
      .def("reversed", [](const Adjacency& a) { return nx::reversed(a); })
      .def(
          "totals",
          [](const Adjacency& a, const Values& values) {
            auto sums = nx::totals(a, values_of(a, values));
            return py::make_tuple(array_of(std::move(sums.out)), array_of(std::move(sums.in)),
                                  array_of(std::move(sums.loop)));
          },
          py::arg("values") = py::none())
      .def(
          "crossing",
          [](const Adjacency& a, const Values& values, const array_in<bool>& from,
             const array_in<bool>& to) {
            return nx::crossing(a, values_of(a, values), marks_of(a, from), marks_of(a, to));
          },
          py::arg("values"), py::arg("from_"), py::arg("to"))
      .def(
          "reached",
          [](const Adjacency& a, const array_in<bool>& from) {
            return array_of(nx::reached(a, marks_of(a, from)));
          },
          py::arg("from_"))
      .def(
          "breadth_first",
          [](const Adjacency& a, const array_in<std::int64_t>& sources, index_t depth_limit) {
            const auto nodes = nodes_of(a, sources);
            auto found = without_gil([&] { return nx::breadth_first(a, nodes, depth_limit); });
            return py::make_tuple(array_of(std::move(found.node)),
                                  array_of(std::move(found.parent)),
                                  array_of(std::move(found.depth)));
          },
          py::arg("sources"), py::arg("depth_limit"))
      .def(
          "depth_first",
          [](const Adjacency& a, const array_in<std::int64_t>& roots, index_t depth_limit,
             bool all_steps) {
            const auto nodes = nodes_of(a, roots);
            auto steps =
                without_gil([&] { return nx::depth_first(a, nodes, depth_limit, all_steps); });
            return py::make_tuple(array_of(std::move(steps.source)),
                                  array_of(std::move(steps.target)),
                                  array_of(std::move(steps.label)));
          },
          py::arg("roots"), py::arg("depth_limit"), py::arg("all_steps"))
      .def("strong_components",
           [](const Adjacency& a) {
             auto found = without_gil([&] { return nx::strong_components(a); });
             return py::make_tuple(array_of(std::move(found.component)), found.count);
           })
      .def("topological_generations",
           [](const Adjacency& a) {
             auto found = without_gil([&] { return nx::topological_generations(a); });
             return py::make_tuple(array_of(std::move(found.node)),
                                   array_of(std::move(found.generation)));
           })
      .def(
          "two_colors",
          [](const Adjacency& a, const Adjacency& back) -> py::object {
            if (back.node_count() != a.node_count()) throw py::value_error("other nodes");
            // An undirected graph is its own way back, and looked at once.
            auto found =
                without_gil([&] { return nx::two_colors(a, &back == &a ? nullptr : &back); });
            if (!found.exists) return py::none();
            return py::make_tuple(array_of(std::move(found.node)),
                                  array_of(std::move(found.color)));
          },
          py::arg("back"))
      .def("biconnected",
           [](const Adjacency& a) {
             auto found = without_gil([&] { return nx::biconnected(a); });
             return py::make_tuple(
                 array_of(std::move(found.source)), array_of(std::move(found.target)),
                 array_of(std::move(found.block)), array_of(std::move(found.articulation)));
           })
      .def(
          "voterank",
          [](const Adjacency& a, bool directed, index_t count) {
            return array_of(without_gil([&] { return nx::voterank(a, directed, count); }));
          },
          py::arg("directed"), py::arg("count"))
      .def("period", [](const Adjacency& a) { return nx::period(a); });
}

std::vector<double> power_iteration(const aidnet::Graph& graph, const array_in<double>& start,
                                    const Values& constant, double shift, double factor, bool unit,
                                    int max_iterations, double tolerance, int threads) {
  const auto copy = [&](const array_in<double>& array) {
    const auto span = as_span(array);
    if (span.size() != static_cast<std::size_t>(graph.node_count()))
      throw py::value_error("one value a node is needed");
    return std::vector<double>(span.begin(), span.end());
  };
  const nx::PowerOptions options{.start = copy(start),
                                 .constant = constant ? copy(*constant) : std::vector<double>(),
                                 .shift = shift,
                                 .factor = factor,
                                 .unit = unit,
                                 .max_iterations = max_iterations,
                                 .tolerance = tolerance};
  std::vector<double> scores;
  run_watched(threads, py::none(), [&](const aidnet::Control& control) {
    scores = nx::power_iteration(graph, options, control);
  });
  return scores;
}

}  // namespace

void register_nx(py::module_& m) {
  bind_adjacency(m);
  m.def(
      "power_iteration",
      [](const aidnet::Graph& graph, const array_in<double>& start, const Values& constant,
         double shift, double factor, bool unit, int max_iterations, double tolerance,
         int threads) -> py::object {
        auto scores = power_iteration(graph, start, constant, shift, factor, unit, max_iterations,
                                      tolerance, threads);
        if (scores.empty() && graph.node_count() > 0) return py::none();
        return array_of(std::move(scores));
      },
      py::arg("graph"), py::kw_only(), py::arg("start"), py::arg("constant"), py::arg("shift"),
      py::arg("factor"), py::arg("unit"), py::arg("max_iterations"), py::arg("tolerance"),
      py::arg("threads"), "NetworkX's power methods, step for step; None without convergence.");
}
