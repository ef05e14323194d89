#pragma once

// What a ledger's builder or reader tells of its input.

#include <string>
#include <string_view>
#include <vector>

#include "aidnet/ledger/builder.hpp"

namespace testing_support {

using Strings = std::vector<std::string>;
using Cells = std::vector<std::string_view>;

/// The messages of all problems that are kept; none where `make` finds nothing wrong.
template <class Make>
Strings told(const Make& make) {
  Strings messages;
  try {
    (void)make();
  } catch (const aidnet::ledger::LedgerError& error) {
    for (const aidnet::ledger::Problem& problem : error.problems())
      messages.push_back(problem.message());
  }
  return messages;
}

/// What is told of the cells of rows of a table.
inline Strings told_of_row(aidnet::ledger::TableId table, const Cells& columns,
                           const Cells& cells) {
  return told([&] {
    aidnet::ledger::LedgerBuilder builder;
    builder.begin(table, columns);
    builder.rows(cells);
    return builder.build();
  });
}

/// The message of the error that is no LedgerError; "" where there is none.
template <class Make>
std::string refused(const Make& make) {
  try {
    (void)make();
  } catch (const aidnet::ledger::LedgerError& error) {
    return "a LedgerError: " + std::string(error.what());
  } catch (const aidnet::ValidationError& error) {
    return error.what();
  }
  return "";
}

}  // namespace testing_support
