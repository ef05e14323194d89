#include "aidnet/algo/centrality/group_closeness.hpp"

#include "aidnet/algo/centrality/closeness.hpp"
#include "groups.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::group_closeness;
using aidnet::Length;
using aidnet::Mode;

namespace {

/// From all distances; `lengths` as paths from the group see them.
double expected_of(const Eigen::MatrixXd& lengths, const std::vector<index_t>& group,
                   bool wf_improved) {
  const Eigen::MatrixXd d = verify::distances(lengths);
  double reached = 0.0;
  double total = 0.0;
  double others = 0.0;
  for (index_t v = 0; v < d.rows(); ++v) {
    if (std::find(group.begin(), group.end(), v) != group.end()) continue;
    others += 1.0;
    double nearest = inf;
    for (const index_t u : group) nearest = std::min(nearest, d(u, v));
    if (nearest == inf) continue;
    reached += 1.0;
    total += nearest;
  }
  if (others == 0.0) return std::nan("");
  if (reached == 0.0) return 0.0;
  return (total > 0.0 ? reached / total : inf) * (wf_improved ? reached / others : 1.0);
}

}  // namespace

TEST_CASE("group_closeness by hand") {
  // 0 → 1 → 2 → 3 → 4: to {1, 4} lead 0 by 1, 3 by 1 and 2 by 2; from it to 2 and 3, 1 and 2.
  const Graph chain = row_of(5).graph();
  const auto of = [&](Mode mode, bool wf_improved = true) {
    return group_closeness(chain, {}, {.group = {4, 1}, .mode = mode, .wf_improved = wf_improved});
  };
  CHECK(of(Mode::in) == 0.75);
  CHECK(of(Mode::out) == 2.0 / 3 * (2.0 / 3));
  CHECK(of(Mode::out, false) == 2.0 / 3);
  CHECK(of(Mode::all) == 1);
  const Length lengths = Length::given(chain, std::vector{1.0, 1.0, 5.0, 1.0});
  CHECK(group_closeness(chain, lengths, {.group = {4, 1}}) == 3.0 / 8);
}

TEST_CASE("group_closeness agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = with_signs(random_sample(seed));
    const Mode mode = modes[seed % 3];
    const bool wf_improved = seed % 2 == 0;
    if (sample.nodes == 0) continue;
    const std::vector<index_t> group = drawn_group(sample.nodes, rng);
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed, 0)})
      require_close({group_closeness(sample.graph(), lengths.length,
                                     {.group = group, .mode = mode, .wf_improved = wf_improved})},
                    {expected_of(followed(lengths.matrix, mode), group, wf_improved)});
  }
}

TEST_CASE("group_closeness of one is closeness") {
  const Graph graph = large_sample(60, 150, true).graph();
  const Values each = aidnet::closeness(graph);
  for (index_t v = 0; v < 60; ++v)
    require_close({group_closeness(graph, {}, {.group = {v}})}, {each[at(v)]}, 1e-12);
}

TEST_CASE("group_closeness keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return of_small_donors(g, [&](const std::vector<index_t>& group) {
          return group_closeness(g, {}, {.group = group}, c);
        });
      },
      {.per_node = false});
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return of_small_donors(g, [&](const std::vector<index_t>& group) {
          return group_closeness(g, Length::reciprocal(g), {.group = group}, c);
        });
      },
      {.scale_power = 1.0, .per_node = false});
}

TEST_CASE("group_closeness runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 200'000, true).graph();
  const Length length = Length::reciprocal(graph);
  for (const Length& one : {Length{}, length})
    check_running(
        [&](const Graph& g, const aidnet::Control& c) {
          return Values{group_closeness(g, one, {.group = {5, 99}}, c)};
        },
        graph);
}

TEST_CASE("group_closeness of degenerate graphs and groups") {
  CHECK(group_closeness(Sample{2, {{0, 1, 0.0}}}.graph(), {}, {.group = {1}}) == 0);  // no tie
  CHECK(group_closeness(Sample{2, {{1, 1}}}.graph(), {}, {.group = {1}}) == 0);
  CHECK(std::isnan(group_closeness(row_of(3).graph(), {}, {.group = {0, 1, 2}})));
  const Graph chain = row_of(3).graph();
  const Length zero = Length::given(chain, std::vector{0.0, 0.0});
  CHECK(group_closeness(chain, zero, {.group = {2}}) == inf);
}

TEST_CASE("group_closeness refuses what it cannot use") {
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(group_closeness(more), ContainsSubstring("group_closeness: group names no"));
  CHECK_THROWS_WITH(group_closeness(more, {}, {.group = {3}}),
                    ContainsSubstring("group_closeness: group has 3, which is none of the 3"));
  CHECK_THROWS_WITH(group_closeness(more, {}, {.group = {1, 1}}),
                    ContainsSubstring("group_closeness: group has node 1 twice"));
  CHECK_THROWS_WITH(group_closeness(row_of(2).graph(), Length::reciprocal(more)),
                    ContainsSubstring("group_closeness: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(group_closeness(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("group_closeness: the longest length is 1e+308"));
}
