#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>

#include "aidnet/io/package.hpp"
#include "aidnet/ledger/decimal.hpp"
#include "aidnet/ledger/dictionary.hpp"
#include "aidnet/ledger/unit.hpp"
#include "core/text_detail.hpp"
#include "csv_detail.hpp"
#include "descriptor_detail.hpp"
#include "ledger/header_detail.hpp"

namespace aidnet::inline AIDNET_ABI::io {
namespace {

using ledger::TableId;
using ledger::Tables;

// ----------------------------------------------------------------- a cell of each kind of column

/// Calls perform(name, keys) with the ids of a table that has them.
template <class Do>
void with_keys(const Tables& tables, TableId table, const Do& perform) {
  Tables::each_table(tables, [&](const auto& t) {
    if (t.id != table) return;
    t.each_column(t, [&](std::string_view name, const auto& column) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(column)>, ledger::Keys>)
        perform(t.name, name, column);
    });
  });
}

struct Printer {
  const Tables* tables;
  std::string* out;
  std::vector<int> decimals;                                    ///< of each unit of the flows
  std::array<const ledger::Keys*, ledger::table_count> keys{};  ///< that references show

  explicit Printer(const Tables& t, std::string& text) : tables(&t), out(&text) {
    for (std::size_t code = 0; code < t.flows.unit.words().size(); ++code)
      decimals.push_back(ledger::decimals_of(t.flows.unit.words()[code]));
    for (std::size_t k = 0; k < keys.size(); ++k)
      with_keys(t, static_cast<TableId>(k),
                [&](auto, auto, const ledger::Keys& ids) { keys[k] = &ids; });
  }

  void cell(const ledger::Text& column, std::size_t row) const {
    detail::append_cell(*out, column[row]);
  }
  void cell(const ledger::Labels& column, std::size_t row) const {
    detail::append_cell(*out, column[row]);
  }
  template <TableId target>
  void cell(const ledger::References<target>& column, std::size_t row) const {
    if (column[row] != no_index)
      detail::append_cell(
          *out, (*keys[static_cast<std::size_t>(target)])[static_cast<std::size_t>(column[row])]);
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void cell(const ledger::Choices<Enum>& column, std::size_t row) const {
    *out += ledger::name_of(column[row]);
  }
  void cell(const ledger::Dates& column, std::size_t row) const { *out += column[row].to_string(); }
  void cell(const ledger::Integers& column, std::size_t row) const {
    if (column[row] != ledger::no_number) aidnet::detail::append(*out, column[row]);
  }
  void cell(const ledger::Numbers& column, std::size_t row) const {
    if (column[row] != column[row]) return;  // NaN
    char digits[400];
    out->append(
        digits,
        std::to_chars(digits, digits + sizeof digits, column[row], std::chars_format::fixed).ptr);
  }
  void cell(const ledger::Amounts& column, std::size_t row) const {
    if (column[row] == ledger::no_number) return;
    const index_t code = tables->flows.unit.codes()[row];
    const int places =
        code == no_index ? ledger::decimals_of("") : decimals[static_cast<std::size_t>(code)];
    *out += ledger::Decimal(column[row], places).to_string();
  }
};

// ------------------------------------------------------------------------- whether it is empty

bool blank(const ledger::Text& column) { return column.blank(); }
bool blank(const ledger::Labels& column) { return column.words().empty(); }
template <TableId target>
bool blank(const ledger::References<target>& column) {
  return std::all_of(column.begin(), column.end(), [](index_t row) { return row == no_index; });
}
template <class Value>
bool blank(const std::vector<Value>& column) {
  return std::all_of(column.begin(), column.end(), [](const auto& value) {
    if constexpr (std::is_same_v<Value, std::int64_t>)
      return value == ledger::no_number;
    else if constexpr (std::is_same_v<Value, double>)
      return value != value;
    else
      return value == Value{};
  });
}

/// Bit k: column k is written, because it stood in the input, says anything, or no table is without
/// it.
template <class Table>
std::uint64_t written_columns(const Table& table) {
  std::uint64_t written = table.stated, bit = 1;
  Table::each_column(table, [&](std::string_view name, const auto& column) {
    const bool key = std::is_same_v<std::remove_cvref_t<decltype(column)>, ledger::Keys>;
    if (key || ledger::detail::is_required(Table::id, name) || !blank(column)) written |= bit;
    bit <<= 1;
  });
  return written;
}

/// Calls perform(name, column) for those columns.
template <class Table, class Do>
void each_written(const Table& table, std::uint64_t written, const Do& perform) {
  Table::each_column(table, [&](std::string_view name, const auto& column) {
    if (written & 1) perform(name, column);
    written >>= 1;
  });
}

template <class Table>
bool is_written(const Table& table) {
  return Table::id == TableId::flows || table.stated != 0 || table.size() > 0;
}

template <class Table>
void append_table(std::string& out, const Tables& tables, const Table& table,
                  const Control& control) {
  const auto comma = [&] {
    if (!out.empty() && out.back() != '\n') out += ',';
  };
  const Printer printer(tables, out);
  const std::uint64_t written = written_columns(table);
  // The first cell of a row is never empty: it is a key or a required reference.
  each_written(table, written, [&](std::string_view name, const auto&) {
    comma();
    detail::append_cell(out, name);
  });
  for (const ledger::ExtraColumn& extra : table.extra) {
    comma();
    detail::append_cell(out, extra.name);
  }
  out += '\n';
  Poller poll(control);
  for (std::size_t row = 0; row < table.size(); ++row) {
    poll(256);  // a row is some dozens of cells
    bool first = true;
    const auto part = [&] {
      if (!first) out += ',';
      first = false;
    };
    each_written(table, written, [&](std::string_view, const auto& column) {
      part();
      printer.cell(column, row);
    });
    for (const ledger::ExtraColumn& extra : table.extra) {
      part();
      detail::append_cell(out, extra.cells[row]);
    }
    out += '\n';
  }
}

// ---------------------------------------------------------------------------- the descriptor

template <class Column>
std::string type_of() {
  if constexpr (std::is_same_v<Column, ledger::Amounts> || std::is_same_v<Column, ledger::Numbers>)
    return "number";
  else if constexpr (std::is_same_v<Column, ledger::Integers>)
    return "integer";
  else
    return "string";
}

template <TableId target>
void add_reference(detail::TableSchema::Field& field, const Tables& tables,
                   const ledger::References<target>&) {
  with_keys(tables, target, [&](std::string_view table, std::string_view key, auto&) {
    field.refers_to = table;
    field.key_of_target = key;
  });
}
template <class Column>
void add_reference(detail::TableSchema::Field&, const Tables&, const Column&) {}

template <class Column>
std::vector<std::string> choices_of() {
  if constexpr (requires { typename Column::value_type; }) {
    using Value = typename Column::value_type;
    if constexpr (std::is_enum_v<Value>) {
      const auto& names = ledger::Names<Value>::values;
      return {names.begin() + 1, names.end()};
    }
  }
  return {};
}

std::vector<detail::TableSchema> schemas(const Tables& tables) {
  std::vector<detail::TableSchema> all;
  Tables::each_table(tables, [&](const auto& table) {
    if (!is_written(table)) return;
    detail::TableSchema schema{table.id, std::string(table.name), {}};
    each_written(table, written_columns(table), [&](std::string_view name, const auto& column) {
      using Column = std::remove_cvref_t<decltype(column)>;
      auto& field = schema.fields.emplace_back();
      field = {.name = std::string(name),
               .type = type_of<Column>(),
               .description = std::string(ledger::description_of(table.id, name)),
               .choices = choices_of<Column>(),
               .key = std::is_same_v<Column, ledger::Keys>,
               .refers_to = {},
               .key_of_target = {}};
      add_reference(field, tables, column);
    });
    for (const ledger::ExtraColumn& extra : table.extra)
      schema.fields.push_back({.name = extra.name,
                               .type = "string",
                               .description = {},
                               .choices = {},
                               .key = false,
                               .refers_to = {},
                               .key_of_target = {}});
    all.push_back(std::move(schema));
  });
  return all;
}

/// Files that the package brings along may lie anywhere inside it but in the place of a table.
void check_other_files(const ledger::PackageInfo& package, const detail::Layout& layout) {
  std::set<std::string> taken{detail::descriptor_name};
  for (const auto& [table, path] : layout.tables) taken.insert(path);
  for (const ledger::OtherFile& other : package.other_files)
    if (!detail::is_inside(other.path) || !taken.insert(detail::plain_path(other.path)).second)
      throw ValidationError(aidnet::detail::text(
          "the other file ", other.path,
          " needs a relative path inside the package that no other of its files has"));
}

}  // namespace

std::string table_csv(const ledger::Ledger& ledger, TableId id) {
  std::string out;
  Tables::each_table(ledger.tables(), [&](const auto& table) {
    if (table.id == id) append_table(out, ledger.tables(), table, {});
  });
  return out;
}

std::string descriptor_json(const ledger::Ledger& ledger) {
  return detail::write_descriptor(ledger.package().descriptor, schemas(ledger.tables()));
}

void write_package(const ledger::Ledger& ledger, const TakeFile& take, const Control& control) {
  const std::string descriptor = descriptor_json(ledger);
  const detail::Layout layout = detail::read_descriptor(descriptor);
  check_other_files(ledger.package(), layout);
  Tables::each_table(ledger.tables(), [&](const auto& table) {
    if (!is_written(table)) return;
    control.poll();
    std::string csv;
    append_table(csv, ledger.tables(), table, control);
    take(layout.tables.at(table.id), csv);
  });
  for (const ledger::OtherFile& other : ledger.package().other_files) take(other.path, other.bytes);
  control.poll();
  // Last, so that whoever sees the new descriptor sees the new tables.
  take(detail::descriptor_name, descriptor);
}

}  // namespace aidnet::inline AIDNET_ABI::io
