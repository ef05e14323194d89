#include <algorithm>

#include "id_detail.hpp"
#include "utf8_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

}  // namespace

std::string fault_of_id(std::string_view text) {
  if (text.empty()) return "an id must not be empty";
  const bool plain =
      std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
  if (plain) return "";
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const char32_t c = next_code_point(text, at);
    if (c == bad_utf8) return "an id must be UTF-8";
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return "an id must have no control characters";
    if (is_space(c) && (first || at == text.size()))
      return "an id must not begin or end with a space; take it away";
    if (breaks_nfc(before, c)) return "an id must be in Unicode's normal form C (NFC)";
    before = c;
  }
  return "";
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
