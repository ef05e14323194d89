#include "algo/flow/long_int_detail.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include "catch.hpp"
#include "sample.hpp"

using namespace testing_support;
using aidnet::detail::LongInt;
using Exact = boost::multiprecision::cpp_int;

namespace {

/// A number of any length up to `bits`, of many ones and zeros in a row, so that carries run far.
template <std::size_t limbs>
std::pair<LongInt<limbs>, Exact> any_number(Rng& rng, int bits) {
  LongInt<limbs> number;
  Exact exact = 0;
  for (int left = draw(rng, bits + 1); left > 0;) {
    const int step = std::min<int>(left, 1 + draw(rng, 60));
    const std::int64_t part = chance(rng, 0.5)   ? (std::int64_t{1} << step) - 1
                              : chance(rng, 0.5) ? 0
                                                 : static_cast<std::int64_t>(rng() >> (64 - step));
    number = (number << step) + part;
    exact = (exact << step) + part;
    left -= step;
  }
  return chance(rng, 0.5) ? std::pair(number, exact) : std::pair(-number, Exact(-exact));
}

template <std::size_t limbs>
bool same(const LongInt<limbs>& number, const Exact& exact) {
  LongInt<limbs> rebuilt;  // digit by digit from the top
  const Exact size = abs(exact);
  for (int k = static_cast<int>(limbs) - 1; k >= 0; --k)
    for (const int half : {32, 0}) {
      const Exact digit = (size >> (64 * k + half)) & 0xffffffffU;
      rebuilt = (rebuilt << 32) + static_cast<std::int64_t>(digit);
    }
  return number == (exact < 0 ? -rebuilt : rebuilt);
}

}  // namespace

TEMPLATE_TEST_CASE_SIG("LongInt reckons as exact whole numbers do", "",
                       ((std::size_t limbs), limbs), 1, 2, 8, 36) {
  constexpr int bits = 64 * static_cast<int>(limbs) - 2;
  Rng rng(limbs);
  for (int round = 0; round < rounds(2000); ++round) {
    const auto [a, exact_a] = any_number<limbs>(rng, bits);
    const auto [b, exact_b] = any_number<limbs>(rng, bits);
    REQUIRE(same(a, exact_a));
    REQUIRE(same(a + b, exact_a + exact_b));
    REQUIRE(same(a - b, exact_a - exact_b));
    REQUIRE((a < b) == (exact_a < exact_b));
    REQUIRE((a == b) == (exact_a == exact_b));
    REQUIRE((a > b) == (exact_a > exact_b));
    const Exact size = abs(exact_a);
    const int used = size == 0 ? 0 : static_cast<int>(msb(size)) + 1;
    const int shift = draw(rng, bits - used + 1);
    REQUIRE(same(a << shift, exact_a * (Exact(1) << shift)));
  }
}

TEST_CASE("LongInt is rounded to the nearest double, halves to even, once") {
  using Long = LongInt<8>;
  const std::int64_t exact = (std::int64_t{1} << 53) - 1;
  const auto of = [](std::int64_t top, int shift, std::int64_t rest) {
    return ((Long(top) << shift) + rest).times_power(-shift);
  };
  for (const int shift : {1, 11, 12, 63, 64, 65, 127, 128, 200, 400}) {
    INFO(shift);
    const auto top = static_cast<double>(exact);
    CHECK(of(exact, shift, 0) == top);
    CHECK((-(Long(exact) << shift)).times_power(-shift) == -top);
    // An odd number and a half goes up to the even one; any less does not, nor an even one's half.
    CHECK(((Long(2 * exact + 1) << shift)).times_power(-shift - 1) == top + 1.0);
    CHECK(((Long(2 * exact + 1) << shift) - 1).times_power(-shift - 1) == top);
    CHECK(((Long(2 * exact - 1) << shift)).times_power(-shift - 1) == top - 1.0);
    CHECK(((Long(2 * exact - 1) << shift) + 1).times_power(-shift - 1) == top);
  }
  CHECK(Long(0).times_power(300) == 0.0);
  CHECK(Long(1).times_power(-1074) == std::numeric_limits<double>::denorm_min());
  CHECK(std::isinf((Long(1) << 500).times_power(600)));
}
