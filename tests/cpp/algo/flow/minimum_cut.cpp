#include "aidnet/algo/flow/minimum_cut.hpp"

#include "capacities.hpp"
#include "invariants.hpp"
#include "nodes_of_paths.hpp"
#include "verify/flow.hpp"

using namespace testing_support;
using aidnet::Capacity;
using aidnet::minimum_cut;

namespace {

aidnet::MinimumCut of(const Sample& sample, const Nodes& source, const Nodes& target) {
  const Graph graph = sample.graph();
  return minimum_cut(graph, Capacity::of_weights(graph), {source, target});
}

}  // namespace

TEST_CASE("minimum_cut by hand") {
  // A chain 0 → 1 → 2 → 3 of 5, 2, 2: both the second and the third arc are a least cut; the
  // second is nearer to the source. 3 → 1 leads back and is in no cut.
  const Sample chain{4, {{0, 1, 5}, {1, 2, 2}, {2, 3, 2}, {3, 1, 9}}};
  const auto cut = of(chain, {0}, {3});
  CHECK(cut.value == 2.0);
  CHECK(cut.side == Nodes{0, 1});
  CHECK(cut.source == Nodes{1});
  CHECK(cut.target == Nodes{2});
  CHECK(cut.capacity == Values{2});
  const auto nothing = of(chain, {3}, {0});
  CHECK(nothing.value == 0.0);
  CHECK(nothing.side == Nodes{1, 2, 3});
  CHECK(nothing.source.empty());
  // Cormen, Leiserson, Rivest and Stein, figure 26.6: s, v1, v2, v4 against v3, t, of 23.
  const Sample clrs{6,
                    {{0, 1, 16},
                     {0, 2, 13},
                     {2, 1, 4},
                     {1, 3, 12},
                     {3, 2, 9},
                     {2, 4, 14},
                     {4, 3, 7},
                     {3, 5, 20},
                     {4, 5, 4}}};
  const auto published = of(clrs, {0}, {5});
  CHECK(published.value == 23.0);
  CHECK(published.side == Nodes{0, 1, 2, 4});
  CHECK(published.source == Nodes{1, 4, 4});
  CHECK(published.target == Nodes{3, 3, 5});
  CHECK(published.capacity == Values{12, 7, 4});
}

TEST_CASE("minimum_cut is the least of all cuts, and the nearest one") {
  int several = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    const index_t n = 2 + static_cast<index_t>(seed % 8);
    for (Arc& arc : sample.arcs) {
      arc.source %= n;
      arc.target %= n;
    }
    sample.nodes = n;
    Rng rng(seed);
    const verify::Ends ends = verify::random_ends(n, rng);
    const Graph graph = sample.graph();
    const bool whole = seed % 3 != 0;
    const Capacities given =
        whole ? whole_capacities(sample, seed, seed % 6 == 1) : weight_capacities(sample);
    const verify::LeastCut least = verify::least_cut(given.matrix, ends.sources, ends.targets);
    if (std::isinf(least.value)) {
      CHECK_THROWS_AS(minimum_cut(graph, given.capacity, {ends.sources, ends.targets}),
                      aidnet::UndefinedError);
      continue;
    }
    const auto cut = minimum_cut(graph, given.capacity, {ends.sources, ends.targets});
    REQUIRE(std::abs(cut.value - least.value) <= 1e-12 * least.value);
    double sum = 0.0;
    for (std::size_t k = 0; k < cut.capacity.size(); ++k) {
      REQUIRE(cut.capacity[k] == given.matrix(cut.source[k], cut.target[k]));
      REQUIRE(verify::has(cut.side, cut.source[k]));
      REQUIRE_FALSE(verify::has(cut.side, cut.target[k]));
      sum += cut.capacity[k];
    }
    REQUIRE(std::abs(cut.value - sum) <= 1e-12 * sum);
    if (!whole) continue;  // sums of others tie by rounding
    unsigned side = 0;
    for (const index_t v : cut.side) side |= 1U << v;
    REQUIRE(side == least.side);
    several += cut.side.size() > ends.sources.size() ? 1 : 0;
  }
  CHECK(several > lessened(40));
}

TEST_CASE("minimum_cut keeps its promises") {
  check_invariants([](const Graph& graph, const aidnet::Control& control) {
    const Graph ties = graph.without_zeros();
    aidnet::MinimumCutOptions ends;
    for (index_t v = 0; v < ties.node_count(); ++v) {
      if (ties.out_neighbors(v).size() > 2) ends.source.push_back(v);
      if (ties.out_neighbors(v).size() < 2) ends.target.push_back(v);
    }
    if (ends.source.empty() || ends.target.empty()) throw aidnet::UndefinedError("no ends");
    const auto cut = minimum_cut(graph, Capacity::of_weights(graph), ends, control);
    Values near(at(graph.node_count()));
    for (const index_t v : cut.side) near[at(v)] = 1.0;
    return near;
  });
}

TEST_CASE("minimum_cut runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(5000, 200'000, false).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const auto cut = minimum_cut(g, Capacity::of_weights(g), {{7}, {9}}, c);
        return Values(cut.capacity);
      },
      graph);
}

TEST_CASE("minimum_cut of degenerate graphs") {
  const auto cut = of(Sample{3, {{0, 0}, {0, 1, 0.0}, {1, 2}}}, {0}, {2});
  CHECK(cut.value == 0.0);
  CHECK(cut.side == Nodes{0});
  CHECK(cut.source.empty());
}

TEST_CASE("minimum_cut refuses what it cannot use") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  const Capacity ones = Capacity::of_weights(graph);
  CHECK_THROWS_WITH(minimum_cut(graph, ones, {{}, {1}}),
                    ContainsSubstring("minimum_cut: source is missing"));
  CHECK_THROWS_WITH(minimum_cut(graph, ones, {{0}, {}}),
                    ContainsSubstring("minimum_cut: target is missing"));
  CHECK_THROWS_WITH(minimum_cut(graph, ones, {{0}, {0, 1}}),
                    ContainsSubstring("minimum_cut: node 0 is both source and target"));
  CHECK_THROWS_WITH(minimum_cut(graph, ones, {{0}, {-1}}),
                    ContainsSubstring("target has -1, which is none of the 3 nodes"));
  const Values infinite(2, std::numeric_limits<double>::infinity());
  CHECK_THROWS_WITH(minimum_cut(graph, Capacity::given(graph, infinite), {{0}, {2}}),
                    ContainsSubstring("the way 0 → 1 → 2 are infinite"));
}
