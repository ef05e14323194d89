#include "aidnet/ledger/bounds.hpp"

#include <limits>
#include <vector>

#include "catch.hpp"

using namespace aidnet::ledger;

namespace {

constexpr std::int64_t no_amount = no_number;

Bounds read(std::int64_t value, std::int64_t lower, std::int64_t upper, Qualifier qualifier,
            const Tolerance& tolerance = {}) {
  return bounds_of(value, lower, upper, qualifier, tolerance).bounds;
}

}  // namespace

TEST_CASE("bounds of a value without stated bounds, by its qualifier") {
  using enum Qualifier;
  CHECK(read(4000, no_amount, no_amount, exact) == Bounds{4000, 4000, 4000});
  CHECK(read(4000, no_amount, no_amount, unstated) == Bounds{4000, 4000, 4000});
  CHECK(read(4000, no_amount, no_amount, unknown) == Bounds{4000, 4000, 4000});
  CHECK(read(4000, no_amount, no_amount, about) == Bounds{4000, 4000, 4000});
  CHECK(read(4000, no_amount, no_amount, over) == Bounds{4000, 4000, no_amount});
  CHECK(read(4000, no_amount, no_amount, at_least) == Bounds{4000, 4000, no_amount});
  CHECK(read(4000, no_amount, no_amount, nearly) == Bounds{4000, 0, 4000});
  CHECK(read(4000, no_amount, no_amount, at_most) == Bounds{4000, 0, 4000});
  CHECK(read(4000, no_amount, no_amount, range) == Bounds{4000, 0, no_amount});
}

TEST_CASE("stated bounds stand, whatever the qualifier") {
  for (int q = 0; q <= 8; ++q)
    CHECK(read(330, 330, 340, static_cast<Qualifier>(q), {0.5, 0.5}) == Bounds{330, 330, 340});
}

TEST_CASE("tolerances are rounded outward to whole units") {
  using enum Qualifier;
  CHECK(read(1000, no_amount, no_amount, about, {0.1, {}}) == Bounds{1000, 900, 1100});
  CHECK(read(1000, no_amount, no_amount, nearly, {{}, 0.9}) == Bounds{1000, 900, 1000});
  // 5 · 0.1 = 0.5 becomes 1; 7 · 0.9 = 6.3 becomes 6.
  CHECK(read(5, no_amount, no_amount, about, {0.1, {}}) == Bounds{5, 4, 6});
  CHECK(read(7, no_amount, no_amount, nearly, {{}, 0.9}) == Bounds{7, 6, 7});
  CHECK(read(-1000, no_amount, no_amount, about, {0.1, {}}) == Bounds{-1000, -1100, -900});
  CHECK(read(-1000, no_amount, no_amount, nearly, {{}, 0.9}) == Bounds{-1000, -1000, -1000});
  // One stated bound stays, the tolerance gives the other.
  CHECK(read(1000, 990, no_amount, about, {0.1, {}}) == Bounds{1000, 990, 1100});
  CHECK(read(1000, no_amount, no_amount, about, {1.0, {}}) == Bounds{1000, 0, 2000});
  CHECK(read(1000, no_amount, no_amount, nearly, {{}, 1.0}) == Bounds{1000, 1000, 1000});
}

TEST_CASE("without a value, bounds give one") {
  using enum Qualifier;
  CHECK(read(no_amount, 100, 201, range) == Bounds{150, 100, 201});  // 150.5 down
  CHECK(read(no_amount, -4, -1, range) == Bounds{-3, -4, -1});       // -2.5 down
  CHECK(read(no_amount, 100, no_amount, range) == Bounds{100, 100, no_amount});
  CHECK(read(no_amount, no_amount, 100, range) == Bounds{100, 0, 100});
  CHECK(read(no_amount, 100, no_amount, at_least) == Bounds{100, 100, no_amount});
  CHECK(read(no_amount, no_amount, 100, at_most) == Bounds{100, 0, 100});
  CHECK(bounds_of(no_amount, 1, 3, range).midpoint);
  CHECK_FALSE(bounds_of(2, 1, 3, range).midpoint);
  CHECK_FALSE(bounds_of(no_amount, 1, no_amount, range).midpoint);
}

TEST_CASE("what is missing, and what was taken as exact, is told") {
  using enum Qualifier;
  for (int q = 0; q <= 8; ++q) {
    const BoundsRead nothing =
        bounds_of(no_amount, no_amount, no_amount, static_cast<Qualifier>(q), {0.1, 0.1});
    CHECK(nothing.missing);
    CHECK(nothing.bounds == Bounds{0, 0, 0});
  }
  CHECK(bounds_of(5, no_amount, no_amount, about).about_as_exact);
  CHECK_FALSE(bounds_of(5, no_amount, no_amount, about, {0.0, {}}).about_as_exact);
  CHECK_FALSE(bounds_of(5, 4, 6, about).about_as_exact);
  CHECK_FALSE(bounds_of(5, no_amount, no_amount, exact).about_as_exact);
}

TEST_CASE("bounds at the ends of the numbers") {
  using enum Qualifier;
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  CHECK(read(most, no_amount, no_amount, about, {1.0, {}}) == Bounds{most, 0, no_amount});
  CHECK(read(-most, no_amount, no_amount, about, {1.0, {}}) == Bounds{-most, -most, 0});
  CHECK(read(no_amount, most - 1, most, range) == Bounds{most - 1, most - 1, most});
  CHECK(read(no_amount, -most, most, range) == Bounds{0, -most, most});
}

TEST_CASE("bounds lie around the value wherever the stated ones do") {
  const std::int64_t amounts[] = {no_amount, -7, -1, 0, 1, 3, 1000};
  for (const std::int64_t value : amounts)
    for (const std::int64_t lower : amounts)
      for (const std::int64_t upper : amounts)
        for (int q = 0; q <= 8; ++q)
          for (const Tolerance& tolerance : {Tolerance{}, Tolerance{0.3, 0.6}}) {
            const bool wrong = (lower != no_amount && upper != no_amount && lower > upper) ||
                               (value != no_amount && lower != no_amount && lower > value) ||
                               (value != no_amount && upper != no_amount && value > upper);
            if (wrong) continue;
            const Bounds b = read(value, lower, upper, static_cast<Qualifier>(q), tolerance);
            INFO(value << " " << lower << " " << upper << " " << q);
            CHECK(b.lower <= b.value);
            CHECK((b.unbounded() || b.value <= b.upper));
          }
}
