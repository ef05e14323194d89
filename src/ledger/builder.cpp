#include "aidnet/ledger/builder.hpp"

#include <algorithm>
#include <optional>

#include "blank_detail.hpp"
#include "core/text_detail.hpp"
#include "header_detail.hpp"
#include "negative_detail.hpp"
#include "readers_detail.hpp"
#include "validate_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

using aidnet::detail::text;
using detail::Cells;

using detail::absent;
using detail::is_reference;

template <TableId target>
TableId target_of(const References<target>&) {
  return target;
}

std::size_t place_in_order(TableId table) {
  return static_cast<std::size_t>(std::find(feeding_order.begin(), feeding_order.end(), table) -
                                  feeding_order.begin());
}

/// Whatever fails half-way leaves the builder broken.
template <class State, class Do>
void attempt(State& state, const Do& perform) {
  try {
    perform(state);
  } catch (...) {
    state.broken = true;
    throw;
  }
}

}  // namespace

struct LedgerBuilder::State {
  /// A reference to a row of the same table, which may stand further down.
  struct Waiting {
    std::vector<index_t>* column;
    std::size_t row;
    std::string id;
    std::string_view name;
    std::int64_t line;
  };

  /// A column of references in the batch at hand.
  struct Reference {
    std::string_view name;
    Cells cells;
    std::vector<index_t>* column;
    TableId target;
    std::string_view last{};  ///< neighbours mostly repeat the id
    index_t last_row = no_index;
  };

  LedgerOptions options;
  std::shared_ptr<Ledger::Data> data = std::make_shared<Ledger::Data>();
  detail::Problems problems;
  std::size_t begun = 0;  ///< how many tables of feeding_order have had their turn
  std::optional<TableId> current;
  detail::TableInput input;
  detail::Header header;
  bool numbers_rows = false;
  bool broken = false;
  std::vector<Waiting> waiting;
  std::vector<int> decimals;            ///< of each unit of the flows
  std::vector<std::string_view> stays;  ///< scratch of Negative::drop

  explicit State(const LedgerOptions& o) : options(o), problems(o.max_problems) {}

  void begin(TableId id, std::span<const std::string_view> columns, std::string_view file);
  void end();
  void rows(std::span<const std::string_view> cells, std::span<const std::int64_t> lines);

  template <class Table>
  void read(Table& table, std::span<const std::string_view> cells);
  void read_references(std::vector<Reference>& references, std::size_t count);
  index_t row_of(TableId table, std::string_view id, std::string_view name, std::size_t offset);
  template <class Table>
  void check(const Table& table, std::size_t first) const;

  template <class Do>
  void with_table(TableId id, const Do& perform) {
    Tables::each_table(data->tables, [&](auto& table) {
      if (table.id == id) perform(table);
    });
  }
};

void LedgerBuilder::State::begin(TableId id, std::span<const std::string_view> columns,
                                 std::string_view file) {
  end();
  std::string_view name;
  with_table(id, [&](const auto& table) { name = table.name; });
  if (place_in_order(id) < begun)
    throw ValidationError(text("the table ", name,
                               " was given before, or a table that names its "
                               "rows was; see the order in the documentation of LedgerBuilder"));
  begun = place_in_order(id) + 1;
  current = id;
  input = {.problems = &problems,
           .file = std::string(file.empty() ? name : file),
           .lines = {},
           .first = 0,
           .has_amount = false,
           .has_year = false,
           .left_out = {}};
  with_table(id, [&](auto& table) { header = detail::read_header(table, columns, input); });
  numbers_rows = id == TableId::flows && header.where[0] == absent;
}

/// Row by row, so that rows which are made stand in the order in which they are named, whatever the
/// size of the batches.
void LedgerBuilder::State::read_references(std::vector<Reference>& references, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k)
    for (Reference& r : references) {
      const std::string_view id = r.cells[k];
      index_t row = no_index;
      if (!id.empty() && r.target == *current) {
        const std::int64_t line = input.lines.empty() ? 0 : input.lines[k];
        waiting.push_back({r.column, r.column->size(), std::string(id), r.name, line});
      } else if (!id.empty()) {
        if (id != r.last) r.last_row = row_of(r.target, id, r.name, k), r.last = id;
        row = r.last_row;
      }
      r.column->push_back(row);
    }
}

index_t LedgerBuilder::State::row_of(TableId table, std::string_view id, std::string_view name,
                                     std::size_t offset) {
  Keys& keys = *detail::keys_of(data->tables, table);
  const auto next = static_cast<index_t>(keys.size());
  const index_t row = data->keys[static_cast<std::size_t>(table)].find_or_add(keys, id, next);
  if (row == next) {
    if (std::string fault = detail::fault_of_id(id); !fault.empty())
      input.report(offset, name, id, std::move(fault));
    keys.push_back(id);
  }
  return row;
}

template <class Table>
void LedgerBuilder::State::read(Table& table, std::span<const std::string_view> cells) {
  const std::size_t width = header.width, count = cells.size() / width;
  const std::size_t first = table.size();
  std::vector<Reference> references;
  std::size_t number = 0;
  Table::each_column(table, [&](std::string_view name, auto& column) {
    using Column = std::remove_cvref_t<decltype(column)>;
    const std::size_t at = header.where[number++];
    const Cells own{at == absent ? nullptr : cells.data() + at, width, count};
    if constexpr (std::is_same_v<Column, Keys>)
      detail::read_column(input, name, own, column, data->keys[static_cast<std::size_t>(Table::id)],
                          numbers_rows);
    else if constexpr (std::is_same_v<Column, Amounts>)
      detail::read_column(
          input, name, own, column, data->tables.flows.unit, decimals,
          options.negative == Negative::reverse || options.negative == Negative::net);
    else if constexpr (is_reference<Column>)
      at == absent ? column.resize(first + count, no_index)
                   : references.push_back({name, own, &column, target_of(column)});
    else
      detail::read_column(input, name, own, column);
    if (at != absent && detail::is_required(Table::id, name))
      for (std::size_t k = 0; k < count; ++k)
        if (own[k].empty()) input.report(k, name, "", "must not be empty");
  });
  read_references(references, count);
  for (std::size_t k = 0; k < header.extra.size(); ++k)
    detail::read_column(input, table.extra[k].name, {cells.data() + header.extra[k], width, count},
                        table.extra[k].cells);
  check(table, first);
}

template <class Table>
void LedgerBuilder::State::check(const Table& table, std::size_t first) const {
  if constexpr (Table::id == TableId::flows) {
    if (options.negative == Negative::reverse)
      detail::turn_negative(data->tables.flows, first, input);
    detail::check_bounds(table, first, input);
  }
  if constexpr (requires { table.start; })
    detail::check_dates(table.start, "start", table.end, "end", first, input);
  if constexpr (requires { table.valid_from; })
    detail::check_dates(table.valid_from, "valid_from", table.valid_to, "valid_to", first, input);
  if constexpr (requires { table.joined; })
    detail::check_dates(table.joined, "joined", table.left, "left", first, input);
}

void LedgerBuilder::State::rows(std::span<const std::string_view> cells,
                                std::span<const std::int64_t> lines) {
  if (!current) throw ValidationError("begin a table before giving its rows");
  if (header.width == 0 || cells.size() % header.width != 0)
    throw ValidationError(
        text(cells.size(), " cells are no whole rows of ", header.width, " columns"));
  if (!lines.empty() && lines.size() != cells.size() / header.width)
    throw ValidationError(
        text(lines.size(), " lines are not those of ", cells.size() / header.width, " rows"));
  input.lines.assign(lines.begin(), lines.end());
  with_table(*current, [&](auto& table) {
    input.first = table.size();
    if (options.negative == Negative::drop && table.id == TableId::flows) {
      detail::drop_negative(cells, header, input, stays);
      cells = stays;
    }
    read(table, cells);
  });
}

/// Ends the current table: rows that wait for others of it find them.
void LedgerBuilder::State::end() {
  if (!current) return;
  const TableId table = *current;
  const Keys* keys = detail::keys_of(data->tables, table);
  std::size_t& rows = data->listed[static_cast<std::size_t>(table)];
  with_table(table, [&](const auto& t) { rows = t.size(); });
  // From here on the batch is the whole table, with the lines of those that wait.
  input.first = 0;
  input.lines.assign(waiting.empty() ? 0 : rows, 0);
  for (const Waiting& w : waiting) input.lines[w.row] = w.line;
  for (const Waiting& w : waiting) {
    index_t row = data->keys[static_cast<std::size_t>(table)].find(*keys, w.id);
    if (row == no_index && table == TableId::flows)
      input.report(w.row, w.name, w.id, "no flow has this id");
    else if (row == no_index)
      row = row_of(table, w.id, w.name, w.row);
    (*w.column)[w.row] = row;
  }
  waiting.clear();
  if (table == TableId::flows) detail::check_links(data->tables.flows, input);
  current.reset();
}

LedgerBuilder::LedgerBuilder(const LedgerOptions& options)
    : state_(std::make_unique<State>(options)) {}
LedgerBuilder::LedgerBuilder(LedgerBuilder&&) noexcept = default;
LedgerBuilder& LedgerBuilder::operator=(LedgerBuilder&&) noexcept = default;
LedgerBuilder::~LedgerBuilder() = default;

LedgerBuilder::State& LedgerBuilder::usable() const {
  if (state_ == nullptr) throw ValidationError("the builder was moved from");
  if (state_->broken) throw ValidationError("the builder is broken by an earlier error");
  return *state_;
}

void LedgerBuilder::begin(TableId table, std::span<const std::string_view> columns,
                          std::string_view file) {
  attempt(usable(), [&](State& state) { state.begin(table, columns, file); });
}

void LedgerBuilder::begin(TableId table, std::initializer_list<std::string_view> columns) {
  begin(table, {columns.begin(), columns.size()}, "");
}

void LedgerBuilder::rows(std::span<const std::string_view> cells,
                         std::span<const std::int64_t> lines) {
  attempt(usable(), [&](State& state) { state.rows(cells, lines); });
}

void LedgerBuilder::row(std::initializer_list<std::string_view> cells) {
  rows({cells.begin(), cells.size()}, {});
}

void LedgerBuilder::skip_row() {
  State& state = usable();
  if (!state.current) throw ValidationError("begin a table before giving its rows");
  state.with_table(*state.current,
                   [&](const auto& table) { state.input.left_out.push_back(table.size()); });
}

void LedgerBuilder::report(Problem problem) { usable().problems.add(std::move(problem)); }

Ledger LedgerBuilder::build(PackageInfo package) {
  attempt(usable(), [](State& state) { state.end(); });
  const std::unique_ptr<State> state =
      std::exchange(state_, std::make_unique<State>(state_->options));
  if (state->problems.any()) state->problems.raise();
  Tables::each_table(state->data->tables, [](auto& table) {
    const std::size_t rows = table.size();
    table.each_column(table, [&](std::string_view, auto& column) { detail::pad(column, rows); });
    for (ExtraColumn& extra : table.extra) detail::pad(extra.cells, rows);
  });
  state->data->package = std::move(package);
  return Ledger(std::move(state->data));
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
