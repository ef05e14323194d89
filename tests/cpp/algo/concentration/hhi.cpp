#include "aidnet/algo/concentration/hhi.hpp"

#include "beside_one.hpp"
#include "invariants.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/partner_shares.hpp"

using namespace testing_support;
using aidnet::hhi;
using aidnet::Mode;

TEST_CASE("hhi by hand: a donor of two, a donor of one") {
  // 0 gives 3/4 and 1/4: 9/16 + 1/16 = 5/8; normalized (5/8 − 1/2) / (1 − 1/2) = 1/4.
  const Graph graph = Sample{4, {{0, 2, 3.0}, {0, 3, 1.0}, {1, 3, 3.0}}}.graph();
  require_close(hhi(graph), {0.625, 1.0, none, none}, 0.0);
  require_close(hhi(graph, {.normalized = true}), {0.25, none, none, none}, 0.0);
  // 3 gets 1/4 and 3/4.
  require_close(hhi(graph, {.mode = Mode::in}), {none, none, 1.0, 0.625}, 0.0);
  require_close(hhi(graph, {.mode = Mode::all}), {0.625, 1.0, 1.0, 0.625}, 0.0);
}

TEST_CASE("hhi by hand: both ways, loops") {
  // 0 and 1 exchange 2 + 4, one partner; 0 keeps 1, given and received: shares 6/8 and 2/8.
  const Sample exchange{2, {{0, 1, 2.0}, {1, 0, 4.0}, {0, 0, 1.0}}};
  require_close(hhi(exchange.graph(), {.mode = Mode::all}), {0.625, 1.0}, 0.0);
  require_close(hhi(exchange.graph()), {5.0 / 9, 1.0}, 1e-15);
  // The same as an undirected graph, whose loop has two ends.
  const Sample merged{2, {{0, 1, 6.0}, {0, 0, 1.0}}, false};
  for (const Mode mode : modes)
    require_close(hhi(merged.graph(), {.mode = mode}), {0.625, 1.0}, 0.0);
}

TEST_CASE("hhi of equal shares is 1/k, normalized 0") {
  for (const index_t k : {2, 3, 7, 1000}) {
    Sample star{k + 1, {}};
    for (index_t i = 1; i <= k; ++i) star.arcs.push_back({0, i, 0.1});
    CHECK_THAT(hhi(star.graph())[0], WithinRel(1.0 / static_cast<double>(k), 1e-14));
    CHECK_THAT(hhi(star.graph(), {.normalized = true})[0], WithinAbs(0.0, 1e-28));
  }
}

TEST_CASE("hhi of extreme amounts stays in its bounds") {
  const Graph graph = Sample{3, {{0, 1, 1e308}, {0, 2, 5e-324}, {1, 2, 5e-324}}}.graph();
  require_close(hhi(graph), {1.0, 1.0, none}, 0.0);
  require_close(hhi(graph, {.normalized = true}), {1.0, none, none}, 0.0);
}

TEST_CASE("hhi agrees with the dense shares") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const Mode mode : modes) {
      const auto amounts = verify::partner_amounts(sample.matrix(), sample.directed, mode);
      for (const bool normalized : {false, true})
        require_close(beside_one(hhi(sample.graph(), {.mode = mode, .normalized = normalized})),
                      beside_one(verify::hhi(amounts, normalized)));
    }
  }
}

TEST_CASE("hhi keeps its promises") {
  for (const Mode mode : modes)
    check_invariants([mode](const Graph& g, const aidnet::Control& c) {
      return hhi(g, {.mode = mode, .normalized = true}, c);
    });
}

TEST_CASE("hhi runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(50'000, 600'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return hhi(g, {.mode = Mode::all}, c); },
      graph);
}

TEST_CASE("hhi of degenerate graphs has no shares") {
  CHECK(hhi(Graph()).empty());
  require_close(hhi(Sample{1, {}}.graph()), {none});
  require_close(hhi(Sample{1, {{0, 0, 3.0}}}.graph()), {1.0});
  require_close(hhi(Sample{4, {}}.graph()), Values(4, none));
  require_close(hhi(Sample{2, {{0, 1, 0.0}}}.graph()), {none, none});
}

TEST_CASE("hhi refuses what has no shares") {
  CHECK_THROWS_WITH(hhi(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  const Graph large = Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph();
  CHECK_THROWS_WITH(hhi(large), ContainsSubstring("node 0"));
  CHECK_THROWS_AS(hhi(large), aidnet::ValidationError);
}
