#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "aidnet/core/control.hpp"
#include "aidnet/ledger/builder.hpp"

namespace aidnet::inline AIDNET_ABI::io {

struct ReadOptions {
  ledger::LedgerOptions ledger{};
  /// Longest cell and longest line that are read, in bytes: a quote that is never closed would
  /// swallow the rest of a file.
  std::size_t max_field = std::size_t{16} << 20;
  std::size_t max_line = std::size_t{64} << 20;
};

/// Reads a ledger: the folder of a data package, its datapackage.json, or one CSV table of flows
/// (with at least the columns donor and recipient).
///
/// A package is datapackage.json beside UTF-8 CSV files (Frictionless Data), of which those are
/// read that it lists; without the descriptor, files with the names of the tables (flows.csv, …)
/// are read. Only the flows are required. A byte order mark, CRLF and blank lines are fine; unknown
/// columns and files are kept. Only files below the package's folder are opened.
///
/// Throws ledger::LedgerError with all that is wrong, by file, row, line and column;
/// ValidationError where there is no such file. O(bytes).
[[nodiscard]] ledger::Ledger read_package(const std::filesystem::path& path,
                                          const ReadOptions& options = {},
                                          const Control& control = {});

/// The same from any store of files: `open` returns the bytes of a file of the package by its
/// relative path, or nothing where there is none.
using OpenFile = std::function<std::optional<std::string>(const std::string& path)>;
[[nodiscard]] ledger::Ledger read_package(const OpenFile& open, const ReadOptions& options = {},
                                          const Control& control = {});

/// The same from the text of one table of flows; `name` is what errors call it.
[[nodiscard]] ledger::Ledger read_flows(std::string_view text, std::string_view name = "flows.csv",
                                        const ReadOptions& options = {},
                                        const Control& control = {});

/// Writes the package into a folder, which is made where it is missing.
///
/// What was written reads back to the same ledger, and that writes the same bytes. Every file is
/// first written beside its place and flushed to disk; only when all are there do they take their
/// places, each in one step, so that no reader ever sees half a file and a full disk leaves the old
/// package as it was. Files of tables that the old package in the folder lists, and the new one
/// does not, are removed then; all others stay. Throws ValidationError where the folder cannot be
/// written.
void write_package(const ledger::Ledger& ledger, const std::filesystem::path& folder,
                   const Control& control = {});

/// The same into any store of files: calls take(path, bytes) for each file of the package, the
/// descriptor last.
using TakeFile = std::function<void(const std::string& path, std::string_view bytes)>;
void write_package(const ledger::Ledger& ledger, const TakeFile& take, const Control& control = {});

/// The text of one table as `write_package` writes it.
[[nodiscard]] std::string table_csv(const ledger::Ledger& ledger, ledger::TableId table);

/// The text of datapackage.json as `write_package` writes it: what the ledger's package said, with
/// the tables and columns that it has now.
[[nodiscard]] std::string descriptor_json(const ledger::Ledger& ledger);

}  // namespace aidnet::inline AIDNET_ABI::io
