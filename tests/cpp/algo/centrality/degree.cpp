#include "aidnet/algo/centrality/degree.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "verify/balance.hpp"

using namespace testing_support;
using aidnet::Balance;
using aidnet::degree;

namespace {

using Counts = std::vector<std::int64_t>;

Values run_degree(const Graph& graph, Balance mode, const aidnet::Control& control = {}) {
  const Counts counts = degree(graph, {.mode = mode}, control);
  return {counts.begin(), counts.end()};
}

}  // namespace

TEST_CASE("degree by hand: a donor, an intermediary with a fund of its own, a recipient") {
  // 0 → 1, 0 → 2, 1 → 2, 1 → 1.
  const Graph graph = Sample{3, {{0, 1, 5.0}, {0, 2, 1.0}, {1, 2, 7.0}, {1, 1, 2.0}}}.graph();
  CHECK(degree(graph, {.mode = Balance::out}) == Counts{2, 2, 0});
  CHECK(degree(graph, {.mode = Balance::in}) == Counts{0, 2, 2});
  CHECK(degree(graph) == Counts{2, 4, 2});
  CHECK(degree(graph, {.mode = Balance::net}) == Counts{-2, 0, 2});
}

TEST_CASE("degree by hand: undirected, a loop has two ends") {
  const Graph graph = Sample{3, {{0, 1}, {1, 1}, {2, 1}}, false}.graph();
  for (const Balance mode : {Balance::out, Balance::in, Balance::all})
    CHECK(degree(graph, {.mode = mode}) == Counts{1, 4, 1});
  CHECK(degree(graph, {.mode = Balance::net}) == Counts{0, 0, 0});
}

TEST_CASE("degree counts every weight but zero") {
  const Graph graph = Sample{3, {{0, 1, 0.0}, {0, 2, -4.0}}}.graph();
  CHECK(degree(graph) == Counts{1, 0, 1});
}

TEST_CASE("degree agrees with the dense matrix, and adds up") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Eigen::MatrixXd ties = (sample.matrix().array() != 0.0).cast<double>().matrix();
    for (const Balance mode : balances) {
      const Values counts = run_degree(sample.graph(), mode);
      REQUIRE(counts == verify::balance(ties, sample.directed, mode));
      const double sum = std::accumulate(counts.begin(), counts.end(), 0.0);
      const auto edges = static_cast<double>(sample.graph().without_zeros().edge_count());
      if (mode == Balance::net) REQUIRE(sum == 0.0);
      if (mode == Balance::out && sample.directed) REQUIRE(sum == edges);
      if (mode == Balance::all) REQUIRE(sum == 2.0 * edges);
    }
  }
}

TEST_CASE("degree keeps its promises") {
  for (const Balance mode : balances)
    check_invariants(
        [mode](const Graph& g, const aidnet::Control& c) { return run_degree(g, mode, c); });
}

TEST_CASE("degree of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return run_degree(g, Balance::net, c); },
      large_sample(300'000, 400'000, true).graph());
}

TEST_CASE("degree of degenerate graphs") {
  CHECK(degree(Graph()).empty());
  CHECK(degree(Sample{1, {}}.graph()) == Counts{0});
  CHECK(degree(Sample{1, {{0, 0, 3.0}}}.graph()) == Counts{2});
  CHECK(degree(Sample{4, {}}.graph()) == Counts(4, 0));
  CHECK(degree(Sample{2, {{0, 1, 0.0}}}.graph()) == Counts(2, 0));
}
