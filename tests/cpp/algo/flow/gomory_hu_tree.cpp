#include "aidnet/algo/flow/gomory_hu_tree.hpp"

#include "aidnet/algo/flow/minimum_cut.hpp"
#include "capacities.hpp"
#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/exact_flow.hpp"

using namespace testing_support;
using aidnet::Capacity;
using aidnet::gomory_hu_tree;
using aidnet::GomoryHuTree;

namespace {

/// The least value on the way between all pairs: a tree's edges joined from the widest down.
Eigen::MatrixXd bottlenecks(const GomoryHuTree& tree, index_t n) {
  Eigen::MatrixXd least = Eigen::MatrixXd::Constant(n, n, inf);
  std::vector<index_t> group(at(n));
  std::iota(group.begin(), group.end(), index_t{0});
  std::vector<std::size_t> order(tree.node.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return tree.value[a] > tree.value[b]; });
  for (const std::size_t k : order) {
    const index_t a = group[at(tree.node[k])];
    const index_t b = group[at(tree.parent[k])];
    REQUIRE(a != b);  // n − 1 edges that join different groups are a tree
    for (index_t u = 0; u < n; ++u)
      for (index_t v = 0; v < n; ++v)
        if (group[at(u)] == a && group[at(v)] == b) least(u, v) = least(v, u) = tree.value[k];
    std::replace(group.begin(), group.end(), b, a);
  }
  return least;
}

/// The nodes that are cut off with `node` when its edge is taken away.
std::vector<char> below(const GomoryHuTree& tree, index_t n, index_t node) {
  std::vector<char> inside(at(n), 0);
  inside[at(node)] = 1;
  for (index_t round = 0; round < n; ++round)
    for (std::size_t k = 0; k < tree.node.size(); ++k)
      if (tree.node[k] != node && inside[at(tree.parent[k])] != 0) inside[at(tree.node[k])] = 1;
  return inside;
}

Sample undirected_sample(std::uint64_t seed) {
  Sample sample = random_sample(seed);
  sample.directed = false;
  return sample;
}

}  // namespace

TEST_CASE("gomory_hu_tree by hand") {
  // A triangle of 1, 2, 3 with a tail: 0 – 1: 1, 0 – 2: 2, 1 – 2: 3, 2 – 3: 4. What is cut off:
  // node 0 for 3, node 1 for 4, node 3 for 4; all of them hang on node 2.
  const Graph graph = Sample{4, {{0, 1, 1}, {0, 2, 2}, {1, 2, 3}, {2, 3, 4}}, false}.graph();
  const GomoryHuTree tree = gomory_hu_tree(graph, Capacity::of_weights(graph));
  CHECK(tree.node == std::vector<index_t>{1, 2, 3});
  CHECK(tree.parent == std::vector<index_t>{2, 0, 2});
  CHECK(tree.value == Values{4, 3, 4});
}

TEST_CASE("gomory_hu_tree of a network of six nodes") {
  const Sample net{6,
                   {{0, 1, 1},
                    {0, 2, 7},
                    {1, 2, 1},
                    {1, 3, 3},
                    {1, 4, 2},
                    {2, 4, 4},
                    {3, 4, 1},
                    {3, 5, 6},
                    {4, 5, 2}},
                   false};
  const Graph graph = net.graph();
  const Eigen::MatrixXd least =
      bottlenecks(gomory_hu_tree(graph, Capacity::of_weights(graph)), net.nodes);
  for (index_t s = 0; s < net.nodes; ++s)
    for (index_t t = 0; t < s; ++t)
      CHECK(least(s, t) == verify::least_cut(net.matrix(), {s}, {t}).value);
}

TEST_CASE("gomory_hu_tree has the least cut between all pairs") {
  for (std::uint64_t seed = 0; seed < rounds(240u); ++seed) {
    INFO("seed " << seed);
    Sample sample = undirected_sample(seed);
    const bool small = seed % 2 == 0;
    if (small) {  // all cuts of small graphs, against minimum_cut in large ones
      sample.nodes = static_cast<index_t>(seed % 18 / 2);
      for (Arc& arc : sample.arcs) {
        if (sample.nodes == 0) break;
        arc.source %= sample.nodes;
        arc.target %= sample.nodes;
      }
      if (sample.nodes == 0) sample.arcs.clear();
    }
    const Graph graph = sample.graph();
    const bool whole = seed % 3 != 0;
    const Capacities given =
        whole ? whole_capacities(sample, seed, seed % 9 == 1) : weight_capacities(sample);
    const GomoryHuTree tree = gomory_hu_tree(graph, given.capacity);
    const Eigen::MatrixXd least = bottlenecks(tree, sample.nodes);
    for (index_t s = 0; s < sample.nodes; ++s)
      for (index_t t = 0; t < s; ++t) {
        double expected = inf;
        if (small) {
          expected = verify::least_cut(given.matrix, {s}, {t}).value;
        } else {
          try {
            expected = aidnet::minimum_cut(graph, given.capacity, {{s}, {t}}).value;
          } catch (const aidnet::UndefinedError&) {
          }
        }
        if (std::isinf(expected)) REQUIRE(least(s, t) == inf);
        if (std::isfinite(expected)) REQUIRE(std::abs(least(s, t) - expected) <= 1e-12 * expected);
      }
    // Not only the values: each edge of the tree is a cut.
    for (std::size_t k = 0; k < tree.node.size(); ++k) {
      const std::vector<char> inside = below(tree, sample.nodes, tree.node[k]);
      const double cut =
          verify::cut_capacity(given.matrix, [&](index_t v) { return inside[at(v)] != 0; });
      if (std::isinf(tree.value[k])) REQUIRE(cut == inf);
      if (std::isfinite(cut)) REQUIRE(std::abs(tree.value[k] - cut) <= 1e-12 * cut);
    }
  }
}

TEST_CASE("gomory_hu_tree is exact however uneven capacities are") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    Sample sample = small_sample(seed, 2 + static_cast<index_t>(seed % 6));
    sample.directed = false;
    const Capacities given = uneven_capacities(sample, seed);
    const GomoryHuTree tree = gomory_hu_tree(sample.graph(), given.capacity);
    const Eigen::MatrixXd least = bottlenecks(tree, sample.nodes);
    for (index_t s = 0; s < sample.nodes; ++s)
      for (index_t t = 0; t < s; ++t)
        REQUIRE(verify::is_nearest(least(s, t),
                                   verify::least_exact_cut(verify::exact(given.matrix), {s}, {t})));
  }
}

TEST_CASE("gomory_hu_tree keeps its promises") {
  // The tree itself depends on the order of the nodes, the values in it do not.
  check_invariants(
      [](const Graph& graph, const aidnet::Control& control) {
        const Graph g = graph.to_undirected();
        Values values = gomory_hu_tree(g, Capacity::of_weights(g), control).value;
        std::sort(values.begin(), values.end());
        return values;
      },
      {.scale_power = 1.0, .per_node = false});
}

TEST_CASE("gomory_hu_tree runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(300, 3000, false).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const GomoryHuTree tree = gomory_hu_tree(g, Capacity::of_weights(g), c);
        Values values(tree.parent.begin(), tree.parent.end());
        values.insert(values.end(), tree.value.begin(), tree.value.end());
        return values;
      },
      graph);
}

TEST_CASE("gomory_hu_tree of degenerate graphs") {
  const auto of = [](const Sample& sample) {
    const Graph graph = sample.graph();
    return gomory_hu_tree(graph, Capacity::of_weights(graph));
  };
  CHECK(of(Sample{0, {}, false}).node.empty());
  CHECK(of(Sample{1, {{0, 0, 3}}, false}).node.empty());
  const GomoryHuTree apart = of(Sample{4, {{0, 1, 2}, {2, 3, 5}, {1, 2, 0.0}}, false});
  CHECK(apart.value == Values{2, 0, 5});
  // Values over six hundred decades.
  const GomoryHuTree uneven = of(Sample{3, {{0, 1, 1e300}, {1, 2, 1e-300}}, false});
  CHECK(uneven.value == Values{1e300, 1e-300});
  // Parts that lie among each other: 0, 3 and 5; 1 and 4; 2.
  const GomoryHuTree among = of(Sample{6, {{0, 3, 1}, {3, 5, 2}, {1, 4, 3}}, false});
  CHECK(among.parent == std::vector<index_t>{0, 0, 0, 1, 3});
  CHECK(among.value == Values{0, 0, 1, 3, 2});
}

TEST_CASE("gomory_hu_tree refuses what it cannot use") {
  const Graph directed = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_WITH(gomory_hu_tree(directed, Capacity::of_weights(directed)),
                    ContainsSubstring("gomory_hu_tree needs an undirected graph"));
  const Graph edge = Sample{2, {{0, 1}}, false}.graph();
  CHECK_THROWS_WITH(gomory_hu_tree(edge, Capacity::given(edge, Values{1, 2})),
                    ContainsSubstring("the edge 0 → 1 has two capacities"));
  CHECK_THROWS_AS(gomory_hu_tree(edge, Capacity::of_weights(directed)), aidnet::ValidationError);
  const Graph heavy = Sample{3, {{0, 1, 1.7e308}, {0, 2, 1.7e308}, {1, 2, 1.7e308}}, false}.graph();
  CHECK_THROWS_AS(gomory_hu_tree(heavy, Capacity::of_weights(heavy)), aidnet::SizeError);
}
