#include "aidnet/ledger/match.hpp"
#include "utf8_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

constexpr bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// The one form of the marks that keyboards and typesetters write in several ways.
constexpr char32_t one_form(char32_t c) {
  if (within(c, 0xFF01, 0xFF5E)) return c - 0xFEE0;  // full-width ASCII
  switch (c) {
    case U'\t':
    case U'\n':
    case U'\v':
    case U'\f':
    case U'\r':
    case 0x00A0:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return U' ';
    case 0x2022:
    case 0x2027:
    case 0x22C5:
    case 0x30FB:
    case 0xFF65:  // • ‧ ⋅ ・ and half-width
      return 0x00B7;
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:  // ‘ ’ ‚ ‛ ʼ
    case 0x2039:
    case 0x203A:
    case 0x300E:
    case 0x300F:  // ‹ › 『 』
      return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:  // “ ” „ ‟
    case 0x00AB:
    case 0x00BB:
    case 0x300C:
    case 0x300D:  // « » 「 」
      return U'"';
    case 0x2212:
      return U'-';
    default:
      break;
  }
  if (within(c, 0x2000, 0x200A)) return U' ';
  if (within(c, 0x2010, 0x2015)) return U'-';  // hyphens and dashes
  return c;
}

constexpr char32_t lower_case(char32_t c) {
  const bool upper = within(c, U'A', U'Z') || (within(c, 0xC0, 0xDE) && c != 0xD7);  // not ×
  return upper ? c + 0x20 : c;
}

void append(std::string& text, char32_t c) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(value); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      byte(0xE0 | (c >> 12));
    } else {
      byte(0xF0 | (c >> 18));
      byte(0x80 | ((c >> 12) & 0x3F));
    }
    byte(0x80 | ((c >> 6) & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

}  // namespace

std::string fold(std::string_view name) {
  std::string folded;
  folded.reserve(name.size());
  bool space = false;  // one is due before the next character, unless that is the first
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    const char32_t read = detail::next_code_point(name, at);
    const char32_t c = read == detail::bad_utf8 ? read : lower_case(one_form(read));
    if (c == U' ') {
      space = true;
      continue;
    }
    if (space && !folded.empty()) folded += ' ';
    space = false;
    if (c == read)
      folded.append(name, begin, at - begin);  // bytes that are no UTF-8 stay what they are, too
    else
      append(folded, c);
  }
  return folded;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
