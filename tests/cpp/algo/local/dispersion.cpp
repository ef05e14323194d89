#include "aidnet/algo/local/dispersion.hpp"

#include "invariants.hpp"
#include "verify/influence.hpp"

using namespace testing_support;
using aidnet::dispersion;
using aidnet::Dispersion;

namespace {

/// Added up by source: a value that relabelling permutes.
Values by_source(const Graph& graph, const aidnet::Control& control = {}) {
  const Dispersion rows = dispersion(graph, {}, control);
  Values values(at(graph.node_count()), 0.0);
  for (std::size_t r = 0; r < rows.source.size(); ++r)
    values[at(rows.source[r])] += rows.dispersion[r];
  return values;
}

}  // namespace

TEST_CASE("dispersion by hand") {
  // 0 and 1 have 2, 3, 4 in common, of which 2 and 3 are tied: 2–4 and 3–4 are dispersed, 2 of 3.
  // Seen from 0, 5 is tied to 3 and 4, so 3–4 is not: 1 of 3.
  const Sample sample{6,
                      {{0, 1},
                       {0, 2},
                       {0, 3},
                       {0, 4},
                       {1, 2},
                       {1, 3},
                       {4, 1},
                       {2, 3},
                       {3, 2},
                       {0, 5},
                       {5, 3},
                       {5, 4},
                       {1, 1},
                       {1, 5, 0.0}}};
  const Dispersion rows = dispersion(sample.graph());
  CHECK(rows.source[0] == 0);
  CHECK(rows.target[0] == 1);
  CHECK_THAT(rows.dispersion[0], WithinRel(1.0 / 3, 1e-15));
  CHECK(rows.source[5] == 1);
  CHECK(rows.target[5] == 0);
  CHECK_THAT(rows.dispersion[5], WithinRel(2.0 / 3, 1e-15));
  const Dispersion counts = dispersion(sample.graph(), {.normalized = false});
  CHECK(counts.dispersion[0] == 1.0);
  CHECK(counts.dispersion[5] == 2.0);
  const Dispersion other = dispersion(sample.graph(), {.alpha = 2.0, .b = 1.0, .c = 1.0});
  CHECK(other.dispersion[5] == 9.0 / 4);
}

TEST_CASE("dispersion agrees with its definition pair by pair") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const auto [count, common] = verify::dispersion(sample.matrix());
    const Dispersion counts = dispersion(sample.graph(), {.normalized = false});
    const Dispersion shares = dispersion(sample.graph());
    double total = 0.0;
    for (std::size_t r = 0; r < counts.source.size(); ++r) {
      const index_t u = counts.source[r];
      const index_t v = counts.target[r];
      REQUIRE(counts.dispersion[r] == count(u, v));
      total += counts.dispersion[r];
      REQUIRE(shares.dispersion[r] == (common(u, v) > 0.0 ? count(u, v) / common(u, v) : 0.0));
      if (r > 0) REQUIRE(std::pair(counts.source[r - 1], counts.target[r - 1]) < std::pair(u, v));
    }
    REQUIRE(total == count.sum());
  }
}

TEST_CASE("dispersion keeps its promises") { check_invariants(&by_source); }

TEST_CASE("dispersion of a large graph, stopped and resumed") {
  check_running(&by_source, large_sample(2'000, 30'000, true).graph());
}

TEST_CASE("dispersion of degenerate graphs") {
  CHECK(dispersion(Graph()).dispersion.empty());
  CHECK(dispersion(Sample{1, {{0, 0, 3.0}}}.graph()).dispersion.empty());
  CHECK(dispersion(Sample{2, {{0, 1}}}.graph()).dispersion == Values{0.0, 0.0});
}

TEST_CASE("dispersion refuses what is not finite") {
  const Graph graph = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_AS(dispersion(graph, {.b = std::numeric_limits<double>::infinity()}),
                  aidnet::ValidationError);
  CHECK_THROWS_WITH(dispersion(graph, {.alpha = 0.5, .b = -1.0}),
                    "dispersion: the value of 0 → 1 is not a finite number");
}
