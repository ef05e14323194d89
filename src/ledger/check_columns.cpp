#include "check_detail.hpp"
#include "lacking_detail.hpp"
#include "near_detail.hpp"

// Columns that are kept as they are, though they may be a known one that was mistyped.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

constexpr std::size_t longest_slip = 200;  // of names: a longer one is no slip of the pen

index_t first_filled(const Text& cells) {
  if (cells.blank()) return no_index;
  std::size_t row = 0;
  while (cells[row].empty()) ++row;
  return static_cast<index_t>(row);
}

template <class Table>
void tell_columns(Checks& c, const Table& table) {
  if (table.extra.empty()) return;
  const std::vector<std::string_view> lacking = lacking_columns(table);
  for (const ExtraColumn& extra : table.extra) {
    c.control.poll();
    const index_t row = first_filled(extra.cells);
    if (row == no_index || extra.name.size() > longest_slip) continue;
    const std::u32string own = code_points(extra.name);
    std::size_t least = edits_allowed(own.size()) + 1;
    std::string_view near;
    for (const std::string_view name : lacking)
      if (const std::size_t distance = edits(own, code_points(name)); distance < least)
        least = distance, near = name;
    if (!near.empty())
      c.tell(
          FindingKind::column, Verdict::undecided, Table::id, {row},
          text(Table::name, " has the unknown column ", extra.name, "; did you mean ", near, "?"));
  }
}

}  // namespace

void check_columns(Checks& c) {
  Tables::each_table(c.ledger.tables(), [&](const auto& table) { tell_columns(c, table); });
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
