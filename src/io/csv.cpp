#include "csv_detail.hpp"

#include <algorithm>
#include <cstring>

#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::io::detail {
namespace {

using aidnet::detail::text;

// Where an unquoted cell ends.
constexpr bool ends_cell(char c) { return c == ',' || c == '\n' || c == '\r'; }

}  // namespace

std::int64_t line_ends(std::string_view text) {
  std::int64_t ends = std::count(text.begin(), text.end(), '\n');
  for (std::size_t at = 0; (at = text.find('\r', at)) != text.npos; ++at)
    ends += at + 1 == text.size() || text[at + 1] != '\n';
  return ends;
}

CsvReader::CsvReader(std::string_view text, const ReadOptions& options)
    : text_(text), max_field_(options.max_field), max_line_(options.max_line) {
  if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

bool CsvReader::stop(std::string fault) {
  fault_ = std::move(fault);
  at_ = text_.size();
  return false;
}

/// The cell behind an opening quote, up to and with the closing one.
std::string_view CsvReader::quoted_cell() {
  const std::size_t begin = ++at_;
  bool doubled = false;
  for (;;) {
    const auto* found =
        static_cast<const char*>(std::memchr(text_.data() + at_, '"', text_.size() - at_));
    if (found == nullptr) {
      stop("a quote is opened and never closed");
      return {};
    }
    at_ = static_cast<std::size_t>(found - text_.data()) + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    doubled = true;
    ++at_;
  }
  const std::string_view raw = text_.substr(begin, at_ - 1 - begin);
  if (!doubled) return raw;
  std::string cell;
  cell.reserve(raw.size());
  for (std::size_t k = 0; k < raw.size(); ++k) {
    cell += raw[k];
    if (raw[k] == '"') ++k;  // the second of a pair
  }
  return unquoted_.emplace_back(std::move(cell));
}

bool CsvReader::next(std::vector<std::string_view>& cells) {
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
    if (!(text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')) ++next_line_;
    ++at_;
  }
  if (at_ >= text_.size()) return false;
  line_ = next_line_;
  const std::size_t begin = at_;
  for (;;) {
    std::string_view cell;
    if (at_ < text_.size() && text_[at_] == '"') {
      cell = quoted_cell();
      if (!fault_.empty()) return false;
      if (at_ < text_.size() && !ends_cell(text_[at_]))
        return stop("behind a closing quote stands something else than a comma");
      next_line_ += line_ends(cell);
    } else {
      const std::size_t start = at_;
      while (at_ < text_.size() && !ends_cell(text_[at_])) ++at_;
      cell = text_.substr(start, at_ - start);
    }
    if (cell.size() > max_field_)
      return stop(text("a cell has ", cell.size(), " bytes; at most ", max_field_, " are read"));
    if (at_ - begin > max_line_)
      return stop(text("a record has ", at_ - begin, " bytes; at most ", max_line_, " are read"));
    cells.push_back(cell);
    if (at_ == text_.size()) return true;
    const char end = text_[at_++];
    if (end == ',') continue;
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++next_line_;
    return true;
  }
}

void append_cell(std::string& text, std::string_view cell) {
  const auto special = [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; };
  if (std::none_of(cell.begin(), cell.end(), special)) {
    text += cell;
    return;
  }
  text += '"';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

}  // namespace aidnet::inline AIDNET_ABI::io::detail
