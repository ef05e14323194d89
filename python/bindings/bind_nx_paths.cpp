#include "bind_nx_paths.hpp"

#include <pybind11/functional.h>
#include <pybind11/stl.h>

#include "arrays.hpp"
#include "nx_arguments.hpp"
#include "nx_astar.hpp"
#include "nx_bellman_ford.hpp"
#include "nx_paths.hpp"
#include "watched.hpp"

namespace nx {
namespace {

using HiddenMarks = std::optional<array_in<bool>>;

Hidden hidden_of(const Adjacency& graph, const HiddenMarks& nodes, const HiddenMarks& first) {
  Hidden hidden;
  if (nodes) hidden.nodes = marks_of(graph, *nodes);
  if (first) hidden.first = marks_of(graph, *first);
  return hidden;
}

}  // namespace

void bind_paths(py::class_<Adjacency>& adjacency) {
  adjacency
      .def(
          "dijkstra",
          [](const Adjacency& a, const Values& lengths, const Marks& whole,
             const array_in<std::int64_t>& sources, index_t target, double cutoff) {
            const auto nodes = nodes_of(a, sources);
            const DijkstraOptions options{.lengths = values_of(a, lengths),
                                          .whole = marks_of_entries(a, whole),
                                          .sources = nodes,
                                          .target = target,
                                          .cutoff = cutoff};
            auto found = without_gil([&] { return dijkstra(a, options); });
            return py::make_tuple(
                array_of(std::move(found.node)), array_of(std::move(found.parent)),
                array_of(std::move(found.distance)), array_of(std::move(found.whole)));
          },
          py::arg("lengths"), py::arg("whole"), py::arg("sources"), py::arg("target"),
          py::arg("cutoff"))
      .def(
          "meeting_path",
          [](const Adjacency& a, const Adjacency& back, index_t source, index_t target,
             const HiddenMarks& nodes, const HiddenMarks& first) {
            require_ends(a, back, source, target);
            const Hidden hidden = hidden_of(a, nodes, first);
            return array_of(
                without_gil([&] { return meeting_path(a, back, source, target, hidden); }));
          },
          py::arg("back"), py::arg("source"), py::arg("target"), py::arg("hidden") = py::none(),
          py::arg("hidden_first") = py::none())
      .def(
          "meeting_dijkstra",
          [](const Adjacency& a, const Adjacency& back, const Values& lengths,
             const Values& back_lengths, const Marks& whole, const Marks& back_whole,
             index_t source, index_t target, const HiddenMarks& nodes, const HiddenMarks& first) {
            require_ends(a, back, source, target);
            const Hidden hidden = hidden_of(a, nodes, first);
            const Lengths forward{&a, values_of(a, lengths), marks_of_entries(a, whole)};
            const Lengths backward{&back, values_of(back, back_lengths),
                                   marks_of_entries(back, back_whole)};
            auto found = without_gil(
                [&] { return meeting_dijkstra(forward, backward, source, target, hidden); });
            return py::make_tuple(array_of(std::move(found.path)), found.distance, found.whole);
          },
          py::arg("back"), py::arg("lengths"), py::arg("back_lengths"), py::arg("whole"),
          py::arg("back_whole"), py::arg("source"), py::arg("target"),
          py::arg("hidden") = py::none(), py::arg("hidden_first") = py::none())
      .def(
          "bellman_ford",
          [](const Adjacency& a, const Values& lengths, const Marks& whole,
             const array_in<std::int64_t>& sources, bool heuristic) {
            const auto nodes = nodes_of(a, sources);
            const BellmanFordOptions options{.lengths = values_of(a, lengths),
                                             .whole = marks_of_entries(a, whole),
                                             .sources = nodes,
                                             .heuristic = heuristic};
            Cheapest found;
            const auto search = [&](const aidnet::Control& control) {
              found = bellman_ford(a, options, control);
            };
            // A thread of its own takes longer than the search of a graph as small as this.
            if (a.entry_count() < 4096)
              without_gil([&] { search({}); });
            else
              run_watched(1, py::none(), search);
            return py::make_tuple(
                array_of(std::move(found.node)), array_of(std::move(found.distance)),
                array_of(std::move(found.whole)), array_of(std::move(found.offsets)),
                array_of(std::move(found.before)), found.cycle);
          },
          py::arg("lengths"), py::arg("whole"), py::arg("sources"), py::arg("heuristic"))
      .def(
          "astar_path",
          [](const Adjacency& a, const Values& lengths, index_t source, index_t target,
             const std::function<double(index_t)>& heuristic, double cutoff) {
            require_ends(a, a, source, target);
            return array_of(astar_path(a, {.lengths = values_of(a, lengths),
                                           .source = source,
                                           .target = target,
                                           .heuristic = heuristic,
                                           .cutoff = cutoff}));
          },
          py::arg("lengths"), py::arg("source"), py::arg("target"), py::arg("heuristic"),
          py::arg("cutoff"));
}

}  // namespace nx
