#include "aidnet/algo/structure/condensation.hpp"

#include "aidnet/algo/structure/topological_order.hpp"
#include "invariants.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::condensation;
using verify::Numbers;

TEST_CASE("condensation by hand: a circle between a donor and two recipients") {
  // 1, 2 and 4 help each other in a circle: component 1. 0 gives 5 + 3 to it, it gives 2 + 6 to 3,
  // and 0 gives 7 to 3 directly. 10 + 11 + 12 and the loop of 9 stay inside.
  const Sample sample{5,
                      {{0, 1, 5},
                       {0, 4, 3},
                       {1, 2, 10},
                       {2, 4, 11},
                       {4, 1, 12},
                       {4, 4, 9},
                       {1, 3, 2},
                       {2, 3, 6},
                       {0, 3, 7}}};
  const aidnet::Condensation found = condensation(sample.graph());
  CHECK(found.component == Numbers{0, 1, 1, 2, 1});
  CHECK(found.graph == Sample{3, {{0, 1, 8}, {0, 2, 7}, {1, 2, 8}}}.graph());
}

TEST_CASE("condensation: zeros are left out, and weights of both signs added") {
  CHECK(condensation(Sample{2, {{0, 1, 0.0}}}.graph()).graph.entry_count() == 0);
  const Graph graph = Sample{3, {{0, 1}, {1, 0}, {0, 2, 2.0}, {1, 2, -2.0}}}.graph();
  CHECK(condensation(graph).graph == Sample{2, {{0, 1, 0.0}}}.graph());
}

TEST_CASE("condensation has no cycle, and the sums of the matrix") {
  std::size_t merged = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const aidnet::Condensation found = condensation(sample.graph());
    const Eigen::MatrixXd w = sample.matrix();
    REQUIRE(found.component == verify::strong_components(w));
    const index_t n = found.graph.node_count();
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(n, n);
    for (index_t u = 0; u < sample.nodes; ++u)
      for (index_t v = 0; v < sample.nodes; ++v)
        if (found.component[at(u)] != found.component[at(v)])
          sums(found.component[at(u)], found.component[at(v)]) += w(u, v);
    Values expected;
    Values actual;
    for (index_t a = 0; a < n; ++a)
      for (index_t b = 0; b < n; ++b) {
        expected.push_back(sums(a, b));
        actual.push_back(found.graph.weight(a, b));
      }
    require_close(actual, expected);
    REQUIRE(found.graph.is_directed() == sample.directed);
    if (!sample.directed) {
      REQUIRE(found.graph.entry_count() == 0);
      continue;
    }
    REQUIRE(!verify::has_cycle(found.graph));  // the certificate
    const Numbers order = aidnet::topological_order(found.graph);
    Numbers place(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) place[at(order[k])] = static_cast<index_t>(k);
    for (const Arc& arc : sample.arcs) {
      const index_t from = found.component[at(arc.source)];
      const index_t to = found.component[at(arc.target)];
      if (from != to && found.graph.weight(from, to) != 0.0)
        REQUIRE(place[at(from)] < place[at(to)]);
    }
    merged += n > 1 && n < sample.nodes;
  }
  CHECK(merged > lessened(50u));
}

TEST_CASE("condensation keeps its promises") {
  // What each node's component gives to others: a value that relabelling permutes.
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        const aidnet::Condensation found = condensation(g, c);
        Values values;
        for (const index_t k : found.component) {
          double sum = 0.0;
          for (const double w : found.graph.out_weights(k)) sum += w;
          values.push_back(sum);
        }
        return values;
      },
      {.scale_power = 1.0});
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Graph found = condensation(g, c).graph;
        return Values(found.weights().begin(), found.weights().end());
      },
      large_sample(200'000, 400'000, true).graph());
}

TEST_CASE("condensation: degenerate graphs and errors") {
  CHECK(condensation(Graph()).graph.node_count() == 0);
  CHECK(condensation(Sample{1, {{0, 0}}}.graph()).graph == Sample{1, {}}.graph());
  CHECK(condensation(Sample{3, {}}.graph()).component == Numbers{0, 1, 2});
  const Sample much{3, {{0, 1}, {1, 0}, {0, 2, 1e308}, {1, 2, 1e308}}};
  CHECK_THROWS_AS(condensation(much.graph()), aidnet::ValidationError);
}
