#include "nx_reading.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "arrays.hpp"
#include "nx_adjacency.hpp"

namespace py = pybind11;
using aidnet::index_t;

namespace nx {
namespace {

[[noreturn]] void raise(PyObject* type, const std::string& message) {
  PyErr_SetString(type, message.c_str());
  throw py::error_already_set();
}

/// One edge attribute on its way into arrays.
struct Attribute {
  py::object name;
  py::object fallback;
  bool bounded = true;  // by the range of a float; not where the fallback is infinite
  bool whole = true;
  bool plain = true;  // of the types int and float
  bool some_whole = false;
  std::vector<double> sums{};
  std::vector<double> minima{};  // of multigraphs only
  std::vector<std::int8_t> whole_minima{};
};

/// A number and whether it is a whole one for Python, whatever its value.
struct Number {
  double value;
  bool whole;
};

class Reader {
 public:
  Reader(const py::dict& numbers, bool multigraph, const py::list& attributes)
      : numbers_(numbers.ptr()),
        multigraph_(multigraph),
        floating_(py::module_::import("numpy").attr("floating")) {
    for (const py::handle item : attributes) {
      const auto pair = py::reinterpret_borrow<py::tuple>(item);
      const bool infinite = PyFloat_Check(pair[1].ptr()) && std::isinf(pair[1].cast<double>());
      attributes_.push_back({pair[0], pair[1], !infinite});
    }
  }

  py::tuple read(const py::dict& rows) {
    offsets_.reserve(rows.size() + 1);
    each(rows.ptr(), [this](PyObject* node, PyObject* row) {
      if (number_of(node) != static_cast<index_t>(offsets_.size()) - 1)
        raise(PyExc_NotImplementedError, "nodes and adjacency are in different orders");
      const bool data_is_read = multigraph_ || !attributes_.empty();
      each(
          row, [this](PyObject* neighbor, PyObject* data) { entry(neighbor, data); }, data_is_read);
      if (neighbors_.size() > static_cast<std::size_t>(std::numeric_limits<index_t>::max()))
        raise(PyExc_NotImplementedError, "more edges than this build's index type can number");
      offsets_.push_back(static_cast<index_t>(neighbors_.size()));
      if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    });
    py::list columns;
    for (Attribute& a : attributes_) {
      auto sums = array_of(std::move(a.sums));
      auto minima = multigraph_ ? array_of(std::move(a.minima)) : sums;
      py::object kinds = py::none();
      if (a.some_whole && !a.whole) kinds = array_of(std::move(a.whole_minima));
      columns.append(
          py::make_tuple(std::move(sums), std::move(minima), a.whole, a.plain, std::move(kinds)));
    }
    return py::make_tuple(Adjacency(std::move(offsets_), std::move(neighbors_), std::move(copies_)),
                          columns);
  }

 private:
  /// The items of a dictionary; each is held while it is looked at, because a node's __eq__ may run
  /// anything. Values that are not looked at are not even touched.
  template <class Body>
  static void each(PyObject* dictionary, const Body& body, bool hold_value = true) {
    if (!PyDict_Check(dictionary)) raise(PyExc_TypeError, "expected a dictionary");
    const Py_ssize_t size = PyDict_Size(dictionary);
    Py_ssize_t position = 0;
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    while (PyDict_Next(dictionary, &position, &key, &value) != 0) {
      const auto held_key = py::reinterpret_borrow<py::object>(key);
      const auto held_value = py::reinterpret_borrow<py::object>(hold_value ? value : nullptr);
      body(key, value);
      if (PyDict_Size(dictionary) != size)
        raise(PyExc_RuntimeError, "the graph changed while it was read");
    }
  }

  index_t number_of(PyObject* node) const {
    PyObject* number = PyDict_GetItemWithError(numbers_, node);
    if (number == nullptr) {
      if (PyErr_Occurred() != nullptr) throw py::error_already_set();
      raise(PyExc_NotImplementedError, "an edge leads to what is no node of the graph");
    }
    return static_cast<index_t>(PyLong_AsLong(number));
  }

  void entry(PyObject* neighbor, PyObject* data) {
    neighbors_.push_back(number_of(neighbor));
    if (!multigraph_) {
      for (Attribute& a : attributes_) {
        const Number found = number(a, data);
        a.sums.push_back(found.value);
        a.whole_minima.push_back(found.whole ? 1 : 0);
      }
      return;
    }
    if (!PyDict_Check(data)) raise(PyExc_TypeError, "expected a dictionary");
    copies_.push_back(static_cast<index_t>(PyDict_Size(data)));
    for (Attribute& a : attributes_) {
      double sum = 0.0;
      Number least{std::numeric_limits<double>::infinity(), false};
      each(data, [&](PyObject*, PyObject* edge) {
        const Number found = number(a, edge);
        sum += found.value;
        if (found.value < least.value) least = found;  // of equal ones the first, as Python's min
      });
      if (a.bounded && !std::isfinite(sum)) refuse(a, "a sum beyond the range of a float");
      a.sums.push_back(sum);
      a.minima.push_back(least.value);
      a.whole_minima.push_back(least.whole ? 1 : 0);
    }
  }

  Number number(Attribute& a, PyObject* data) const {
    if (!PyDict_Check(data)) raise(PyExc_TypeError, "expected a dictionary");
    PyObject* value = PyDict_GetItemWithError(data, a.name.ptr());
    if (value == nullptr) {
      if (PyErr_Occurred() != nullptr) throw py::error_already_set();
      value = a.fallback.ptr();
    }
    const auto held = py::reinterpret_borrow<py::object>(value);  // its __index__ may run anything
    if (!PyLong_CheckExact(value) && !PyFloat_CheckExact(value)) a.plain = false;
    if (PyLong_Check(value) || PyIndex_Check(value)) {
      a.some_whole = true;
      return {whole_number(a, value), true};
    }
    if (!PyFloat_Check(value) && !py::isinstance(value, floating_))
      refuse(a, std::string("a value of type ") + Py_TYPE(value)->tp_name);
    const double result = PyFloat_AsDouble(value);
    if (result == -1.0 && PyErr_Occurred() != nullptr) throw py::error_already_set();
    if (!a.bounded && std::isinf(result) && result > 0.0) return {result, true};
    a.whole = false;
    if (!std::isfinite(result)) refuse(a, "a value that is no finite number");
    return {result, false};
  }

  double whole_number(const Attribute& a, PyObject* value) const {
    constexpr long long exact = 1LL << 53;
    const auto index = py::reinterpret_steal<py::object>(PyNumber_Index(value));
    if (!index) {  // an array, for example
      PyErr_Clear();
      refuse(a, std::string("a value of type ") + Py_TYPE(value)->tp_name);
    }
    int overflow = 0;
    const long long result = PyLong_AsLongLongAndOverflow(index.ptr(), &overflow);
    if (overflow != 0 || result > exact || result < -exact)
      refuse(a, "a whole number beyond 2 ** 53");
    return static_cast<double>(result);
  }

  [[noreturn]] static void refuse(const Attribute& a, const std::string& what) {
    raise(PyExc_NotImplementedError, "aidnet needs numbers; the edge attribute " +
                                         py::repr(a.name).cast<std::string>() + " has " + what);
  }

  PyObject* numbers_;
  bool multigraph_;
  py::object floating_;
  std::vector<Attribute> attributes_;
  std::vector<index_t> offsets_{0};
  std::vector<index_t> neighbors_;
  std::vector<index_t> copies_;
};

}  // namespace

py::tuple read_adjacency(const py::dict& rows, const py::dict& numbers, bool multigraph,
                         const py::list& attributes) {
  return Reader(numbers, multigraph, attributes).read(rows);
}

}  // namespace nx
