#include "aidnet/algo/community/label_propagation.hpp"

#include "aidnet/algo/structure/weak_components.hpp"
#include "communities.hpp"
#include "partition.hpp"
#include "verify/labels.hpp"

using namespace testing_support;
using aidnet::label_propagation;
using aidnet::LabelPropagation;
using Method = aidnet::LabelPropagationMethod;

namespace {

Values values_of(const LabelPropagation& found) {
  Values values(found.community.begin(), found.community.end());
  values.insert(values.end(), found.label.begin(), found.label.end());
  values.push_back(found.iterations);
  return values;
}

LabelPropagation ldbc(const Sample& sample, int rounds) {
  return label_propagation(sample.graph(), {.method = Method::ldbc, .max_iterations = rounds});
}

/// The benchmark's vertices count from `first`.
Sample counted_from(index_t first, Sample sample) {
  for (Arc& arc : sample.arcs) {
    arc.source -= first;
    arc.target -= first;
  }
  return sample;
}

std::vector<index_t> labels_from(index_t first, const LabelPropagation& found) {
  std::vector<index_t> labels = found.label;
  for (index_t& label : labels) label += first;
  return labels;
}

}  // namespace

TEST_CASE("label_propagation by hand") {
  // Everybody has one best partner: 0 and 1 by 8, 2 and 3 by 6; the tie of 2 never wins.
  const Graph aid = Sample{4, {{0, 1, 8.0}, {2, 3, 6.0}, {2, 1, 2.0}}}.graph();
  for (int seed = 0; seed < 20; ++seed) {
    const LabelPropagation found = label_propagation(aid, {.seed = seed});
    CHECK(found.community == std::vector<index_t>{0, 0, 1, 1});
    CHECK(found.count == 2);
    CHECK(found.converged);
    CHECK((found.label[0] == 0 || found.label[0] == 1));
  }
  // All at once a pair changes labels for ever: 0 1, 1 0, 0 1.
  const Sample pair{2, {{0, 1}}};
  CHECK(ldbc(pair, 1).label == std::vector<index_t>{1, 0});
  CHECK(ldbc(pair, 2).label == std::vector<index_t>{0, 1});
  CHECK(!ldbc(pair, 99).converged);
  // Tied both ways counts twice: 0 takes the label of 2, not of the smaller 1.
  const LabelPropagation twice = ldbc({3, {{0, 1}, {0, 2}, {2, 0}}}, 1);
  CHECK(twice.label == std::vector<index_t>{2, 0, 0});
}

TEST_CASE("label_propagation gives what the Graphalytics benchmark publishes") {
  // Its validation graphs for CDLP and its example graphs, with their outputs.
  const Sample directed = counted_from(1, {8,
                                           {{1, 2},
                                            {1, 3},
                                            {1, 7},
                                            {2, 1},
                                            {2, 3},
                                            {3, 1},
                                            {3, 2},
                                            {4, 5},
                                            {4, 6},
                                            {5, 4},
                                            {5, 6},
                                            {5, 7},
                                            {6, 5},
                                            {6, 7},
                                            {7, 5},
                                            {7, 6},
                                            {7, 8},
                                            {8, 6}}});
  CHECK(labels_from(1, ldbc(directed, 5)) == std::vector<index_t>{1, 1, 1, 5, 4, 4, 4, 4});
  const Sample undirected = counted_from(1, {8,
                                             {{1, 2},
                                              {1, 3},
                                              {1, 7},
                                              {2, 3},
                                              {4, 5},
                                              {4, 6},
                                              {4, 8},
                                              {5, 6},
                                              {5, 7},
                                              {5, 8},
                                              {6, 7},
                                              {6, 8},
                                              {7, 8}},
                                             false});
  CHECK(labels_from(1, ldbc(undirected, 5)) == std::vector<index_t>{1, 1, 1, 4, 4, 4, 4, 4});
  const Sample example = counted_from(1, {10,
                                          {{1, 3},
                                           {1, 5},
                                           {2, 4},
                                           {2, 5},
                                           {2, 10},
                                           {3, 1},
                                           {3, 5},
                                           {3, 8},
                                           {3, 10},
                                           {5, 3},
                                           {5, 4},
                                           {5, 8},
                                           {6, 3},
                                           {6, 4},
                                           {7, 4},
                                           {8, 1},
                                           {9, 4}}});
  CHECK(labels_from(1, ldbc(example, 2)) == std::vector<index_t>{1, 2, 3, 4, 1, 1, 2, 3, 2, 1});
  const Sample second = counted_from(2, {9,
                                         {{2, 3},
                                          {2, 4},
                                          {3, 4},
                                          {3, 5},
                                          {3, 8},
                                          {5, 6},
                                          {5, 8},
                                          {6, 7},
                                          {6, 8},
                                          {6, 9},
                                          {6, 10},
                                          {7, 9}},
                                         false});
  CHECK(labels_from(2, ldbc(second, 2)) == std::vector<index_t>{2, 3, 2, 2, 6, 5, 2, 5, 5});
}

TEST_CASE("label_propagation agrees with counting labels, round by round") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));  // which do not matter
    for (const int rounds : {1, 2, 3, 10}) {
      const LabelPropagation found = ldbc(sample, rounds);
      REQUIRE(found.label == verify::labels_at_once(sample.matrix(), sample.directed, rounds));
      REQUIRE(found.iterations <= rounds);
      REQUIRE(found.community == by_smallest_node(found.label));
    }
  }
}

TEST_CASE("label_propagation ends where everybody agrees with most partners") {
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const LabelPropagation found =
        label_propagation(sample.graph(), {.seed = static_cast<int>(seed / 7)});
    REQUIRE(found.converged);
    require_well_numbered({found.community, found.count});
    REQUIRE(by_smallest_node(found.label) == found.community);
    REQUIRE(verify::least_agreement(sample.matrix(), found.label) >= 1.0 - 1e-9);
  }
}

TEST_CASE("label_propagation finds cliques, and never crosses gaps") {
  const Graph ring = ring_of_cliques(6, 8).graph();
  for (int seed = 0; seed < 20; ++seed) {
    const LabelPropagation found = label_propagation(ring, {.seed = seed});
    for (index_t v = 0; v < 48; ++v) REQUIRE(found.community[at(v)] == v / 8);
  }
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    const Graph graph = random_sample(seed).graph();
    const aidnet::Components parts = aidnet::weak_components(graph);
    for (const Method method : {Method::asynchronous, Method::ldbc}) {
      const LabelPropagation found = label_propagation(graph, {.method = method});
      for (std::size_t v = 0; v < found.label.size(); ++v)
        REQUIRE(parts.component[v] == parts.component[at(found.label[v])]);
    }
  }
}

TEST_CASE("label_propagation minds neither the order nor the unit of input") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = random_sample(seed);
    for (const Method method : {Method::asynchronous, Method::ldbc}) {
      const auto of = [&](const Sample& s) {
        return values_of(label_propagation(s.graph(), {.method = method, .seed = 3}));
      };
      REQUIRE(identical(of(sample.split(rng)), of(sample)));
      for (const double unit : {0x1p-900, 1024.0})  // exact
        REQUIRE(identical(of(sample.scaled(unit)), of(sample)));
    }
  }
}

TEST_CASE("label_propagation of a large graph, stopped and resumed") {
  for (const bool directed : {false, true})
    for (const Method method : {Method::asynchronous, Method::ldbc})
      check_running(
          [method](const Graph& g, const aidnet::Control& c) {
            return values_of(label_propagation(
                g, {.method = method, .max_iterations = method == Method::ldbc ? 20 : 1000}, c));
          },
          (method == Method::ldbc ? large_sample(40'000, 400'000, directed)
                                  : large_sample(4'000, 10'000, directed))
              .graph());
}

TEST_CASE("label_propagation of degenerate graphs") {
  for (const Method method : {Method::asynchronous, Method::ldbc}) {
    CHECK(label_propagation(Graph(), {.method = method}).community.empty());
    for (const Sample& sample :
         {Sample{3, {}}, Sample{3, {{0, 1, 0.0}}}, Sample{3, {{1, 1, 2.0}}, false}}) {
      const LabelPropagation found = label_propagation(sample.graph(), {.method = method});
      CHECK(found.label == std::vector<index_t>{0, 1, 2});
      CHECK(found.converged);
      CHECK(found.iterations == 1);
    }
  }
}

TEST_CASE("label_propagation refuses what it cannot use") {
  const Sample loop{2, {{1, 0, -3.0}}};
  CHECK_THROWS_WITH(label_propagation(loop.graph()), ContainsSubstring("1 → 0 (-3)"));
  CHECK(ldbc(loop, 2).label == std::vector<index_t>{0, 1});
  CHECK_THROWS_WITH(label_propagation(Graph(), {.max_iterations = 0}),
                    ContainsSubstring("label_propagation: max_iterations is 0"));
  CHECK_THROWS_WITH(label_propagation(Graph(), {.seed = -1}),
                    ContainsSubstring("label_propagation: seed is -1"));
  CHECK_THROWS_WITH(label_propagation(Sample{3, {{0, 1, 1e308}, {1, 2, 1e308}}}.graph()),
                    "label_propagation: the weights add up to more than a double");
  CHECK_THROWS_AS(label_propagation(ring_of_cliques(6, 8).graph(), {.max_iterations = 1}),
                  aidnet::ConvergenceError);
}
