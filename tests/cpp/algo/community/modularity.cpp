#include "aidnet/algo/community/modularity.hpp"

#include "aidnet/algo/community/leiden.hpp"
#include "beside_one.hpp"
#include "communities.hpp"
#include "groups.hpp"
#include "invariants.hpp"
#include "verify/community.hpp"

using namespace testing_support;
using aidnet::modularity;

TEST_CASE("modularity by hand") {
  // 14 of 16 stay within {0, 2} and {1, 3}. At random 8/16 · 10/16 and 8/16 · 6/16 would: ½.
  const Graph aid = Sample{4, {{0, 2, 8.0}, {1, 3, 6.0}, {1, 2, 2.0}}}.graph();
  const std::vector<index_t> pairs{7, -1, 7, -1};
  CHECK(modularity(aid, {.groups = pairs}) == 0.375);
  CHECK(modularity(aid, {.groups = pairs, .resolution = 2.0}) == -0.125);
  CHECK(modularity(aid, {.groups = {0, 0, 1, 1}}) == 0.0);  // donors, recipients: 0 − 1 · 0
  CHECK(modularity(aid, {.groups = {0, 0, 0, 0}}) == 0.0);
  // Undirected triangle with a loop: k = 2, 2, 4 of 8, so ¾ within at most: 3 + 1 edges, {0, 1}
  // has 1 of 4 and ¼ at random, {2} 1 of 4 and ¼.
  const Graph loop = Sample{3, {{0, 1}, {1, 2}, {2, 0}, {2, 2}}, false}.graph();
  CHECK(modularity(loop, {.groups = {0, 0, 1}}) == 0.0);
}

TEST_CASE("modularity of published examples") {
  // Fortunato and Barthélemy (2007): thirty cliques of five in a ring are worse apart, 0.876, than
  // in pairs, 0.888.
  const Graph ring = ring_of_cliques(30, 5).graph();
  std::vector<index_t> apart;
  std::vector<index_t> pairs;
  for (index_t v = 0; v < 150; ++v) {
    apart.push_back(v / 5);
    pairs.push_back(v / 10);
  }
  CHECK_THAT(modularity(ring, {.groups = apart}), WithinAbs(300.0 / 330 - 1.0 / 30, 1e-15));
  CHECK_THAT(modularity(ring, {.groups = pairs}), WithinAbs(315.0 / 330 - 1.0 / 15, 1e-15));
}

TEST_CASE("modularity of communities that were found") {
  // Two triangles and a tie between them: 6 of 7 within, of which half the strength each expects ½.
  const Sample sample{6, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3}, {0, 3}}, false};
  const aidnet::Leiden found = aidnet::leiden(sample.graph());
  CHECK_THAT(modularity(sample.graph(), {.groups = found.community}),
             WithinAbs(6.0 / 7 - 0.5, 1e-15));
}

TEST_CASE("modularity agrees with the sum over all pairs") {
  int defined = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    const std::vector<index_t> names = by_turns(sample.nodes, 1 + static_cast<index_t>(seed % 5));
    for (const double resolution : {1.0, 0.3, 2.0}) {
      const double value = modularity(sample.graph(), {.groups = names, .resolution = resolution});
      defined += !std::isnan(value);
      require_close(beside_one(value), beside_one(verify::modularity(
                                           sample.matrix(), sample.directed, names, resolution)));
    }
  }
  CHECK(defined > lessened(600));
}

TEST_CASE("modularity of a two-mode network is Barber's") {
  // Donors 0 to 9 and recipients 10 to 24: compared with each other, and with nobody else.
  Rng rng(3);
  Sample sample{25, {}};
  for (int k = 0; k < 60; ++k)
    sample.arcs.push_back({draw(rng, 10), 10 + draw(rng, 15), static_cast<double>(1 + rng() % 9)});
  const Eigen::MatrixXd weights = sample.matrix();
  const double total = weights.sum();
  double barber = 0.0;
  for (index_t i = 0; i < 10; ++i)
    for (index_t j = 10; j < 25; ++j)
      if (i % 3 == j % 3)
        barber +=
            weights(i, j) / total - weights.row(i).sum() * weights.col(j).sum() / total / total;
  CHECK_THAT(modularity(sample.graph(), {.groups = by_turns(25, 3)}), WithinAbs(barber, 1e-14));
}

TEST_CASE("modularity keeps its promises") {
  for (const double resolution : {1.0, 0.5})
    check_invariants(
        [resolution](const Graph& g, const aidnet::Control& c) {
          const std::vector<index_t> apart = by_turns(g.node_count(), g.node_count() + 1);
          return beside_one(modularity(g, {.groups = apart, .resolution = resolution}, c));
        },
        {.per_node = false});
}

TEST_CASE("modularity of a large graph, stopped and resumed") {
  const std::vector<index_t> groups = by_turns(100'000, 31);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) {
        return beside_one(modularity(g, {.groups = groups}, c));
      },
      large_sample(100'000, 400'000, true).graph());
}

TEST_CASE("modularity of degenerate graphs is not defined") {
  for (const Sample& sample : {Sample{0, {}}, Sample{2, {}}, Sample{3, {{0, 1, 0.0}}, false}})
    CHECK(std::isnan(modularity(sample.graph(), {.groups = by_turns(sample.nodes, 2)})));
  CHECK(modularity(Sample{1, {{0, 0, 3.0}}}.graph(), {.groups = {1}}) == 0.0);
  // Tiny and huge weights are as good as others.
  for (const double unit : {1e-320, 1e300})
    CHECK(modularity(Sample{4, {{0, 1, unit}, {2, 3, unit}}, false}.graph(),
                     {.groups = {0, 0, 1, 1}}) == 0.5);
}

TEST_CASE("modularity refuses what are no groups or shares") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(modularity(graph, {}),
                    "modularity: groups is missing; it must have one number for each of 3 nodes");
  CHECK_THROWS_WITH(modularity(graph, {.groups = {1}}),
                    "modularity: groups has 1 elements for 3 nodes");
  for (const double wrong : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()})
    CHECK_THROWS_WITH(modularity(graph, {.resolution = wrong}),
                      ContainsSubstring("modularity: resolution is "));
  CHECK_THROWS_WITH(modularity(Sample{2, {{1, 0, -3.0}}, false}.graph(), {.groups = {1, 1}}),
                    "modularity needs weights of 0 or more; negative: 0 → 1 (-3)");
  CHECK_THROWS_WITH(modularity(Sample{2, {{1, 0, -3.0}}}.graph(), {.groups = {1, 1}}),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(
      modularity(Sample{3, {{0, 1, 1e308}, {1, 2, 1e308}}}.graph(), {.groups = {1, 1, 2}}),
      "modularity: the weights add up to more than a double");
}
