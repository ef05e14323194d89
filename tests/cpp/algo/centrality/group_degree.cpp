#include "aidnet/algo/centrality/group_degree.hpp"

#include "groups.hpp"
#include "invariants.hpp"
#include "modes.hpp"

using namespace testing_support;
using aidnet::group_degree;
using aidnet::Mode;

namespace {

/// From the matrix: rows of members, summed column by column.
double expected_of(const Sample& sample, const std::vector<index_t>& group, Mode mode) {
  const Eigen::MatrixXd ties = (sample.matrix().array() != 0.0).cast<double>();
  Eigen::VectorXd covered = Eigen::VectorXd::Zero(sample.nodes);
  for (const index_t u : group) {
    if (mode != Mode::in) covered += ties.row(u).transpose();
    if (mode != Mode::out) covered += ties.col(u);
  }
  for (const index_t u : group) covered(u) = 0.0;
  return static_cast<double>((covered.array() > 0.0).count());
}

}  // namespace

TEST_CASE("group_degree by hand") {
  // 0 and 1 both give to 2, 0 to 1, 1 to 3, 4 to 0: outside are 2, 3, 4.
  const Graph graph = Sample{5, {{0, 2}, {1, 2}, {0, 1}, {1, 3}, {4, 0}, {0, 0}}}.graph();
  const auto of = [&](std::vector<index_t> group, Mode mode, bool normalized = false) {
    return group_degree(graph, {.group = group, .mode = mode, .normalized = normalized});
  };
  CHECK(of({1, 0}, Mode::out) == 2);
  CHECK(of({1, 0}, Mode::in) == 1);
  CHECK(of({1, 0}, Mode::all) == 3);
  CHECK(of({1, 0}, Mode::out, true) == 2.0 / 3);
  CHECK(of({2, 3}, Mode::out) == 0);
  CHECK(of({2, 3}, Mode::in) == 2);
}

TEST_CASE("group_degree agrees with the matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = with_signs(random_sample(seed));
    if (sample.nodes == 0) continue;
    const std::vector<index_t> group = drawn_group(sample.nodes, rng);
    const Mode mode = modes[seed % 3];
    const double expected = expected_of(sample, group, mode);
    CHECK(group_degree(sample.graph(), {.group = group, .mode = mode, .normalized = false}) ==
          expected);
    const double outside = static_cast<double>(sample.nodes) - static_cast<double>(group.size());
    require_close({group_degree(sample.graph(), {.group = group, .mode = mode})},
                  {expected / outside}, 1e-15);
  }
}

TEST_CASE("group_degree keeps its promises") {
  for (const bool normalized : {true, false})
    check_invariants(
        [=](const Graph& g, const aidnet::Control& c) {
          return of_small_donors(g, [&](const std::vector<index_t>& group) {
            return group_degree(g, {.group = group, .normalized = normalized}, c);
          });
        },
        {.per_node = false});
}

TEST_CASE("group_degree runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 200'000, true).graph();
  std::vector<index_t> group;
  for (index_t v = 0; v < 2000; v += 2) group.push_back(v);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) {
        return Values{group_degree(g, {.group = group}, c)};
      },
      graph);
}

TEST_CASE("group_degree of degenerate graphs and groups") {
  CHECK(group_degree(Sample{2, {{0, 1, 0.0}}}.graph(), {.group = {0}}) == 0);  // no tie
  CHECK(group_degree(Sample{2, {{0, 0}}}.graph(), {.group = {0}}) == 0);
  const std::vector<index_t> all{0, 1, 2};
  CHECK(std::isnan(group_degree(row_of(3).graph(), {.group = all})));
  CHECK(group_degree(row_of(3).graph(), {.group = all, .normalized = false}) == 0);
}

TEST_CASE("group_degree refuses members that it does not know, and no members") {
  for (const index_t n : {0, 3})
    CHECK_THROWS_WITH(group_degree(row_of(n).graph()),
                      ContainsSubstring("group_degree: group names no node"));
  CHECK_THROWS_WITH(group_degree(row_of(3).graph(), {.group = {3}}),
                    ContainsSubstring("group_degree: group has 3, which is none of the 3 nodes"));
  CHECK_THROWS_WITH(group_degree(row_of(3).graph(), {.group = {1, 1}}),
                    ContainsSubstring("group_degree: group has node 1 twice"));
}
