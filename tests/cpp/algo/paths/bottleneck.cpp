#include "aidnet/algo/paths/bottleneck.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::bottleneck;
using aidnet::Mode;

TEST_CASE("bottleneck by hand") {
  // 0 → 1 (5), 1 → 2 (3), 0 → 2 (1), 2 → 3 (9): to 2 by 1 with 3; the loop does not matter.
  const Graph graph =
      Sample{5, {{0, 1, 5}, {1, 2, 3}, {0, 2, 1}, {2, 3, 9}, {1, 1, 99}, {3, 4, 0}}}.graph();
  CHECK(bottleneck(graph, {.source = 0}) == Values{inf, 5, 3, 3, 0});
  CHECK(bottleneck(graph, {.source = 3, .mode = Mode::in}) == Values{3, 3, 9, inf, 0});
  CHECK(bottleneck(graph, {.source = 2, .mode = Mode::all}) == Values{3, 3, inf, 9, 0});
  CHECK(bottleneck(graph, {.source = 4}) == Values{0, 0, 0, 0, inf});
}

TEST_CASE("bottleneck agrees with all widths") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Mode mode = modes[seed % 3];
    const Graph graph = sample.graph();
    const Eigen::MatrixXd w = sample.matrix();
    Eigen::MatrixXd seen = w;
    if (mode == Mode::in) seen = w.transpose();
    if (mode == Mode::all) seen = w.cwiseMax(w.transpose());
    const Eigen::MatrixXd widths = verify::widths(seen);
    for (index_t s = 0; s < sample.nodes; ++s) {
      const Eigen::RowVectorXd row = widths.row(s);
      require_close(bottleneck(graph, {.source = s, .mode = mode}), Values(row.begin(), row.end()),
                    1e-14);
    }
  }
}

TEST_CASE("bottleneck keeps its promises") {
  check_invariants(
      [&](const Graph& g, const aidnet::Control& c) {
        Values values;  // one a node: the sum of the widths from it
        for (index_t s = 0; s < g.node_count(); ++s) {
          values.push_back(0.0);
          for (const double width : bottleneck(g, {.source = s}, c))
            values.back() += width < inf ? width : 0.0;
        }
        return values;
      },
      {.scale_power = 1.0});
}

TEST_CASE("bottleneck runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 200'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return bottleneck(g, {.source = 7}, c); },
      graph);
}

TEST_CASE("bottleneck of degenerate graphs") {
  CHECK(bottleneck(Sample{1, {{0, 0}}}.graph(), {.source = 0}) == Values{inf});
  CHECK(bottleneck(Sample{2, {{0, 1, 0.0}}}.graph(), {.source = 0}) == Values{inf, 0});
  CHECK(bottleneck(row_of(2, false).graph(), {.source = 1}) == Values{1, inf});
}

TEST_CASE("bottleneck refuses what it cannot use") {
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(bottleneck(more, {}), ContainsSubstring("bottleneck: source is missing"));
  CHECK_THROWS_WITH(bottleneck(more, {.source = 3}),
                    ContainsSubstring("bottleneck: source is 3, which is none of the 3 nodes"));
  CHECK_THROWS_WITH(bottleneck(Sample{2, {{0, 1, -1.0}}}.graph(), {.source = 0}),
                    ContainsSubstring("bottleneck needs weights of 0 or more"));
}
