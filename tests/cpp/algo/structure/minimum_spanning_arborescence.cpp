#include "aidnet/algo/structure/minimum_spanning_arborescence.hpp"

#include <cmath>
#include <limits>

#include "aidnet/algo/structure/minimum_spanning_tree.hpp"
#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::minimum_spanning_arborescence;
using aidnet::SpanningTree;
using verify::Numbers;

namespace {

double length_of(const Graph& graph, const Length& length, index_t u, index_t v) {
  const index_t entry = graph.find_entry(u, v);
  if (u == v || entry == aidnet::no_index || graph.weights()[at(entry)] == 0.0) return inf;
  return length.is_unit() ? 1.0 : length.values()[at(entry)];
}

/// The least total of all choices of a donor for each node but the root that lead back to the root.
double shortest_by_trying(const Graph& graph, const Length& length, index_t root) {
  const index_t n = graph.node_count();
  double best = inf;
  Numbers donor(at(n), 0);
  for (;;) {
    double total = 0.0;
    bool all = true;
    for (index_t v = 0; v < n; ++v) {
      if (v != root) total += length_of(graph, length, donor[at(v)], v);
      index_t u = v;
      for (index_t step = 0; step < n && u != root; ++step) u = donor[at(u)];
      all = all && u == root;
    }
    if (all) best = std::min(best, total);
    index_t v = 0;
    for (; v < n; ++v) {  // the next choice
      if (v == root) continue;
      if (++donor[at(v)] < n) break;
      donor[at(v)] = 0;
    }
    if (v == n) return best;
  }
}

/// One arc to each node but one, none twice, and all of them back to that one.
void require_arborescence(const SpanningTree& tree, const Graph& graph, const Length& length) {
  const index_t n = graph.node_count();
  Numbers donor(at(n), aidnet::no_index);
  for (std::size_t k = 0; k < tree.source.size(); ++k) {
    REQUIRE((k == 0 || tree.target[k - 1] < tree.target[k]));
    donor[at(tree.target[k])] = tree.source[k];
    REQUIRE(tree.value[k] == length_of(graph, length, tree.source[k], tree.target[k]));
  }
  REQUIRE(tree.source.size() + 1 == at(n));
  const auto root =
      static_cast<index_t>(std::find(donor.begin(), donor.end(), aidnet::no_index) - donor.begin());
  for (index_t v = 0; v < n; ++v) {
    index_t u = v;
    for (index_t step = 0; step < n && u != root; ++step) u = donor[at(u)];
    REQUIRE(u == root);
  }
}

Length small_lengths(const Graph& graph, Rng& rng) {
  std::vector<double> of_pair(at(graph.node_count() * graph.node_count()));
  for (double& value : of_pair) value = static_cast<double>(draw(rng, 6));
  Values values;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.out_neighbors(u)) {
      const auto [a, b] =
          graph.is_directed() ? verify::Pair{u, v} : verify::Pair(std::minmax(u, v));
      values.push_back(of_pair[at(a * graph.node_count() + b)]);
    }
  return Length::given(graph, values);
}

}  // namespace

TEST_CASE("minimum spanning arborescence by hand: a circle that is cheap is broken up") {
  // 1 → 2 → 3 → 1 costs 1 each; from 0 to 1 it is 10, to 2 it is 8 and to 3 it is 9. Into the
  // circle by 2, which spares 1 → 2: 8 + 1 + 1.
  const Graph graph = Sample{4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {2, 3}, {3, 1}}}.graph();
  const Length length = Length::given(graph, Values{10, 8, 9, 1, 1, 1});
  for (const std::optional<index_t> root : {std::optional<index_t>(0), std::optional<index_t>()}) {
    const SpanningTree tree = minimum_spanning_arborescence(graph, length, {.root = root});
    CHECK(tree.source == Numbers{3, 0, 2});
    CHECK(tree.target == Numbers{1, 2, 3});
    CHECK(tree.value == Values{1, 8, 1});
    CHECK(tree.total == 10.0);
  }
  CHECK_THROWS_WITH(minimum_spanning_arborescence(graph, length, {.root = 1}),
                    ContainsSubstring("from node 1"));
}

TEST_CASE("minimum spanning arborescence is the shortest of all choices") {
  std::size_t found = 0;
  for (std::uint64_t seed = 0; seed < rounds(250u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    Sample sample{1 + draw(rng, 6), {}, seed % 4 != 0};
    const index_t arcs = draw(rng, 4 * sample.nodes);
    for (index_t k = 0; k < arcs; ++k)
      sample.arcs.push_back({draw(rng, sample.nodes), draw(rng, sample.nodes),
                             static_cast<double>(draw(rng, 5)) - 1.0});
    const Graph graph = sample.graph();
    const Length length = small_lengths(graph, rng);
    double best = inf;
    for (index_t root = 0; root < sample.nodes; ++root) {
      const double expected = shortest_by_trying(graph, length, root);
      best = std::min(best, expected);
      if (expected == inf) {
        REQUIRE_THROWS_AS(minimum_spanning_arborescence(graph, length, {.root = root}),
                          aidnet::UndefinedError);
        continue;
      }
      const SpanningTree tree = minimum_spanning_arborescence(graph, length, {.root = root});
      REQUIRE(tree.total == expected);
      require_arborescence(tree, graph, length);
      REQUIRE(std::find(tree.target.begin(), tree.target.end(), root) == tree.target.end());
      ++found;
    }
    if (best == inf) {
      REQUIRE_THROWS_AS(minimum_spanning_arborescence(graph, length), aidnet::UndefinedError);
      continue;
    }
    const SpanningTree tree = minimum_spanning_arborescence(graph, length);
    REQUIRE(tree.total == best);
    require_arborescence(tree, graph, length);
  }
  CHECK(found > lessened(200u));
}

TEST_CASE("minimum spanning arborescence of an undirected graph is a minimum spanning tree") {
  for (std::uint64_t seed = 1; seed < 400; seed += 2) {
    INFO("seed " << seed);
    const Graph graph = random_sample(seed).graph();
    const SpanningTree tree = aidnet::minimum_spanning_tree(graph, Length::reciprocal(graph));
    if (tree.source.size() + 1 != at(graph.node_count())) continue;
    require_close({minimum_spanning_arborescence(graph, Length::reciprocal(graph)).total},
                  {tree.total});
  }
}

TEST_CASE("minimum spanning arborescence keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        try {
          return Values{minimum_spanning_arborescence(g, Length::reciprocal(g), {}, c).total};
        } catch (const aidnet::UndefinedError&) {
          return Values{inf};
        }
      },
      {.scale_power = -1.0, .per_node = false});
  Sample ring = large_sample(20'000, 100'000, true);
  for (index_t u = 0; u < 20'000; ++u) ring.arcs.push_back({u, (u + 1) % 20'000});
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const SpanningTree tree = minimum_spanning_arborescence(g, Length::reciprocal(g), {}, c);
        return Values(tree.source.begin(), tree.source.end());
      },
      ring.graph());
}

TEST_CASE("minimum spanning arborescence: degenerate graphs and errors") {
  CHECK(minimum_spanning_arborescence(Graph()).source.empty());
  CHECK(minimum_spanning_arborescence(Sample{1, {{0, 0}}}.graph()).total == 0.0);
  CHECK(minimum_spanning_arborescence(Sample{1, {}}.graph(), {}, {.root = 0}).source.empty());
  CHECK(minimum_spanning_arborescence(Sample{2, {{1, 0, -2.0}}}.graph()).source == Numbers{1});
  CHECK_THROWS_AS(minimum_spanning_arborescence(Sample{2, {{0, 1, 0.0}}}.graph()),
                  aidnet::UndefinedError);
  CHECK_THROWS_WITH(minimum_spanning_arborescence(Sample{2, {}}.graph()),
                    ContainsSubstring("no node from which all others"));
  CHECK_THROWS_AS(minimum_spanning_arborescence(Graph(), {}, {.root = 0}), aidnet::ValidationError);
  const Graph two = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_AS(minimum_spanning_arborescence(two, Length::reciprocal(Graph())),
                  aidnet::ValidationError);
}
