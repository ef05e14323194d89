#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/io/package.hpp"

namespace aidnet::inline AIDNET_ABI::io::detail {

/// Reads CSV (RFC 4180) out of a buffer that outlives it: records of cells, which are views of the
/// buffer wherever no quote had to be taken out. LF, CRLF and CR end lines; blank lines are
/// skipped.
class CsvReader {
 public:
  CsvReader(std::string_view text, const ReadOptions& options);

  /// Appends the cells of the next record; false at the end. The fault, if any, is a property of
  /// the file from there on: nothing more can be read.
  bool next(std::vector<std::string_view>& cells);

  /// The line on which the last record began, counted from 1.
  [[nodiscard]] std::int64_t line() const noexcept { return line_; }
  /// What made the reader stop before the end; "" if nothing did.
  [[nodiscard]] const std::string& fault() const noexcept { return fault_; }
  /// Forgets the cells that were unquoted; those handed out before are no longer valid.
  void release() { unquoted_.clear(); }

 private:
  std::string_view quoted_cell();
  bool stop(std::string fault);

  std::string_view text_;
  std::size_t at_ = 0;
  std::int64_t line_ = 0;
  std::int64_t next_line_ = 1;
  std::size_t max_field_, max_line_;
  std::string fault_;
  std::deque<std::string> unquoted_;  // addresses must stay
};

/// How many lines end in a text: with LF, CRLF or CR.
[[nodiscard]] std::int64_t line_ends(std::string_view text);

/// Appends a cell, in quotes where it needs them.
void append_cell(std::string& text, std::string_view cell);

}  // namespace aidnet::inline AIDNET_ABI::io::detail
