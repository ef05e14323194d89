#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/ledger/ledger.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// One thing that is wrong with the input, and where.
struct Problem {
  std::string file;       ///< or the table's name
  std::int64_t row = 0;   ///< counted from 1, without the header; 0: the file as a whole
  std::int64_t line = 0;  ///< in the file, counted from 1; 0 where there are no lines
  std::string column;
  std::string text;  ///< the cell
  std::string
      expected;  ///< what is wrong and what was expected, with a proposal where there is one

  [[nodiscard]] std::string message() const;
};

/// Everything that is wrong with an input, up to a cap.
class LedgerError : public ValidationError {
 public:
  LedgerError(std::vector<Problem> problems, std::int64_t total);
  [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return *problems_; }
  /// How many there are, those beyond the cap included.
  [[nodiscard]] std::int64_t total() const noexcept { return total_; }

 private:
  std::shared_ptr<const std::vector<Problem>> problems_;
  std::int64_t total_;
};

/// What to do with an amount below zero.
enum class Negative {
  error,    ///< refuse it
  reverse,  ///< turn the flow round: a positive amount from the recipient to the donor; bounds turn
            ///< with it, the direction stays as stated
  net,      ///< keep it, so that it is subtracted where amounts are added
  drop,     ///< leave the flow out; other flows must not name it
};

/// The order in which LedgerBuilder is given tables: a row that is named before it is listed would
/// be created.
inline constexpr std::array<TableId, table_count> feeding_order{
    TableId::sources, TableId::places,    TableId::programmes, TableId::parties,
    TableId::groups,  TableId::relations, TableId::aliases,    TableId::flows};

struct LedgerOptions {
  Negative negative = Negative::error;
  /// Most problems that are told; the others are counted.
  std::size_t max_problems = 100;
};

/// Makes a Ledger of tables of text: the one place where a ledger's input is validated.
///
/// Cells are text as in the CSV files: empty where nothing is stated, plain decimals, ISO dates,
/// the names of enums.hpp, ids. Columns that are not known are kept. In flows, `amount` is another
/// name of `value`, and `year` gives both `start` and `end`; without a column `flow`, a flow's id
/// is the number of its row, from 1. Rows of other tables that are named and not listed are
/// created.
///
///     LedgerBuilder builder;
///     builder.begin(TableId::flows, {"donor", "recipient", "amount", "unit", "year"});
///     builder.row({"ningbo", "yanbian", "2598000", "CNY", "2018"});
///     const Ledger ledger = builder.build();
///
/// After an exception the builder is broken, as a table may be there by halves: all later calls
/// throw ValidationError, as do those of a builder that was moved from.
class LedgerBuilder {
 public:
  explicit LedgerBuilder(const LedgerOptions& options = {});
  LedgerBuilder(LedgerBuilder&&) noexcept;
  LedgerBuilder& operator=(LedgerBuilder&&) noexcept;
  ~LedgerBuilder();

  /// The rows that follow are of this table and have these columns. Each table at most once, in
  /// feeding_order.
  void begin(TableId table, std::span<const std::string_view> columns, std::string_view file = "");
  void begin(TableId table, std::initializer_list<std::string_view> columns);

  /// One or more rows, cell by cell; `lines` has the line of each row where there are lines.
  void rows(std::span<const std::string_view> cells, std::span<const std::int64_t> lines = {});
  void row(std::initializer_list<std::string_view> cells);

  /// Counts a row that the caller could not read (see report), so that those behind it keep their
  /// numbers.
  void skip_row();

  /// Notes a problem that the caller found; build() will throw.
  void report(Problem problem);

  /// Throws LedgerError with everything that is wrong; the builder is empty afterwards.
  [[nodiscard]] Ledger build(PackageInfo package = {});

 private:
  struct State;
  [[nodiscard]] State& usable() const;
  std::unique_ptr<State> state_;
};

}  // namespace aidnet::inline AIDNET_ABI::ledger
