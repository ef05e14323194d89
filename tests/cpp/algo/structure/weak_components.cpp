#include "aidnet/algo/structure/weak_components.hpp"

#include "partition.hpp"
#include "small_stack.hpp"
#include "verify/components.hpp"

using namespace testing_support;
using aidnet::weak_components;

namespace {

using Numbers = std::vector<index_t>;

}  // namespace

TEST_CASE("weak components by hand: two programmes and a bystander") {
  // 3 → 1 ← 4 and 5 → 0 → 2 stand apart from each other; 6 has nobody. Smallest nodes 0, 1, 6.
  const Components c = weak_components(Sample{7, {{3, 1}, {4, 1}, {5, 0}, {0, 2}}}.graph());
  CHECK(c.component == Numbers{0, 1, 0, 1, 1, 0, 2});
  CHECK(c.count == 3);
}

TEST_CASE("weak components: what is a tie") {
  CHECK(weak_components(Sample{3, {{0, 1, 0.0}, {1, 2, -5.0}}}.graph()).component ==
        Numbers{0, 1, 1});
  CHECK(weak_components(Sample{2, {{0, 0}, {1, 1}}}.graph()).count == 2);
  CHECK(weak_components(Sample{3, {{2, 1}}, false}.graph()).component == Numbers{0, 1, 1});
}

TEST_CASE("weak components agree with the closure of the matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Components c = weak_components(sample.graph());
    require_well_numbered(c);
    REQUIRE(c.component == verify::weak_components(sample.matrix()));
    for (const Arc& arc : sample.arcs)
      if (arc.weight != 0.0) REQUIRE(c.component[at(arc.source)] == c.component[at(arc.target)]);
  }
}

TEST_CASE("weak components keep their promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return part_sizes(weak_components(g, c)); });
  check_relabelling([](const Graph& g) { return weak_components(g); });
}

TEST_CASE("weak components of a large graph, stopped and resumed") {
  const Graph graph = large_sample(300'000, 400'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Components found = weak_components(g, c);
        return Values(found.component.begin(), found.component.end());
      },
      graph);
}

TEST_CASE("weak components of a path of a million nodes on a small stack") {
  constexpr index_t n = 1'000'000;
  Rng rng(1);
  const Numbers places = random_places(n, rng);
  Sample path{n, {}};
  for (index_t i = 0; i + 1 < n; ++i) path.arcs.push_back({places[at(i)], places[at(i + 1)]});
  const Graph graph = path.graph();
  Components found;
  on_small_stack([&] { found = weak_components(graph); });
  CHECK(found.count == 1);
}

TEST_CASE("weak components of degenerate graphs") {
  CHECK(weak_components(Graph()).component.empty());
  CHECK(weak_components(Graph()).count == 0);
  CHECK(weak_components(Sample{1, {}}.graph()).component == Numbers{0});
  CHECK(weak_components(Sample{1, {{0, 0}}}.graph()).component == Numbers{0});
  CHECK(weak_components(Sample{3, {}}.graph()).component == Numbers{0, 1, 2});
}
