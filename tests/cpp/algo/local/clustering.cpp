#include "aidnet/algo/local/clustering.hpp"

#include "beside_one.hpp"
#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/triangles.hpp"

using namespace testing_support;
using aidnet::clustering;
using Method = aidnet::ClusteringMethod;

namespace {

constexpr std::array clustering_methods{Method::fagiolo,        Method::fagiolo_weighted,
                                        Method::watts_strogatz, Method::barrat,
                                        Method::onnela,         Method::ldbc};

}  // namespace

TEST_CASE("clustering by hand: a triangle with a tail") {
  // 0–1 weighs 1, 1–2 and 0–2 weigh 8, 2–3 weighs 4.
  const Sample sample{4, {{0, 1, 1.0}, {1, 2, 8.0}, {0, 2, 8.0}, {2, 3, 4.0}}, false};
  const Graph graph = sample.graph();
  // 0 and 1 have one pair, closed; 2 has three pairs, of which one is closed.
  for (const Method method : {Method::fagiolo, Method::watts_strogatz})
    require_close(clustering(graph, {.method = method}), {1.0, 1.0, 1.0 / 3, none}, 1e-15);
  // Node 2: strength 20, the closed pair weighs 8 + 8 of (3 − 1) · 20.
  require_close(clustering(graph, {.method = Method::barrat}), {1.0, 1.0, 0.4, none}, 1e-15);
  // (1/8 · 1 · 1)^⅓ = 1/2 is what the triangle counts for.
  for (const Method method : {Method::fagiolo_weighted, Method::onnela})
    require_close(clustering(graph, {.method = method}), {0.5, 0.5, 0.5 / 3, none}, 1e-15);
}

TEST_CASE("clustering by hand: directions") {
  // 0 → 1 → 2 → 0, and 1 → 0. Node 0: degree 3, one mutual partner: 3 · 2 − 2 = 4 triangles could
  // be, of which two are: with 0 → 1 and with 1 → 0. Node 2: 2 · 1 = 2 could be, two are.
  const Graph graph = Sample{3, {{0, 1}, {1, 2}, {2, 0}, {1, 0}}}.graph();
  require_close(clustering(graph), {0.5, 0.5, 1.0}, 1e-15);
  require_close(clustering(graph, {.method = Method::watts_strogatz}), {1.0, 1.0, 1.0}, 0.0);
  // Between the partners of 0 there is 1 → 2 alone, between those of 2 both arcs.
  require_close(clustering(graph, {.method = Method::ldbc}), {0.5, 0.5, 1.0}, 0.0);
  // 0 gives to both others, 1 gives to 2: one of the two arcs between partners, at each node.
  require_close(clustering(Sample{3, {{0, 1}, {0, 2}, {1, 2}}}.graph(), {.method = Method::ldbc}),
                {0.5, 0.5, 0.5}, 0.0);
}

TEST_CASE("clustering by hand: loops and zeros are no ties, negative weights are") {
  const Graph graph = Sample{3, {{0, 1, -2.0}, {1, 2}, {2, 0}, {0, 0, 9.0}}, false}.graph();
  require_close(clustering(graph), {1.0, 1.0, 1.0}, 0.0);
  const Graph loops = Sample{3, {{0, 1}, {1, 2}, {2, 0}, {0, 0, 9.0}}, false}.graph();
  for (const Method method : clustering_methods)
    require_close(clustering(loops, {.method = method}), {1.0, 1.0, 1.0}, 1e-15);
  const Graph open = Sample{3, {{0, 1}, {1, 2}, {2, 0, 0.0}}, false}.graph();
  for (const Method method : clustering_methods)
    require_close(clustering(open, {.method = method}), {none, 0.0, none}, 0.0);
}

TEST_CASE("clustering agrees with dense matrices") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const Method method : clustering_methods)
      require_close(beside_one(clustering(sample.graph(), {.method = method})),
                    beside_one(verify::clustering(sample.matrix(), sample.directed, method)));
  }
}

TEST_CASE("clustering keeps its promises") {
  for (const Method method : clustering_methods)
    check_invariants([method](const Graph& g, const aidnet::Control& c) {
      return clustering(g, {.method = method}, c);
    });
}

TEST_CASE("clustering of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return clustering(g, {.method = Method::onnela}, c);
      },
      large_sample(3'000, 150'000, true).graph());
}

TEST_CASE("clustering of degenerate graphs") {
  for (const Method method : clustering_methods) {
    CHECK(clustering(Graph(), {.method = method}).empty());
    require_close(clustering(Sample{1, {{0, 0, 3.0}}}.graph(), {.method = method}), {none});
    require_close(clustering(Sample{2, {{0, 1}, {1, 0}}}.graph(), {.method = method}),
                  {none, none});
  }
}

TEST_CASE("clustering refuses what has no shares") {
  const Graph negative = Sample{2, {{1, 0, -3.0}}}.graph();
  for (const Method method : {Method::barrat, Method::onnela, Method::fagiolo_weighted})
    CHECK_THROWS_WITH(clustering(negative, {.method = method}), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(
      clustering(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph(), {.method = Method::barrat}),
      ContainsSubstring("node 0"));
}
