#include "aidnet/algo/structure/biconnected_components.hpp"

#include <map>

#include "invariants.hpp"
#include "small_stack.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::biconnected_components;
using verify::Numbers;
using verify::Pair;

namespace {

/// In how many components each node is.
Values memberships(const Graph& graph, const aidnet::Control& control = {}) {
  const aidnet::TieComponents blocks = biconnected_components(graph, control);
  Values values;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    std::set<index_t> of_node;
    for (const index_t v : graph.out_neighbors(u))
      of_node.insert(blocks.component[at(graph.find_entry(u, v))]);
    for (const index_t v : graph.in_neighbors(u))
      of_node.insert(blocks.component[at(graph.find_entry(v, u))]);
    of_node.erase(aidnet::no_index);
    values.push_back(static_cast<double>(of_node.size()));
  }
  return values;
}

}  // namespace

TEST_CASE("biconnected components by hand: two triangles that share a node, and a tail") {
  // Entries in order: 0→1 and 0→2 and 1→2 are the first triangle, 2→3 and 2→4 and 4→3 the second,
  // 4→5 a bridge; 2→2 is a loop.
  const Sample sample{6, {{0, 1}, {0, 2}, {1, 2}, {2, 2}, {2, 3}, {2, 4}, {4, 3}, {4, 5}}};
  const aidnet::TieComponents blocks = biconnected_components(sample.graph());
  CHECK(blocks.component == Numbers{0, 0, 0, -1, 1, 1, 1, 2});
  CHECK(blocks.count == 3);
}

TEST_CASE("biconnected components: both entries of a tie, none for zeros") {
  CHECK(biconnected_components(Sample{2, {{0, 1}, {1, 0}}}.graph()).component == Numbers{0, 0});
  CHECK(biconnected_components(Sample{2, {{0, 1}}, false}.graph()).component == Numbers{0, 0});
  CHECK(biconnected_components(Sample{3, {{0, 1, 0.0}, {1, 2, -1.0}}}.graph()).component ==
        Numbers{-1, 0});
}

TEST_CASE("ties are in one block if no node parts what is left of them") {
  index_t several = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = with_signs(random_sample(seed)).graph();
    const aidnet::TieComponents found = biconnected_components(graph);
    const std::set<Pair> ties = verify::ties_of(graph);
    const Numbers expected = verify::blocks(graph);
    std::map<Pair, index_t> block;
    for (const Pair& tie : ties) block.emplace(tie, expected[block.size()]);
    // Numbered in order of their first entry.
    std::map<index_t, index_t> number;
    Numbers renumbered;
    for (index_t u = 0; u < graph.node_count(); ++u)
      for (const index_t v : graph.out_neighbors(u)) {
        const bool is_tie = u != v && graph.weight(u, v) != 0.0;
        renumbered.push_back(
            is_tie
                ? number.emplace(block.at(std::minmax(u, v)), static_cast<index_t>(number.size()))
                      .first->second
                : aidnet::no_index);
      }
    REQUIRE(found.component == renumbered);
    REQUIRE(at(found.count) == number.size());
    several += found.count > 1 && at(found.count) < ties.size();
  }
  CHECK(several > lessened(50));
}

TEST_CASE("biconnected components keep their promises") {
  check_invariants(memberships);
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Numbers component = biconnected_components(g, c).component;
        return Values(component.begin(), component.end());
      },
      large_sample(200'000, 400'000, true).graph());
}

TEST_CASE("biconnected components of a path and a circle on a small stack") {
  constexpr index_t n = 1'000'000;
  Sample path{n, {}};
  for (index_t u = 0; u + 1 < n; ++u) path.arcs.push_back({u, u + 1});
  const Graph open = path.graph();
  path.arcs.push_back({0, n - 1});
  const Graph closed = path.graph();
  index_t along = 0;
  index_t around = 0;
  on_small_stack([&] {
    along = biconnected_components(open).count;
    around = biconnected_components(closed).count;
  });
  CHECK(along == n - 1);
  CHECK(around == 1);
}

TEST_CASE("biconnected components of degenerate graphs") {
  CHECK(biconnected_components(Graph()).component.empty());
  CHECK(biconnected_components(Graph()).count == 0);
  CHECK(biconnected_components(Sample{1, {{0, 0}}}.graph()).component == Numbers{-1});
  CHECK(biconnected_components(Sample{4, {}}.graph()).count == 0);
}
