#include "aidnet/ledger/quantity.hpp"
#include "aidnet/ledger/unit.hpp"
#include "register.hpp"

namespace py = pybind11;
namespace al = aidnet::ledger;

void register_quantity(py::module_& m) {
  m.def(
      "parse_quantity",
      [](const std::string& text) {
        const al::Quantity quantity = al::parse_quantity(text);
        const auto number = [](const std::optional<al::Decimal>& n) -> py::object {
          if (!n) return py::none();
          return py::str(n->to_string());
        };
        const std::string_view qualifier = al::name_of(quantity.qualifier);
        return py::make_tuple(number(quantity.value), number(quantity.lower),
                              number(quantity.upper), py::str(qualifier.data(), qualifier.size()),
                              quantity.unit);
      },
      py::arg("text"), "(value, lower, upper, qualifier, unit) of a figure; numbers as text.");
  m.def("decimals_of", &al::decimals_of, py::arg("unit"),
        "How many decimals the amounts of a unit have.");
}
