#pragma once

#include <charconv>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "aidnet/ledger/decimal.hpp"
#include "aidnet/ledger/unit.hpp"
#include "core/text_detail.hpp"
#include "id_detail.hpp"
#include "ledger_detail.hpp"
#include "problems_detail.hpp"
#include "utf8_detail.hpp"

// From cells of text to typed columns: one reader for each kind of column.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Every `stride`-th of the cells; null where the column is not in the input.
struct Cells {
  const std::string_view* first;
  std::size_t stride;
  std::size_t count;
  [[nodiscard]] std::string_view operator[](std::size_t k) const {
    return first == nullptr ? std::string_view() : first[k * stride];
  }
};

/// What a cell must look like, with a proposal where the text can be understood.
[[nodiscard]] std::string expected_number(std::string_view text);
[[nodiscard]] std::string expected_integer(std::string_view text);
[[nodiscard]] std::string expected_amount(std::string_view text, std::string_view unit);
[[nodiscard]] std::string expected_date(std::string_view text);
[[nodiscard]] std::string expected_choice(std::string_view text, const std::string_view* names,
                                          std::size_t count);
/// What keeps a word from being a unit; "" where nothing does.
[[nodiscard]] std::string fault_of_unit(std::string_view text);

inline std::string fault_of_text(std::string_view text) {
  return find_bad_utf8(text) == std::string_view::npos ? "" : "must be UTF-8";
}

inline void read_column(const TableInput& in, std::string_view name, Cells cells, Keys& column,
                        KeyIndex& index, bool number_rows) {
  for (std::size_t k = 0; k < cells.count; ++k) {
    const std::string numbered =
        number_rows ? std::to_string(in.number_of(column.size())) : std::string();
    const std::string_view id = number_rows ? numbered : cells[k];
    if (std::string fault = fault_of_id(id); !fault.empty()) in.report(k, name, id, fault);
    const auto row = static_cast<index_t>(column.size());
    const index_t found = index.find_or_add(column, id, row);
    if (found != row && !id.empty())
      in.report(k, name, id,
                aidnet::detail::text("an id stands once; row ",
                                     in.number_of(static_cast<std::size_t>(found)), " has it"));
    column.push_back(id);
  }
}

inline void read_column(const TableInput& in, std::string_view name, Cells cells, Text& column) {
  for (std::size_t k = 0; k < cells.count; ++k) {
    if (std::string fault = fault_of_text(cells[k]); !fault.empty())
      in.report(k, name, cells[k], fault);
    column.push_back(cells[k]);
  }
}

/// A word is looked at when it comes first; a wrong one is told once.
template <class Fault>
void read_labels(const TableInput& in, std::string_view name, Cells cells, Labels& column,
                 const Fault& fault_of) {
  for (std::size_t k = 0; k < cells.count; ++k) {
    const std::size_t known = column.words().size();
    column.push_back(cells[k]);
    if (column.words().size() == known) continue;
    if (std::string fault = fault_of(cells[k]); !fault.empty())
      in.report(k, name, cells[k], std::move(fault));
  }
}

inline void read_column(const TableInput& in, std::string_view name, Cells cells, Labels& column) {
  read_labels(in, name, cells, column, fault_of_text);
}

inline void read_column(const TableInput& in, std::string_view name, Cells cells, Units& column) {
  read_labels(in, name, cells, column, fault_of_unit);
}

template <class Enum>
requires std::is_enum_v<Enum>
void read_column(const TableInput& in, std::string_view name, Cells cells, Choices<Enum>& column) {
  using N = Names<Enum>;
  Enum last{};
  for (std::size_t k = 0; k < cells.count; ++k) {
    const std::string_view text = cells[k];
    if (text != name_of(last)) {  // neighbours mostly agree
      const std::optional<Enum> value = value_of<Enum>(text);
      if (!value)
        in.report(k, name, text, expected_choice(text, N::values.data(), N::values.size()));
      last = value.value_or(Enum{});
    }
    column.push_back(last);
  }
}

inline void read_column(const TableInput& in, std::string_view name, Cells cells, Dates& column) {
  for (std::size_t k = 0; k < cells.count; ++k) {
    const std::string_view text = cells[k];
    std::optional<Date> date = text.empty() ? Date{} : Date::parse(text);
    if (!date) in.report(k, name, text, expected_date(text));
    column.push_back(date.value_or(Date{}));
  }
}

inline void read_column(const TableInput& in, std::string_view name, Cells cells,
                        Integers& column) {
  for (std::size_t k = 0; k < cells.count; ++k) {
    const std::string_view text = cells[k];
    std::int64_t number = no_number;
    if (!text.empty()) {
      const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (fault != std::errc() || end != text.data() + text.size() || number < 0) {
        in.report(k, name, text, expected_integer(text));
        number = no_number;
      }
    }
    column.push_back(number);
  }
}

inline void read_column(const TableInput& in, std::string_view name, Cells cells, Numbers& column) {
  for (std::size_t k = 0; k < cells.count; ++k) {
    const std::string_view text = cells[k];
    double number = std::nan("");
    if (!text.empty()) {
      const auto [end, fault] =
          std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
      if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) {
        in.report(k, name, text, expected_number(text));
        number = std::nan("");
      }
    }
    column.push_back(number);
  }
}

/// Amounts are read in units of their row, whose unit has been read before; `decimals` keeps those
/// of each unit from batch to batch.
inline void read_column(const TableInput& in, std::string_view name, Cells cells, Amounts& column,
                        const Units& units, std::vector<int>& decimals, bool negative_allowed) {
  while (decimals.size() < units.words().size())
    decimals.push_back(decimals_of(units.words()[decimals.size()]));
  const int without_unit = decimals_of("");
  for (std::size_t k = 0; k < cells.count; ++k) {
    const std::string_view text = cells[k];
    std::int64_t amount = no_number;
    if (!text.empty()) {
      const std::size_t row = column.size();
      const index_t code = units.codes()[row];
      const auto number = Decimal::parse(text);
      const auto exact =
          number ? number->in_units(code == no_index ? without_unit
                                                     : decimals[static_cast<std::size_t>(code)])
                 : std::nullopt;
      if (!exact)
        in.report(k, name, text, expected_amount(text, units[row]));
      else if (*exact < 0 && !negative_allowed)
        in.report(k, name, text,
                  "an amount of 0 or more was expected; the option `negative` says what else to "
                  "do with those below (reverse, net or drop)");
      else
        amount = *exact;
    }
    column.push_back(amount);
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
