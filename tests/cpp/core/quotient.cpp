#include "aidnet/core/quotient.hpp"

#include "aidnet/core/error.hpp"
#include "invariants.hpp"

using namespace testing_support;
using aidnet::quotient;

namespace {

using Groups = std::vector<index_t>;

Groups random_groups(index_t nodes, index_t count, Rng& rng) {
  Groups groups;
  for (index_t i = 0; i < nodes; ++i) groups.push_back(draw(rng, count));
  return groups;
}

/// GᵀWG with the indicator matrix G. In an undirected graph an edge within a group would come out
/// twice, once for each end, and a loop once.
Eigen::MatrixXd by_groups(const Sample& sample, const Groups& groups, index_t count) {
  Eigen::MatrixXd member = Eigen::MatrixXd::Zero(sample.nodes, count);
  for (index_t i = 0; i < sample.nodes; ++i) member(i, groups[at(i)]) = 1.0;
  const Eigen::MatrixXd w = sample.matrix();
  Eigen::MatrixXd between = member.transpose() * w * member;
  if (!sample.directed) {
    const Eigen::VectorXd loops = member.transpose() * w.diagonal();
    between.diagonal() = (between.diagonal() + loops).eval() / 2.0;
  }
  return between;
}

}  // namespace

TEST_CASE("quotient by hand: counties to provinces") {
  // East 0, 1; west 2, 3. East helps west with 2 + 3 + 4, itself with 5; 4 is alone.
  const Sample sample{5, {{0, 2, 2.0}, {0, 3, 3.0}, {1, 3, 4.0}, {0, 1, 5.0}, {3, 3, 6.0}}};
  const Groups groups{0, 0, 1, 1, 2};
  const Graph between = quotient(sample.graph(), groups, 4);
  CHECK(between == Sample{4, {{0, 1, 9.0}, {0, 0, 5.0}, {1, 1, 6.0}}}.graph());
  const Graph undirected = quotient(Sample{5, sample.arcs, false}.graph(), groups, 4);
  CHECK(undirected == Sample{4, {{0, 1, 9.0}, {0, 0, 5.0}, {1, 1, 6.0}}, false}.graph());
}

TEST_CASE("quotient agrees with the dense matrix and conserves the total") {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    const index_t count = 1 + draw(rng, 6);
    const Groups groups = random_groups(sample.nodes, count, rng);
    const Graph between = quotient(graph, groups, count);
    REQUIRE(between.node_count() == count);
    REQUIRE(between.is_directed() == graph.is_directed());
    require_close({between.total_weight()}, {graph.total_weight()}, 1e-14);
    const Eigen::MatrixXd expected = by_groups(sample, groups, count);
    for (index_t a = 0; a < count; ++a)
      for (index_t b = 0; b < count; ++b)
        CHECK_THAT(between.weight(a, b), WithinAbs(expected(a, b), 1e-13 * expected.sum()));
  }
}

TEST_CASE("quotient by every node alone is the graph, in one step or two") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Graph graph = random_sample(seed).graph();
    Groups alone(at(graph.node_count()));
    std::iota(alone.begin(), alone.end(), index_t{0});
    REQUIRE(quotient(graph, alone, graph.node_count()) == graph);

    const Groups fine = random_groups(graph.node_count(), 8, rng);
    const Groups coarse = random_groups(8, 3, rng);
    Groups both;
    for (const index_t group : fine) both.push_back(coarse[at(group)]);
    const Graph twice = quotient(quotient(graph, fine, 8), coarse, 3);
    const Graph once = quotient(graph, both, 3);
    REQUIRE(std::ranges::equal(twice.offsets(), once.offsets()));
    REQUIRE(std::ranges::equal(twice.indices(), once.indices()));
    require_close({twice.weights().begin(), twice.weights().end()},
                  {once.weights().begin(), once.weights().end()}, 1e-14);
  }
}

TEST_CASE("quotient keeps ties without weight, and sums that cancel") {
  const Graph graph = Sample{3, {{0, 2, 0.0}, {0, 1, 2.0}, {1, 0, -2.0}}}.graph();
  const Graph between = quotient(graph, Groups{0, 0, 1}, 2);
  CHECK(between.entry_count() == 2);
  CHECK(between.total_weight() == 0.0);
}

TEST_CASE("quotient of degenerate graphs") {
  CHECK(quotient(Graph(), {}, 0) == Graph());
  CHECK(quotient(Graph(), {}, 3).node_count() == 3);
  CHECK(quotient(Sample{3, {}}.graph(), Groups{0, 0, 0}, 1).node_count() == 1);
  CHECK(quotient(Sample{1, {{0, 0, 3.0}}}.graph(), Groups{1}, 2).weight(1, 1) == 3.0);
}

TEST_CASE("quotient refuses groups that do not fit") {
  const Graph graph = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_WITH(quotient(graph, Groups{0}, 1), ContainsSubstring("1 groups for 2 nodes"));
  CHECK_THROWS_WITH(quotient(graph, Groups{0, 2}, 2),
                    ContainsSubstring("node 1 is in group 2, outside [0, 2)"));
  CHECK_THROWS_AS(quotient(graph, Groups{-1, 0}, 1), aidnet::ValidationError);
  CHECK_THROWS_AS(quotient(Graph(), {}, -1), aidnet::ValidationError);
  const Graph large = Sample{3, {{0, 2, 1e308}, {1, 2, 1e308}}}.graph();
  CHECK_THROWS_AS(quotient(large, Groups{0, 0, 1}, 2), aidnet::ValidationError);
}

TEST_CASE("quotient stops when told") {
  const Graph graph = large_sample(1'000, 200'000, true).graph();
  aidnet::Control control;
  control.interrupted = [] { return true; };
  const Groups groups(1'000, 0);
  CHECK_THROWS_AS(quotient(graph, groups, 1, control), aidnet::Cancelled);
}
