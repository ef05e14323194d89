#include "aidnet/algo/centrality/edge_betweenness.hpp"

#include "edges.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "sampling.hpp"
#include "verify/between.hpp"

using namespace testing_support;
using aidnet::edge_betweenness;
using aidnet::EdgeBetweennessOptions;
using aidnet::Length;

namespace {

const EdgeBetweennessOptions edge_paths_counted{.normalized = false};

std::vector<index_t> some_nodes(index_t n, Rng& rng) {
  std::vector<index_t> nodes = random_places(n, rng);
  nodes.resize(at(n > 0 ? draw(rng, n + 1) : 0));
  return nodes;
}

}  // namespace

TEST_CASE("edge_betweenness by hand: two ways round and a bottleneck") {
  // 0 → 1 → 3 and 0 → 2 → 3, then 3 → 4. To 1 and 2 one unit each; to 3 and 4 halves each way.
  // 1 → 3: from 1 to 3 and 4, and two halves from 0. 3 → 4: from all four others.
  const Graph graph = Sample{5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}}}.graph();
  CHECK(edge_betweenness(graph, {}, edge_paths_counted) == Values{2, 2, 3, 3, 4});
  require_close(edge_betweenness(graph), {0.1, 0.1, 0.15, 0.15, 0.2}, 1e-15);  // of 5 · 4 pairs
}

TEST_CASE("edge_betweenness by hand: undirected, with a loop and an edge of weight zero") {
  // 0 – 1 – 2: each edge is used by two of three pairs. Entries: 00, 01, 10, 12, 13, 21, 31.
  const Graph graph = Sample{4, {{0, 0}, {0, 1}, {1, 2}, {1, 3, 0.0}}, false}.graph();
  CHECK(edge_betweenness(graph, {}, edge_paths_counted) == Values{0, 2, 2, 2, 0, 2, 0});
  require_close(edge_betweenness(graph), Values{0, 1 / 3., 1 / 3., 1 / 3., 0, 1 / 3., 0}, 1e-15);
}

TEST_CASE("edge_betweenness by hand: from some nodes to some others") {
  // The ways 0 → 1 → 3 → 4 and 0 → 2 → 3 → 4 as above, only from 0 to 4: halves, then one.
  const Graph graph = Sample{5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}}}.graph();
  const auto of = [&](std::vector<index_t> sources, std::vector<index_t> targets) {
    return edge_betweenness(graph, {},
                            {.normalized = false, .sources = sources, .targets = targets});
  };
  CHECK(of({0}, {4}) == Values{0.5, 0.5, 0.5, 0.5, 1});
  CHECK(of({1, 0}, {4}) == Values{0.5, 0.5, 1.5, 0.5, 2});
  CHECK(of({3}, {0, 3}) == Values(5, 0.0));
}

TEST_CASE("edge_betweenness agrees with counting paths by definition") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = with_signs(random_sample(seed));
    EdgeBetweennessOptions options{.normalized = seed % 3 != 0};
    if (seed % 2 == 1) {
      options.sources = some_nodes(sample.nodes, rng);
      options.targets = some_nodes(sample.nodes, rng);
    }
    const auto n = static_cast<double>(sample.nodes);
    const double pairs = n * (n - 1.0) / (sample.directed ? 1.0 : 2.0);
    const Graph graph = sample.graph();
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed)}) {
      Eigen::MatrixXd expected = verify::edge_betweenness(lengths.matrix, sample.directed,
                                                          options.sources, options.targets);
      if (options.normalized && pairs > 0.0) expected /= pairs;
      require_close(edge_betweenness(graph, lengths.length, options), at_entries(graph, expected));
    }
  }
}

TEST_CASE("edge_betweenness: the steps of all shortest paths add up") {
  for (const bool directed : {true, false}) {
    const Sample sample = large_sample(200, 500, directed);
    const Eigen::MatrixXd d = verify::distances(unit_lengths(sample).matrix);
    double expected = 0.0;
    for (const double steps : d.reshaped())
      if (steps < verify::no_path) expected += steps;
    const Values b = edge_betweenness(sample.graph(), {}, edge_paths_counted);
    CHECK_THAT(std::accumulate(b.begin(), b.end(), 0.0), WithinRel(expected, 1e-12));
  }
}

TEST_CASE("edge_betweenness of arcs of length zero, and of lengths that vanish") {
  // 0 → 1 (1), 0 → 2 (1), 2 → 1 (0), 1 → 3 (1): to 1 and to 3 there are two ways, one through 2.
  const Sample zero{4, {{0, 1}, {0, 2}, {1, 3}, {2, 1}}};
  const Lengths lengths =
      given_lengths(zero, [](index_t u, index_t, double) { return u == 2 ? 0.0 : 1.0; });
  // 0 → 1: half of 1 and of 3. 0 → 2: all of 2, half of 1 and 3. 2 → 1: 2 to 1, 3, and two halves.
  CHECK(edge_betweenness(zero.graph(), lengths.length, edge_paths_counted) == Values{1, 2, 3, 3});
  // From 0 all others are at 1e20 after rounding: as for betweenness, each arc is used in its own
  // turn. 0 → 1: to 1, 2, 3. 1 → 2: from 0 and 1 to 2 and 3, and from 3 to 2; and so on round.
  const Sample ring{4, {{0, 1}, {1, 2}, {2, 3}, {3, 1}}};
  const auto length_of = [](index_t u, index_t, double) { return u == 0 ? 1e20 : 1.0; };
  CHECK(edge_betweenness(ring.graph(), given_lengths(ring, length_of).length, edge_paths_counted) ==
        Values{3, 5, 4, 3});
}

TEST_CASE("edge_betweenness counts more paths than doubles hold") {
  // A chain of diamonds: half of what goes past diamond j uses each of its sides.
  constexpr index_t diamonds = 1100;
  const Sample chain = chain_of_diamonds(diamonds);
  const Graph graph = chain.graph();
  Values expected(at(graph.entry_count()));
  for (index_t e = 0; e < graph.entry_count(); ++e) {
    const index_t source = graph.entry_source(e);
    const double before = 3.0 * (source / 3) + 1.0;             // up to the joint
    const double behind = 3.0 * (diamonds - source / 3) - 2.0;  // from the next joint on
    // To a side: that side, and half of all behind. From it: half of all before, and the side.
    expected[at(e)] =
        source % 3 == 0 ? before * (1.0 + 0.5 * behind) : behind * (1.0 + 0.5 * before);
  }
  require_close(edge_betweenness(graph, {}, edge_paths_counted), expected, 1e-12);
  const Lengths twos = given_lengths(chain, [](index_t, index_t, double) { return 2.0; });
  require_close(edge_betweenness(graph, twos.length, edge_paths_counted), expected, 1e-12);
}

TEST_CASE("edge_betweenness keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    return by_node(g, edge_betweenness(g, {}, {}, c));
  });
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    return by_node(g, edge_betweenness(g, Length::reciprocal(g).scaled(20), edge_paths_counted, c));
  });
}

TEST_CASE("edge_betweenness runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length tied = Length::reciprocal(graph).scaled(6);
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return edge_betweenness(g, {}, {}, c); },
      graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return edge_betweenness(g, tied, {}, c); },
      graph);
}

TEST_CASE("edge_betweenness of degenerate graphs") {
  const auto of = [&](const Sample& sample) { return edge_betweenness(sample.graph()); };
  CHECK(of({0, {}}).empty());
  CHECK(of({1, {}}).empty());
  CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
  CHECK(of({4, {}}).empty());
  CHECK(of({3, {{0, 1, 0.0}, {1, 2, 0.0}}}) == Values{0, 0});  // no ties
  CHECK(of({2, {{0, 1}}}) == Values{0.5});
  CHECK(of({2, {{0, 1}}, false}) == Values{1, 1});
  const Sample chain{3, {{0, 1}, {1, 2}}};
  CHECK(edge_betweenness(chain.doubled().graph(), {}, edge_paths_counted) == Values{2, 2, 2, 2});
  CHECK(edge_betweenness(chain.with_isolated_node().graph(), {}, edge_paths_counted) ==
        Values{2, 2});
}

TEST_CASE("edge_betweenness refuses what it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = Sample{3, {{0, 1}, {1, 2}}}.graph();
  const Graph round = Sample{2, {{0, 1}, {1, 0}}}.graph();
  CHECK_THROWS_WITH(edge_betweenness(pair, Length::reciprocal(more)),
                    ContainsSubstring("edge_betweenness: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(edge_betweenness(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("the longest length is 1e+308"));
  CHECK_THROWS_WITH(edge_betweenness(round, Length::given(round, std::vector{0.0, 0.0})),
                    ContainsSubstring("zero all round the cycle"));
  CHECK_THROWS_WITH(edge_betweenness(pair, {}, {.sources = {2}}),
                    ContainsSubstring("edge_betweenness: sources has 2, which is none of the 2"));
  CHECK_THROWS_WITH(edge_betweenness(pair, {}, {.targets = {1, 1}}),
                    ContainsSubstring("edge_betweenness: targets has node 1 twice"));
}
