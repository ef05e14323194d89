#include <algorithm>
#include <bit>
#include <numeric>

#include "check_detail.hpp"
#include "near_detail.hpp"

// Ids that are named and not listed, and names of nothing.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

constexpr std::size_t most_proposals = 1000;  // of a table: more are no slips of the pen

/// Finds the nearest of the listed ids of a table.
class Nearest {
 public:
  Nearest(const Text& ids, std::size_t listed) {
    for (std::size_t i = 0; i < listed; ++i) {
      points_.push_back(code_points(ids[i]));
      letters_.push_back(letters_of(points_.back()));
    }
  }

  /// Fewest edits, then first row; no_index where none is near.
  [[nodiscard]] index_t to(std::string_view id) const {
    const std::u32string own = code_points(id);
    const std::uint64_t letters = letters_of(own);
    std::size_t least = edits_allowed(own.size()) + 1;
    index_t found = no_index;
    for (std::size_t i = 0; i < points_.size() && least > 1; ++i) {
      // Each edit changes at most two of the letters.
      if (std::popcount(letters ^ letters_[i]) > static_cast<int>(2 * most_edits)) continue;
      const std::size_t distance = edits(own, points_[i]);
      if (distance >= least) continue;
      least = distance;
      found = static_cast<index_t>(i);
    }
    return found;
  }

 private:
  static std::uint64_t letters_of(std::u32string_view points) {
    std::uint64_t letters = 0;
    for (const char32_t c : points) letters |= std::uint64_t{1} << (c % 64);
    return letters;
  }

  std::vector<std::u32string> points_;
  std::vector<std::uint64_t> letters_;
};

/// Who names a row first.
struct Mention {
  std::string_view table, column;
  index_t row = no_index;
};

/// For the rows of `target` behind the listed ones.
template <TableId target>
std::vector<Mention> mentions(const Tables& tables, std::size_t listed, std::size_t size) {
  std::vector<Mention> found(size - listed);
  Tables::each_table(tables, [&]<class Table>(const Table& table) {
    Table::each_column(table, [&]<class Column>(std::string_view name, const Column& column) {
      if constexpr (std::is_same_v<Column, References<target>>) {
        for (std::size_t i = 0; i < column.size(); ++i) {
          if (column[i] == no_index || at(column[i]) < listed) continue;
          Mention& mention = found[at(column[i]) - listed];
          if (mention.row == no_index) mention = {Table::name, name, static_cast<index_t>(i)};
        }
      }
    });
  });
  return found;
}

template <TableId target>
void tell_unlisted(Checks& c, const Keys& ids, std::string_view table, std::string_view one) {
  const std::size_t listed = c.ledger.listed(target);
  if (listed == 0 || listed >= ids.size()) return;
  const std::vector<Mention> named = mentions<target>(c.ledger.tables(), listed, ids.size());
  const Nearest nearest(ids, listed);
  for (std::size_t i = listed; i < ids.size(); ++i) {
    c.control.poll();
    const index_t near = i - listed < most_proposals ? nearest.to(ids[i]) : no_index;
    const Mention& by = named[i - listed];
    std::string line = text("the ", one, " ", ids[i], " is not listed in ", table);
    if (by.row != no_index)
      line += text("; first named in ", by.table, ", row ", by.row + 1, ", as ", by.column);
    if (near != no_index) line += text("; did you mean ", ids[at(near)], "?");
    std::vector<index_t> rows{static_cast<index_t>(i)};
    if (near != no_index) rows.push_back(near);
    c.tell(FindingKind::unlisted, Verdict::undecided, target, std::move(rows), std::move(line));
  }
}

void tell_aliases(Checks& c) {
  const Aliases& aliases = c.ledger.aliases();
  for (std::size_t i = 0; i < aliases.size(); ++i) {
    const std::string_view id = aliases.entity[i];
    const auto known = [&](TableId table) { return c.ledger.find(table, id) != no_index; };
    if (known(TableId::parties) || known(TableId::places) || known(TableId::programmes)) continue;
    c.tell(FindingKind::alias, Verdict::inconsistent, TableId::aliases, {static_cast<index_t>(i)},
           id.empty() ? text("the alias ", quoted(aliases.alias[i]), " names no entity")
                      : text("the alias ", quoted(aliases.alias[i]), " is a name of ", id,
                             ", which is no party, place or programme"));
  }
}

}  // namespace

void check_listings(Checks& c) {
  const Tables& t = c.ledger.tables();
  tell_unlisted<TableId::parties>(c, t.parties.party, "parties", "party");
  tell_unlisted<TableId::places>(c, t.places.place, "places", "place");
  tell_unlisted<TableId::programmes>(c, t.programmes.programme, "programmes", "programme");
  tell_unlisted<TableId::sources>(c, t.sources.source, "sources", "source");
  tell_aliases(c);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
