#pragma once

#include <array>

#include "aidnet/ledger/ledger.hpp"
#include "key_index_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// What the handles of one ledger share.
struct Ledger::Data {
  Tables tables;
  std::array<detail::KeyIndex, table_count> keys;  // of the tables that have ids
  std::array<std::size_t, table_count> listed{};
  PackageInfo package;
};

namespace detail {

/// The column of ids of a table, or null. `Some` is Tables or const Tables.
template <class Some>
auto* keys_of(Some& tables, TableId table) {
  switch (table) {
    case TableId::flows:
      return &tables.flows.flow;
    case TableId::parties:
      return &tables.parties.party;
    case TableId::places:
      return &tables.places.place;
    case TableId::programmes:
      return &tables.programmes.programme;
    case TableId::sources:
      return &tables.sources.source;
    default:
      return static_cast<decltype(&tables.flows.flow)>(nullptr);
  }
}

}  // namespace detail
}  // namespace aidnet::inline AIDNET_ABI::ledger
