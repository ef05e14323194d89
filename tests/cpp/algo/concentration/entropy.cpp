#include "aidnet/algo/concentration/entropy.hpp"

#include "beside_one.hpp"
#include "invariants.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/partner_shares.hpp"

using namespace testing_support;
using aidnet::entropy;
using aidnet::Mode;

namespace {

const double ln2 = std::log(2.0);

}  // namespace

TEST_CASE("entropy by hand: shares that are powers of two") {
  // Shares 1/2, 1/4, 1/4: H = (1/2) ln 2 + 2 (1/4) ln 4 = (3/2) ln 2; ln k = ln 3.
  const Graph graph = Sample{5, {{0, 2, 4.0}, {0, 3, 2.0}, {0, 4, 2.0}, {1, 4, 2.0}}}.graph();
  require_close(entropy(graph, {.normalized = false}), {1.5 * ln2, 0.0, none, none, none}, 1e-15);
  require_close(entropy(graph), {1.5 * ln2 / std::log(3.0), none, none, none, none}, 1e-15);
  // 4 gets the same from two.
  require_close(entropy(graph, {.mode = Mode::in}), {none, none, none, none, 1.0}, 1e-15);
}

TEST_CASE("entropy by hand: both ways, loops") {
  // 0 and 1 exchange 1 + 2, one partner; 0 keeps 1/2, given and received: shares 3/4 and 1/4, so
  // H = (3/4) ln (4/3) + (1/4) ln 4 = 2 ln 2 − (3/4) ln 3.
  const double expected = 2.0 * ln2 - 0.75 * std::log(3.0);
  const Sample exchange{2, {{0, 1, 1.0}, {1, 0, 2.0}, {0, 0, 0.5}}};
  require_close(entropy(exchange.graph(), {.mode = Mode::all, .normalized = false}),
                {expected, 0.0}, 1e-15);
  const Sample merged{2, {{0, 1, 3.0}, {0, 0, 0.5}}, false};
  for (const Mode mode : modes)
    require_close(entropy(merged.graph(), {.mode = mode, .normalized = false}), {expected, 0.0},
                  1e-15);
}

TEST_CASE("entropy of equal shares is ln k and never more") {
  for (const index_t k : {2, 3, 7, 1000}) {
    Sample star{k + 1, {}};
    for (index_t i = 1; i <= k; ++i) star.arcs.push_back({0, i, 0.1});
    const double most = std::log(static_cast<double>(k));
    const double nats = entropy(star.graph(), {.normalized = false})[0];
    CHECK_THAT(nats, WithinRel(most, 1e-14));
    CHECK(nats <= most);
    CHECK(entropy(star.graph())[0] <= 1.0);
    CHECK_THAT(entropy(star.graph())[0], WithinRel(1.0, 1e-14));
  }
}

TEST_CASE("entropy of extreme amounts stays in its bounds") {
  const Graph graph = Sample{3, {{0, 1, 1e308}, {0, 2, 5e-324}, {1, 2, 5e-324}}}.graph();
  require_close(entropy(graph), {0.0, none, none}, 0.0);
  const Values nats = entropy(graph, {.normalized = false});
  require_close(nats, {0.0, 0.0, none}, 0.0);
  CHECK_FALSE(std::signbit(nats[1]));
}

TEST_CASE("entropy agrees with the dense amounts") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const Mode mode : modes) {
      const auto amounts = verify::partner_amounts(sample.matrix(), sample.directed, mode);
      for (const bool normalized : {false, true})
        // Of one share that is nearly all, entropy is what rounding leaves of 1 − 1.
        require_close(beside_one(entropy(sample.graph(), {.mode = mode, .normalized = normalized})),
                      beside_one(verify::entropy(amounts, normalized)));
    }
  }
}

TEST_CASE("entropy keeps its promises") {
  for (const Mode mode : modes)
    for (const bool normalized : {false, true})
      check_invariants(
          [=](const Graph& g, const aidnet::Control& c) {
            return entropy(g, {.mode = mode, .normalized = normalized}, c);
          },
          {.part_of = 1.0});
}

TEST_CASE("entropy runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(50'000, 600'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return entropy(g, {.mode = Mode::all}, c); },
      graph);
}

TEST_CASE("entropy of degenerate graphs has no shares") {
  CHECK(entropy(Graph()).empty());
  require_close(entropy(Sample{1, {}}.graph()), {none});
  require_close(entropy(Sample{1, {{0, 0, 3.0}}}.graph()), {none});
  require_close(entropy(Sample{1, {{0, 0, 3.0}}}.graph(), {.normalized = false}), {0.0});
  require_close(entropy(Sample{4, {}}.graph()), Values(4, none));
  require_close(entropy(Sample{2, {{0, 1, 0.0}}}.graph()), {none, none});
}

TEST_CASE("entropy refuses what has no shares") {
  CHECK_THROWS_WITH(entropy(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  const Graph large = Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph();
  CHECK_THROWS_WITH(entropy(large), ContainsSubstring("node 0"));
  CHECK_THROWS_AS(entropy(large), aidnet::ValidationError);
}
