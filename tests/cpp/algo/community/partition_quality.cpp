#include "aidnet/algo/community/partition_quality.hpp"

#include "groups.hpp"
#include "invariants.hpp"
#include "verify/community.hpp"

using namespace testing_support;
using aidnet::partition_quality;
using aidnet::PartitionQuality;

namespace {

Values values_of(const PartitionQuality& quality) {
  return {quality.coverage, quality.weight_coverage, quality.performance, 1.0};
}

}  // namespace

TEST_CASE("partition_quality by hand") {
  // Two of three ties, 14 of 16, stay within {0, 2} and {1, 3}; of 12 ordered pairs these two are
  // tied within and 7 of the 8 across are not.
  const Graph aid = Sample{4, {{0, 2, 8.0}, {1, 3, 6.0}, {1, 2, 2.0}, {1, 1, 9.0}}}.graph();
  require_close(values_of(partition_quality(aid, {.groups = {7, -1, 7, -1}})),
                {2.0 / 3, 0.875, 0.75, 1.0}, 1e-15);
  // Undirected: 2 + 3 of 6 pairs.
  const Graph both = Sample{4, {{0, 2, 8.0}, {1, 3, 6.0}, {1, 2, 2.0}}, false}.graph();
  require_close(values_of(partition_quality(both, {.groups = {7, -1, 7, -1}})),
                {2.0 / 3, 0.875, 5.0 / 6, 1.0}, 1e-15);
  CHECK(partition_quality(both, {.groups = {0, 1, 2, 3}}).coverage == 0.0);
  CHECK(partition_quality(both, {.groups = {0, 1, 2, 3}}).performance == 0.5);
}

TEST_CASE("partition_quality agrees with counting pairs") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    const std::vector<index_t> groups = by_turns(sample.nodes, 1 + static_cast<index_t>(seed % 5));
    require_close(values_of(partition_quality(sample.graph(), {.groups = groups})),
                  verify::partition_quality(sample.matrix(), groups));
  }
}

TEST_CASE("partition_quality keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return values_of(
            partition_quality(g, {.groups = std::vector<index_t>(at(g.node_count()), 3)}, c));
      },
      {.per_node = false});
}

TEST_CASE("partition_quality of a large graph, stopped and resumed") {
  const std::vector<index_t> groups = by_turns(100'000, 31);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) {
        return values_of(partition_quality(g, {.groups = groups}, c));
      },
      large_sample(100'000, 400'000, true).graph());
}

TEST_CASE("partition_quality of degenerate graphs is not defined") {
  for (const Sample& sample : {Sample{0, {}}, Sample{1, {{0, 0, 3.0}}}}) {
    const PartitionQuality quality =
        partition_quality(sample.graph(), {.groups = by_turns(sample.nodes, 2)});
    CHECK(std::isnan(quality.coverage));
    CHECK(std::isnan(quality.weight_coverage));
    CHECK(std::isnan(quality.performance));
  }
  CHECK(std::isnan(
      partition_quality(Sample{3, {{0, 1, 0.0}}}.graph(), {.groups = {0, 1, 2}}).coverage));
  CHECK(partition_quality(Sample{3, {{0, 1, 0.0}}}.graph(), {.groups = {0, 1, 2}}).performance ==
        1.0);
}

TEST_CASE("partition_quality refuses what are no groups or shares") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(partition_quality(graph, {}),
                    ContainsSubstring("groups is missing; it must have"));
  CHECK_THROWS_WITH(partition_quality(graph, {.groups = {1}}),
                    "partition_quality: groups has 1 elements for 3 nodes");
  CHECK_THROWS_WITH(partition_quality(Sample{2, {{1, 0, -3.0}}}.graph(), {.groups = {1, 1}}),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(
      partition_quality(Sample{3, {{0, 1, 1e308}, {1, 2, 1e308}}}.graph(), {.groups = {1, 1, 1}}),
      "partition_quality: the weights add up to more than a double");
}
