#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <algorithm>
#include <map>
#include <optional>

#include "aidnet/datasets/east_west.hpp"
#include "aidnet/io/package.hpp"
#include "aidnet/ledger/dictionary.hpp"
#include "ledger_columns.hpp"
#include "ledger_input.hpp"
#include "names.hpp"
#include "register.hpp"
#include "watched.hpp"

namespace py = pybind11;
namespace al = aidnet::ledger;

template <>
struct EnumNames<al::Negative> {
  static constexpr std::array values{
      std::pair{"error", al::Negative::error}, std::pair{"reverse", al::Negative::reverse},
      std::pair{"net", al::Negative::net}, std::pair{"drop", al::Negative::drop}};
};

namespace {

al::Ledger watched(const std::function<al::Ledger(const aidnet::Control&)>& make) {
  al::Ledger ledger;
  run_watched(0, py::none(), [&](const aidnet::Control& control) { ledger = make(control); });
  return ledger;
}

al::LedgerOptions ledger_options(const std::string& negative, std::size_t max_problems) {
  return {.negative = enum_from_name<al::Negative>("negative", negative),
          .max_problems = max_problems};
}

al::Ledger read_path(const std::filesystem::path& path, const std::string& negative,
                     std::size_t max_problems) {
  const aidnet::io::ReadOptions options{.ledger = ledger_options(negative, max_problems)};
  return watched(
      [&](const aidnet::Control& c) { return aidnet::io::read_package(path, options, c); });
}

/// From files that Python has read (and decoded): UTF-8 bytes by relative path; one table of flows
/// if its name alone is given.
al::Ledger read_files(const std::map<std::string, py::bytes>& given, bool package,
                      const std::string& negative, std::size_t max_problems) {
  const std::map<std::string, std::string> files(given.begin(), given.end());
  if (!package && files.empty()) throw py::value_error("no file");
  const aidnet::io::ReadOptions options{.ledger = ledger_options(negative, max_problems)};
  return watched([&](const aidnet::Control& c) {
    if (!package)
      return aidnet::io::read_flows(files.begin()->second, files.begin()->first, options, c);
    return aidnet::io::read_package(
        [&](const std::string& path) -> std::optional<std::string> {
          const auto found = files.find(path);
          return found == files.end() ? std::nullopt : std::optional(found->second);
        },
        options, c);
  });
}

/// From columns: (table, names, columns) each; see ledger_input.hpp for what a column may be.
al::Ledger from_columns(const py::list& tables, const std::string& descriptor,
                        const std::string& negative, std::size_t max_problems) {
  std::map<std::string, ledger_input::Table> given;
  for (const py::handle table : tables) {
    const auto [name, names, columns] =
        table.cast<std::tuple<std::string, std::vector<std::string>, py::list>>();
    given.emplace(name, ledger_input::table(names, columns));
  }
  const al::LedgerOptions options = ledger_options(negative, max_problems);
  return watched([&](const aidnet::Control& control) {
    al::LedgerBuilder builder(options);
    const al::Tables none;
    for (const al::TableId id : al::feeding_order)
      al::Tables::each_table(none, [&](const auto& table) {
        const auto found = given.find(std::string(table.name));
        if (table.id == id && found != given.end())
          ledger_input::feed(builder, id, found->second, control);
      });
    return builder.build({descriptor, {}});
  });
}

py::list columns(const al::Ledger& ledger, const std::string& wanted) {
  const auto owner = std::make_shared<const al::Ledger>(ledger);
  py::list all;
  al::Tables::each_table(owner->tables(), [&](const auto& table) {
    if (table.name != wanted) return;
    table.each_column(table, [&](std::string_view name, const auto& column) {
      all.append(
          py::make_tuple(ledger_columns::to_str(name), ledger_columns::exported(column, owner)));
    });
    for (const al::ExtraColumn& extra : table.extra)
      all.append(py::make_tuple(extra.name, ledger_columns::exported(extra.cells, owner)));
  });
  return all;
}

/// The ids of a table that has some.
py::list ids(const al::Ledger& ledger, const std::string& wanted) {
  py::list all;
  al::Tables::each_table(ledger.tables(), [&](const auto& table) {
    if (table.name != wanted) return;
    table.each_column(table, [&](std::string_view, const auto& column) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(column)>, al::Keys>)
        all = ledger_columns::words(column);
    });
  });
  return all;
}

std::size_t rows(const al::Ledger& ledger, const std::string& wanted) {
  std::size_t count = 0;
  al::Tables::each_table(ledger.tables(), [&](const auto& table) {
    if (table.name == wanted) count = table.size();
  });
  return count;
}

al::TableId table_id(const std::string& name) {
  std::optional<al::TableId> found;
  const al::Tables none;
  al::Tables::each_table(none, [&](const auto& table) {
    if (table.name == name) found = table.id;
  });
  if (!found) throw aidnet::ValidationError("a ledger has no table '" + name + "'");
  return *found;
}

/// (table, column, description) for the whole data dictionary, tables first with column "".
py::list dictionary() {
  py::list all;
  const al::Tables none;
  al::Tables::each_table(none, [&](const auto& table) {
    all.append(py::make_tuple(ledger_columns::to_str(table.name), "",
                              ledger_columns::to_str(al::description_of(table.id))));
    table.each_column(table, [&](std::string_view name, const auto&) {
      all.append(py::make_tuple(ledger_columns::to_str(table.name), ledger_columns::to_str(name),
                                ledger_columns::to_str(al::description_of(table.id, name))));
    });
  });
  return all;
}

}  // namespace

void register_ledger(py::module_& m) {
  py::class_<al::Ledger>(m, "Ledger", "The tables of a ledger, validated and immutable.")
      .def_static("read", &read_path, py::arg("path"), py::kw_only(), py::arg("negative"),
                  py::arg("max_problems"))
      .def_static("read_files", &read_files, py::arg("files"), py::kw_only(), py::arg("package"),
                  py::arg("negative"), py::arg("max_problems"))
      .def_static("from_columns", &from_columns, py::arg("tables"), py::kw_only(),
                  py::arg("descriptor"), py::arg("negative"), py::arg("max_problems"))
      .def(
          "write",
          [](const al::Ledger& ledger, const std::filesystem::path& folder) {
            run_watched(0, py::none(), [&](const aidnet::Control& control) {
              aidnet::io::write_package(ledger, folder, control);
            });
          },
          py::arg("folder"))
      .def("columns", &columns, py::arg("table"))
      .def("ids", &ids, py::arg("table"))
      .def("rows", &rows, py::arg("table"))
      .def(
          "listed",
          [](const al::Ledger& ledger, const std::string& table) {
            return ledger.listed(table_id(table));
          },
          py::arg("table"))
      .def(
          "find",
          [](const al::Ledger& ledger, const std::string& table, const std::string& id) {
            return ledger.find(table_id(table), id);
          },
          py::arg("table"), py::arg("id"))
      .def(
          "csv",
          [](const al::Ledger& ledger, const std::string& table) {
            return py::bytes(aidnet::io::table_csv(ledger, table_id(table)));
          },
          py::arg("table"))
      .def_property_readonly("units",
                             [](const al::Ledger& ledger) {
                               return ledger_columns::words(ledger.flows().unit.words());
                             })
      .def_property_readonly("sides",
                             [](const al::Ledger& ledger) {
                               return ledger_columns::words(ledger.places().side.words());
                             })
      .def_property_readonly("files",
                             [](const al::Ledger& ledger) {
                               py::dict files;
                               aidnet::io::write_package(
                                   ledger, [&](const std::string& path, std::string_view bytes) {
                                     files[py::str(path)] = py::bytes(bytes.data(), bytes.size());
                                   });
                               return files;
                             })
      .def_property_readonly("descriptor", [](const al::Ledger& ledger) {
        return aidnet::io::descriptor_json(ledger);
      });
  m.def("ledger_dictionary", &dictionary, "The data dictionary: (table, column, description).");
  m.def("east_west", &aidnet::datasets::east_west, "The embedded East-West ledger.");
}
