#include "aidnet/algo/centrality/local_reaching.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::local_reaching;

TEST_CASE("local_reaching by hand") {
  // 0 → 1 → 2: 0 reaches both others, 1 one of two. Undirected: the means of 1 and 1/2, 1 and 1.
  CHECK(local_reaching(row_of(3).graph()) == Values{1, 0.5, 0});
  CHECK(local_reaching(row_of(3, false).graph()) == Values{0.75, 1, 0.75});
  const Graph both = row_of(3, false).graph();
  const Length lengths = Length::given(both, std::vector{2.0, 2.0, 0.5, 0.5});
  require_close(local_reaching(both, lengths), {0.45, 1.25, 1.2}, 1e-15);
  const Graph chain = row_of(3).graph();
  CHECK(local_reaching(chain, Length::given(chain, std::vector{7.0, inf})) == Values{0.5, 0, 0});
}

TEST_CASE("local_reaching agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const Lengths& lengths :
         {unit_lengths(sample), whole_lengths(sample, seed, 0), reciprocal_lengths(sample)})
      require_close(local_reaching(sample.graph(), lengths.length),
                    verify::local_reaching(lengths.matrix, sample.directed));
  }
}

TEST_CASE("local_reaching keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return local_reaching(g, {}, c); });
}

TEST_CASE("local_reaching runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running([](const Graph& g, const aidnet::Control& c) { return local_reaching(g, {}, c); },
                dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return local_reaching(g, length, c); },
      graph);
}

TEST_CASE("local_reaching of degenerate graphs") {
  const auto of = [](const Sample& sample) { return local_reaching(sample.graph()); };
  CHECK(of({0, {}}).empty());
  CHECK(std::isnan(of({1, {{0, 0}}})[0]));
  CHECK(of({2, {}}) == Values{0, 0});
  CHECK(of({2, {{0, 1, 0.0}}}) == Values{0, 0});  // no tie
  CHECK(of({2, {{0, 1}, {0, 0}}}) == Values{1, 0});
}

TEST_CASE("local_reaching refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(local_reaching(pair, Length::reciprocal(more)),
                    ContainsSubstring("local_reaching: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(local_reaching(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("local_reaching: the longest length is 1e+308"));
}
