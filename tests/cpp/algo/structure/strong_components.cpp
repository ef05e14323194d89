#include "aidnet/algo/structure/strong_components.hpp"

#include "aidnet/algo/structure/weak_components.hpp"
#include "partition.hpp"
#include "small_stack.hpp"
#include "verify/components.hpp"

using namespace testing_support;
using aidnet::strong_components;

namespace {

using Numbers = std::vector<index_t>;

/// The certificate: a numbering of the components that every arc between two of them ascends
/// exists, that is, what is left after contracting them has no cycle. Kahn's algorithm.
bool condensation_is_acyclic(const Sample& sample, const Components& c) {
  Numbers incoming(at(c.count), 0);
  std::vector<Numbers> onward(at(c.count));
  for (const Arc& arc : sample.arcs) {
    const index_t from = c.component[at(arc.source)];
    const index_t to = c.component[at(arc.target)];
    if (arc.weight == 0.0 || from == to) continue;
    onward[at(from)].push_back(to);
    ++incoming[at(to)];
  }
  Numbers ready;
  for (index_t k = 0; k < c.count; ++k)
    if (incoming[at(k)] == 0) ready.push_back(k);
  for (std::size_t done = 0; done < ready.size(); ++done)
    for (const index_t to : onward[at(ready[done])])
      if (--incoming[at(to)] == 0) ready.push_back(to);
  return ready.size() == at(c.count);
}

Sample long_path(index_t n, Rng& rng) {
  const Numbers places = random_places(n, rng);
  Sample path{n, {}};
  for (index_t i = 0; i + 1 < n; ++i) path.arcs.push_back({places[at(i)], places[at(i + 1)]});
  return path;
}

}  // namespace

TEST_CASE("strong components by hand: a circle with a donor before and recipients after") {
  // 4 gives to 1; 1 → 3 → 0 → 1 is a circle; 0 gives to 2, and 2 to 5, which gives nothing back.
  const Components c =
      strong_components(Sample{6, {{4, 1}, {1, 3}, {3, 0}, {0, 1}, {0, 2}, {2, 5}}}.graph());
  CHECK(c.component == Numbers{0, 0, 1, 0, 2, 3});
  CHECK(c.count == 4);
}

TEST_CASE("strong components by hand: two circles that share a node, and one that does not") {
  // 0 → 1 → 0 and 1 → 2 → 1 merge; 3 ⇄ 4 is reached from 2 without a way back.
  const Components c = strong_components(
      Sample{5, {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 3}, {3, 4}, {4, 3}}}.graph());
  CHECK(c.component == Numbers{0, 0, 0, 1, 1});
}

TEST_CASE("strong components: what is a tie") {
  CHECK(strong_components(Sample{2, {{0, 1, -2.0}, {1, 0, 3.0}}}.graph()).count == 1);
  CHECK(strong_components(Sample{2, {{0, 1, 0.0}, {1, 0, 3.0}}}.graph()).count == 2);
  CHECK(strong_components(Sample{3, {{2, 1}}, false}.graph()).component == Numbers{0, 1, 1});
}

TEST_CASE("strong components agree with the closure of the matrix") {
  index_t merged = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Components c = strong_components(sample.graph());
    require_well_numbered(c);
    REQUIRE(c.component == verify::strong_components(sample.matrix()));
    REQUIRE(condensation_is_acyclic(sample, c));
    REQUIRE(strong_components(sample.reversed().graph()).component == c.component);
    if (sample.directed) merged += c.count > 1 && c.count < sample.nodes;
  }
  CHECK(merged > lessened(50));  // components neither trivial nor everything
}

TEST_CASE("strong components lie within weak ones") {
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    const Graph graph = random_sample(seed).graph();
    const Components weak = aidnet::weak_components(graph);
    const Components strong = strong_components(graph);
    Numbers owner(at(strong.count), aidnet::no_index);
    for (std::size_t i = 0; i < strong.component.size(); ++i) {
      index_t& part = owner[at(strong.component[i])];
      if (part == aidnet::no_index) part = weak.component[i];
      REQUIRE(part == weak.component[i]);
    }
  }
}

TEST_CASE("strong components keep their promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return part_sizes(strong_components(g, c)); });
  check_relabelling([](const Graph& g) { return strong_components(g); });
}

TEST_CASE("strong components of a large graph, stopped and resumed") {
  const Graph graph = large_sample(200'000, 400'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Components found = strong_components(g, c);
        return Values(found.component.begin(), found.component.end());
      },
      graph);
}

TEST_CASE("strong components of a path and a circle of a million nodes on a small stack") {
  constexpr index_t n = 1'000'000;
  Rng rng(1);
  Sample path = long_path(n, rng);
  const Graph open = path.graph();
  path.arcs.push_back({path.arcs.back().target, path.arcs.front().source});
  const Graph closed = path.graph();
  Components along;
  Components around;
  on_small_stack([&] {
    along = strong_components(open);
    around = strong_components(closed);
  });
  CHECK(along.count == n);
  CHECK(around.count == 1);
}

TEST_CASE("strong components of degenerate graphs") {
  CHECK(strong_components(Graph()).component.empty());
  CHECK(strong_components(Graph()).count == 0);
  CHECK(strong_components(Sample{1, {}}.graph()).component == Numbers{0});
  CHECK(strong_components(Sample{1, {{0, 0}}}.graph()).component == Numbers{0});
  CHECK(strong_components(Sample{3, {}}.graph()).component == Numbers{0, 1, 2});
}
