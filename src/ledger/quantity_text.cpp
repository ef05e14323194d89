#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"
#include "quantity_text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

constexpr std::size_t longest_quote = 60;  // code points

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

unsigned byte(std::string_view text, std::size_t k) { return static_cast<unsigned char>(text[k]); }

/// What one code point stands for: the ASCII character of a full-width form, in lower case.
char folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c == 0x3000 || c == 0xA0) return ' ';
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c + ('a' - 'A'));
  return c < 0x80 ? static_cast<char>(c) : '\0';
}

}  // namespace

std::size_t code_point_length(std::string_view text) noexcept {
  if (text.empty()) return 0;
  const unsigned lead = byte(text, 0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead < 0xC2   ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t k = 1; k < length; ++k)
    if ((byte(text, k) & 0xC0U) != 0x80U) return 0;
  const unsigned second = byte(text, 1);
  // Overlong forms, surrogates, and what lies beyond U+10FFFF.
  const bool wrong = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                     (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return wrong ? 0 : length;
}

char32_t code_point(std::string_view text) noexcept {
  const std::size_t length = code_point_length(text);
  if (length == 0) return 0;
  if (length == 1) return byte(text, 0);
  char32_t c = byte(text, 0) & (0x7FU >> length);
  for (std::size_t k = 1; k < length; ++k) c = c << 6U | (byte(text, k) & 0x3FU);
  return c;
}

Reader::Reader(std::string_view text) {
  folded_.reserve(text.size());
  std::size_t wrong = std::string_view::npos;
  std::size_t count = 0;
  for (std::size_t k = 0; k < text.size(); ++count) {
    const std::size_t length = code_point_length(text.substr(k));
    const std::string_view piece = length > 0 ? text.substr(k, length) : replacement;
    const bool control = byte(piece, 0) < ' ' || byte(piece, 0) == 0x7F;
    if (count < longest_quote) quote_ += control ? replacement : piece;
    if (count == longest_quote) quote_ += "…";
    if (length == 0 && wrong == std::string_view::npos) wrong = folded_.size();
    if (const char plain = folded(code_point(piece)); plain != '\0')
      folded_ += plain;
    else
      folded_ += piece;
    k += length > 0 ? length : 1;
  }
  if (wrong != std::string_view::npos) refuse("valid UTF-8", wrong);
}

void Reader::skip_spaces() noexcept {
  constexpr std::string_view spaces = " \t\r\n";
  while (!done() && spaces.find(folded_[at_]) != std::string_view::npos) ++at_;
}

bool Reader::take(std::string_view word) noexcept {
  if (!begins_with_word(rest(), word)) return false;
  at_ += word.size();
  return true;
}

void Reader::refuse(std::string_view expected, std::size_t at) const {
  std::size_t position = 0;
  for (std::size_t k = 0; k < at && k < folded_.size(); ++k)
    if ((byte(folded_, k) & 0xC0U) != 0x80U) ++position;
  throw ValidationError(
      aidnet::detail::text("quantity \"", quote_, "\": reading stopped at character ", position,
                           at < folded_.size() ? "" : " (the end)", ": expected ", expected));
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
