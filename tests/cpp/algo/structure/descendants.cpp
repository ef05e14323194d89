#include "aidnet/algo/structure/descendants.hpp"

#include "invariants.hpp"
#include "small_stack.hpp"
#include "verify/components.hpp"

using namespace testing_support;
using aidnet::descendants;
using Numbers = std::vector<index_t>;

namespace {

/// How many each of some nodes has.
Values counts(const Graph& graph, const aidnet::Control& control = {}) {
  Values values;
  for (index_t u = 0; u < graph.node_count(); ++u)
    values.push_back(static_cast<double>(descendants(graph, {.node = u}, control).size()));
  return values;
}

}  // namespace

TEST_CASE("descendants by hand") {
  // 0 → 1 → 3 → 1 and 2 → 3; 4 is alone. A loop at 2 changes nothing.
  const Graph graph = Sample{5, {{0, 1}, {1, 3}, {3, 1}, {2, 3}, {2, 2}}}.graph();
  CHECK(descendants(graph, {.node = 0}) == Numbers{1, 3});
  CHECK(descendants(graph, {.node = 1}) == Numbers{3});
  CHECK(descendants(graph, {.node = 2}) == Numbers{1, 3});
  CHECK(descendants(graph, {.node = 4}).empty());
}

TEST_CASE("descendants agree with the closure of the matrix") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Graph graph = sample.graph();
    const verify::Reach reach = verify::reach(sample.matrix());
    for (index_t u = 0; u < sample.nodes; ++u) {
      Numbers expected;
      for (index_t v = 0; v < sample.nodes; ++v)
        if (u != v && reach[at(u)][at(v)]) expected.push_back(v);
      REQUIRE(descendants(graph, {.node = u}) == expected);
    }
  }
}

TEST_CASE("descendants keep their promises") {
  check_invariants(counts);
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Numbers found = descendants(g, {.node = 7}, c);
        return Values(found.begin(), found.end());
      },
      large_sample(200'000, 400'000, true).graph());
}

TEST_CASE("descendants along a path of a million nodes on a small stack") {
  constexpr index_t n = 1'000'000;
  Sample path{n, {}, false};
  for (index_t u = 0; u + 1 < n; ++u) path.arcs.push_back({u, u + 1});
  const Graph graph = path.graph();
  std::size_t found = 0;
  on_small_stack([&] { found = descendants(graph, {.node = 0}).size(); });
  CHECK(found == at(n) - 1);
}

TEST_CASE("descendants: degenerate graphs and errors") {
  CHECK(descendants(Sample{1, {{0, 0}}}.graph(), {.node = 0}).empty());
  CHECK(descendants(Sample{2, {{0, 1, 0.0}, {1, 0, 0.0}}}.graph(), {.node = 0}).empty());
  CHECK(descendants(Sample{2, {{0, 1, -1.0}, {1, 0, -1.0}}}.graph(), {.node = 0}) == Numbers{1});
  CHECK_THROWS_WITH(descendants(Graph(), {}), ContainsSubstring("node is missing"));
  CHECK_THROWS_AS(descendants(Graph(), {.node = 0}), aidnet::ValidationError);
  CHECK_THROWS_AS(descendants(Sample{2, {}}.graph(), {.node = -1}), aidnet::ValidationError);
}
