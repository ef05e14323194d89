#include "aidnet/algo/centrality/percolation.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "verify/between.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::percolation;

namespace {

/// From the definition, pair by pair.
Values expected_of(const Eigen::MatrixXd& lengths, const Values& states) {
  const Eigen::MatrixXd d = verify::distances(lengths);
  const Eigen::MatrixXd counts = verify::path_counts(lengths, d);
  const Eigen::Index n = d.rows();
  Values values;
  for (Eigen::Index v = 0; v < n; ++v) {
    double others = 0.0;
    double sum = 0.0;
    for (Eigen::Index s = 0; s < n; ++s) {
      if (s == v) continue;
      others += states[static_cast<std::size_t>(s)];
      for (Eigen::Index t = 0; t < n; ++t)
        if (t != s && t != v && verify::on_path(d, s, v, t))
          sum += states[static_cast<std::size_t>(s)] * counts(s, v) * counts(v, t) / counts(s, t);
    }
    values.push_back(sum > 0.0 ? sum / others / static_cast<double>(n - 2) : 0.0);
  }
  return values;
}

}  // namespace

TEST_CASE("percolation by hand") {
  // 0 → 1 → 2 → 3 and 4 → 1. Through 1: from 0 and from 4 to 2 and 3; through 2: from 0, 1 and 4 to
  // 3. With states 3, 0, 0, 0, 1: for 1, (3 · 2 + 1 · 2) / 4 of three; for 2, (3 + 0 + 1) / 4.
  const Graph graph = Sample{5, {{0, 1}, {1, 2}, {2, 3}, {4, 1}}}.graph();
  require_close(percolation(graph, {}, {.states = {3, 0, 0, 0, 1}}), {0, 2.0 / 3, 1.0 / 3, 0, 0},
                1e-15);
  // A state of the node itself is taken off: for 1 the others are 4 of 9.
  require_close(percolation(graph, {}, {.states = {3, 5, 0, 0, 1}}),
                {0, 2.0 / 3, 9.0 / 9 / 3, 0, 0}, 1e-15);
  // All alike: betweenness 4 and 3, of 4 · 3 pairs.
  require_close(percolation(graph), {0, 4.0 / 12, 3.0 / 12, 0, 0}, 1e-15);
}

TEST_CASE("percolation agrees with counting paths by definition") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = with_signs(random_sample(seed));
    Values states(at(sample.nodes), 1.0);
    if (seed % 4 != 0)
      for (double& x : states)
        x = chance(rng, 0.3) ? 0.0 : std::pow(10.0, static_cast<double>(draw(rng, 6)));
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed)})
      require_close(percolation(sample.graph(), lengths.length, {.states = states}),
                    expected_of(lengths.matrix, states));
  }
}

TEST_CASE("percolation where one state outweighs all others") {
  // The others' states are added by themselves: 1e20 + 1 − 1e20 would be 0.
  const Graph graph = row_of(3).graph();
  require_close(percolation(graph, {}, {.states = {1, 1e20, 0}}), {0, 1, 0}, 1e-15);
}

TEST_CASE("percolation keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return percolation(g, {}, {}, c); });
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    Values states;  // the strength of each node out, whatever its number and unit
    for (index_t v = 0; v < g.node_count(); ++v) {
      states.push_back(1.0);
      for (const double w : g.out_weights(v)) states.back() += w > 0.0 ? 1.0 : 0.0;
    }
    return percolation(g, Length::reciprocal(g).scaled(20), {.states = states}, c);
  });
}

TEST_CASE("percolation runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(288, 5000, true).graph();
  Values states;
  for (index_t v = 0; v < 288; ++v) states.push_back(static_cast<double>(v % 7));
  const Length tied = Length::reciprocal(graph).scaled(6);
  for (const Length& length : {Length{}, tied})
    check_running(
        [&](const Graph& g, const aidnet::Control& c) {
          return percolation(g, length, {.states = states}, c);
        },
        graph);
}

TEST_CASE("percolation of degenerate graphs") {
  const auto of = [](const Sample& sample) { return percolation(sample.graph()); };
  CHECK(of({0, {}}).empty());
  CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
  CHECK(of({2, {{0, 1}}}) == Values{0, 0});
  CHECK(of({4, {}}) == Values(4, 0.0));
  CHECK(of({3, {{0, 1, 0.0}, {1, 2, 0.0}}}) == Values(3, 0.0));  // no ties
  CHECK(percolation(row_of(3).graph(), {}, {.states = {0, 0, 0}}) == Values{0, 0, 0});
  CHECK(percolation(row_of(3).graph(), {}, {.states = {0, 5, 0}}) == Values{0, 0, 0});
}

TEST_CASE("percolation refuses what it cannot use") {
  const Graph graph = row_of(3).graph();
  const auto of = [&](Values states) { return percolation(graph, {}, {.states = states}); };
  CHECK_THROWS_WITH(of({1, 2}), ContainsSubstring("percolation: 2 states for 3 nodes"));
  CHECK_THROWS_WITH(of({1, -2, 0}), ContainsSubstring("the state of node 1 is -2"));
  CHECK_THROWS_WITH(of({1, 2, std::nan("")}), ContainsSubstring("the state of node 2 is"));
  CHECK_THROWS_WITH(of({1, verify::no_path, 1}), ContainsSubstring("the state of node 1 is inf"));
  CHECK_THROWS_WITH(of({1e308, 1e308, 1}), ContainsSubstring("add up to more than a double"));
  CHECK_THROWS_WITH(percolation(row_of(2).graph(), Length::reciprocal(graph)),
                    ContainsSubstring("percolation: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(percolation(graph, Length::given(graph, std::vector{1e308, 1.0})),
                    ContainsSubstring("percolation: the longest length is 1e+308"));
  const Graph round = Sample{2, {{0, 1}, {1, 0}}}.graph();
  CHECK_THROWS_WITH(percolation(round, Length::given(round, std::vector{0.0, 0.0})),
                    ContainsSubstring("zero all round the cycle"));
}
