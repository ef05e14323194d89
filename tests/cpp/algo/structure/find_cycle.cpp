#include "aidnet/algo/structure/find_cycle.hpp"

#include "invariants.hpp"
#include "small_stack.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::find_cycle;
using verify::Numbers;

TEST_CASE("find_cycle by hand") {
  // From 0 to 2, 3 and 1, which leads back to 2.
  const Sample circle{4, {{0, 2}, {2, 3}, {3, 1}, {1, 2}}};
  CHECK(find_cycle(circle.graph()) == Numbers{1, 2, 3});
  // Undirected, the search goes from 0 to 2, to 1, to 3, and back to 2.
  Sample either = circle;
  either.directed = false;
  CHECK(find_cycle(either.graph()) == Numbers{1, 3, 2});
  CHECK(find_cycle(Sample{2, {{0, 1}, {1, 0}}}.graph()) == Numbers{0, 1});
  CHECK(find_cycle(Sample{2, {{0, 1}, {1, 0}}, false}.graph()).empty());
  CHECK(find_cycle(Sample{2, {{0, 1}, {1, 1}}, false}.graph()) == Numbers{1});
  CHECK(find_cycle(Sample{2, {{0, 1}, {1, 0, 0.0}}}.graph()).empty());
  CHECK(find_cycle(Sample{2, {{0, 1}, {1, 0, -1.0}}}.graph()) == Numbers{0, 1});
}

TEST_CASE("find_cycle finds one where there is one") {
  std::size_t found = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = with_signs(random_sample(seed)).graph();
    const Numbers cycle = find_cycle(graph);
    REQUIRE(cycle.empty() != verify::has_cycle(graph));
    if (!cycle.empty()) REQUIRE(verify::is_cycle(graph, cycle));
    found += !cycle.empty();
  }
  CHECK(found > lessened(100u));
  CHECK(found < rounds(350u));
}

TEST_CASE("find_cycle keeps its promises") {
  // Which cycle it is depends on the numbers; whether there is one does not.
  check_invariants([](const Graph& g,
                      const aidnet::Control& c) { return Values{find_cycle(g, c).empty() * 1.0}; },
                   {.per_node = false});
  Sample forward = large_sample(200'000, 400'000, true);
  for (Arc& arc : forward.arcs)
    if (arc.source >= arc.target) arc = {0, 1 + arc.target % 199'999};
  forward.arcs.push_back({199'999, 1});
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Numbers cycle = find_cycle(g, c);
        return Values(cycle.begin(), cycle.end());
      },
      forward.graph());
}

TEST_CASE("find_cycle in a path and a circle of a million nodes on a small stack") {
  constexpr index_t n = 1'000'000;
  Sample path{n, {}};
  for (index_t u = 0; u + 1 < n; ++u) path.arcs.push_back({u, u + 1});
  const Graph open = path.graph();
  path.arcs.push_back({n - 1, 0});
  const Graph closed = path.graph();
  Numbers along{1};
  Numbers around;
  on_small_stack([&] {
    along = find_cycle(open);
    around = find_cycle(closed);
  });
  CHECK(along.empty());
  CHECK(around.size() == at(n));
}

TEST_CASE("find_cycle in degenerate graphs") {
  CHECK(find_cycle(Graph()).empty());
  CHECK(find_cycle(Sample{1, {}}.graph()).empty());
  CHECK(find_cycle(Sample{1, {{0, 0}}}.graph()) == Numbers{0});
  CHECK(find_cycle(Sample{1, {{0, 0, 0.0}}}.graph()).empty());
}
