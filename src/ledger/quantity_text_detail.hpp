#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "aidnet/core/config.hpp"

// A figure as it is being read: the text folded to one width and one case, and a place in it.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

class Reader {
 public:
  /// Folds full-width forms to ASCII, and ASCII to lower case, one code point for one; refuses what
  /// is not UTF-8.
  explicit Reader(std::string_view text);

  [[nodiscard]] std::string_view rest() const noexcept {
    return std::string_view(folded_).substr(at_);
  }
  [[nodiscard]] bool done() const noexcept { return at_ == folded_.size(); }
  [[nodiscard]] std::size_t at() const noexcept { return at_; }
  /// The next byte; 0 at the end.
  [[nodiscard]] char next() const noexcept { return done() ? '\0' : folded_[at_]; }
  [[nodiscard]] bool sees(std::string_view word) const noexcept { return rest().starts_with(word); }

  void skip(std::size_t bytes) noexcept { at_ += bytes; }
  void go_to(std::size_t at) noexcept { at_ = at; }
  void skip_spaces() noexcept;
  bool take(std::string_view word) noexcept;

  /// Throws a ValidationError: reading stopped here, or at that byte, where this was expected.
  [[noreturn]] void refuse(std::string_view expected) const { refuse(expected, at_); }
  [[noreturn]] void refuse(std::string_view expected, std::size_t at) const;

 private:
  std::string folded_;
  std::size_t at_ = 0;
  std::string quote_;  ///< the text as given, for messages: short, and valid UTF-8
};

/// The bytes of the code point that a text begins with; 0 where it begins with none.
[[nodiscard]] std::size_t code_point_length(std::string_view text) noexcept;
/// The code point that a text begins with.
[[nodiscard]] char32_t code_point(std::string_view text) noexcept;

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) noexcept { return c >= 'a' && c <= 'z'; }

/// Whether a text begins with the word and not with a longer one: `over`, but not `overall`.
[[nodiscard]] constexpr bool begins_with_word(std::string_view text,
                                              std::string_view word) noexcept {
  if (!text.starts_with(word)) return false;
  if (text.size() == word.size()) return true;
  const char last = word.back();
  const char behind = text[word.size()];
  return !(is_letter(last) && is_letter(behind)) && !(is_digit(last) && is_digit(behind));
}

/// The longest entry of a table (of things with a `word`) that a text begins with, or null.
template <class Table>
[[nodiscard]] auto longest(const Table& table, std::string_view text) noexcept
    -> decltype(table.data()) {
  decltype(table.data()) best = nullptr;
  for (const auto& entry : table)
    if ((best == nullptr || entry.word.size() > best->word.size()) &&
        begins_with_word(text, entry.word))
      best = &entry;
  return best;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
