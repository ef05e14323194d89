#include "aidnet/algo/structure/global_reaching.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::global_reaching;
using aidnet::Length;

TEST_CASE("global_reaching by hand") {
  // A star is wholly hierarchical, a ring not at all. 0 → 1 → 2: 1, 1/2 and 0, so (1/2 + 1) / 2.
  CHECK(global_reaching(Sample{4, {{0, 1}, {0, 2}, {0, 3}}}.graph()) == 1);
  CHECK(global_reaching(Sample{3, {{0, 1}, {1, 2}, {2, 0}}}.graph()) == 0);
  CHECK(global_reaching(row_of(3).graph()) == 0.75);
  // Undirected: 3/4, 1, 3/4.
  CHECK(global_reaching(row_of(3, false).graph()) == 0.25);
  const Graph chain = row_of(3).graph();
  CHECK(global_reaching(chain, Length::given(chain, std::vector{7.0, inf})) == 0.5);
}

TEST_CASE("global_reaching agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes < 2) continue;
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed, 1)}) {
      const Values local = verify::local_reaching(lengths.matrix, sample.directed);
      const double most = *std::max_element(local.begin(), local.end());
      double sum = 0.0;
      for (const double one : local) sum += most - one;
      // The differences lose digits where all nodes reach nearly alike.
      const double got = global_reaching(sample.graph(), lengths.length);
      CHECK(std::abs(got - sum / static_cast<double>(sample.nodes - 1)) <= 1e-12 * most);
    }
  }
}

TEST_CASE("global_reaching keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return Values{global_reaching(g, {}, c)}; },
      {.per_node = false});
}

TEST_CASE("global_reaching runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return Values{global_reaching(g, {}, c)}; },
      dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running([&](const Graph& g,
                    const aidnet::Control& c) { return Values{global_reaching(g, length, c)}; },
                graph);
}

TEST_CASE("global_reaching of degenerate graphs") {
  const auto of = [](const Sample& sample) { return global_reaching(sample.graph()); };
  CHECK(std::isnan(of({0, {}})));
  CHECK(std::isnan(of({1, {{0, 0}}})));
  CHECK(of({2, {}}) == 0);
  CHECK(of({2, {{0, 1, 0.0}}}) == 0);  // no tie
  CHECK(of({2, {{0, 1}, {0, 0}}}) == 1);
  const Graph pair = row_of(2, false).graph();
  CHECK(std::isnan(global_reaching(pair, Length::given(pair, std::vector{0.0, 0.0}))));
}

TEST_CASE("global_reaching refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(global_reaching(pair, Length::reciprocal(more)),
                    ContainsSubstring("global_reaching: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(global_reaching(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("global_reaching: the longest length is 1e+308"));
}
