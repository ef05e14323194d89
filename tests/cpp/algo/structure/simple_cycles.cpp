#include "aidnet/algo/structure/simple_cycles.hpp"

#include "invariants.hpp"
#include "small_stack.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::simple_cycles;
using aidnet::SimpleCyclesOptions;
using verify::Numbers;

namespace {

std::vector<Numbers> lists(const aidnet::Cycles& cycles) {
  std::vector<Numbers> result;
  for (std::size_t k = 0; k + 1 < cycles.begin.size(); ++k)
    result.emplace_back(cycles.node.begin() + static_cast<std::ptrdiff_t>(cycles.begin[k]),
                        cycles.node.begin() + static_cast<std::ptrdiff_t>(cycles.begin[k + 1]));
  return result;
}

/// On how many cycles of up to three nodes each node is.
Values triangles(const Graph& graph, const aidnet::Control& control = {}) {
  Values values(at(graph.node_count()), 0.0);
  const SimpleCyclesOptions options{.max_length = 3, .limit = 1'000'000};
  for (const index_t u : simple_cycles(graph, options, control).node) ++values[at(u)];
  return values;
}

/// Small and dense or larger and sparse, with loops and zeros, so that all paths can be tried.
Sample small_sample(std::uint64_t seed) {
  Rng rng(seed);
  Sample sample{2 + draw(rng, 7), {}, seed % 2 == 0};
  const index_t arcs = draw(rng, 3 * sample.nodes);
  for (index_t k = 0; k < arcs; ++k)
    sample.arcs.push_back({draw(rng, sample.nodes), draw(rng, sample.nodes),
                           static_cast<double>(draw(rng, 5)) - 1.0});
  return sample;
}

}  // namespace

TEST_CASE("simple cycles by hand: all pairs and triangles of three") {
  const Sample all{3, {{0, 1}, {1, 0}, {0, 2}, {2, 0}, {1, 2}, {2, 1}, {2, 2}}};
  CHECK(lists(simple_cycles(all.graph())) ==
        std::vector<Numbers>{{0, 1}, {0, 1, 2}, {0, 2}, {0, 2, 1}, {1, 2}, {2}});
  CHECK(lists(simple_cycles(all.graph(), {.max_length = 2})) ==
        std::vector<Numbers>{{0, 1}, {0, 2}, {1, 2}, {2}});
  CHECK(lists(simple_cycles(all.graph(), {.max_length = 1})) == std::vector<Numbers>{{2}});
  const Sample either{3, {{0, 1}, {0, 2}, {1, 2}, {2, 2}}, false};
  CHECK(lists(simple_cycles(either.graph())) == std::vector<Numbers>{{0, 1, 2}, {2}});
  CHECK(lists(simple_cycles(either.graph(), {.max_length = 2})) == std::vector<Numbers>{{2}});
}

TEST_CASE("simple cycles of complete graphs are as many as there are") {
  // Of n nodes: the sum over k of n! / ((n − k)! k) directed ones from 2 nodes on, and half as many
  // undirected ones from 3 on. n = 6: 15 + 40 + 90 + 144 + 120 = 409, and (40 + 90 + 144 + 120)
  // / 2.
  Sample complete{6, {}};
  for (index_t u = 0; u < 6; ++u)
    for (index_t v = u + 1; v < 6; ++v) complete.arcs.push_back({u, v});
  Sample both = complete;
  for (const Arc& arc : complete.arcs) both.arcs.push_back({arc.target, arc.source});
  complete.directed = false;
  CHECK(simple_cycles(both.graph()).begin.size() - 1 == 409);
  CHECK(simple_cycles(complete.graph()).begin.size() - 1 == 197);
  CHECK(simple_cycles(both.graph(), {.max_length = 4}).begin.size() - 1 == 145);
}

TEST_CASE("simple cycles are those that trying all paths finds") {
  std::size_t most = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = small_sample(seed).graph();
    for (index_t longest = 0; longest <= 9; ++longest) {
      INFO("longest " << longest);
      const auto expected = verify::simple_cycles(graph, longest == 0 ? 99 : at(longest));
      REQUIRE(lists(simple_cycles(graph, {.max_length = longest})) == expected);
      most = std::max(most, expected.size());
    }
  }
  CHECK(most > lessened(50u));
}

TEST_CASE("simple cycles of larger sparse graphs are those that trying all paths finds") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    Sample sample{30, {}, seed % 2 == 0};
    for (int k = 0; k < 36 + 9 * sample.directed; ++k)
      sample.arcs.push_back({draw(rng, 30), draw(rng, 30)});
    const Graph graph = sample.graph();
    for (const index_t longest : {0, 4, 7, 12}) {
      INFO("longest " << longest);
      REQUIRE(lists(simple_cycles(graph, {.max_length = longest, .limit = 1'000'000})) ==
              verify::simple_cycles(graph, longest == 0 ? 99 : at(longest)));
    }
  }
}

TEST_CASE("simple cycles keep their promises") {
  check_invariants(triangles);
  check_running(triangles, large_sample(20'000, 60'000, true).graph());
}

TEST_CASE("simple cycles of any length, stopped and resumed") {
  // 600 circles of three nodes in a chain of parts: more than one batch of them.
  Sample circles{1800, {}};
  for (index_t k = 0; k < 1800; k += 3)
    for (const Arc& arc : {Arc{k, k + 1}, Arc{k + 1, k + 2}, Arc{k + 2, k}, Arc{k, (k + 3) % 1797}})
      circles.arcs.push_back(arc);
  for (const bool directed : {true, false}) {
    circles.directed = directed;
    check_running(
        [](const Graph& g, const aidnet::Control& c) {
          const Numbers node = simple_cycles(g, {}, c).node;
          return Values(node.begin(), node.end());
        },
        circles.graph());
  }
}

TEST_CASE("simple cycles: a circle of a million nodes is one, in either order, on a small stack") {
  constexpr index_t n = 1'000'000;
  Sample ascending{n, {}};
  for (index_t u = 0; u < n; ++u) ascending.arcs.push_back({u, (u + 1) % n});
  for (const Sample& circle : {ascending, ascending.reversed()})
    for (const bool directed : {true, false}) {
      Sample kind = circle;
      kind.directed = directed;
      const Graph graph = kind.graph();
      std::size_t nodes = 0;
      on_small_stack([&] { nodes = simple_cycles(graph).node.size(); });
      CHECK(nodes == at(n));
    }
}

TEST_CASE("simple cycles: degenerate graphs and errors") {
  CHECK(lists(simple_cycles(Graph())).empty());
  CHECK(lists(simple_cycles(Graph(), {.max_length = 3})).empty());
  CHECK(lists(simple_cycles(Sample{1, {{0, 0}}}.graph())) == std::vector<Numbers>{{0}});
  CHECK(lists(simple_cycles(Sample{2, {{0, 1}, {1, 0, 0.0}}}.graph())).empty());
  const Graph three = Sample{3, {{0, 1}, {1, 0}, {0, 2}, {2, 0}, {2, 2}}}.graph();
  CHECK(simple_cycles(three, {.limit = 3}).begin.size() == 4);
  CHECK_THROWS_AS(simple_cycles(three, {.limit = 2}), aidnet::SizeError);
  CHECK_THROWS_AS(simple_cycles(three, {.max_length = 2, .limit = 2}), aidnet::SizeError);
  CHECK_THROWS_WITH(simple_cycles(three, {.limit = 0}), ContainsSubstring("limit is 0"));
  CHECK_THROWS_WITH(simple_cycles(three, {.max_length = -1}),
                    ContainsSubstring("max_length is -1"));
}
