#include <array>
#include <string>

#include "quantity_numeral_detail.hpp"
#include "quantity_words_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

struct Sign {
  std::string_view word;
  std::int64_t value;
};

constexpr auto digit_signs = std::to_array<Sign>({
    {"零", 0}, {"〇", 0}, {"一", 1}, {"二", 2}, {"两", 2}, {"兩", 2}, {"三", 3},
    {"四", 4}, {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"壹", 1},
    {"贰", 2}, {"貳", 2}, {"叁", 3}, {"參", 3}, {"肆", 4}, {"伍", 5}, {"陆", 6},
    {"陸", 6}, {"柒", 7}, {"捌", 8}, {"玖", 9},
});

constexpr auto place_signs = std::to_array<Sign>(
    {{"十", 10}, {"拾", 10}, {"百", 100}, {"佰", 100}, {"千", 1000}, {"仟", 1000}});

constexpr auto tens = std::to_array<Sign>({{"廿", 2}, {"卅", 3}});

constexpr std::int64_t wan = 10'000;
constexpr std::int64_t yi = 100'000'000;
constexpr auto large_signs =
    std::to_array<Sign>({{"万", wan}, {"萬", wan}, {"亿", yi}, {"億", yi}});

/// 2 to 10 of what follows; behind a place, 几 is a little more.
constexpr auto several = std::to_array<Sign>({{"数", 2}, {"數", 2}, {"几", 2}, {"幾", 2}});

const Sign* place_at(std::string_view text) {
  if (text.starts_with("千米") || text.starts_with("千克")) return nullptr;  // units
  return longest(place_signs, text);
}

struct Span {
  Decimal lower;
  Decimal upper;
};

/// What stands before a place: 3.5 of 3.5千, 七八 of 七八十; 1 where nothing does.
struct Group {
  Span span{Decimal(1), Decimal(1)};
  bool one_digit = true;  ///< one digit, or two neighbouring ones
  bool range = false;
  bool plain = false;  ///< written in ASCII
  bool empty = false;
  bool ten = false;   ///< has its place in it: 廿, 卅
  bool zero = false;  ///< behind a 零
};

/// Reads from left to right. What has been read is yi_ + wan_ + section_, where a section is what
/// has no 万 or 亿 yet; each is below the last place of the one before.
class HanNumeral {
 public:
  explicit HanNumeral(Reader& in) : in_(in) {}

  Numeral read() {
    in_.skip_spaces();
    std::size_t end = in_.at();
    while (step()) end = in_.at(), in_.skip_spaces();
    in_.go_to(end);
    if (!begun()) in_.refuse("a numeral");
    const Span total = joined(joined(yi_, wan_, wan_zero_), section_, section_zero_).value();
    Numeral numeral{.lower = total.lower, .upper = total.upper, .over = over_};
    numeral.bare = bare_;
    numeral.has_places = has_places_;
    numeral.place = Decimal(place_);
    numeral.large = Decimal(compound_ ? 0 : large_);
    return numeral;
  }

 private:
  using Part = std::optional<Span>;

  [[nodiscard]] bool begun() const { return yi_ || wan_ || section_; }

  bool step() {
    if (const Sign* const sign = longest(large_signs, in_.rest())) return multiply(*sign);
    if (begun() && take_over()) return true;
    if (section_ && in_.sees("点")) return fraction("点");
    if (section_ && in_.sees("點")) return fraction("點");
    return !closed_ && term();
  }

  /// 万 or 亿 behind what has been read: 一万二千亿 is 12 000 times 亿.
  bool multiply(const Sign& sign) {
    if (!begun()) {
      section_ = Span{Decimal(1), Decimal(1)};
      bare_ = true;
    }
    const bool to_yi = sign.value == yi;
    if (to_yi ? yi_ || !(wan_ || section_) : wan_ || !section_) return false;
    Part& part = to_yi ? yi_ : wan_;
    const Part whole = to_yi ? joined(wan_, section_, section_zero_) : section_;
    in_.skip(sign.word.size());
    part = scaled(*whole, Decimal(sign.value));
    if (to_yi) wan_.reset();
    wan_zero_ = !to_yi && section_zero_;
    section_.reset();
    section_zero_ = false;
    large_ *= sign.value;
    closed_ = over_ || range_;
    behind_place_ = true;
    return true;
  }

  bool take_over() {
    if (over_) return false;
    std::size_t length = over_word(in_.rest());
    if (length == 0 && behind_place_ && (in_.sees("几") || in_.sees("幾")))
      length = code_point_length(in_.rest());
    if (length == 0) return false;
    over_ = in_.at();
    in_.skip(length);
    closed_ = true;
    return true;
  }

  /// 点五 behind Chinese digits.
  bool fraction(std::string_view point) {
    if (plain_ || over_ || range_ || fraction_ ||
        longest(digit_signs, in_.rest().substr(point.size())) == nullptr)
      return false;
    in_.skip(point.size());
    const std::optional<Decimal> behind = Decimal::parse("0." + take_run());
    if (!behind) in_.refuse("a number that fits 64 bits before it");
    section_ = Span{plus(in_, section_->lower, *behind), plus(in_, section_->upper, *behind)};
    fraction_ = closed_ = true;
    return true;
  }

  /// One group with its place, such as 五百, 十, 廿, 3千 or the 五 of 十五.
  bool term() {
    const std::size_t begin = in_.at();
    const bool first = !begun();
    const Group group = read_group(first);
    const Sign* place = group.ten ? nullptr : place_at(in_.rest());
    if (group.empty && (place == nullptr || !(first || place->value == 10))) {
      if (group.zero) in_.refuse("a digit behind 零");
      return false;
    }
    if (group.span.upper == Decimal() || !(group.one_digit || (group.plain && !section_)))
      place = nullptr;
    if (place != nullptr) in_.skip(place->word.size());
    const std::int64_t value = group.ten ? 10 : place != nullptr ? place->value : 1;
    if (value == 1) check_end(group, begin);
    // Only 百 and 千 of a single group belong to both ends of a range such as 三至五百.
    place_ = value > 10 && first && !group.empty ? value : 1;
    compound_ = compound_ || wan_ || yi_;
    if (!section_) section_zero_ = group.zero;
    section_ = joined(section_, scaled(group.span, Decimal(value)), group.zero);
    has_places_ = has_places_ || value > 10;
    plain_ = group.plain;
    range_ = group.range;
    closed_ = value == 1 || group.range;
    behind_place_ = value != 1;
    return true;
  }

  Group read_group(bool first) {
    if (const Sign* const ten = longest(tens, in_.rest())) {
      in_.skip(ten->word.size());
      return {.span = {Decimal(ten->value), Decimal(ten->value)}, .ten = true};
    }
    if (const Sign* const some = first ? longest(several, in_.rest()) : nullptr) {
      in_.skip(some->word.size());
      return {.span = {Decimal(2), Decimal(10)}, .range = true};
    }
    Group group;
    std::string run = take_run();
    group.zero = !first && run.starts_with('0');
    if (group.zero) run.erase(0, 1);
    if (run.size() == 2 && (run[1] - run[0] == 1 || run == "35") && run[0] != '0') {
      group.span = {Decimal(run[0] - '0'), Decimal(run[1] - '0')};
      group.range = true;
    } else if (!run.empty()) {
      const std::optional<Decimal> number = Decimal::parse(run);
      if (!number) in_.refuse("a number that fits 64 bits before it");
      group.span = {*number, *number};
      group.one_digit = run.size() == 1;
    } else if (is_digit(in_.next())) {
      const std::size_t digits = in_.at();
      const Decimal number = read_digits(in_);
      group.span = {number, number};
      group.one_digit = in_.at() - digits == 1;
      group.plain = true;
    } else {
      group.empty = true;
    }
    return group;
  }

  /// A digit without a place must stand where it can mean only one thing: not in 三百五, which may
  /// be 350 or 305, nor in 1万5.
  void check_end(const Group& group, std::size_t begin) {
    if (!begun() || group.zero) return;
    const std::size_t here = in_.at();
    in_.skip_spaces();
    const bool part = !section_ && longest(large_signs, in_.rest()) != nullptr;
    in_.go_to(here);
    const bool behind_ten =
        section_ && group.one_digit && !group.plain && last_place(section_->upper) == Decimal(10);
    const bool written_out = !section_ && group.plain && !group.one_digit;
    if (!part && !behind_ten && !written_out)
      in_.refuse("a digit with its place (百, 千, …), or behind 零", begin);
  }

  /// Takes a run of Chinese digits, as plain ones.
  std::string take_run() {
    std::string run;
    while (const Sign* const sign = longest(digit_signs, in_.rest())) {
      run += static_cast<char>('0' + sign->value);
      in_.skip(sign->word.size());
    }
    return run;
  }

  [[nodiscard]] Span scaled(const Span& span, const Decimal& factor) const {
    return {times(in_, span.lower, factor), times(in_, span.upper, factor)};
  }

  /// The sum of two parts, where the second fits below the last place of the first, and behind a
  /// 零 leaves a place free.
  [[nodiscard]] Part joined(const Part& above, const Part& below, bool zero) const {
    if (!above || !below) return above ? above : below;
    const Decimal reach = times(in_, below->upper, Decimal(zero ? 10 : 1));
    const std::optional<Decimal> place = last_place(above->upper);
    if (!place || reach >= *place) in_.refuse("smaller places behind greater ones before it");
    return Span{plus(in_, above->lower, below->lower), plus(in_, above->upper, below->upper)};
  }

  Reader& in_;
  Part yi_;
  Part wan_;
  Part section_;
  bool wan_zero_ = false;
  bool section_zero_ = false;
  std::optional<std::size_t> over_;
  bool range_ = false;
  bool fraction_ = false;
  bool plain_ = false;
  bool closed_ = false;  ///< no further digits before a 万 or 亿
  bool behind_place_ = false;
  bool bare_ = false;
  bool has_places_ = false;
  bool compound_ = false;
  std::int64_t place_ = 1;
  std::int64_t large_ = 1;
};

}  // namespace

bool begins_numeral(std::string_view text) noexcept {
  return (!text.empty() && is_digit(text.front())) || longest(digit_signs, text) != nullptr ||
         longest(place_signs, text) != nullptr || longest(tens, text) != nullptr ||
         longest(large_signs, text) != nullptr || longest(several, text) != nullptr ||
         text.starts_with("半");
}

Numeral read_han(Reader& in) { return HanNumeral(in).read(); }

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
