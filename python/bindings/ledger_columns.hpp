#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <cmath>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "aidnet/ledger/ledger.hpp"
#include "aidnet/ledger/network.hpp"
#include "aidnet/ledger/unit.hpp"
#include "arrays.hpp"

// A ledger's columns as what pandas is made of: arrays, and codes into lists of words. Arrays that
// need no change share the ledger's memory.
namespace ledger_columns {

namespace py = pybind11;
namespace al = aidnet::ledger;
using Owner = std::shared_ptr<const al::Ledger>;

inline py::str to_str(std::string_view text) { return {text.data(), text.size()}; }

inline py::list words(const al::Text& texts) {
  py::list list(texts.size());
  for (std::size_t k = 0; k < texts.size(); ++k) list[k] = to_str(texts[k]);
  return list;
}

/// Texts; None where empty.
inline py::tuple exported(const al::Text& column, const Owner&) {
  py::list list(column.size());
  for (std::size_t k = 0; k < column.size(); ++k)
    if (column[k].empty())
      list[k] = py::none();
    else
      list[k] = to_str(column[k]);
  return py::make_tuple("text", list);
}

inline py::tuple exported(const al::Labels& column, const Owner& owner) {
  return py::make_tuple("words", words(column.words()),
                        array_view(std::span<const aidnet::index_t>(column.codes()), owner));
}

template <al::TableId target>
py::tuple exported(const al::References<target>& column, const Owner& owner) {
  return py::make_tuple("rows", static_cast<int>(target),
                        array_view(std::span<const aidnet::index_t>(column), owner));
}

template <class Enum>
requires std::is_enum_v<Enum> py::tuple exported(const al::Choices<Enum>& column, const Owner&) {
  py::list names;
  for (std::size_t k = 1; k < al::Names<Enum>::values.size(); ++k)
    names.append(to_str(al::Names<Enum>::values[k]));
  std::vector<signed char> codes(column.size());
  for (std::size_t k = 0; k < codes.size(); ++k)
    codes[k] = static_cast<signed char>(static_cast<int>(column[k]) - 1);
  return py::make_tuple("words", names, array_of(std::move(codes)));
}

/// Dates as words in the order of the calendar, so that pandas sorts them rightly.
inline py::tuple exported(const al::Dates& column, const Owner&) {
  const auto key = [](const al::Date& d) { return (d.year * 16 + d.month) * 32 + d.day; };
  std::vector<al::Date> distinct;
  std::unordered_map<int, aidnet::index_t> known;
  for (const al::Date& date : column)
    if (!date.blank() && known.try_emplace(key(date), 0).second) distinct.push_back(date);
  std::sort(distinct.begin(), distinct.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  py::list names;
  for (std::size_t k = 0; k < distinct.size(); ++k) {
    known[key(distinct[k])] = static_cast<aidnet::index_t>(k);
    names.append(distinct[k].to_string());
  }
  std::vector<aidnet::index_t> codes(column.size(), aidnet::no_index);
  for (std::size_t k = 0; k < codes.size(); ++k)
    if (!column[k].blank()) codes[k] = known[key(column[k])];
  return py::make_tuple("words", names, array_of(std::move(codes)));
}

/// Whole numbers, and where they are missing.
inline py::tuple exported(const al::Integers& column, const Owner& owner) {
  std::vector<unsigned char> missing(column.size());
  for (std::size_t k = 0; k < missing.size(); ++k) missing[k] = column[k] == al::no_number;
  return py::make_tuple("integers", array_view(std::span<const std::int64_t>(column), owner),
                        array_of(std::move(missing)));
}

inline py::tuple exported(const al::Numbers& column, const Owner& owner) {
  return py::make_tuple("numbers", array_view(std::span<const double>(column), owner));
}

/// Amounts in base units; NaN where empty.
inline py::tuple exported(const al::Amounts& column, const Owner& owner) {
  const al::Units& units = owner->flows().unit;
  std::vector<int> decimals;
  for (std::size_t code = 0; code < units.words().size(); ++code)
    decimals.push_back(al::decimals_of(units.words()[code]));
  const int without_unit = al::decimals_of("");
  std::vector<double> values(column.size());
  for (std::size_t k = 0; k < values.size(); ++k) {
    const aidnet::index_t code = units.codes()[k];
    values[k] = column[k] == al::no_number
                    ? std::nan("")
                    : al::in_base_units(column[k], code == aidnet::no_index
                                                       ? without_unit
                                                       : decimals[static_cast<std::size_t>(code)]);
  }
  return py::make_tuple("numbers", array_of(std::move(values)));
}

}  // namespace ledger_columns
