#pragma once

#include <cstddef>
#include <string_view>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

inline constexpr char32_t bad_utf8 = 0xFFFFFFFF;

/// The code point at `at`, which moves behind it; bad_utf8 where there is none (surrogates and
/// overlong forms included), `at` then moves by one byte. REQUIRES at < text.size().
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || text.size() - at < static_cast<std::size_t>(more))
    return bad_utf8;
  char32_t c = lead & (0x3Fu >> more);
  for (int k = 0; k < more; ++k) {
    const unsigned char next = byte(at + static_cast<std::size_t>(k));
    if ((next & 0xC0) != 0x80) return bad_utf8;
    c = (c << 6) | (next & 0x3Fu);
  }
  constexpr char32_t least[] = {0x80, 0x800, 0x10000};
  if (c < least[more - 1] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return bad_utf8;
  at += static_cast<std::size_t>(more);
  return c;
}

/// The position of the first byte that is no UTF-8; npos where all are.
[[nodiscard]] inline std::size_t find_bad_utf8(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    if (next_code_point(text, at) == bad_utf8) return begin;
  }
  return std::string_view::npos;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
