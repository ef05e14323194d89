#include "aidnet/ledger/quantity.hpp"

#include "quantity_numeral_detail.hpp"
#include "quantity_text_detail.hpp"
#include "quantity_words_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

using detail::Numeral;
using detail::Reader;
using detail::Unit;

/// The qualifiers of one figure: one of them, or 余 with about or at_least.
class Claims {
 public:
  void add(const Reader& in, Qualifier qualifier, std::size_t at) {
    if (qualifier == Qualifier::unstated || qualifier == claim_) return;
    if (qualifier == Qualifier::over) {
      over_ = true;
    } else if (claim_ == Qualifier::unstated) {
      claim_ = qualifier;
    } else {
      in.refuse("one qualifier, not two that differ", at);
    }
    if (over_ && claim_ != Qualifier::unstated && claim_ != Qualifier::about &&
        claim_ != Qualifier::at_least)
      in.refuse("one qualifier, not two that differ", at);
  }

  [[nodiscard]] Qualifier combined() const {
    if (over_) return Qualifier::over;
    return claim_ == Qualifier::unstated ? Qualifier::exact : claim_;
  }

 private:
  Qualifier claim_ = Qualifier::unstated;
  bool over_ = false;
};

/// One numeral with its unit, before it or behind it.
struct Side {
  Numeral numeral;
  std::size_t begin = 0;
  std::optional<std::string_view> unit_before;
  std::optional<std::string_view> unit_behind;

  [[nodiscard]] std::string_view unit() const {
    return unit_behind ? *unit_behind : unit_before.value_or("");
  }
};

class Grammar {
 public:
  explicit Grammar(std::string_view text) : in_(text) {}

  Quantity read() {
    in_.skip_spaces();
    if (in_.done()) in_.refuse("a quantity");
    Side first = read_side(true);
    const std::size_t between = in_.at();
    const bool range = take_range_word();
    std::optional<Side> second;
    if (range) {
      claims_.add(in_, Qualifier::range, between);
      second = read_side(false);
    }
    if (!in_.done()) in_.refuse(expected_);
    return range ? answer(first, *second) : answer(first);
  }

 private:
  Side read_side(bool may_open) {
    Side side;
    read_front(side, may_open);
    in_.skip_spaces();
    side.begin = in_.at();
    side.numeral = detail::read_numeral(in_, opener_ != "between");
    if (side.numeral.over) claims_.add(in_, Qualifier::over, *side.numeral.over);
    if (side.numeral.lower != side.numeral.upper) claims_.add(in_, Qualifier::range, side.begin);
    if (!may_open && side.numeral.lower != side.numeral.upper)
      in_.refuse("a single number", side.begin);
    expected_ = "a unit, a qualifier or the end";
    in_.skip_spaces();
    const std::size_t plus = in_.at();
    if (in_.take("+")) claims_.add(in_, Qualifier::at_least, plus);
    read_behind();
    read_unit(side);
    read_behind();
    in_.skip_spaces();
    if (side.numeral.bare && claims_.combined() == Qualifier::exact)
      in_.refuse("a digit in front of 万 or 亿", side.begin);
    return side;
  }

  /// Everything in front of a numeral, in any order: 共, 约, US$, 百分之, between.
  void read_front(Side& side, bool may_open) {
    while (true) {
      in_.skip_spaces();
      const std::size_t at = in_.at();
      if (const auto* word = detail::qualifier_before(in_.rest())) {
        in_.skip(word->word.size());
        claims_.add(in_, word->qualifier, at);
      } else if (may_open && opener_.empty() && (in_.sees("from ") || in_.sees("between "))) {
        opener_ = in_.sees("from ") ? "from" : "between";
        in_.skip(opener_.size());
      } else if (in_.take("百分之")) {
        set_before(side, "percent", at);
      } else if (const Unit unit = detail::unit_at(in_.rest());
                 unit.kind == detail::UnitKind::symbol) {
        in_.skip(unit.word.size());
        set_before(side, unit.code, at);
      } else {
        return;
      }
    }
  }

  void set_before(Side& side, std::string_view code, std::size_t at) const {
    if (side.unit_before && *side.unit_before != code) in_.refuse("one unit", at);
    side.unit_before = code;
  }

  /// 以上, 左右, …
  void read_behind() {
    while (true) {
      in_.skip_spaces();
      const auto* word = detail::qualifier_behind(in_.rest());
      if (word == nullptr) return;
      claims_.add(in_, word->qualifier, in_.at());
      in_.skip(word->word.size());
    }
  }

  void read_unit(Side& side) {
    const std::size_t at = in_.at();
    const Unit unit = detail::unit_at(in_.rest());
    if (unit.word.empty()) {
      const bool counted = side.numeral.lower == side.numeral.upper ||
                           side.numeral.upper > Decimal(10) || side.unit_before;
      if (!counted) in_.refuse("a place or a unit behind 数, 几 or two neighbouring digits");
      return;
    }
    if (side.unit_before && (*side.unit_before != unit.code || unit.code == "percent"))
      in_.refuse("no second unit", at);
    in_.skip(unit.word.size());
    side.unit_behind = unit.code;
    expected_ = "the end, or a noun of the same thing";
    in_.skip_spaces();
    if (unit.kind == detail::UnitKind::more) claims_.add(in_, Qualifier::over, at);
    if (unit.kind == detail::UnitKind::time) {
      const std::size_t over = in_.at();
      in_.skip(detail::over_word(in_.rest()));
      if (in_.at() > over) claims_.add(in_, Qualifier::over, over);
    }
    in_.skip(detail::noun_behind(in_.rest(), unit));
  }

  bool take_range_word() {
    if (opener_ == "between") {
      if (!in_.take("and")) in_.refuse("and");
      return true;
    }
    if (opener_ == "from") {
      if (!in_.take("to")) in_.refuse("to");
      return true;
    }
    const std::size_t length = detail::range_word(in_.rest());
    in_.skip(length);
    return length > 0;
  }

  /// A + the place value of its last digit.
  [[nodiscard]] Decimal a_little_more(const Side& side) const {
    const std::optional<Decimal> place = detail::last_place(side.numeral.lower);
    if (!place) in_.refuse("more than 0 before 余, 多, 几 or 来", side.begin);
    return detail::plus(in_, side.numeral.lower, *place);
  }

  [[nodiscard]] Quantity answer(const Side& side) const {
    Quantity quantity;
    quantity.unit = side.unit();
    quantity.qualifier = claims_.combined();
    const Decimal& number = side.numeral.lower;
    if (quantity.qualifier != Qualifier::range) quantity.value = number;
    switch (quantity.qualifier) {
      case Qualifier::over:
        quantity.lower = number;
        quantity.upper = a_little_more(side);
        break;
      case Qualifier::at_least:
        quantity.lower = number;
        break;
      case Qualifier::nearly:
      case Qualifier::at_most:
        quantity.upper = number;
        break;
      case Qualifier::about:
        break;
      default:
        quantity.lower = number;
        quantity.upper = side.numeral.upper;
    }
    return quantity;
  }

  [[nodiscard]] Quantity answer(const Side& first, const Side& second) const {
    const bool same = first.unit() == second.unit();
    if (first.unit_behind ? !second.unit_behind || !same
                          : first.unit_before && !second.unit().empty() && !same)
      in_.refuse("the same unit at both ends of a range", second.begin);
    Quantity quantity;
    quantity.unit = second.unit_behind || second.unit_before ? second.unit() : first.unit();
    quantity.qualifier = Qualifier::range;
    quantity.lower = first.unit_behind ? first.numeral.lower : shared(first, second);
    quantity.upper = second.numeral.upper;
    if (*quantity.lower > *quantity.upper)
      in_.refuse("a range whose second number is not the smaller one", second.begin);
    return quantity;
  }

  /// The first number of a range, with what the second one lends to it: the 万 of 3至5万.
  [[nodiscard]] Decimal shared(const Side& first, const Side& second) const {
    const Numeral& a = first.numeral;
    const Numeral& b = second.numeral;
    if (a.large != Decimal(1) || (b.large == Decimal(1) && (a.has_places || b.place == Decimal(1))))
      return a.lower;
    if (b.large == Decimal())
      in_.refuse("a single 万, 亿, million, … for both numbers", second.begin);
    if (!a.has_places) return detail::times(in_, a.lower, detail::times(in_, b.large, b.place));
    // 三百至五百万 shares its 万, 五千至一万 does not.
    const Decimal with = detail::times(in_, a.lower, b.large);
    return with > b.upper ? a.lower : with;
  }

  Reader in_;
  Claims claims_;
  std::string_view opener_;
  std::string_view expected_;
};

}  // namespace

Quantity parse_quantity(std::string_view text) { return Grammar(text).read(); }

}  // namespace aidnet::inline AIDNET_ABI::ledger
