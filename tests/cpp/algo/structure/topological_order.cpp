#include "aidnet/algo/structure/topological_order.hpp"

#include "aidnet/algo/structure/find_cycle.hpp"
#include "invariants.hpp"
#include "small_stack.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::topological_order;
using verify::Numbers;

namespace {

/// A random sample without cycles: arcs run from smaller to larger places.
Sample acyclic(const Sample& sample, std::uint64_t seed) {
  Rng rng(seed);
  const Numbers places = random_places(sample.nodes, rng);
  Sample result{sample.nodes, {}};
  for (const Arc& arc : sample.arcs)
    if (arc.source != arc.target)
      result.arcs.push_back(places[at(arc.source)] < places[at(arc.target)]
                                ? arc
                                : Arc{arc.target, arc.source, arc.weight});
  return result;
}

/// By definition: at each place the smallest node all of whose donors stand before it.
Numbers by_definition(const Graph& graph) {
  Numbers order;
  std::vector<bool> stands(at(graph.node_count()), false);
  while (order.size() < stands.size())
    for (index_t v = 0; v < graph.node_count(); ++v) {
      bool ready = !stands[at(v)];
      for (index_t u = 0; u < graph.node_count(); ++u)
        ready = ready && (stands[at(u)] || graph.weight(u, v) == 0.0);
      if (!ready) continue;
      stands[at(v)] = true;
      order.push_back(v);
      break;
    }
  return order;
}

}  // namespace

TEST_CASE("topological order by hand") {
  // 3 must stand before 0, and 0 before 2; of what is free, the smallest goes first.
  CHECK(topological_order(Sample{5, {{3, 0}, {0, 2}, {3, 2}}}.graph()) == Numbers{1, 3, 0, 2, 4});
  CHECK(topological_order(Sample{2, {{1, 0, -1.0}}}.graph()) == Numbers{1, 0});
  CHECK(topological_order(Sample{2, {{1, 0, 0.0}}}.graph()) == Numbers{0, 1});
}

TEST_CASE("topological order is the first one there is") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = with_signs(acyclic(random_sample(seed), seed)).graph();
    REQUIRE(topological_order(graph) == by_definition(graph));
  }
}

TEST_CASE("topological order: cycles are named") {
  std::size_t cyclic = 0;
  for (std::uint64_t seed = 0; seed < 400; seed += 2) {
    INFO("seed " << seed);
    const Graph graph = random_sample(seed).graph();
    if (!verify::has_cycle(graph)) {
      REQUIRE(topological_order(graph) == by_definition(graph));
      continue;
    }
    ++cyclic;
    try {
      (void)topological_order(graph);
      FAIL("no error");
    } catch (const aidnet::CycleError& error) {
      REQUIRE(error.code() == aidnet::ErrorCode::undefined);
      REQUIRE(verify::is_cycle(graph, error.cycle()));
      REQUIRE(error.cycle() == aidnet::find_cycle(graph));
    }
  }
  CHECK(cyclic > 50);
  CHECK_THROWS_WITH(topological_order(Sample{4, {{0, 2}, {2, 3}, {3, 2}}}.graph()),
                    "topological_order: there is a cycle: 2 → 3 → 2");
  Sample ring{12, {}};
  for (index_t u = 0; u < 12; ++u) ring.arcs.push_back({u, (u + 1) % 12});
  CHECK_THROWS_WITH(topological_order(ring.graph()), ContainsSubstring("10 → 11 → …"));
  CHECK_THROWS_WITH(topological_order(Sample{1, {{0, 0}}}.graph()), ContainsSubstring("0 → 0"));
  CHECK_THROWS_AS(topological_order(Sample{2, {}, false}.graph()), aidnet::ValidationError);
}

TEST_CASE("topological order keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        if (!g.is_directed()) return Values{};
        return Values{static_cast<double>(topological_order(g, c).size())};
      },
      {.per_node = false});
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Numbers order = topological_order(g, c);
        return Values(order.begin(), order.end());
      },
      acyclic(large_sample(200'000, 400'000, true), 1).graph());
}

TEST_CASE("topological order of a path of a million nodes on a small stack") {
  constexpr index_t n = 1'000'000;
  Sample path{n, {}};
  for (index_t u = 0; u + 1 < n; ++u) path.arcs.push_back({u + 1, u});
  const Graph open = path.graph();
  path.arcs.push_back({0, n - 1});
  const Graph closed = path.graph();
  Numbers order;
  std::size_t around = 0;
  on_small_stack([&] {
    order = topological_order(open);
    try {
      (void)topological_order(closed);
    } catch (const aidnet::CycleError& error) {
      around = error.cycle().size();
    }
  });
  CHECK(order.front() == n - 1);
  CHECK(around == at(n));
}

TEST_CASE("topological order of degenerate graphs") {
  CHECK(topological_order(Graph()).empty());
  CHECK(topological_order(Sample{1, {}}.graph()) == Numbers{0});
  CHECK(topological_order(Sample{3, {}}.graph()) == Numbers{0, 1, 2});
}
