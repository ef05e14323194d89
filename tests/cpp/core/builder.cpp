#include "aidnet/core/builder.hpp"

#include <limits>

#include "aidnet/core/error.hpp"
#include "invariants.hpp"
#include "numbers.hpp"

using namespace testing_support;
using aidnet::Builder;
using aidnet::Duplicates;
using aidnet::ValidationError;

namespace {

using Indices = std::vector<index_t>;

Indices copy(std::span<const index_t> values) { return {values.begin(), values.end()}; }
Values copy(std::span<const double> values) { return {values.begin(), values.end()}; }

}  // namespace

TEST_CASE("builder makes canonical rows from arcs in any order") {
  const Graph graph =
      Builder(4).add(2, 3, 1.0).add(0, 2, 2.0).add(2, 0, 3.0).add(0, 1, 4.0).add(2, 2, 5.0).build();
  CHECK(graph.node_count() == 4);
  CHECK(graph.is_directed());
  CHECK(copy(graph.offsets()) == Indices{0, 2, 2, 5, 5});
  CHECK(copy(graph.indices()) == Indices{1, 2, 0, 2, 3});
  CHECK(copy(graph.weights()) == Values{4.0, 2.0, 3.0, 5.0, 1.0});
}

TEST_CASE("builder stores undirected edges both ways and loops once") {
  const Graph graph =
      Builder(3, {.directed = false}).add(2, 0, 1.5).add(1, 1, 4.0).add(1, 2, 2.0).build();
  CHECK_FALSE(graph.is_directed());
  CHECK(copy(graph.offsets()) == Indices{0, 1, 3, 5});
  CHECK(copy(graph.indices()) == Indices{2, 1, 2, 0, 1});
  CHECK(copy(graph.weights()) == Values{1.5, 4.0, 2.0, 1.5, 2.0});
}

TEST_CASE("builder takes columns, with weight 1 where there is none") {
  const Indices source{0, 1};
  const Indices target{1, 2};
  const Values weight{2.0, 3.0};
  const Graph weighted = Builder(3).add(source, target, weight).build();
  CHECK(weighted == Builder(3).add(0, 1, 2.0).add(1, 2, 3.0).build());
  CHECK(Builder(3).add(source, target).build() == Builder(3).add(0, 1).add(1, 2).build());
  // Columns, single arcs and columns without weights in one graph.
  const Graph mixed =
      Builder(3).add(source, target, weight).add(2, 0, 9.0).add(target, source).build();
  CHECK(copy(mixed.weights()) == Values{2.0, 1.0, 3.0, 9.0, 1.0});
  CHECK(Builder(3).add(Indices{}, Indices{}).build() == Builder(3).build());
}

TEST_CASE("builder refuses nodes that do not exist, and says which") {
  Builder builder(3);
  builder.add(0, 1);
  CHECK_THROWS_WITH(builder.add(3, 0),
                    ContainsSubstring("arc 1 names node 3, but nodes are 0 to 2"));
  CHECK_THROWS_WITH(builder.add(0, -1), ContainsSubstring("names node -1"));
  CHECK_THROWS_AS(builder.add(0, 3), ValidationError);
  CHECK_THROWS_WITH(Builder(0).add(0, 0), ContainsSubstring("the graph has no nodes"));
  CHECK_THROWS_WITH(Builder(-1), ContainsSubstring("cannot have -1 nodes"));
  CHECK(builder.build() == Builder(3).add(0, 1).build());  // nothing of the refused ones
}

TEST_CASE("builder refuses weights that are not finite") {
  Builder builder(2);
  for (const double bad : {inf, -inf, std::nan("")})
    CHECK_THROWS_AS(builder.add(0, 1, bad), ValidationError);
  CHECK_THROWS_WITH(builder.add(0, 1, std::nan("")),
                    ContainsSubstring("(0 to 1) has weight nan") && ContainsSubstring("finite"));
  CHECK(builder.build().entry_count() == 0);
}

TEST_CASE("builder adds all rows of a column or none, and names the first bad one") {
  Builder builder(3);
  builder.add(0, 1, 5.0);
  const Indices source{0, 1, 7, 9};
  const Indices target{1, 2, 0, 0};
  CHECK_THROWS_WITH(builder.add(source, target), ContainsSubstring("arc 2 names node 7"));
  const Values weight{1.0, inf, 1.0};
  const Indices three{0, 1, 2};
  CHECK_THROWS_WITH(builder.add(three, three, weight),
                    ContainsSubstring("arc 1 (1 to 1) has weight inf"));
  CHECK_THROWS_WITH(builder.add(three, source), ContainsSubstring("3 sources, 4 targets"));
  CHECK_THROWS_WITH(builder.add(three, three, Values{1.0, 2.0}), ContainsSubstring("2 weights"));
  CHECK(builder.build() == Builder(3).add(0, 1, 5.0).build());
}

TEST_CASE("builder sums duplicates to the same bits whatever their order") {
  Rng rng(1);
  std::vector<Arc> arcs;
  std::uniform_real_distribution<double> decades(-9.0, 9.0);
  for (int k = 0; k < 1000; ++k)
    arcs.push_back(
        {draw(rng, 3), draw(rng, 3), (rng() % 2 == 0 ? 1.0 : -1.0) * std::pow(10.0, decades(rng))});
  for (const bool directed : {true, false}) {
    const Graph first = Sample{3, arcs, directed}.graph();
    for (int round = 0; round < 20; ++round) {
      std::shuffle(arcs.begin(), arcs.end(), rng);
      if (!directed)
        for (Arc& arc : arcs)
          if (rng() % 2 == 0) std::swap(arc.source, arc.target);  // the same pair
      const Graph again = Sample{3, arcs, directed}.graph();
      REQUIRE(identical(copy(again.weights()), copy(first.weights())));
    }
  }
}

TEST_CASE("builder sums a million tenths exactly") {
  Builder builder(2);
  for (int k = 0; k < 1'000'000; ++k) builder.add(0, 1, 0.1);
  CHECK(builder.build().weight(0, 1) == 100'000.0);
}

TEST_CASE("builder refuses duplicates where it is told to") {
  const aidnet::BuilderOptions once{.duplicates = Duplicates::error};
  CHECK_THROWS_WITH(Builder(3, once).add(1, 2).add(0, 1).add(1, 2).add(1, 2).build(),
                    ContainsSubstring("the pair (1, 2) is given 3 times"));
  CHECK(Builder(3, once).add(1, 2).add(2, 1).build().entry_count() == 2);
  const aidnet::BuilderOptions undirected{.directed = false, .duplicates = Duplicates::error};
  CHECK_THROWS_AS(Builder(3, undirected).add(1, 2).add(2, 1).build(), ValidationError);
  CHECK_THROWS_AS(Builder(3, undirected).add(1, 1).add(1, 1).build(), ValidationError);
  CHECK(Builder(3, undirected).add(1, 2).add(1, 1).build().edge_count() == 2);
}

TEST_CASE("builder keeps zeros, or drops them after summing") {
  const auto arcs = [](aidnet::BuilderOptions options) {
    return Builder(3, options).add(0, 1, 0.0).add(1, 2, 5.0).add(1, 2, -5.0).add(2, 0, 1.0).build();
  };
  CHECK(arcs({}).entry_count() == 3);
  CHECK(arcs({}).has_zero_weights());
  const Graph dropped = arcs({.drop_zeros = true});
  CHECK(dropped.entry_count() == 1);
  CHECK_FALSE(dropped.has_zero_weights());
  CHECK(arcs({.directed = false, .drop_zeros = true}).edge_count() == 1);
}

TEST_CASE("builder makes −0.0 an ordinary zero") {
  const Graph graph = Builder(3)
                          .add(0, 1, -0.0)
                          .add(1, 2, -0.0)
                          .add(1, 2, -0.0)
                          .add(Indices{2}, Indices{0}, Values{-0.0})
                          .build();
  for (const double w : graph.weights()) CHECK_FALSE(std::signbit(w));
  CHECK_FALSE(graph.has_negative_weights());
}

TEST_CASE("builder refuses sums beyond a double") {
  CHECK_THROWS_WITH(Builder(2).add(0, 1, 1e308).add(0, 1, 1e308).build(),
                    ContainsSubstring("the pair (0, 1) add up to more than a double"));
  CHECK_THROWS_AS(Builder(2).add(0, 1, -1e308).add(0, 1, -1e308).build(), ValidationError);
}

TEST_CASE("builder of nothing") {
  CHECK(Builder(0).build() == Graph());
  const Graph isolated = Builder(3).build();
  CHECK(isolated.node_count() == 3);
  CHECK(isolated.entry_count() == 0);
  CHECK(copy(isolated.offsets()) == Indices{0, 0, 0, 0});
}

TEST_CASE("builder is empty after building and can be used again") {
  Builder builder(2);
  builder.reserve(10);
  builder.add(0, 1);
  CHECK(builder.build().entry_count() == 1);
  CHECK(builder.build().entry_count() == 0);
  CHECK(builder.add(1, 0, 2.0).build() == Builder(2).add(1, 0, 2.0).build());
}

TEST_CASE("builder agrees with the dense matrix") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    const Eigen::MatrixXd expected = sample.matrix();
    Eigen::MatrixXd stored = Eigen::MatrixXd::Zero(sample.nodes, sample.nodes);
    for (index_t u = 0; u < graph.node_count(); ++u) {
      const auto row = graph.out_neighbors(u);
      REQUIRE(std::is_sorted(row.begin(), row.end(), std::less_equal<>()));  // strictly
      for (std::size_t k = 0; k < row.size(); ++k) stored(u, row[k]) = graph.out_weights(u)[k];
    }
    REQUIRE(stored.isApprox(expected, 1e-14));
    if (!sample.directed) REQUIRE(stored == stored.transpose());
  }
}

TEST_CASE("builder gives the same graph for any number of threads, and stops when told") {
  const Sample sample = large_sample(100'000, 300'000, true);
  const auto built = [&](const aidnet::Control& control) {
    Builder builder(sample.nodes);
    for (const Arc& arc : sample.arcs) builder.add(arc.source, arc.target, arc.weight);
    return builder.build(control);
  };
  const Graph alone = built({.threads = 1});
  CHECK(built({.threads = 4}) == alone);
  aidnet::Control stopped;
  stopped.interrupted = [] { return true; };
  CHECK_THROWS_AS(built(stopped), aidnet::Cancelled);
}
