#include "aidnet/algo/structure/reciprocity.hpp"

#include "beside_one.hpp"
#include "invariants.hpp"
#include "verify/reciprocity.hpp"

using namespace testing_support;
using aidnet::reciprocity;
using Method = aidnet::ReciprocityMethod;

namespace {

constexpr std::array methods{Method::weighted, Method::binary, Method::rho};

}  // namespace

TEST_CASE("reciprocity by hand") {
  // 0 gives 3 and gets 1 back: 1 of each is returned. 4 more go one way: 2 of 8.
  const Sample triangle{3, {{0, 1, 3.0}, {1, 0, 1.0}, {0, 2, 4.0}}};
  CHECK(reciprocity(triangle.graph()) == 0.25);
  // What a party keeps for itself does not matter.
  Sample with_loop = triangle;
  with_loop.arcs.push_back({1, 1, 100.0});
  CHECK(reciprocity(with_loop.graph()) == 0.25);
}

TEST_CASE("reciprocity of ties by hand") {
  // Two of three ties are returned; at random three of six pairs would be tied: (⅔ − ½) / ½.
  const Graph graph = Sample{3, {{0, 1, 3.0}, {1, 0, -1.0}, {0, 2, 4.0}, {2, 2}}}.graph();
  CHECK_THAT(reciprocity(graph, {.method = Method::binary}), WithinRel(2.0 / 3, 1e-15));
  CHECK_THAT(reciprocity(graph, {.method = Method::rho}), WithinRel(1.0 / 3, 1e-15));
  // A circle returns nothing: (0 − ½) / ½.
  CHECK(reciprocity(Sample{3, {{0, 1}, {1, 2}, {2, 0}}}.graph(), {.method = Method::rho}) == -1.0);
}

TEST_CASE("reciprocity is exactly 0 and 1 at its ends") {
  CHECK(reciprocity(Sample{3, {{0, 1, 0.1}, {1, 2, 0.3}}}.graph()) == 0.0);
  CHECK(reciprocity(Sample{2, {{0, 1, 3.0}, {1, 0, 0.0}}}.graph()) == 0.0);
  for (std::uint64_t seed = 1; seed < 100; seed += 2) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);  // undirected
    const double undirected = reciprocity(sample.graph());
    if (std::isnan(undirected)) continue;
    CHECK(undirected == 1.0);
    const Graph graph = sample.graph();
    const aidnet::Csr csr = graph.forward();
    CHECK(reciprocity(Graph::from_csr(csr, true)) == 1.0);
  }
}

TEST_CASE("reciprocity agrees with the dense matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    require_close({reciprocity(sample.graph())}, {verify::reciprocity(sample.matrix())});
    const Sample signs = with_signs(sample);
    const Eigen::MatrixXd ties = (signs.matrix().array() != 0.0).cast<double>().matrix();
    require_close({reciprocity(signs.graph(), {.method = Method::binary})},
                  {verify::reciprocity(ties)});
    require_close(beside_one(reciprocity(signs.graph(), {.method = Method::rho})),
                  beside_one(verify::rho(signs.matrix())));
    REQUIRE(
        identical({reciprocity(sample.graph())}, {reciprocity(sample.graph().without_zeros())}));
  }
}

TEST_CASE("reciprocity of weight compared with chance") {
  // 4 units on 2 pairs, 1 and 3: half is returned, 2 of 4. With the mean 2, two geometric numbers
  // have 4/5 in common, ⅖ of the mean: (½ − ⅖) / ⅗.
  const Sample pair{2, {{0, 1, 3.0}, {1, 0, 1.0}}};
  CHECK_THAT(reciprocity(pair.graph(), {.method = Method::weighted_rho}),
             WithinAbs(1.0 / 6, 1e-15));
  int defined = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const double value = reciprocity(sample.graph(), {.method = Method::weighted_rho});
    const double mean = sample.matrix().sum();
    if (seed % 3 == 0 && !std::isnan(value)) {
      REQUIRE(value <= 1.0);
      REQUIRE(value >= -1.0);
    }
    if (mean > 1e4) continue;  // the series is too long
    defined += !std::isnan(value);
    require_close(beside_one(value), beside_one(verify::weighted_rho(sample.matrix())));
  }
  CHECK(defined > lessened(100));
  // Of units that are next to nothing none is returned by chance, of huge ones half.
  CHECK_THAT(reciprocity(pair.scaled(1e-12).graph(), {.method = Method::weighted_rho}),
             WithinAbs(0.5, 1e-11));
  CHECK_THAT(reciprocity(pair.scaled(1e300).graph(), {.method = Method::weighted_rho}),
             WithinAbs(0.0, 1e-15));
}

TEST_CASE("reciprocity keeps its promises") {
  for (const Method method : methods)
    check_invariants(
        [method](const Graph& g, const aidnet::Control& c) {
          return beside_one(reciprocity(g, {.method = method}, c));
        },
        {.per_node = false});
}

TEST_CASE("reciprocity of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return Values{reciprocity(g, {}, c)}; },
      large_sample(20'000, 1'100'000, true).graph());
}

TEST_CASE("reciprocity of degenerate graphs has nothing to take a share of") {
  for (const Method method : {Method::weighted, Method::binary, Method::rho, Method::weighted_rho})
    for (const Sample& sample : {Sample{0, {}}, Sample{1, {}}, Sample{1, {{0, 0, 3.0}}},
                                 Sample{3, {{0, 1, 0.0}}}, Sample{3, {{0, 0, 3.0}}, false}})
      CHECK(std::isnan(reciprocity(sample.graph(), {.method = method})));
  const Graph pair = Sample{2, {{0, 1}, {1, 0}}}.graph();
  CHECK(reciprocity(pair, {.method = Method::binary}) == 1.0);
  CHECK(std::isnan(reciprocity(pair, {.method = Method::rho})));  // at random as well
}

TEST_CASE("reciprocity refuses what has no shares") {
  CHECK_THROWS_WITH(reciprocity(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(reciprocity(Sample{3, {{0, 1, 1e308}, {1, 2, 1e308}}}.graph()),
                  aidnet::ValidationError);
}
