#include "aidnet/algo/structure/articulation_points.hpp"

#include "invariants.hpp"
#include "small_stack.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::articulation_points;
using verify::Numbers;

namespace {

Values marks(const Graph& graph, const aidnet::Control& control = {}) {
  Values values(at(graph.node_count()), 0.0);
  for (const index_t u : articulation_points(graph, control)) values[at(u)] = 1.0;
  return values;
}

}  // namespace

TEST_CASE("articulation points by hand: two triangles that share a node, and a tail") {
  // 0 1 2 and 2 3 4 meet at 2; 5 hangs on 4, 6 on 5: without 4 or 5 what is behind is apart.
  const Sample sample{8, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {4, 3}, {4, 2}, {4, 5}, {6, 5}}};
  CHECK(articulation_points(sample.graph()) == Numbers{2, 4, 5});
  // A further tie makes a cycle of the tail.
  Sample closed = sample;
  closed.arcs.push_back({6, 0});
  CHECK(articulation_points(closed.graph()).empty());
}

TEST_CASE("articulation points: ties both ways are one, loops and zeros none") {
  CHECK(articulation_points(Sample{2, {{0, 1}, {1, 0}}}.graph()).empty());
  CHECK(articulation_points(Sample{3, {{0, 1}, {1, 0}, {1, 2}}}.graph()) == Numbers{1});
  CHECK(articulation_points(Sample{3, {{0, 1}, {1, 2}, {1, 1}, {2, 0, 0.0}}}.graph()) ==
        Numbers{1});
  CHECK(articulation_points(Sample{3, {{0, 1}, {1, 2}, {2, 0, -1.0}}}.graph()).empty());
}

TEST_CASE("articulation points are those without which more components are left") {
  std::size_t some = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = with_signs(random_sample(seed)).graph();
    const Numbers expected = verify::articulation_points(graph);
    REQUIRE(articulation_points(graph) == expected);
    some += !expected.empty();
  }
  CHECK(some > lessened(100u));
}

TEST_CASE("articulation points keep their promises") {
  check_invariants(marks);
  check_running(marks, large_sample(200'000, 400'000, true).graph());
}

TEST_CASE("articulation points of a path of a million nodes on a small stack") {
  constexpr index_t n = 1'000'000;
  Sample path{n, {}};
  for (index_t u = 0; u + 1 < n; ++u) path.arcs.push_back({u, u + 1});
  const Graph graph = path.graph();
  Numbers points;
  on_small_stack([&] { points = articulation_points(graph); });
  CHECK(points.size() == at(n) - 2);
}

TEST_CASE("articulation points of degenerate graphs") {
  CHECK(articulation_points(Graph()).empty());
  CHECK(articulation_points(Sample{1, {{0, 0}}}.graph()).empty());
  CHECK(articulation_points(Sample{4, {}, false}.graph()).empty());
}
