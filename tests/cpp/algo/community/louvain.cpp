#include "aidnet/algo/community/louvain.hpp"

#include "aidnet/algo/structure/weak_components.hpp"
#include "communities.hpp"
#include "partition.hpp"
#include "verify/community.hpp"

using namespace testing_support;
using aidnet::louvain;
using aidnet::Louvain;

namespace {

/// Numbers 0 … count − 1 in order of the smallest node, and the modularity by definition.
void require_consistent(const Sample& sample, const Louvain& found, double resolution) {
  require_well_numbered({found.community, found.count});
  require_close(
      {found.modularity, 1.0},
      {verify::modularity(sample.matrix(), sample.directed, found.community, resolution), 1.0});
}

Values values_of(const Louvain& found) {
  Values values(found.community.begin(), found.community.end());
  values.push_back(found.modularity);
  return values;
}

}  // namespace

TEST_CASE("louvain by hand") {
  // See modularity: of all fifteen partitions of these four the pairs have the most, ⅜. Whichever
  // comes first, joins the one that it exchanges most with.
  const Graph aid = Sample{4, {{0, 2, 8.0}, {1, 3, 6.0}, {1, 2, 2.0}}}.graph();
  for (int seed = 0; seed < 20; ++seed) {
    const Louvain found = louvain(aid, {.seed = seed});
    CHECK(found.community == std::vector<index_t>{0, 1, 0, 1});
    CHECK(found.count == 2);
    CHECK(found.modularity == 0.375);
    CHECK(found.levels == 1);
  }
}

TEST_CASE("louvain finds cliques, but merges small ones of a large ring") {
  const Graph few = ring_of_cliques(4, 6).graph();
  for (int seed = 0; seed < 20; ++seed) {
    const Louvain found = louvain(few, {.seed = seed});
    for (index_t v = 0; v < 24; ++v) REQUIRE(found.community[at(v)] == v / 6);
  }
  // The resolution limit: 15 pairs have 0.888, 30 cliques 0.876 (Fortunato and Barthélemy 2007).
  const Louvain many = louvain(ring_of_cliques(30, 5).graph());
  CHECK(many.count < 30);
  CHECK(many.modularity > 300.0 / 330 - 1.0 / 30);
  CHECK(many.modularity <= 315.0 / 330 - 1.0 / 15 + 1e-12);
  CHECK(louvain(ring_of_cliques(30, 5).graph(), {.resolution = 3.0}).count == 30);
}

TEST_CASE("louvain of the karate club comes near the known maximum") {
  // 0.4198 is the largest modularity of any partition (Brandes et al. 2008,
  // doi:10.1109/TKDE.2007.190689).
  const Graph club = karate_club().graph();
  double best = 0.0;
  for (int seed = 0; seed < 50; ++seed) {
    const Louvain found = louvain(club, {.seed = seed});
    REQUIRE(found.modularity < 0.41979);
    REQUIRE(found.modularity > 0.37);
    best = std::max(best, found.modularity);
  }
  CHECK_THAT(best, WithinAbs(0.41978961, 1e-8));
}

TEST_CASE("louvain is never better than the best of all partitions, nor worse than merging two") {
  int compared = 0;
  int best = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    const double resolution = std::vector{1.0, 0.5, 1.7}[seed % 3];
    const Louvain found =
        louvain(sample.graph(), {.resolution = resolution, .tolerance = 0.0, .seed = 5});
    require_consistent(sample, found, resolution);
    if (std::isnan(found.modularity)) continue;
    const Eigen::MatrixXd weights = sample.matrix();
    const auto quality = [&](const verify::Groups& groups) {
      return verify::modularity(weights, sample.directed, groups, resolution);
    };
    REQUIRE(verify::best_merger(found.community, quality) <= 1e-12);
    if (sample.nodes > 8) continue;
    const double most = verify::best_of_all(at(sample.nodes), quality);
    REQUIRE(found.modularity <= most + 1e-12);
    ++compared;
    best += found.modularity >= most - 1e-12;
  }
  CHECK(compared > lessened(40));
  CHECK(best * 5 > compared * 4);  // which nothing guarantees
}

TEST_CASE("louvain minds neither the order nor the unit of input") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = random_sample(seed);
    const Values values = values_of(louvain(sample.graph()));
    REQUIRE(identical(values_of(louvain(sample.split(rng).graph())), values));
    for (const double unit : {0x1p-900, 1024.0})  // exact
      REQUIRE(identical(values_of(louvain(sample.scaled(unit).graph())), values));
    REQUIRE(identical(values_of(louvain(sample.graph().without_zeros())), values));
  }
}

TEST_CASE("louvain keeps to its options") {
  const Graph graph = large_sample(2000, 6000, false).graph();
  const Louvain free = louvain(graph);
  CHECK(free.levels > 2);
  const Louvain one = louvain(graph, {.max_levels = 1});
  CHECK(one.levels == 1);
  CHECK(one.modularity < free.modularity);
  CHECK(louvain(graph, {.tolerance = 1.0}).levels == 1);
  CHECK(louvain(graph, {.seed = 1}).community != free.community);
  CHECK(louvain(graph, {.resolution = 0.0}).count == aidnet::weak_components(graph).count);
}

TEST_CASE("louvain of a large graph, stopped and resumed") {
  for (const bool directed : {false, true})
    check_running(
        [](const Graph& g, const aidnet::Control& c) { return values_of(louvain(g, {}, c)); },
        large_sample(10'000, 40'000, directed).graph());
}

TEST_CASE("louvain of degenerate graphs") {
  CHECK(louvain(Graph()).community.empty());
  for (const Sample& sample :
       {Sample{3, {}}, Sample{3, {{0, 1, 0.0}}}, Sample{3, {{1, 1, 2.0}}, false}}) {
    const Louvain found = louvain(sample.graph());
    CHECK(found.community == std::vector<index_t>{0, 1, 2});
    CHECK(found.count == 3);
    CHECK(found.levels == 0);
  }
  CHECK(std::isnan(louvain(Sample{3, {}}.graph()).modularity));
}

TEST_CASE("louvain refuses what it cannot use") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(louvain(graph, {.resolution = -1.0}),
                    ContainsSubstring("louvain: resolution is -1"));
  CHECK_THROWS_WITH(louvain(graph, {.tolerance = std::nan("")}),
                    ContainsSubstring("louvain: tolerance is nan"));
  CHECK_THROWS_WITH(louvain(graph, {.max_levels = -1}),
                    ContainsSubstring("louvain: max_levels is -1"));
  CHECK_THROWS_WITH(louvain(graph, {.seed = -1}), ContainsSubstring("louvain: seed is -1"));
  CHECK_THROWS_WITH(louvain(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(louvain(Sample{3, {{0, 1, 1e308}, {1, 2, 1e308}}}.graph()),
                    "louvain: the weights add up to more than a double");
}
