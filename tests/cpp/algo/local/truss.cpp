#include "aidnet/algo/local/truss.hpp"

#include "invariants.hpp"
#include "verify/peeling.hpp"

using namespace testing_support;
using aidnet::truss;

namespace {

using Counts = std::vector<std::int64_t>;

/// In ascending order: relabelling moves entries about.
Values sorted(const Graph& graph, const aidnet::Control& control = {}) {
  const Counts numbers = truss(graph, control);
  Values values(numbers.begin(), numbers.end());
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace

TEST_CASE("truss by hand: a clique of four, a triangle beside it, a tail") {
  // 0 to 3 are a clique; 3, 4, 5 a triangle; 6 hangs on 5. Entries by source, then target.
  const Sample sample{
      7, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {3, 5}, {4, 5}, {6, 5}}};
  CHECK(truss(sample.graph()) == Counts{4, 4, 4, 4, 4, 4, 3, 3, 3, 2});
}

TEST_CASE("truss by hand: both ways, loops and zeros") {
  // Entries 0 → 0, 0 → 1, 1 → 0, 1 → 2, 2 → 0, 2 → 1 (zero).
  const Sample sample{3, {{0, 0}, {0, 1}, {1, 0}, {1, 2}, {2, 0, -1.0}, {2, 1, 0.0}}};
  CHECK(truss(sample.graph()) == Counts{0, 3, 3, 3, 3, 0});
}

TEST_CASE("truss agrees with striking out by definition") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Graph graph = sample.graph();
    const Counts numbers = truss(graph);
    REQUIRE(numbers.size() == at(graph.entry_count()));
    const Eigen::MatrixXd expected = verify::truss(sample.matrix());
    for (index_t e = 0; e < graph.entry_count(); ++e) {
      const index_t u = graph.entry_source(e);
      const index_t v = graph.indices()[at(e)];
      const double number = graph.weights()[at(e)] == 0.0 ? 0.0 : expected(u, v);
      REQUIRE(static_cast<double>(numbers[at(e)]) == number);
    }
  }
}

TEST_CASE("truss keeps its promises") { check_invariants(&sorted, {.per_node = false}); }

TEST_CASE("truss of a large graph, stopped and resumed") {
  check_running(&sorted, large_sample(2'000, 60'000, true).graph());
}

TEST_CASE("truss of degenerate graphs") {
  CHECK(truss(Graph()).empty());
  CHECK(truss(Sample{4, {}}.graph()).empty());
  CHECK(truss(Sample{1, {{0, 0, 3.0}}}.graph()) == Counts{0});
}
