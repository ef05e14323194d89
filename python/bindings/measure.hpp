#pragma once

// The helper behind every measure's binding row.
//
// A row names the measure, its C++ function, its options and what comes back, and carries the
// docstring. From it the Python side (aidnet/_factory.py) makes the public function: signature,
// defaults, labels and documentation are all derived, none is written twice.

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"
#include "arrays.hpp"
#include "names.hpp"
#include "watched.hpp"

namespace measure {

namespace py = pybind11;

/// One option: how Python shows it and how it is written into an Options object.
template <class Options>
struct Field {
  std::string name;
  // "float", "int", "bool", "choice", "node_values", "every_node_value", "groups", "nodes", "node",
  // "ends"
  std::string kind;
  py::object fallback;
  py::object choices;
  std::string doc;
  std::function<void(Options&, const py::object&)> assign;
  bool required = false;  // whether there is no call without it
};

/// The option behind a member of Options; the default is read from a default-constructed one.
/// Enumerations are strings, vectors of double one value a node, vectors of indices sets of nodes
/// (both None where empty), an optional index is one node (None where not given).
template <class Options, class T>
Field<Options> field(const char* name, T Options::*member, const char* doc) {
  const T initial = Options{}.*member;
  Field<Options> f{name, "", py::none(), py::none(), doc, {}, false};
  if constexpr (std::is_enum_v<T>) {
    f.kind = "choice";
    f.fallback = py::str(enum_name(initial));
    py::list choices;
    for (const auto& [choice, value] : EnumNames<T>::values) choices.append(choice);
    f.choices = py::tuple(choices);
    f.assign = [name, member](Options& o, const py::object& value) {
      o.*member = enum_from_name<T>(name, value.cast<std::string>());
    };
  } else if constexpr (std::is_same_v<T, std::vector<double>> ||
                       std::is_same_v<T, std::vector<aidnet::index_t>>) {
    using Element = typename T::value_type;
    f.kind = std::is_same_v<Element, double> ? "node_values" : "nodes";
    f.assign = [name, member](Options& o, const py::object& value) {
      if (value.is_none()) return;
      array_in<Element> array;
      if constexpr (std::is_same_v<Element, double>)
        array = value.cast<array_in<double>>();
      else
        array = index_array(value.cast<py::array>(), name);
      const auto values = as_span(array);
      (o.*member).assign(values.begin(), values.end());
    };
  } else if constexpr (std::is_same_v<T, std::optional<aidnet::index_t>>) {
    f.kind = "node";
    f.assign = [member](Options& o, const py::object& value) {
      if (!value.is_none()) o.*member = value.cast<aidnet::index_t>();
    };
  } else {
    f.kind = std::is_same_v<T, bool> ? "bool" : std::is_integral_v<T> ? "int" : "float";
    f.fallback = py::cast(initial);
    f.assign = [member](Options& o, const py::object& value) { o.*member = value.cast<T>(); };
  }
  return f;
}

/// The same for an option that every call must give.
template <class Options>
Field<Options> required(Field<Options> f) {
  f.required = true;
  return f;
}

/// Values that must name every node, because 0 would say something of those left out.
template <class Options>
Field<Options> of_every_node(Field<Options> f) {
  f.kind = "every_node_value";
  return f;
}

/// The group of each node, which every call must give: labels of any kind, which Python numbers.
template <class Options>
Field<Options> groups_field(const char* name, std::vector<aidnet::index_t> Options::*member,
                            const char* doc) {
  Field<Options> f = field(name, member, doc);
  f.kind = "groups";
  return required(std::move(f));
}

/// Nodes where one or several may start or end something, which every call must give: a label or
/// several.
template <class Options>
Field<Options> ends(const char* name, std::vector<aidnet::index_t> Options::*member,
                    const char* doc) {
  Field<Options> f = field(name, member, doc);
  f.kind = "ends";
  return required(std::move(f));
}

/// What a measure hands to Python: named arrays or numbers, which of them are nodes, and facts for
/// `.attrs`.
struct Output {
  py::dict columns;
  py::dict facts;
  py::list node_columns;

  template <class T>
  Output& column(const char* name, std::vector<T>&& values) {
    columns[name] = array_of(std::move(values));
    return *this;
  }
  /// A column of nodes by number, which Python shows by label.
  Output& nodes(const char* name, std::vector<aidnet::index_t>&& values) {
    node_columns.append(name);
    return column(name, std::move(values));
  }
  /// Row by row.
  Output& matrix(std::vector<double>&& values, aidnet::index_t rows) {
    const py::ssize_t width = rows > 0 ? static_cast<py::ssize_t>(values.size()) / rows : 0;
    columns["value"] = array_of(std::move(values)).reshape({static_cast<py::ssize_t>(rows), width});
    return *this;
  }
  Output& scalar(double value) { return number("value", value); }
  Output& boolean(bool value) { return number("value", value); }
  template <class T>
  Output& number(const char* name, T value) {
    columns[name] = value;
    return *this;
  }
  Output& graph(aidnet::Graph graph) {
    columns["graph"] = std::move(graph);
    return *this;
  }
  Output& convergence(const aidnet::Convergence& c) {
    facts["converged"] = c.converged;
    facts["iterations"] = c.iterations;
    facts["residual"] = c.residual;
    return *this;
  }
};

/// What kind of pandas object the columns become.
enum class Shape {
  node_series,  ///< one column by node
  node_frame,   ///< several columns by node
  node_list,    ///< some nodes, in an order of its own: one column of them
  node_matrix,  ///< a number for each pair of nodes
  edge_series,  ///< one column by entry; of an undirected graph each edge is shown once
  table,        ///< columns with rows of their own
  counts,       ///< numbers by name
  network,      ///< a Network of its own, whose nodes are numbers
  boolean,      ///< true or false
  scalar,       ///< a float
};

inline const char* shape_name(Shape shape) {
  switch (shape) {
    case Shape::node_series:
      return "node_series";
    case Shape::node_frame:
      return "node_frame";
    case Shape::node_list:
      return "node_list";
    case Shape::node_matrix:
      return "node_matrix";
    case Shape::edge_series:
      return "edge_series";
    case Shape::table:
      return "table";
    case Shape::counts:
      return "counts";
    case Shape::network:
      return "network";
    case Shape::boolean:
      return "boolean";
    case Shape::scalar:
      break;
  }
  return "scalar";
}

struct Description {
  const char* name;
  const char* family;
  Shape shape;
  /// numpydoc without signature and Parameters, which are made from the fields.
  const char* doc;
};

template <class Options>
py::list describe(const std::vector<Field<Options>>& fields) {
  py::list rows;
  for (const auto& f : fields) {
    py::dict row;
    row["name"] = f.name;
    row["kind"] = f.kind;
    row["default"] = f.fallback;
    row["choices"] = f.choices;
    row["doc"] = f.doc;
    row["required"] = f.required;
    rows.append(row);
  }
  return rows;
}

template <class Options>
Options options_from(const std::vector<Field<Options>>& fields, const py::dict& given) {
  Options options;
  for (const auto& f : fields)
    if (given.contains(f.name)) f.assign(options, given[f.name.c_str()]);
  return options;
}

/// What a call from Python gives to the parameters of a measure.
struct Given {
  const std::optional<aidnet::Length>& length;
  const py::dict& options;  // costs and capacities are among them
};

/// The value for a parameter of type T, by what it means; options have their own reader.
template <class T>
T given_as(const Given& given) {
  if constexpr (std::is_same_v<T, aidnet::Length>) {
    return given.length.value_or(aidnet::Length::unit());
  } else if constexpr (std::is_same_v<T, aidnet::Cost>) {
    return given.options.contains("cost") ? given.options["cost"].cast<aidnet::Cost>()
                                          : aidnet::Cost::unit();
  } else {
    static_assert(std::is_same_v<T, aidnet::Capacity>);
    return given.options["capacity"].cast<aidnet::Capacity>();
  }
}

struct NoOptions {};

/// Runs `compute` watched and turns its result into what the factory expects.
template <class Result, class Compute, class Convert>
py::tuple finish(int threads, const py::object& progress, const Compute& compute,
                 const Convert& convert) {
  std::optional<Result> result;
  run_watched(threads, progress,
              [&](const aidnet::Control& control) { result.emplace(compute(control)); });
  Output output;
  convert(output, *std::move(result));
  return py::make_tuple(output.columns, output.facts, output.node_columns);
}

/// A measure f(graph, …, control), with a length, a cost, a capacity or its options between the
/// two. `convert(Output&, Result&&)` names its arrays.
template <class Options, class Result, class... Parameters, class Convert>
void add(py::list& measures, const Description& about,
         Result (*f)(const aidnet::Graph&, const Parameters&...),
         std::vector<Field<Options>> fields, const Convert& convert) {
  py::dict row;
  row["name"] = about.name;
  row["family"] = about.family;
  row["shape"] = shape_name(about.shape);
  row["fields"] = describe(fields);
  row["has_length"] = (std::is_same_v<Parameters, aidnet::Length> || ...);
  row["has_cost"] = (std::is_same_v<Parameters, aidnet::Cost> || ...);
  row["has_capacity"] = (std::is_same_v<Parameters, aidnet::Capacity> || ...);
  row["doc"] = about.doc;
  const auto call = [f, fields = std::move(fields), convert](
                        const aidnet::Graph& graph, const std::optional<aidnet::Length>& length,
                        const py::dict& options, int threads, const py::object& progress) {
    // Read here, because the measure runs without Python's lock; the control is of that run.
    const auto read = [&]<class T>(std::type_identity<T>) {
      if constexpr (std::is_same_v<T, aidnet::Control>)
        return nullptr;
      else if constexpr (std::is_same_v<T, Options>)
        return options_from(fields, options);
      else
        return given_as<T>({length, options});
    };
    const std::tuple arguments{read(std::type_identity<Parameters>{})...};
    return finish<Result>(
        threads, progress,
        [&](const aidnet::Control& control) {
          const auto pass = [&]<class T>(const T& argument) -> const auto& {
            if constexpr (std::is_same_v<T, std::nullptr_t>)
              return control;
            else
              return argument;
          };
          return std::apply([&](const auto&... each) { return f(graph, pass(each)...); },
                            arguments);
        },
        convert);
  };
  row["call"] = py::cpp_function(call, py::name(about.name), py::arg("graph"), py::arg("length"),
                                 py::arg("options"), py::arg("threads"), py::arg("progress"));
  measures.append(row);
}

/// The same without options.
template <class Result, class... Parameters, class Convert>
void add(py::list& measures, const Description& about,
         Result (*f)(const aidnet::Graph&, const Parameters&...), const Convert& convert) {
  add<NoOptions>(measures, about, f, {}, convert);
}

/// For measures whose whole result is one array, named as the measure.
inline auto single_column(const char* name) {
  return [name](Output& out, auto&& values) { out.column(name, std::move(values)); };
}

/// The same for nodes by number.
inline auto single_nodes(const char* name) {
  return [name](Output& out, std::vector<aidnet::index_t>&& found) {
    out.nodes(name, std::move(found));
  };
}

}  // namespace measure
