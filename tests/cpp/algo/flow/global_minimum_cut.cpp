#include "aidnet/algo/flow/global_minimum_cut.hpp"

#include "capacities.hpp"
#include "invariants.hpp"
#include "modes.hpp"
#include "nodes_of_paths.hpp"
#include "verify/exact_flow.hpp"

using namespace testing_support;
using aidnet::Capacity;
using aidnet::global_minimum_cut;
using aidnet::GlobalMinimumCut;

namespace {

GlobalMinimumCut of(const Sample& sample) {
  const Graph graph = sample.graph();
  return global_minimum_cut(graph, Capacity::of_weights(graph));
}

/// The least of all cuts of a small network.
double least_of_all(const Eigen::MatrixXd& capacities) {
  double least = std::numeric_limits<double>::infinity();
  for (unsigned side = 1; side + 1 < 1U << capacities.rows(); ++side)
    least = std::min(
        least, verify::cut_capacity(capacities, [&](index_t v) { return (side >> v & 1U) != 0; }));
  return least;
}

}  // namespace

TEST_CASE("global_minimum_cut by hand") {
  // Two triangles of 3 each, joined by 2 – 3 of 1 and 0 – 5 of 2: they come apart for 3.
  const Sample two{
      6,
      {{0, 1, 3}, {1, 2, 3}, {0, 2, 3}, {3, 4, 3}, {4, 5, 3}, {3, 5, 3}, {2, 3, 1}, {0, 5, 2}},
      false};
  const GlobalMinimumCut cut = of(two);
  CHECK(cut.value == 3.0);
  CHECK(cut.side == Nodes{0, 1, 2});
  CHECK(cut.source == Nodes{0, 2});
  CHECK(cut.target == Nodes{5, 3});
  CHECK(cut.capacity == Values{2, 1});
  // A ring of 5, 1, 7 in one direction: what leads from 1 to 2 is the least.
  const GlobalMinimumCut ring = of(Sample{3, {{0, 1, 5}, {1, 2, 1}, {2, 0, 7}}});
  CHECK(ring.value == 1.0);
  CHECK(ring.side == Nodes{1});
  CHECK(ring.source == Nodes{1});
  CHECK(ring.target == Nodes{2});
  // And here what leads away from 2, back to 0.
  const GlobalMinimumCut back = of(Sample{3, {{0, 1, 5}, {1, 2, 7}, {2, 0, 1}}});
  CHECK(back.value == 1.0);
  CHECK(back.source == Nodes{2});
  CHECK(back.target == Nodes{0});
}

TEST_CASE("global_minimum_cut of the network of Stoer and Wagner") {
  // Their figure 1, with nodes 1 to 8 as 0 to 7: {3, 4, 7, 8} come off for 4.
  const GlobalMinimumCut cut = of(Sample{8,
                                         {{0, 1, 2},
                                          {0, 4, 3},
                                          {1, 2, 3},
                                          {1, 4, 2},
                                          {1, 5, 2},
                                          {2, 3, 4},
                                          {2, 6, 2},
                                          {3, 6, 2},
                                          {3, 7, 2},
                                          {4, 5, 3},
                                          {5, 6, 1},
                                          {6, 7, 3}},
                                         false});
  CHECK(cut.value == 4.0);
  CHECK(cut.side == Nodes{0, 1, 4, 5});
}

TEST_CASE("global_minimum_cut is the least of all cuts") {
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    const index_t n = 2 + static_cast<index_t>(seed / 2 % 8);
    for (Arc& arc : sample.arcs) {
      arc.source %= n;
      arc.target %= n;
    }
    sample.nodes = n;
    if (seed % 4 < 2)  // joined, so that it takes something to part them
      for (index_t v = 0; v < n; ++v) sample.arcs.push_back({v, (v + 1) % n, 2.0});
    const Graph graph = sample.graph();
    const Capacities given =
        seed % 3 != 0 ? whole_capacities(sample, seed, seed % 9 == 1) : weight_capacities(sample);
    const double least = least_of_all(given.matrix);
    if (std::isinf(least)) {
      CHECK_THROWS_AS(global_minimum_cut(graph, given.capacity), aidnet::UndefinedError);
      continue;
    }
    const GlobalMinimumCut cut = global_minimum_cut(graph, given.capacity);
    REQUIRE(std::abs(cut.value - least) <= 1e-12 * least);
    REQUIRE(!cut.side.empty());
    REQUIRE(cut.side.size() < at(n));
    const double carried =
        verify::cut_capacity(given.matrix, [&](index_t v) { return verify::has(cut.side, v); });
    REQUIRE(std::abs(carried - least) <= 1e-12 * least);
    double sum = 0.0;
    for (std::size_t k = 0; k < cut.capacity.size(); ++k) {
      REQUIRE(cut.capacity[k] == given.matrix(cut.source[k], cut.target[k]));
      REQUIRE(verify::has(cut.side, cut.source[k]));
      REQUIRE_FALSE(verify::has(cut.side, cut.target[k]));
      sum += cut.capacity[k];
    }
    REQUIRE(std::abs(sum - least) <= 1e-12 * least);
  }
}

TEST_CASE("global_minimum_cut of what is not connected takes no flows") {
  // With one for each node, none of these would come to an end.
  constexpr index_t n = 100'000;
  const GlobalMinimumCut way = of(row_of(n));
  CHECK(way.value == 0.0);
  CHECK(way.source.empty());
  CHECK(way.side.size() == n - 1);  // all but node 0, which none of them reaches
  CHECK(way.side.front() == 1);
  Sample parts = row_of(n, false);
  std::erase_if(parts.arcs, [](const Arc& arc) { return arc.source == 39; });
  CHECK(of(parts).value == 0.0);
  CHECK(of(parts).side.size() == 40);
  CHECK(of(parts).side.back() == 39);
  // Neither 2 nor 3 gives anything to 0 and 1. 3 is also given nothing, but comes later.
  CHECK(of(Sample{4, {{0, 1}, {1, 0}, {1, 2}}}).side == Nodes{2, 3});
}

TEST_CASE("global_minimum_cut is exact however uneven capacities are") {
  const GlobalMinimumCut chain = of(Sample{4, {{0, 1, 1e60}, {1, 2, 2}, {2, 3, 1}}, false});
  CHECK(chain.value == 1.0);
  CHECK(chain.side == Nodes{0, 1, 2});
  int something = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Sample sample = small_sample(seed, 2 + static_cast<index_t>(seed / 2 % 6));
    for (index_t v = 0; v < sample.nodes; ++v)
      sample.arcs.push_back({v, (v + 1) % sample.nodes, 1.0});
    const Capacities given = uneven_capacities(sample, seed);
    const verify::Amounts capacities = verify::exact(given.matrix);
    const verify::Exact least = verify::least_exact_cut(capacities, {}, {});
    const GlobalMinimumCut cut = global_minimum_cut(sample.graph(), given.capacity);
    REQUIRE(verify::is_nearest(cut.value, least));
    REQUIRE(verify::exact_cut(capacities, verify::bits_of(cut.side)) == least);
    something += cut.value > 0.0 ? 1 : 0;
  }
  CHECK(something > lessened(50));
}

TEST_CASE("global_minimum_cut keeps its promises") {
  check_invariants(
      [](const Graph& graph, const aidnet::Control& control) {
        return Values{global_minimum_cut(graph, Capacity::of_weights(graph), control).value};
      },
      {.scale_power = 1.0, .per_node = false});
}

TEST_CASE("global_minimum_cut runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(500, 5000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const GlobalMinimumCut cut = global_minimum_cut(g, Capacity::of_weights(g), c);
        Values values(cut.side.begin(), cut.side.end());
        values.push_back(cut.value);
        return values;
      },
      graph);
}

TEST_CASE("global_minimum_cut of degenerate graphs") {
  const GlobalMinimumCut apart =
      of(Sample{4, {{0, 0, 3}, {0, 1, 2}, {2, 3, 5}, {1, 2, 0.0}}, false});
  CHECK(apart.value == 0.0);
  CHECK(apart.side == Nodes{0, 1});  // 2 and 3 get nothing from the nodes before them
  CHECK(apart.source.empty());
  CHECK(of(Sample{2, {}}).side == Nodes{0});
}

TEST_CASE("global_minimum_cut refuses what it cannot use") {
  CHECK_THROWS_WITH(of(Sample{1, {{0, 0}}}),
                    ContainsSubstring("global_minimum_cut: the graph has 1 node; two are needed"));
  CHECK_THROWS_AS(of(Sample{0, {}}), aidnet::UndefinedError);
  const Graph edge = Sample{2, {{0, 1}}, false}.graph();
  CHECK_THROWS_WITH(global_minimum_cut(edge, Capacity::given(edge, Values{1, 2})),
                    ContainsSubstring("the edge 0 → 1 has two capacities"));
  const Graph other = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_AS(global_minimum_cut(edge, Capacity::of_weights(other)), aidnet::ValidationError);
  const Values infinite(2, std::numeric_limits<double>::infinity());
  CHECK_THROWS_WITH(global_minimum_cut(edge, Capacity::given(edge, infinite)),
                    ContainsSubstring("every cut has an infinite capacity"));
  const Graph heavy = Sample{3, {{0, 1, 1.7e308}, {0, 2, 1.7e308}, {1, 2, 1.7e308}}, false}.graph();
  CHECK_THROWS_AS(global_minimum_cut(heavy, Capacity::of_weights(heavy)), aidnet::SizeError);
}
