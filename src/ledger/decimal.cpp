#include "aidnet/ledger/decimal.hpp"

#include <array>
#include <charconv>

#include "aidnet/core/error.hpp"
#include "int128_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

using Wide = detail::int128;
using detail::fits_64;

constexpr int most_decimals = 18;

constexpr std::array<std::int64_t, most_decimals + 1> powers = [] {
  std::array<std::int64_t, most_decimals + 1> p{1};
  for (std::size_t k = 1; k < p.size(); ++k) p[k] = p[k - 1] * 10;
  return p;
}();

std::int64_t power(int k) { return powers[static_cast<std::size_t>(k)]; }

/// Without trailing zeros behind the point, if that fits.
std::optional<Decimal> normalized(Wide digits, int scale) {
  while (scale > 0 && digits % 10 == 0) digits /= 10, --scale;
  if (scale > most_decimals || !fits_64(digits)) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(digits), scale);
}

}  // namespace

Decimal::Decimal(std::int64_t digits, int scale) : digits_(digits), scale_(scale) {
  while (scale_ > 0 && digits_ % 10 == 0) digits_ /= 10, --scale_;
  if (scale_ < 0 || scale_ > most_decimals || !fits_64(digits_))
    throw SizeError("a decimal number needs more digits than 64 bits hold");
}

std::optional<Decimal> Decimal::parse(std::string_view text) noexcept {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string_view rest = point == std::string_view::npos ? "" : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && rest.empty())) return std::nullopt;
  Wide digits = 0;
  for (const std::string_view part : {whole, rest})
    for (const char c : part)
      if (c < '0' || c > '9') return std::nullopt;
  while (!rest.empty() && rest.back() == '0') rest.remove_suffix(1);
  if (rest.size() > static_cast<std::size_t>(most_decimals)) return std::nullopt;
  for (const std::string_view part : {whole, rest})
    for (const char c : part) {
      digits = digits * 10 + (c - '0');
      if (!fits_64(digits)) return std::nullopt;
    }
  return normalized(negative ? -digits : digits, static_cast<int>(rest.size()));
}

std::optional<std::int64_t> Decimal::in_units(int decimals) const noexcept {
  if (scale_ > decimals || decimals - scale_ > most_decimals) return std::nullopt;
  const Wide value = static_cast<Wide>(digits_) * power(decimals - scale_);
  if (!fits_64(value)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

double Decimal::to_double() const noexcept {
  double value = 0.0;  // by way of the text, which is rounded once
  const std::string text = to_string();
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string Decimal::to_string() const {
  const bool negative = digits_ < 0;
  std::string text = std::to_string(negative ? -digits_ : digits_);
  const auto decimals = static_cast<std::size_t>(scale_);
  if (decimals > 0) {
    if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
    text.insert(text.size() - decimals, 1, '.');
  }
  if (negative) text.insert(0, 1, '-');
  return text;
}

std::optional<Decimal> Decimal::sum(const Decimal& a, const Decimal& b) noexcept {
  const int scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
  return normalized(static_cast<Wide>(a.digits_) * power(scale - a.scale_) +
                        static_cast<Wide>(b.digits_) * power(scale - b.scale_),
                    scale);
}

std::optional<Decimal> Decimal::product(const Decimal& a, const Decimal& b) noexcept {
  return normalized(static_cast<Wide>(a.digits_) * b.digits_, a.scale_ + b.scale_);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept {
  const int scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
  const Wide left = static_cast<Wide>(a.digits_) * power(scale - a.scale_);
  const Wide right = static_cast<Wide>(b.digits_) * power(scale - b.scale_);
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
