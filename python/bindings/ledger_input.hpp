#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/ledger/builder.hpp"

// Columns of Python values as the cells of text that LedgerBuilder reads. A column is a tuple
// (words, codes), where negative codes are empty cells, or a sequence of texts, numbers and None.
namespace ledger_input {

struct Table {
  std::vector<std::string> names;
  std::vector<aidnet::ledger::Text> columns;
};

/// Needs the GIL. Throws ValidationError for columns of different lengths.
Table table(const std::vector<std::string>& names, const pybind11::list& columns);

/// Without the GIL.
void feed(aidnet::ledger::LedgerBuilder& builder, aidnet::ledger::TableId id, const Table& table,
          const aidnet::Control& control);

}  // namespace ledger_input
