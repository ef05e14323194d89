#include "aidnet/core/sum.hpp"

#include <limits>
#include <numeric>
#include <random>
#include <vector>

#include "catch.hpp"

using aidnet::Sum;

namespace {

double sum_of(const std::vector<double>& terms) {
  Sum sum;
  for (const double term : terms) sum += term;
  return sum.value();
}

}  // namespace

TEST_CASE("sum: a million times 0.1") {
  const std::vector<double> tenths(1'000'000, 0.1);
  CHECK(sum_of(tenths) == 100'000.0);
  CHECK(std::accumulate(tenths.begin(), tenths.end(), 0.0) != 100'000.0);  // what it is for
}

TEST_CASE("sum keeps what large terms would swallow, wherever they stand") {
  CHECK(sum_of({1.0, 1e100, 1.0, -1e100}) == 2.0);
  CHECK(sum_of({1e100, 1.0, -1e100}) == 1.0);
  CHECK(sum_of({0.1, 0.2, -0.3}) != 0.0);  // 0.1 + 0.2 is not 0.3 to begin with
}

TEST_CASE("sum of nothing, of one, of a term and its negative") {
  CHECK(sum_of({}) == 0.0);
  CHECK_FALSE(std::signbit(sum_of({})));
  CHECK(sum_of({0.1}) == 0.1);
  CHECK(sum_of({0.1, -0.1}) == 0.0);
  CHECK(sum_of({5e-324}) == 5e-324);
}

TEST_CASE("sum says that it overflows") {
  const double most = std::numeric_limits<double>::max();
  CHECK(sum_of({most}) == most);
  CHECK(std::isinf(sum_of({most, most})));
  CHECK(sum_of({most, most, 1.0}) > 0.0);
  CHECK_FALSE(std::isfinite(sum_of({most, most, -most})));
}

TEST_CASE("sum is as good as a wider type over twelve decades") {
  std::mt19937_64 rng(1);
  std::uniform_real_distribution<double> decades(-6.0, 6.0);
  for (int round = 0; round < 20; ++round) {
    Sum sum;
    long double wide = 0.0L;
    for (int k = 0; k < 10'000; ++k) {
      const double term = (rng() % 2 == 0 ? 1.0 : -1.0) * std::pow(10.0, decades(rng));
      sum += term;
      wide += term;
    }
    CHECK_THAT(sum.value(), WithinRel(static_cast<double>(wide), 1e-12));
  }
}
