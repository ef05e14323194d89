#include "aidnet/algo/centrality/load.hpp"

#include "aidnet/algo/centrality/betweenness.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "verify/between.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::load;
using aidnet::LoadOptions;

namespace {

constexpr LoadOptions load_counted{.normalized = false};

}  // namespace

TEST_CASE("load by hand: even halves at each fork, however many paths") {
  // 0 → 1 → 3 → 5 and 0 → 2 → 3, 0 → 2 → 4 → 5: of the three paths from 0 to 5 two come by 3. A
  // unit from 5 is halved between 3 and 4; what 3 has is halved between 1 and 2. For the pair 0, 5:
  // 3 and 4 have 1/2, 1 has 1/4, 2 has 3/4. For 0, 3: 1 and 2 have 1/2. For 0, 4: 2 has 1.
  // For 1, 5: 3. For 2, 5: 3 and 4 have 1/2.
  const Graph graph = Sample{6, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {2, 4}, {3, 5}, {4, 5}}}.graph();
  CHECK(load(graph, {}, load_counted) == Values{0, 0.75, 2.25, 2, 1, 0});
  require_close(load(graph), {0, 0.75 / 20, 2.25 / 20, 2 / 20., 1 / 20., 0}, 1e-15);
  // Betweenness counts paths: 1 has 1/3 + 1/2, 3 has 2/3 + 1 + 1/2.
  const Values b = aidnet::betweenness(graph, {}, {.normalized = false});
  require_close({b[1], b[3]}, {5.0 / 6, 13.0 / 6}, 1e-15);
}

TEST_CASE("load by hand: a direct way that ties with a longer one takes half") {
  // 0 → 2 is as long as 0 → 1 → 2: node 2 has two nodes before it, 0 and 1.
  const Graph graph = Sample{3, {{0, 1}, {0, 2}, {1, 2}}}.graph();
  CHECK(load(graph, Length::given(graph, std::vector{1.0, 2.0, 1.0}), load_counted) ==
        Values{0, 0.5, 0});
}

TEST_CASE("load by hand: undirected, both orders of a pair") {
  const Graph chain = Sample{3, {{0, 1}, {1, 2}}, false}.graph();
  CHECK(load(chain, {}, load_counted) == Values{0, 2, 0});
  CHECK(load(chain) == Values{0, 1, 0});
}

TEST_CASE("load agrees with moving each unit by itself") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed)}) {
      Values expected = verify::load(lengths.matrix);
      require_close(load(sample.graph(), lengths.length, load_counted), expected);
      const auto n = static_cast<double>(sample.nodes);
      for (double& x : expected) x /= n > 2.0 ? (n - 1.0) * (n - 2.0) : 1.0;
      require_close(load(sample.graph(), lengths.length), expected);
    }
  }
}

TEST_CASE("load is betweenness where shortest paths are unique") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Rng rng(seed);
    Sample tree{60, {}, seed % 2 == 0};
    for (index_t v = 1; v < tree.nodes; ++v) tree.arcs.push_back({draw(rng, v), v});
    require_close(load(tree.graph()), aidnet::betweenness(tree.graph()), 1e-12);
  }
}

TEST_CASE("load keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) { return load(g, {}, {}, c); });
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    return load(g, Length::reciprocal(g).scaled(20), load_counted, c);
  });
}

TEST_CASE("load runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length tied = Length::reciprocal(graph).scaled(6);
  check_running([](const Graph& g, const aidnet::Control& c) { return load(g, {}, {}, c); }, graph);
  check_running([&](const Graph& g, const aidnet::Control& c) { return load(g, tied, {}, c); },
                graph);
}

TEST_CASE("load of degenerate graphs") {
  for (const bool normalized : {true, false}) {
    const auto of = [&](const Sample& sample) {
      return load(sample.graph(), {}, {.normalized = normalized});
    };
    CHECK(of({0, {}}).empty());
    CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
    CHECK(of({4, {}}) == Values(4, 0.0));
    CHECK(of({3, {{0, 1, 0.0}, {1, 2, 0.0}}}) == Values(3, 0.0));  // no ties
    CHECK(of({2, {{0, 1}}}) == Values{0, 0});
  }
  const Sample chain{3, {{0, 1}, {1, 1}, {1, 2}}};
  CHECK(load(chain.doubled().with_isolated_node().graph(), {}, load_counted) ==
        Values{0, 1, 0, 0, 1, 0, 0});
}

TEST_CASE("load refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = Sample{3, {{0, 1}, {1, 2}}}.graph();
  const Graph round = Sample{2, {{0, 1}, {1, 0}}}.graph();
  CHECK_THROWS_WITH(load(pair, Length::reciprocal(more)),
                    ContainsSubstring("load: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(load(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("load: the longest length is 1e+308"));
  CHECK_THROWS_WITH(load(round, Length::given(round, std::vector{0.0, 0.0})),
                    ContainsSubstring("zero all round the cycle"));
}
