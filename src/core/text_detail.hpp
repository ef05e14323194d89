#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <type_traits>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

inline void append(std::string& text, std::string_view piece) { text += piece; }

/// Numbers in their shortest exact form, whatever the locale.
template <class Number>
requires std::is_arithmetic_v<Number>
void append(std::string& text, Number number) {
  char digits[32];
  text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// The pieces of an error message as one string.
template <class... Piece>
[[nodiscard]] std::string text(const Piece&... piece) {
  std::string whole;
  (append(whole, piece), ...);
  return whole;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
