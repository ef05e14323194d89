#include "aidnet/algo/centrality/group_betweenness.hpp"

#include "aidnet/algo/centrality/betweenness.hpp"
#include "groups.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "sampling.hpp"
#include "verify/between.hpp"

using namespace testing_support;
using aidnet::group_betweenness;
using aidnet::Length;

namespace {

/// Paths that stay outside are those of the same length in the graph without the members.
double expected_of(const Eigen::MatrixXd& lengths, bool directed,
                   const std::vector<index_t>& group) {
  std::vector<Eigen::Index> outside;
  for (index_t v = 0; v < lengths.rows(); ++v)
    if (std::find(group.begin(), group.end(), v) == group.end()) outside.push_back(v);
  const Eigen::MatrixXd d = verify::distances(lengths);
  const Eigen::MatrixXd counts = verify::path_counts(lengths, d);
  const Eigen::MatrixXd rest = lengths(outside, outside);
  const Eigen::MatrixXd d_rest = verify::distances(rest);
  const Eigen::MatrixXd counts_rest = verify::path_counts(rest, d_rest);
  double sum = 0.0;
  for (std::size_t i = 0; i < outside.size(); ++i)
    for (std::size_t j = directed ? 0 : i + 1; j < outside.size(); ++j) {
      const Eigen::Index s = outside[i];
      const Eigen::Index t = outside[j];
      if (s == t || d(s, t) == verify::no_path) continue;
      const auto si = static_cast<Eigen::Index>(i);
      const auto ti = static_cast<Eigen::Index>(j);
      const double around = d_rest(si, ti) == d(s, t) ? counts_rest(si, ti) : 0.0;
      sum += 1.0 - around / counts(s, t);
    }
  return sum;
}

}  // namespace

TEST_CASE("group_betweenness by hand") {
  // 0 → 1 → 3 and 0 → 2 → 3, then 3 → 4. Around 1, half of what goes from 0 to 3 and to 4 is left.
  // Through 1 or 3 goes all from 0 and 2 to 4; what ends at 3 does not count.
  const Graph graph = Sample{5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}}}.graph();
  const auto of = [&](std::vector<index_t> group, bool normalized = false) {
    return group_betweenness(graph, {}, {.group = group, .normalized = normalized});
  };
  CHECK(of({1}) == 1);
  CHECK(of({3, 1}) == 2);
  CHECK(of({1, 2}) == 2);
  CHECK(of({1, 2, 3}) == 1);
  CHECK(of({3, 1}, true) == 2.0 / 6);
  // Undirected chain 0 – 1 – 2 – 3 – 4: through {1, 2} goes 0 to 3 and 4; not 3 to 4.
  CHECK(group_betweenness(row_of(5, false).graph(), {}, {.group = {1, 2}, .normalized = false}) ==
        2);
  CHECK(group_betweenness(row_of(5, false).graph(), {}, {.group = {1, 2}}) == 2.0 / 3);
}

TEST_CASE("group_betweenness agrees with the graph without the members") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = with_signs(random_sample(seed));
    if (sample.nodes == 0) continue;
    const std::vector<index_t> group = drawn_group(sample.nodes, rng);
    const auto outside = static_cast<double>(sample.nodes) - static_cast<double>(group.size());
    const double pairs = outside * (outside - 1.0) / (sample.directed ? 1.0 : 2.0);
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed)}) {
      const double expected = expected_of(lengths.matrix, sample.directed, group);
      const auto of = [&](bool normalized) {
        return group_betweenness(sample.graph(), lengths.length,
                                 {.group = group, .normalized = normalized});
      };
      require_close({of(false)}, {expected});
      require_close({of(true)}, {pairs > 0.0 ? expected / pairs : 0.0});
    }
  }
}

TEST_CASE("group_betweenness of one is betweenness") {
  for (const bool directed : {true, false}) {
    const Graph graph = large_sample(60, 150, directed).graph();
    const Values each = aidnet::betweenness(graph);
    Values alone;
    for (index_t v = 0; v < 60; ++v) alone.push_back(group_betweenness(graph, {}, {.group = {v}}));
    require_close(alone, each, 1e-12);
  }
}

TEST_CASE("group_betweenness counts more paths than doubles hold") {
  // A chain of diamonds; one side of the middle one has half of what goes past it.
  constexpr index_t diamonds = 1100;
  const Sample chain = chain_of_diamonds(diamonds);
  constexpr double half = 3.0 * (diamonds / 2);
  const std::vector<index_t> side{3 * (diamonds / 2) + 1};
  require_close({group_betweenness(chain.graph(), {}, {.group = side, .normalized = false})},
                {0.5 * (half + 1.0) * (half - 2.0)}, 1e-12);
}

TEST_CASE("group_betweenness keeps its promises") {
  for (const bool normalized : {true, false})
    check_invariants(
        [=](const Graph& g, const aidnet::Control& c) {
          return of_small_donors(g, [&](const std::vector<index_t>& group) {
            return group_betweenness(g, Length::reciprocal(g).scaled(20),
                                     {.group = group, .normalized = normalized}, c);
          });
        },
        {.per_node = false});
}

TEST_CASE("group_betweenness runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length tied = Length::reciprocal(graph).scaled(6);
  for (const Length& length : {Length{}, tied})
    check_running(
        [&](const Graph& g, const aidnet::Control& c) {
          return Values{group_betweenness(g, length, {.group = {1, 2, 3}}, c)};
        },
        graph);
}

TEST_CASE("group_betweenness of degenerate graphs and groups") {
  for (const bool normalized : {true, false}) {
    const auto of = [&](const Sample& sample, std::vector<index_t> group) {
      return group_betweenness(sample.graph(), {}, {.group = group, .normalized = normalized});
    };
    CHECK(of({1, {{0, 0}}}, {0}) == 0);
    CHECK(of(row_of(3), {0, 1, 2}) == 0);
    CHECK(of({3, {{0, 1, 0.0}, {1, 2}}}, {1}) == 0);  // no tie
  }
  // All lengths are zero: of the two ways from 0 to 2 one leads through 1.
  const Graph chain = Sample{3, {{0, 1}, {0, 2}, {1, 2}}}.graph();
  const Length zero = Length::given(chain, std::vector{0.0, 0.0, 0.0});
  CHECK(group_betweenness(chain, zero, {.group = {1}, .normalized = false}) == 0.5);
}

TEST_CASE("group_betweenness refuses what it cannot use") {
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(group_betweenness(more),
                    ContainsSubstring("group_betweenness: group names no"));
  CHECK_THROWS_WITH(group_betweenness(more, {}, {.group = {3}}),
                    ContainsSubstring("group_betweenness: group has 3, which is none of the 3"));
  CHECK_THROWS_WITH(group_betweenness(more, {}, {.group = {1, 1}}),
                    ContainsSubstring("group_betweenness: group has node 1 twice"));
  CHECK_THROWS_WITH(group_betweenness(row_of(2).graph(), Length::reciprocal(more)),
                    ContainsSubstring("group_betweenness: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(group_betweenness(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("group_betweenness: the longest length is 1e+308"));
  const Graph round = Sample{2, {{0, 1}, {1, 0}}}.graph();
  CHECK_THROWS_WITH(group_betweenness(round, Length::given(round, std::vector{0.0, 0.0})),
                    ContainsSubstring("zero all round the cycle"));
}
