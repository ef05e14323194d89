#include "ledger_input.hpp"

#include <pybind11/numpy.h>

#include <charconv>
#include <cmath>

#include "arrays.hpp"

namespace py = pybind11;
namespace al = aidnet::ledger;

namespace ledger_input {
namespace {

void append_float(std::string& text, double number) {
  if (std::isnan(number)) return;
  char digits[400];
  // Plain decimals, the shortest that are this double; infinity is refused by the reader.
  text.append(digits,
              std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed).ptr);
}

std::string_view utf8(const py::handle& text) {
  if (!PyUnicode_Check(text.ptr())) throw py::type_error("a word is no text");
  py::ssize_t size = 0;
  const char* bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (bytes == nullptr) {
    PyErr_Clear();
    throw aidnet::ValidationError("a text has lone surrogates, which are no characters");
  }
  return {bytes, static_cast<std::size_t>(size)};
}

al::Text of_words(const py::list& words, const py::array& codes) {
  std::vector<std::string_view> texts;
  for (const py::handle word : words) texts.push_back(utf8(word));
  const auto numbers = codes.cast<array_in<std::int64_t>>();
  al::Text column;
  for (const std::int64_t code : as_span(numbers))
    column.push_back(code < 0 ? std::string_view() : texts.at(static_cast<std::size_t>(code)));
  return column;
}

al::Text of_floats(const array_in<double>& values) {
  al::Text column;
  std::string text;
  for (const double value : as_span(values)) {
    text.clear();
    append_float(text, value);
    column.push_back(text);
  }
  return column;
}

al::Text of_objects(const py::iterable& values) {
  al::Text column;
  std::string text;
  for (const py::handle value : values) {
    text.clear();
    if (value.is_none()) {
      column.push_back("");
    } else if (PyUnicode_Check(value.ptr())) {
      column.push_back(utf8(value));
    } else if (PyFloat_Check(value.ptr())) {
      append_float(text, PyFloat_AS_DOUBLE(value.ptr()));
      column.push_back(text);
    } else {
      column.push_back(std::string(py::str(value)));
    }
  }
  return column;
}

al::Text column_of(const py::handle& column) {
  if (py::isinstance<py::tuple>(column)) {
    const auto pair = column.cast<py::tuple>();
    return of_words(pair[0].cast<py::list>(), pair[1].cast<py::array>());
  }
  if (py::isinstance<py::array>(column) && column.cast<py::array>().dtype().kind() == 'f')
    return of_floats(column.cast<array_in<double>>());
  return of_objects(column.cast<py::iterable>());
}

}  // namespace

Table table(const std::vector<std::string>& names, const py::list& columns) {
  Table made{names, {}};
  for (const py::handle column : columns) made.columns.push_back(column_of(column));
  for (std::size_t k = 0; k < made.columns.size(); ++k)
    if (made.columns[k].size() != made.columns[0].size())
      throw aidnet::ValidationError("the column " + names[k] + " has " +
                                    std::to_string(made.columns[k].size()) + " rows, " + names[0] +
                                    " has " + std::to_string(made.columns[0].size()));
  return made;
}

void feed(al::LedgerBuilder& builder, al::TableId id, const Table& table,
          const aidnet::Control& control) {
  const std::vector<std::string_view> names(table.names.begin(), table.names.end());
  builder.begin(id, names);
  constexpr std::size_t batch = 4096;
  const std::size_t rows = table.columns.empty() ? 0 : table.columns[0].size();
  std::vector<std::string_view> cells;
  for (std::size_t first = 0; first < rows; first += batch) {
    cells.clear();
    for (std::size_t row = first; row < std::min(rows, first + batch); ++row)
      for (const al::Text& column : table.columns) cells.push_back(column[row]);
    builder.rows(cells);
    control.poll();
  }
}

}  // namespace ledger_input
