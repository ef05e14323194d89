#include <pybind11/functional.h>
#include <pybind11/stl.h>

#include "aidnet/ledger/check.hpp"
#include "aidnet/ledger/match.hpp"
#include "ledger_columns.hpp"
#include "register.hpp"
#include "watched.hpp"

namespace py = pybind11;
namespace al = aidnet::ledger;

namespace {

/// The table of that name; parties, places and programmes have names.
al::TableId table_of(const std::string& name) {
  for (const auto& [known, id] : {std::pair{"parties", al::TableId::parties},
                                  {"places", al::TableId::places},
                                  {"programmes", al::TableId::programmes}})
    if (name == known) return id;
  throw aidnet::ValidationError("table is '" + name +
                                "'; it must be one of 'parties', 'places', 'programmes'");
}

al::MatchOptions options_of(const std::string& on, const std::optional<std::string>& scheme) {
  al::MatchOptions options{.on = {}, .scheme = scheme};
  if (!on.empty()) {
    const auto date = al::Date::parse(on);
    if (!date)
      throw aidnet::ValidationError("on is '" + on +
                                    "'; a date such as 2018, 2018-06 or 2018-06-30 was expected");
    options.on = *date;
  }
  return options;
}

py::tuple row_of(const al::Candidate& candidate) {
  return py::make_tuple(static_cast<int>(candidate.table), candidate.row,
                        ledger_columns::to_str(al::name_of(candidate.how)));
}

py::list candidates(const al::Matcher& matcher, const std::optional<std::string>& table,
                    const std::string& text, const std::string& on,
                    const std::optional<std::string>& scheme) {
  const al::MatchOptions options = options_of(on, scheme);
  py::list all;
  for (const al::Candidate& candidate : table ? matcher.candidates(table_of(*table), text, options)
                                              : matcher.candidates(text, options))
    all.append(row_of(candidate));
  return all;
}

/// (row, message, candidates): the row is -1 where several or none bear the name.
py::tuple find(const al::Matcher& matcher, const std::string& table, const std::string& text,
               const std::string& on, const std::optional<std::string>& scheme) {
  try {
    return py::make_tuple(matcher.find(table_of(table), text, options_of(on, scheme)), "",
                          py::list());
  } catch (const al::AmbiguousNameError& error) {
    py::list all;
    for (const al::Candidate& candidate : error.candidates()) all.append(row_of(candidate));
    return py::make_tuple(-1, error.what(), all);
  } catch (const al::UnknownNameError& error) {
    return py::make_tuple(-1, error.what(), py::list());
  }
}

/// (kind, verdict, table, rows, message) of each finding.
py::list check(const al::Ledger& ledger, std::optional<double> about,
               std::optional<double> nearly) {
  std::vector<al::Finding> findings;
  run_watched(0, py::none(), [&](const aidnet::Control& control) {
    findings = al::check(ledger, {.tolerance = {about, nearly}}, control);
  });
  py::list all;
  for (const al::Finding& f : findings)
    all.append(py::make_tuple(ledger_columns::to_str(al::name_of(f.kind)),
                              ledger_columns::to_str(al::name_of(f.verdict)),
                              static_cast<int>(f.table), f.rows, f.message));
  return all;
}

}  // namespace

void register_ledger_trust(py::module_& m) {
  py::class_<al::Matcher>(m, "Matcher", "Finds rows of a ledger by id, code or name.")
      .def(py::init<const al::Ledger&, al::Fold>(), py::arg("ledger"), py::arg("fold"))
      .def("candidates", &candidates, py::arg("table"), py::arg("text"), py::kw_only(),
           py::arg("on"), py::arg("scheme"))
      .def("find", &find, py::arg("table"), py::arg("text"), py::kw_only(), py::arg("on"),
           py::arg("scheme"));
  m.def(
      "similar_names",
      [](const al::Ledger& ledger, const al::Fold& fold) {
        py::list all;
        for (const auto& set : al::similar_names(ledger, fold)) {
          py::list rows;
          for (const al::Candidate& candidate : set) rows.append(row_of(candidate));
          all.append(rows);
        }
        return all;
      },
      py::arg("ledger"), py::arg("fold"), "Sets of rows that may be one and the same.");
  m.def(
      "fold_name", [](const std::string& name) { return al::fold(name); }, py::arg("name"),
      "Width, case, spaces, dashes and quotes to one form.");
  m.def(
      "doubtful_columns",
      [](const al::Ledger& ledger) {
        py::list messages;
        for (const al::Finding& finding : al::check_columns(ledger))
          messages.append(ledger_columns::to_str(finding.message));
        return messages;
      },
      py::arg("ledger"));
  m.def("check_ledger", &check, py::arg("ledger"), py::kw_only(), py::arg("about"),
        py::arg("nearly"), "What a reader should know of a ledger before believing its sums.");
}
