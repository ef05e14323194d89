#include "aidnet/algo/local/voterank.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "nodes_of_paths.hpp"
#include "verify/influence.hpp"

using namespace testing_support;
using aidnet::Mode;
using aidnet::voterank;

TEST_CASE("voterank by hand: the second is apart from the first") {
  // 0 gives to 1 to 4, 5 to 1 to 3, 6 to 7 and 8. After 0, the voters 1 to 4 have nothing left
  // (9 ties of 9 nodes: the mean is 1), so 6 comes before 5, which gets no vote at all.
  const Sample sample{9,
                      {{0, 1},
                       {0, 2},
                       {0, 3},
                       {0, 4},
                       {5, 1},
                       {5, 2},
                       {5, 3},
                       {6, 7},
                       {6, 8},
                       {5, 5},
                       {8, 0, 0.0}}};
  CHECK(voterank(sample.graph()) == Nodes{0, 6});
  CHECK(voterank(sample.graph(), {.count = 1}) == Nodes{0});
  // Those who receive: 1, 2, 3 have two votes each, 1 is the first of them.
  CHECK(voterank(sample.graph(), {.mode = Mode::in})[0] == 1);
}

TEST_CASE("voterank agrees with counting all votes anew") {
  std::size_t elected = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    for (const Mode mode : modes) {
      const Nodes nodes = voterank(sample.graph(), {.mode = mode});
      REQUIRE(nodes == verify::voterank(sample.matrix(), sample.directed, mode));
      elected += nodes.size();
    }
  }
  CHECK(elected > lessened(3000u));
}

TEST_CASE("voterank does not mind amounts, and a few are the first of all") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    Rng rng(seed);
    Nodes nodes = voterank(sample.graph());
    REQUIRE(voterank(sample.split(rng).graph()) == nodes);
    REQUIRE(voterank(sample.scaled(1e6).graph()) == nodes);
    nodes.resize(std::min<std::size_t>(nodes.size(), 3));
    REQUIRE(voterank(sample.graph(), {.count = 3}) == nodes);
  }
}

TEST_CASE("voterank of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Nodes nodes = voterank(g, {.mode = Mode::all}, c);
        return Values(nodes.begin(), nodes.end());
      },
      large_sample(20'000, 60'000, true).graph());
}

TEST_CASE("voterank of degenerate graphs elects nobody") {
  CHECK(voterank(Graph()).empty());
  CHECK(voterank(Sample{1, {{0, 0, 3.0}}}.graph()).empty());
  CHECK(voterank(Sample{4, {}}.graph()).empty());
}

TEST_CASE("voterank refuses fewer than none") {
  CHECK_THROWS_WITH(voterank(Graph(), {.count = -1}),
                    "voterank: count is -1; it must be 0 or more");
}
