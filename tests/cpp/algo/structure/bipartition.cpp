#include "aidnet/algo/structure/bipartition.hpp"

#include "invariants.hpp"
#include "small_stack.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::bipartition;
using verify::Numbers;
using Sides = std::vector<std::int8_t>;

namespace {

/// Ties between even and odd nodes alone.
Sample two_sided(Sample sample) {
  std::erase_if(sample.arcs, [](const Arc& arc) { return (arc.source + arc.target) % 2 == 0; });
  return sample;
}

/// The certificate of what has no two sides: a cycle of ties, of odd length.
void require_odd_cycle(const Graph& graph, const Numbers& cycle) {
  REQUIRE(cycle.size() % 2 == 1);
  const std::set<verify::Pair> ties = verify::ties_of(graph);
  if (cycle.size() == 1) {
    REQUIRE(graph.weight(cycle[0], cycle[0]) != 0.0);
    return;
  }
  REQUIRE(std::set<index_t>(cycle.begin(), cycle.end()).size() == cycle.size());
  REQUIRE(cycle.front() == *std::min_element(cycle.begin(), cycle.end()));
  for (std::size_t k = 0; k < cycle.size(); ++k)
    REQUIRE(ties.count(std::minmax(cycle[k], cycle[(k + 1) % cycle.size()])) == 1);
}

}  // namespace

TEST_CASE("bipartition by hand") {
  // 1 gives to 3 and 4, 2 to 4: sides {1, 2} and {3, 4}, and 0 alone.
  CHECK(bipartition(Sample{5, {{1, 3}, {1, 4}, {2, 4}}}.graph()) == Sides{0, 0, 0, 1, 1});
  CHECK(bipartition(Sample{2, {{0, 1, -1.0}, {1, 0}}}.graph()) == Sides{0, 1});
  CHECK(bipartition(Sample{3, {{0, 1}, {1, 2}, {2, 0, 0.0}}}.graph()) == Sides{0, 1, 0});
  CHECK_THROWS_WITH(bipartition(Sample{4, {{3, 1}, {1, 2}, {3, 2}}}.graph()),
                    "bipartition: there is an odd cycle, whichever way ties go: 1 → 2 → 3 → 1");
  CHECK_THROWS_WITH(bipartition(Sample{2, {{0, 1}, {1, 1}}}.graph()), ContainsSubstring("1 → 1"));
}

TEST_CASE("bipartition has two sides, or there is an odd cycle") {
  std::size_t sides = 0;
  std::size_t cycles = 0;
  const std::uint64_t each = rounds(300u);
  for (std::uint64_t seed = 0; seed < 2 * each; ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed % each));
    const Graph graph = (seed < each ? sample : two_sided(sample)).graph();
    try {
      const Sides side = bipartition(graph);
      const std::set<verify::Pair> ties = verify::ties_of(graph);
      for (const auto& [u, v] : ties) REQUIRE(side[at(u)] + side[at(v)] == 1);
      for (index_t u = 0; u < graph.node_count(); ++u) REQUIRE(graph.weight(u, u) == 0.0);
      const Numbers part = verify::parts(graph.node_count(), ties);  // named by the smallest node
      for (index_t u = 0; u < graph.node_count(); ++u)
        if (part[at(u)] == u) REQUIRE(side[at(u)] == 0);
      ++sides;
    } catch (const aidnet::CycleError& error) {
      REQUIRE(seed < each);
      require_odd_cycle(graph, error.cycle());
      ++cycles;
    }
  }
  CHECK(sides > lessened(300u));
  CHECK(cycles > lessened(100u));
}

TEST_CASE("bipartition keeps its promises") {
  // Which side is which depends on the numbers: how many of a node's component are on its side; 0
  // where there are no sides.
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    Values values(at(g.node_count()), 0.0);
    try {
      const Sides side = bipartition(g, c);
      const Numbers part = verify::parts(g.node_count(), verify::ties_of(g));
      for (std::size_t u = 0; u < side.size(); ++u)
        for (std::size_t v = 0; v < side.size(); ++v)
          values[u] += part[u] == part[v] && side[u] == side[v];
    } catch (const aidnet::CycleError&) {
    }
    return values;
  });
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Sides side = bipartition(g, c);
        return Values(side.begin(), side.end());
      },
      two_sided(large_sample(200'000, 800'000, true)).graph());
}

TEST_CASE("bipartition of a path of a million nodes on a small stack") {
  constexpr index_t n = 1'000'001;
  Sample path{n, {}};
  for (index_t u = 0; u + 1 < n; ++u) path.arcs.push_back({u, u + 1});
  const Graph open = path.graph();
  path.arcs.push_back({n - 1, 0});
  const Graph closed = path.graph();
  Sides side;
  std::size_t around = 0;
  on_small_stack([&] {
    side = bipartition(open);
    try {
      (void)bipartition(closed);
    } catch (const aidnet::CycleError& error) {
      around = error.cycle().size();
    }
  });
  CHECK(side.back() == 0);
  CHECK(around == at(n));
}

TEST_CASE("bipartition of degenerate graphs") {
  CHECK(bipartition(Graph()).empty());
  CHECK(bipartition(Sample{2, {{0, 0, 0.0}}}.graph()) == Sides{0, 0});
  CHECK_THROWS_AS(bipartition(Sample{1, {{0, 0}}}.graph()), aidnet::CycleError);
}
