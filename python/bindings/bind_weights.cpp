#include "aidnet/core/weights.hpp"
#include "arrays.hpp"
#include "names.hpp"
#include "register.hpp"

namespace py = pybind11;
using aidnet::Capacity;
using aidnet::Cost;
using aidnet::Graph;
using aidnet::Length;

void register_weights(py::module_& m) {
  py::class_<Length>(m, "Length", "How long each entry of one graph is.")
      .def_static("unit", &Length::unit)
      .def_static("reciprocal", &Length::reciprocal, py::arg("graph"))
      .def_static(
          "neg_log_share",
          [](const Graph& graph, const std::string& of) {
            return Length::neg_log_share(graph, enum_from_name<aidnet::ShareOf>("of", of));
          },
          py::arg("graph"), py::arg("of"))
      .def_static(
          "given",
          [](const Graph& graph, const array_in<double>& values) {
            return Length::given(graph, as_span(values));
          },
          py::arg("graph"), py::arg("values"))
      .def("in_units", &Length::in_units, py::arg("graph"), py::arg("unit"))
      .def("scaled", &Length::scaled, py::arg("bits"))
      .def_property_readonly("values", [](const Length& length) {
        return array_of(std::vector(length.values().begin(), length.values().end()));
      });

  py::class_<Capacity>(m, "Capacity", "How much each entry of one graph can carry.")
      .def_static("of_weights", &Capacity::of_weights, py::arg("graph"))
      .def_static(
          "given",
          [](const Graph& graph, const array_in<double>& values) {
            return Capacity::given(graph, as_span(values));
          },
          py::arg("graph"), py::arg("values"))
      .def_property_readonly("values", [](const Capacity& capacity) {
        return array_of(std::vector(capacity.values().begin(), capacity.values().end()));
      });

  py::class_<Cost>(m, "Cost", "What it costs to take one unit along each entry of one graph.")
      .def_static("unit", &Cost::unit)
      .def_static(
          "given",
          [](const Graph& graph, const array_in<double>& values) {
            return Cost::given(graph, as_span(values));
          },
          py::arg("graph"), py::arg("values"))
      .def_property_readonly("values", [](const Cost& cost) {
        return array_of(std::vector(cost.values().begin(), cost.values().end()));
      });
}
