#include "aidnet/algo/community/leiden.hpp"

#include "communities.hpp"
#include "partition.hpp"
#include "verify/community.hpp"

using namespace testing_support;
using aidnet::leiden;
using aidnet::Leiden;
using aidnet::LeidenOptions;
using Objective = aidnet::LeidenObjective;

namespace {

std::function<double(const verify::Groups&)> quality_of(const Sample& sample,
                                                        const LeidenOptions& options) {
  const bool potts = options.objective == Objective::cpm;
  return [weights = sample.matrix(), directed = sample.directed, potts,
          resolution = options.resolution](const verify::Groups& groups) {
    return potts ? verify::potts(weights, directed, groups, resolution)
                 : verify::modularity(weights, directed, groups, resolution);
  };
}

Values values_of(const Leiden& found) {
  Values values(found.community.begin(), found.community.end());
  values.push_back(found.quality);
  return values;
}

/// Options of every kind, for the k-th case.
LeidenOptions some_options(std::uint64_t k, double typical_weight) {
  LeidenOptions options;
  options.objective = k % 2 == 0 ? Objective::modularity : Objective::cpm;
  options.resolution = std::vector{1.0, 0.4, 1.8}[k / 2 % 3];
  if (options.objective == Objective::cpm) options.resolution *= 0.5 * typical_weight;
  options.theta = std::vector{0.01, 0.0, 1.0}[k / 6 % 3];
  options.seed = static_cast<int>(k);
  return options;
}

double typical_weight(const Sample& sample) {
  std::vector<double> weights;
  for (const Arc& arc : sample.arcs) weights.push_back(arc.weight);
  std::sort(weights.begin(), weights.end());
  return weights.empty() ? 1.0 : weights[weights.size() / 2];
}

}  // namespace

TEST_CASE("leiden by hand") {
  // See modularity: of all fifteen partitions of these four the pairs have the most, ⅜.
  const Sample aid{4, {{0, 2, 8.0}, {1, 3, 6.0}, {1, 2, 2.0}}};
  for (int seed = 0; seed < 20; ++seed) {
    const Leiden found = leiden(aid.graph(), {.seed = seed});
    CHECK(found.community == std::vector<index_t>{0, 1, 0, 1});
    CHECK(found.count == 2);
    CHECK(found.quality == 0.375);
    CHECK(found.converged);
  }
  // The Potts model at γ = 1, two ordered pairs a pair: 8 − 2 and 6 − 2 within the pairs; the tie
  // of 2 joins them only if it outweighs four pairs both ways, 8 γ < 2.
  const Leiden pairs = leiden(aid.graph(), {.objective = Objective::cpm});
  CHECK(pairs.community == std::vector<index_t>{0, 1, 0, 1});
  CHECK(pairs.quality == 10.0);
  const Leiden one = leiden(aid.graph(), {.objective = Objective::cpm, .resolution = 0.2});
  CHECK(one.count == 1);
  CHECK_THAT(one.quality, WithinAbs(16.0 - 12 * 0.2, 1e-14));
}

TEST_CASE("leiden has no resolution limit with the Potts model") {
  // Thirty cliques of five in a ring: modularity merges some (see louvain). With any γ between 1/25
  // and 1 two cliques with one edge stay apart, 1 < 25 γ, and five nodes together.
  const Graph ring = ring_of_cliques(30, 5).graph();
  CHECK(leiden(ring).count < 30);
  for (const double resolution : {0.05, 0.5, 0.95}) {
    const Leiden found = leiden(ring, {.objective = Objective::cpm, .resolution = resolution});
    for (index_t v = 0; v < 150; ++v) REQUIRE(found.community[at(v)] == v / 5);
    CHECK_THAT(found.quality, WithinAbs(300.0 - resolution * 300.0, 1e-9));
  }
}

TEST_CASE("leiden of the karate club finds the known maximum") {
  // 0.4198 is the largest modularity of any partition (Brandes et al. 2008,
  // doi:10.1109/TKDE.2007.190689).
  const Graph club = karate_club().graph();
  int best = 0;
  for (int seed = 0; seed < 50; ++seed) {
    const Leiden found = leiden(club, {.iterations = -1, .seed = seed});
    REQUIRE(found.quality < 0.41979);
    best += found.quality > 0.419789;
  }
  CHECK(best > 40);
}

TEST_CASE("leiden guarantees what it promises") {
  int compared = 0;
  int best = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    LeidenOptions options = some_options(seed / 2, typical_weight(sample));
    const Eigen::MatrixXd weights = sample.matrix();
    const auto quality = quality_of(sample, options);
    const double scale = options.objective == Objective::cpm ? weights.sum() : 1.0;

    options.iterations = 1;
    const Leiden once = leiden(graph, options);
    require_well_numbered({once.community, once.count});
    if (std::isnan(once.quality)) continue;
    REQUIRE(std::abs(once.quality - quality(once.community)) <= 1e-9 * scale);
    REQUIRE(verify::connected(weights, once.community));
    REQUIRE(verify::best_merger(once.community, quality) <= 1e-12 * scale);

    options.iterations = -1;
    const Leiden found = leiden(graph, options);
    REQUIRE(found.converged);
    REQUIRE(found.quality >= once.quality - 1e-12 * scale);
    REQUIRE(verify::connected(weights, found.community));
    REQUIRE(verify::best_merger(found.community, quality) <= 1e-12 * scale);
    REQUIRE(verify::best_move(found.community, quality) <= 1e-12 * scale);

    if (sample.nodes > 8) continue;
    const double most = verify::best_of_all(at(sample.nodes), quality);
    REQUIRE(found.quality <= most + 1e-12 * scale);
    ++compared;
    best += found.quality >= most - 1e-12 * scale;
  }
  CHECK(compared > lessened(40));
  CHECK(best * 10 > compared * 9);  // which nothing guarantees
}

TEST_CASE("leiden guarantees it of larger graphs, where louvain does not") {
  for (const bool directed : {false, true}) {
    const Sample sample = large_sample(400, 900, directed);
    const Eigen::MatrixXd weights = sample.matrix();
    for (int seed = 0; seed < 5; ++seed)
      for (const double theta : {0.01, 0.0}) {
        const Leiden found =
            leiden(sample.graph(), {.iterations = -1, .theta = theta, .seed = seed});
        REQUIRE(found.converged);
        REQUIRE(verify::connected(weights, found.community));
      }
  }
}

TEST_CASE("leiden minds neither the order nor the unit of input") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = random_sample(seed);
    const LeidenOptions options = some_options(seed, typical_weight(sample));
    const Leiden found = leiden(sample.graph(), options);
    REQUIRE(identical(values_of(leiden(sample.split(rng).graph(), options)), values_of(found)));
    for (const double unit : {0x1p-900, 1024.0}) {  // exact
      LeidenOptions scaled = options;
      if (options.objective == Objective::cpm) scaled.resolution *= unit;
      REQUIRE(leiden(sample.scaled(unit).graph(), scaled).community == found.community);
    }
  }
}

TEST_CASE("leiden of a large graph, stopped and resumed") {
  for (const bool directed : {false, true})
    check_running(
        [](const Graph& g, const aidnet::Control& c) { return values_of(leiden(g, {}, c)); },
        large_sample(10'000, 40'000, directed).graph());
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return values_of(
            leiden(g, {.objective = Objective::cpm, .resolution = 20.0, .iterations = -1}, c));
      },
      large_sample(3'000, 12'000, false).graph());
}

TEST_CASE("leiden of degenerate graphs") {
  for (const Objective objective : {Objective::modularity, Objective::cpm}) {
    CHECK(leiden(Graph(), {.objective = objective}).community.empty());
    for (const Sample& sample :
         {Sample{3, {}}, Sample{3, {{0, 1, 0.0}}}, Sample{3, {{1, 1, 2.0}}, false}}) {
      const Leiden found = leiden(sample.graph(), {.objective = objective});
      CHECK(found.community == std::vector<index_t>{0, 1, 2});
      CHECK(found.converged);
    }
  }
  CHECK(std::isnan(leiden(Sample{3, {}}.graph()).quality));
  CHECK(leiden(Sample{3, {}}.graph(), {.objective = Objective::cpm}).quality == 0.0);
}

TEST_CASE("leiden refuses what it cannot use") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(leiden(graph, {.resolution = -1.0}),
                    ContainsSubstring("leiden: resolution is -1"));
  for (const int wrong : {0, -2})
    CHECK_THROWS_WITH(leiden(graph, {.iterations = wrong}),
                      ContainsSubstring("leiden: iterations is "));
  CHECK_THROWS_WITH(leiden(graph, {.theta = std::nan("")}),
                    ContainsSubstring("leiden: theta is nan"));
  CHECK_THROWS_WITH(leiden(graph, {.seed = -1}), ContainsSubstring("leiden: seed is -1"));
  CHECK_THROWS_WITH(leiden(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(leiden(Sample{3, {{0, 1, 1e308}, {1, 2, 1e308}}}.graph()),
                    "leiden: the weights add up to more than a double");
}
