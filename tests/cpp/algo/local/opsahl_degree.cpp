#include "aidnet/algo/local/opsahl_degree.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "verify/balance.hpp"

using namespace testing_support;
using aidnet::Balance;
using aidnet::Mode;
using aidnet::opsahl_degree;

TEST_CASE("Opsahl's degree by hand") {
  // 0 has two ties of 8 in all: 2 (8/2)^½ = 4. 1 keeps 5 and gives 7: 2 · 6^½; 2 receives 8 by two.
  const Graph graph = Sample{3, {{0, 1, 7.0}, {0, 2, 1.0}, {1, 2, 7.0}, {1, 1, 5.0}}}.graph();
  require_close(opsahl_degree(graph, {.mode = Mode::out}), {4.0, 2 * std::sqrt(6.0), 0.0}, 1e-15);
  require_close(opsahl_degree(graph, {.mode = Mode::in, .alpha = 2.0}), {0.0, 72.0, 32.0}, 1e-15);
}

TEST_CASE("Opsahl's degree is degree for 0 and strength for 1, and the formula between") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Eigen::MatrixXd ties = (sample.matrix().array() != 0.0).cast<double>().matrix();
    for (std::size_t m = 0; m < std::size(modes); ++m) {
      const Values k = verify::balance(ties, sample.directed, balances[m]);
      const Values s = verify::balance(sample.matrix(), sample.directed, balances[m]);
      require_close(opsahl_degree(sample.graph(), {.mode = modes[m], .alpha = 0.0}), k, 0.0);
      require_close(opsahl_degree(sample.graph(), {.mode = modes[m], .alpha = 1.0}), s);
      for (const double alpha : {0.5, 1.5}) {
        Values expected;
        for (std::size_t i = 0; i < k.size(); ++i)
          expected.push_back(
              k[i] == 0.0 ? 0.0
                          : std::exp((1.0 - alpha) * std::log(k[i]) + alpha * std::log(s[i])));
        require_close(opsahl_degree(sample.graph(), {.mode = modes[m], .alpha = alpha}), expected);
      }
    }
  }
}

TEST_CASE("Opsahl's degree keeps its promises") {
  for (const double alpha : {0.5, 1.5})
    check_invariants(
        [alpha](const Graph& g, const aidnet::Control& c) {
          return opsahl_degree(g, {.alpha = alpha}, c);
        },
        {.scale_power = alpha});
}

TEST_CASE("Opsahl's degree of a large graph, stopped and resumed") {
  check_running([](const Graph& g, const aidnet::Control& c) { return opsahl_degree(g, {}, c); },
                large_sample(300'000, 400'000, true).graph());
}

TEST_CASE("Opsahl's degree of degenerate graphs") {
  CHECK(opsahl_degree(Graph()).empty());
  CHECK(opsahl_degree(Sample{1, {}}.graph()) == Values{0.0});
  CHECK(opsahl_degree(Sample{1, {{0, 0, 3.0}}}.graph(), {.alpha = 1.0}) == Values{6.0});
  CHECK(opsahl_degree(Sample{2, {{0, 1, 0.0}}}.graph()) == Values(2, 0.0));
}

TEST_CASE("Opsahl's degree refuses what it cannot use") {
  const Graph graph = Sample{2, {{1, 0, 3.0}}}.graph();
  for (const double alpha :
       {-0.5, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
    CHECK_THROWS_WITH(opsahl_degree(graph, {.alpha = alpha}), ContainsSubstring("alpha is"));
  CHECK_THROWS_WITH(opsahl_degree(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(opsahl_degree(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph()),
                    ContainsSubstring("add up"));
  CHECK_THROWS_WITH(opsahl_degree(Sample{2, {{0, 1, 1e308}}}.graph(), {.alpha = 2.0}),
                    ContainsSubstring("the value of node 0 is more than a double"));
}
