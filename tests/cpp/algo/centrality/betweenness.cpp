#include "aidnet/algo/centrality/betweenness.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "verify/between.hpp"

using namespace testing_support;
using aidnet::betweenness;
using aidnet::BetweennessOptions;
using aidnet::Length;

namespace {

const BetweennessOptions paths_counted{.normalized = false};

Values run_betweenness(const Lengths& lengths, const Sample& sample,
                       const BetweennessOptions& options) {
  return betweenness(sample.graph(), lengths.length, options);
}

}  // namespace

TEST_CASE("betweenness by hand: two ways round and a bottleneck") {
  // 0 → 1 → 3 and 0 → 2 → 3, then 3 → 4. Half of what goes from 0 to 3 and to 4 passes 1, half 2;
  // 3 lies between 4 and each of 0, 1, 2. Of pairs without the node itself there are 4 · 3.
  const Graph graph = Sample{5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}}}.graph();
  CHECK(betweenness(graph, {}, paths_counted) == Values{0, 1, 1, 3, 0});
  require_close(betweenness(graph), {0, 1.0 / 12, 1.0 / 12, 3.0 / 12, 0}, 1e-15);
}

TEST_CASE("betweenness by hand: lengths decide the way, weights do not") {
  // The direct gift 0 → 2 is as long as the way through 1, then longer.
  const Graph graph = Sample{3, {{0, 1, 9.0}, {0, 2, 1.0}, {1, 2, 9.0}}}.graph();
  const auto by = [&](std::vector<double> lengths) {
    return betweenness(graph, Length::given(graph, lengths), paths_counted);
  };
  CHECK(betweenness(graph, {}, paths_counted) == Values{0, 0, 0});
  CHECK(by({1.0, 2.0, 1.0}) == Values{0, 0.5, 0});
  CHECK(by({1.0, 3.0, 1.0}) == Values{0, 1, 0});
  CHECK(betweenness(graph, Length::reciprocal(graph), paths_counted) == Values{0, 1, 0});
}

TEST_CASE("betweenness by hand: endpoints count too, if asked") {
  // 0 → 1 → 2: pairs 01, 02, 12. Node 0 is an end of two, 1 of two and within one, 2 of two.
  const Sample chain{3, {{0, 1}, {1, 2}}};
  CHECK(betweenness(chain.graph(), {}, {.normalized = false, .endpoints = true}) ==
        Values{2, 3, 2});
  require_close(betweenness(chain.graph(), {}, {.endpoints = true}), {2.0 / 6, 3.0 / 6, 2.0 / 6},
                1e-15);
  // Undirected the pairs are {01}, {02}, {12}: the same numbers, of three pairs in all.
  const Graph both = Sample{3, chain.arcs, false}.graph();
  CHECK(betweenness(both, {}, {.normalized = false, .endpoints = true}) == Values{2, 3, 2});
  CHECK(betweenness(both, {}, {.endpoints = true}) == Values{2.0 / 3, 1, 2.0 / 3});
  CHECK(betweenness(both) == Values{0, 1, 0});
}

TEST_CASE("betweenness agrees with counting paths by definition") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const BetweennessOptions options{.normalized = seed % 3 != 0, .endpoints = seed % 4 == 1};
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed)})
      require_close(run_betweenness(lengths, sample, options),
                    verify::betweenness(lengths.matrix, sample.directed, options.normalized,
                                        options.endpoints));
  }
}

TEST_CASE("betweenness by hand: between some nodes and some others") {
  // 0 → 1 → 2 → 3 ← 4. From 0 to 3 by 1 and 2; from 4 to 3 directly.
  const Sample chain{5, {{0, 1}, {1, 2}, {2, 3}, {4, 3}}};
  const auto of = [](const Graph& graph, std::vector<index_t> sources, std::vector<index_t> targets,
                     bool endpoints = false) {
    return betweenness(
        graph, {},
        {.normalized = false, .endpoints = endpoints, .sources = sources, .targets = targets});
  };
  CHECK(of(chain.graph(), {4, 0}, {3}) == Values{0, 1, 1, 0, 0});
  CHECK(of(chain.graph(), {4, 0}, {3}, true) == Values{1, 1, 1, 2, 1});
  CHECK(of(chain.graph(), {0}, {0, 2}, true) == Values{1, 1, 1, 0, 0});
  CHECK(of(chain.graph(), {}, {2}) == Values{0, 1, 0, 0, 0});
  CHECK(of(chain.graph(), {1}, {}) == Values{0, 0, 1, 0, 0});
  // Undirected: from 0 to 4 is half of the pair {0, 4}, there and back is all of it.
  const Graph both = Sample{5, chain.arcs, false}.graph();
  CHECK(of(both, {0}, {4}) == Values{0, 0.5, 0.5, 0.5, 0});
  CHECK(of(both, {0, 4}, {0, 4}) == Values{0, 1, 1, 1, 0});
  // Normalised by all pairs, whatever was chosen: of 4 · 3.
  require_close(betweenness(chain.graph(), {}, {.sources = {0}, .targets = {3}}),
                {0, 1.0 / 12, 1.0 / 12, 0, 0}, 1e-15);
}

TEST_CASE("betweenness between some nodes and some others agrees with counting paths") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = with_signs(random_sample(seed));
    const auto some = [&] {
      std::vector<index_t> nodes = random_places(sample.nodes, rng);
      nodes.resize(at(draw(rng, sample.nodes + 1)));
      return nodes;
    };
    const BetweennessOptions options{
        .normalized = false, .endpoints = seed % 3 == 0, .sources = some(), .targets = some()};
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed)})
      require_close(run_betweenness(lengths, sample, options),
                    verify::betweenness_between(lengths.matrix, sample.directed, options.sources,
                                                options.targets, options.endpoints));
  }
}

TEST_CASE("betweenness agrees with counting paths where lengths are scaled reciprocals") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    Eigen::MatrixXd steps = reciprocal_lengths(sample).matrix;
    double longest = 0.0;
    for (const double x : steps.reshaped())
      if (x < verify::no_path) longest = std::max(longest, x);
    for (double& x : steps.reshaped())
      if (x < verify::no_path) x = std::max(1.0, std::round(x / longest * 1024.0));
    const Graph graph = sample.graph();
    require_close(betweenness(graph, Length::reciprocal(graph).scaled(10), paths_counted),
                  verify::betweenness(steps, sample.directed, false, false));
  }
}

TEST_CASE("betweenness agrees with listing the paths, arcs of length zero included") {
  int refused = 0;
  int with_zeros = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    Sample sample{2 + draw(rng, 5), {}, seed % 4 != 0};
    for (int k = 0; k < 9; ++k)
      sample.arcs.push_back({draw(rng, sample.nodes), draw(rng, sample.nodes)});
    const Lengths lengths = whole_lengths(sample, seed, 0);
    if (verify::has_zero_cycle(lengths.matrix)) {
      ++refused;
      REQUIRE_THROWS_AS(run_betweenness(lengths, sample, paths_counted), aidnet::ValidationError);
      continue;
    }
    with_zeros += (lengths.matrix.array() == 0.0).any() ? 1 : 0;
    require_close(run_betweenness(lengths, sample, paths_counted),
                  verify::betweenness_by_listing(lengths.matrix, sample.directed), 1e-12);
  }
  CHECK(refused >= lessened(40));
  CHECK(with_zeros >= lessened(100));
}

TEST_CASE("betweenness: the inner nodes of all shortest paths add up") {
  // Σ_v b(v) is the sum over pairs of the steps less one; and with many chunks of sources.
  for (const bool directed : {true, false}) {
    const Sample sample = large_sample(200, 500, directed);
    const Eigen::MatrixXd d = verify::distances(unit_lengths(sample).matrix);
    double expected = 0.0;
    for (const double steps : d.reshaped())
      if (steps > 0.0 && steps < verify::no_path) expected += steps - 1.0;
    const Values b = betweenness(sample.graph(), {}, paths_counted);
    CHECK_THAT(std::accumulate(b.begin(), b.end(), 0.0),
               WithinRel(directed ? expected : expected / 2, 1e-12));
  }
}

TEST_CASE("betweenness counts more paths than integers hold") {
  // From corner to corner of a 35 × 35 grid there are C(68, 34) ≈ 2.8e19 > 2^64 shortest paths.
  constexpr index_t side = 35;
  Sample grid{side * side, {}, false};
  for (index_t row = 0; row < side; ++row)
    for (index_t column = 0; column < side; ++column) {
      const index_t here = row * side + column;
      if (column + 1 < side) grid.arcs.push_back({here, here + 1});
      if (row + 1 < side) grid.arcs.push_back({here, here + side});
    }
  const Graph graph = grid.graph();
  const Values b = betweenness(graph, {}, paths_counted);
  const Lengths threes = given_lengths(grid, [](index_t, index_t, double) { return 3.0; });
  require_close(betweenness(graph, threes.length, paths_counted), b, 1e-12);
  double expected = 0.0;  // Σ over pairs of the steps less one
  for (index_t s = 0; s < grid.nodes; ++s)
    for (index_t t = 0; t < s; ++t)
      expected += std::abs(s / side - t / side) + std::abs(s % side - t % side) - 1;
  CHECK_THAT(std::accumulate(b.begin(), b.end(), 0.0), WithinRel(expected, 1e-12));
  for (index_t s = 0; s < grid.nodes; ++s) {  // as symmetric as the grid
    const index_t mirrored = (s / side) * side + (side - 1 - s % side);
    const index_t turned = (s % side) * side + s / side;
    REQUIRE_THAT(b[at(mirrored)], WithinRel(b[at(s)], 1e-10));
    REQUIRE_THAT(b[at(turned)], WithinRel(b[at(s)], 1e-10));
  }
}

TEST_CASE("betweenness counts more paths than doubles hold") {
  // A chain of diamonds: each doubles the paths, and 2^1100 overflows. Joint i has 3i nodes before
  // it and 3(K − i) behind, and lies between all of them. The two sides of diamond j share what
  // goes from the 3j + 1 nodes before to the 3(K − 1 − j) + 1 behind.
  constexpr index_t diamonds = 1100;
  Sample chain{3 * diamonds + 1, {}};
  Values expected(at(chain.nodes), 0.0);
  for (index_t j = 0; j < diamonds; ++j) {
    const index_t joint = 3 * j;
    for (const index_t side : {joint + 1, joint + 2}) {
      chain.arcs.push_back({joint, side});
      chain.arcs.push_back({side, joint + 3});
      expected[at(side)] = 0.5 * (3.0 * j + 1.0) * (3.0 * (diamonds - 1 - j) + 1.0);
    }
    expected[at(joint)] = 9.0 * j * (diamonds - j);
  }
  require_close(betweenness(chain.graph(), {}, paths_counted), expected, 1e-12);
  const Lengths twos = given_lengths(chain, [](index_t, index_t, double) { return 2.0; });
  require_close(run_betweenness(twos, chain, paths_counted), expected, 1e-12);
}

TEST_CASE("betweenness of lengths that vanish beside the distance") {
  // From 0, the nodes 1, 2, 3 all are at 1e20 after rounding, and 1 → 2 → 3 → 1 runs in a circle.
  // In truth 1 lies between 0 and 2, 3 and between 3 and 2; 2 between 0 and 3, 1 and 3; 3 between
  // 2 and 1.
  const Sample ring{4, {{0, 1}, {1, 2}, {2, 3}, {3, 1}}};
  const auto length_of = [](index_t u, index_t, double) { return u == 0 ? 1e20 : 1.0; };
  CHECK(run_betweenness(given_lengths(ring, length_of), ring, paths_counted) == Values{0, 3, 2, 1});
}

TEST_CASE("betweenness keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return betweenness(g, {}, {}, c); });
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    return betweenness(g, Length::reciprocal(g).scaled(20), {.endpoints = true}, c);
  });
}

TEST_CASE("betweenness runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length tied = Length::reciprocal(graph).scaled(6);
  check_running([](const Graph& g, const aidnet::Control& c) { return betweenness(g, {}, {}, c); },
                graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return betweenness(g, tied, {}, c); }, graph);
}

TEST_CASE("betweenness of degenerate graphs") {
  for (const bool normalized : {true, false}) {
    for (const bool endpoints : {true, false}) {
      const auto of = [&](const Sample& sample) {
        return betweenness(sample.graph(), {}, {.normalized = normalized, .endpoints = endpoints});
      };
      CHECK(of({0, {}}).empty());
      CHECK(of({1, {}}) == Values{0});
      CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
      CHECK(of({4, {}}) == Values(4, 0.0));
      CHECK(of({3, {{0, 1, 0.0}, {1, 2, 0.0}}}) == Values(3, 0.0));  // no ties
    }
  }
  // Two nodes: nobody is between, and each is an end.
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  CHECK(betweenness(pair) == Values{0, 0});
  CHECK(betweenness(pair, {}, {.endpoints = true}) == Values{0.5, 0.5});  // of the pairs 01 and 10
  CHECK(betweenness(pair, {}, {.normalized = false, .endpoints = true}) == Values{1, 1});
  // Loops are on no path, whatever their length.
  const Sample loops{3, {{0, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 2}}};
  const auto zero_loops = [](index_t u, index_t v, double) { return u == v ? 0.0 : 1.0; };
  CHECK(run_betweenness(given_lengths(loops, zero_loops), loops, paths_counted) == Values{0, 1, 0});
  CHECK(betweenness(loops.graph(), {}, paths_counted) == Values{0, 1, 0});
  // Parts that do not hang together do not see each other, but all pairs count.
  const Sample chain{3, {{0, 1}, {1, 2}}};
  require_close(betweenness(chain.doubled().graph()), {0, 1.0 / 20, 0, 0, 1.0 / 20, 0}, 1e-15);
  CHECK(betweenness(chain.with_isolated_node().graph(), {}, paths_counted) == Values{0, 1, 0, 0});
}

TEST_CASE("betweenness refuses lengths it cannot use") {
  const Sample pair{2, {{0, 1}}};
  const Sample more{3, {{0, 1}, {1, 2}}};
  CHECK_THROWS_WITH(betweenness(pair.graph(), Length::reciprocal(more.graph())),
                    ContainsSubstring("betweenness: 2 lengths for 1 entries"));
  const auto huge = [](index_t, index_t, double) { return 1e308; };
  CHECK_THROWS_WITH(run_betweenness(given_lengths(more, huge), more, paths_counted),
                    ContainsSubstring("the longest length is 1e+308"));

  CHECK_THROWS_WITH(betweenness(more.graph(), {}, {.sources = {0, 3}}),
                    ContainsSubstring("betweenness: sources has 3, which is none of the 3 nodes"));
  CHECK_THROWS_WITH(betweenness(more.graph(), {}, {.targets = {-1}}),
                    ContainsSubstring("betweenness: targets has -1, which is none of the 3 nodes"));
  CHECK_THROWS_WITH(betweenness(more.graph(), {}, {.sources = {2, 1, 2}}),
                    ContainsSubstring("betweenness: sources has node 2 twice"));

  const auto zero = [](index_t, index_t, double) { return 0.0; };
  // 0 hangs before the cycle and 4 behind it; neither is named.
  const Sample ring{5, {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 4}}};
  CHECK_THROWS_WITH(
      run_betweenness(given_lengths(ring, zero), ring, paths_counted),
      ContainsSubstring("zero all round the cycle ") &&
          (ContainsSubstring(" 1 → 2 → 3 → 1,") || ContainsSubstring(" 2 → 3 → 1 → 2,") ||
           ContainsSubstring(" 3 → 1 → 2 → 3,")));
  const Sample edge{2, {{0, 1}}, false};
  CHECK_THROWS_WITH(run_betweenness(given_lengths(edge, zero), edge, paths_counted),
                    ContainsSubstring("0 → 1 → 0,") || ContainsSubstring("1 → 0 → 1,"));
  Sample circle{20, {}};
  for (index_t i = 0; i < 20; ++i) circle.arcs.push_back({i, (i + 1) % 20});
  CHECK_THROWS_WITH(run_betweenness(given_lengths(circle, zero), circle, paths_counted),
                    ContainsSubstring(" → …,"));
}
