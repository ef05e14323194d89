#include <array>
#include <cstdint>

#include "quantity_numeral_detail.hpp"
#include "quantity_words_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

struct NumberWord {
  std::string_view word;
  std::int64_t value;
};

constexpr auto small = std::to_array<NumberWord>({
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90},
});

constexpr auto large_words = std::to_array<NumberWord>({
    {"thousand", 1'000},
    {"million", 1'000'000},
    {"billion", 1'000'000'000},
    {"trillion", 1'000'000'000'000},
});

constexpr auto abbreviations = std::to_array<NumberWord>(
    {{"k", 1'000}, {"m", 1'000'000}, {"mn", 1'000'000}, {"bn", 1'000'000'000}});

/// The place value of the last digit that is not zero.
constexpr std::int64_t place_of(std::int64_t number) {
  std::int64_t place = 1;
  while (number != 0 && number % 10 == 0) number /= 10, place *= 10;
  return place;
}

class Words {
 public:
  Words(Reader& in, bool and_joins) : in_(in), and_joins_(and_joins) {}

  std::optional<Numeral> read() {
    while (step()) in_end_ = in_.at();
    in_.go_to(in_end_);
    if (!total_ && !section_) return std::nullopt;
    const Decimal number(total_.value_or(0) + section_.value_or(0));
    Numeral numeral{.lower = number, .upper = number, .over = std::nullopt};
    numeral.has_places = has_hundred_;
    if (hundreds_only_) numeral.place = Decimal(100);
    if (total_) numeral.large = Decimal(several_ || section_ ? 0 : last_large_);
    return numeral;
  }

 private:
  /// One more word, if it continues the number.
  bool step() {
    const bool begun = total_ || section_;
    in_.skip_spaces();
    if (section_ && in_.next() == '-') in_.skip(1);
    if (!begun && (in_.take("a") || in_.take("an"))) {
      in_.skip_spaces();
      article_ = true;
    }
    const bool joined = begun && and_joins_ && in_.take("and");
    if (joined) in_.skip_spaces();
    if (const NumberWord* const word = longest(small, in_.rest())) return !article_ && add(*word);
    if (joined) return false;
    if (in_.take("hundred")) return hundred();
    const NumberWord* const word = longest(large_words, in_.rest());
    return word != nullptr && multiply(*word);
  }

  bool add(const NumberWord& word) {
    if (section_ && word.value >= place_of(*section_)) return false;
    section_ = section_.value_or(0) + word.value;
    hundreds_only_ = false;
    in_.skip(word.word.size());
    return true;
  }

  bool hundred() {
    if (section_.value_or(1) > 99 || (total_ && !section_)) return false;
    section_ = section_.value_or(1) * 100;
    hundreds_only_ = has_hundred_ = true;
    article_ = false;
    return true;
  }

  bool multiply(const NumberWord& word) {
    if (article_) section_ = 1;
    if (!section_ || word.value >= last_large_ || *section_ > 999) return false;
    several_ = total_.has_value();
    total_ = total_.value_or(0) + *section_ * word.value;
    last_large_ = word.value;
    section_.reset();
    article_ = false;
    in_.skip(word.word.size());
    return true;
  }

  Reader& in_;
  bool and_joins_;
  std::size_t in_end_ = in_.at();
  std::optional<std::int64_t> total_;    ///< what has its thousand, million, … already
  std::optional<std::int64_t> section_;  ///< what has not
  std::int64_t last_large_ = 1'000'000'000'000'000;
  bool article_ = false;  ///< "a" waits for its hundred or million
  bool hundreds_only_ = false;
  bool has_hundred_ = false;
  bool several_ = false;
};

}  // namespace

std::optional<Numeral> read_english(Reader& in, bool and_joins) {
  return is_letter(in.next()) ? Words(in, and_joins).read() : std::nullopt;
}

std::optional<Decimal> read_english_multiplier(Reader& in) {
  const std::size_t begin = in.at();
  std::int64_t multiplier = 1;
  in.skip_spaces();
  if (in.take("hundred")) {
    multiplier = 100;
    in.skip_spaces();
  }
  const std::size_t end_of_hundred = in.at();
  const NumberWord* word = longest(large_words, in.rest());
  if (word == nullptr && multiplier == 1) word = longest(abbreviations, in.rest());
  // 5m² is no million, nor is 5 m2.
  if (word != nullptr && unit_at(in.rest()).word.size() <= word->word.size()) {
    in.skip(word->word.size());
    return Decimal(multiplier * word->value);
  }
  in.go_to(multiplier == 1 ? begin : end_of_hundred);
  if (multiplier == 1) return std::nullopt;
  return Decimal(multiplier);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
