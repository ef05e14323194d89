#pragma once

// Small ledgers from tables as a test writes them down, and random ones.

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/ledger/builder.hpp"
#include "aidnet/ledger/network.hpp"

namespace testing_support {

using aidnet::ledger::Ledger;
using aidnet::ledger::LedgerBuilder;
using aidnet::ledger::LedgerOptions;
using aidnet::ledger::TableId;

/// The rows of a table; the first one has the names of its columns.
using Rows = std::vector<std::vector<std::string>>;
using TableRows = std::map<TableId, Rows>;

/// "flow donor value; f1 a 10; f2 b ." : rows by semicolons or line ends, cells by blanks, a dot is
/// an empty cell, and a row may stop early.
inline Rows rows_of(std::string_view text) {
  Rows rows(1);
  std::string cell;
  const auto end_cell = [&] {
    if (!cell.empty()) rows.back().push_back(cell == "." ? "" : cell);
    cell.clear();
  };
  for (const char c : text) {
    if (c == ';' || c == '\n') {
      end_cell();
      if (!rows.back().empty()) rows.emplace_back();
    } else if (c == ' ') {
      end_cell();
    } else {
      cell += c;
    }
  }
  end_cell();
  if (rows.back().empty()) rows.pop_back();
  for (std::vector<std::string>& row : rows) row.resize(rows.front().size());
  return rows;
}

inline Ledger ledger_of(const TableRows& tables, const LedgerOptions& options = {}) {
  using enum TableId;
  LedgerBuilder builder(options);
  for (const TableId id :
       {sources, places, programmes, parties, groups, relations, aliases, flows}) {
    const auto found = tables.find(id);
    if (found == tables.end() || found->second.empty()) continue;
    const Rows& rows = found->second;
    std::vector<std::string_view> cells(rows.front().begin(), rows.front().end());
    builder.begin(id, cells);
    cells.clear();
    for (std::size_t k = 1; k < rows.size(); ++k)
      cells.insert(cells.end(), rows[k].begin(), rows[k].end());
    builder.rows(cells);
  }
  return builder.build();
}

/// Tables as `rows_of` reads them.
inline Ledger ledger_of(const std::map<TableId, std::string>& texts,
                        const LedgerOptions& options = {}) {
  TableRows tables;
  for (const auto& [id, text] : texts) tables[id] = rows_of(text);
  return ledger_of(tables, options);
}

/// A ledger of flows alone.
inline Ledger ledger_of_flows(std::string_view flows, const LedgerOptions& options = {}) {
  return ledger_of(TableRows{{TableId::flows, rows_of(flows)}}, options);
}

/// "a > b" and what runs between them in whole units, by the flows behind the edge.
inline std::map<std::string, std::int64_t> edges_of(const aidnet::ledger::LedgerNetwork& network) {
  std::map<std::string, std::int64_t> edges;
  for (aidnet::index_t u = 0; u < network.graph().node_count(); ++u)
    for (const aidnet::index_t v : network.graph().out_neighbors(u)) {
      std::int64_t sum = 0;
      for (const aidnet::ledger::EdgeFlow& flow :
           network.flows_of(network.graph().find_entry(u, v)))
        sum += flow.amount;
      edges[network.nodes()[static_cast<std::size_t>(u)].label + " > " +
            network.nodes()[static_cast<std::size_t>(v)].label] = sum;
    }
  return edges;
}
using Edges = std::map<std::string, std::int64_t>;

/// The fates of all flows, in their order: "used same_as".
inline std::string fates_of(const aidnet::ledger::LedgerNetwork& network) {
  std::string names;
  for (const aidnet::ledger::Fate fate : network.fates())
    names += (names.empty() ? "" : " ") + std::string(aidnet::ledger::name_of(fate));
  return names;
}

inline std::vector<std::string> labels_of(const aidnet::ledger::LedgerNetwork& network) {
  std::vector<std::string> labels;
  for (const aidnet::ledger::NetworkNode& node : network.nodes()) labels.push_back(node.label);
  return labels;
}

}  // namespace testing_support
