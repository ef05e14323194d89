#pragma once

// Between the nodes of a ledger's network and what people call them.

#include <aidnet/ledger/match.hpp>
#include <aidnet/ledger/network.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

inline std::size_t at(aidnet::index_t i) { return static_cast<std::size_t>(i); }

/// The English name of a node, or else the Chinese one, or else its id.
inline std::string name_of(const aidnet::ledger::LedgerNetwork& network, aidnet::index_t index) {
  using Kind = aidnet::ledger::NetworkNode::Kind;
  const auto& node = network.nodes()[at(index)];
  const auto name_in = [&](const auto& table) {
    const std::string_view en = table.name_en[at(node.row)], zh = table.name_zh[at(node.row)];
    return std::string(!en.empty() ? en : !zh.empty() ? zh : std::string_view(node.label));
  };
  const aidnet::ledger::Ledger& ledger = network.ledger();
  return node.kind == Kind::place ? name_in(ledger.places()) : name_in(ledger.parties());
}

/// The node that a name means: a party, or, at the levels of places, a place, or a party that has
/// no place there and is a node itself. Throws AmbiguousNameError where several bear the name,
/// UnknownNameError where nobody does, ValidationError where who bears it is no node.
inline aidnet::index_t node_called(const std::string& name,
                                   const aidnet::ledger::LedgerNetwork& network,
                                   aidnet::ledger::Level level) {
  using namespace aidnet::ledger;
  const Matcher names(network.ledger());
  std::vector<TableId> tables{TableId::places, TableId::parties};
  if (level == Level::party || level == Level::institution) tables.erase(tables.begin());
  for (const TableId table : tables) {
    if (names.candidates(table, name).empty()) continue;
    const aidnet::index_t row = names.find(table, name);
    const auto kind =
        table == TableId::places ? NetworkNode::Kind::place : NetworkNode::Kind::party;
    for (std::size_t i = 0; i < network.nodes().size(); ++i)
      if (network.nodes()[i].kind == kind && network.nodes()[i].row == row)
        return static_cast<aidnet::index_t>(i);
  }
  if (names.candidates(name).empty()) (void)names.find(tables.front(), name);
  throw aidnet::ValidationError(
      "'" + name + "' is in the ledger, but no money goes from or to it " + "at this level");
}
