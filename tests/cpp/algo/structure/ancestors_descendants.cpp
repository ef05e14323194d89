#include "aidnet/algo/structure/ancestors.hpp"
#include "aidnet/algo/structure/descendants.hpp"
#include "invariants.hpp"
#include "small_stack.hpp"
#include "verify/components.hpp"

// The ancestors of a node are its descendants in the reversed graph.

using namespace testing_support;
using Numbers = std::vector<index_t>;

namespace {

struct Ancestors {
  using Options = aidnet::AncestorsOptions;
  static constexpr auto measure = &aidnet::ancestors;
  static bool is_one(const verify::Reach& reach, index_t of, index_t v) {
    return reach[at(v)][at(of)];
  }
};

struct Descendants {
  using Options = aidnet::DescendantsOptions;
  static constexpr auto measure = &aidnet::descendants;
  static bool is_one(const verify::Reach& reach, index_t of, index_t v) {
    return reach[at(of)][at(v)];
  }
};

template <class Of>
Numbers found(const Graph& graph, index_t node) {
  return Of::measure(graph, {.node = node}, {});
}

/// How many each node has.
template <class Of>
Values counts(const Graph& graph, const aidnet::Control& control) {
  Values values;
  for (index_t u = 0; u < graph.node_count(); ++u)
    values.push_back(static_cast<double>(Of::measure(graph, {.node = u}, control).size()));
  return values;
}

/// 0 → 1 → 3 → 1 and 2 → 3; 4 is alone. A loop at 2 changes nothing.
const Graph& by_hand() {
  static const Graph graph = Sample{5, {{0, 1}, {1, 3}, {3, 1}, {2, 3}, {2, 2}}}.graph();
  return graph;
}

}  // namespace

TEST_CASE("ancestors by hand") {
  CHECK(found<Ancestors>(by_hand(), 0).empty());
  CHECK(found<Ancestors>(by_hand(), 1) == Numbers{0, 2, 3});
  CHECK(found<Ancestors>(by_hand(), 3) == Numbers{0, 1, 2});
  CHECK(found<Ancestors>(by_hand(), 2).empty());
}

TEST_CASE("descendants by hand") {
  CHECK(found<Descendants>(by_hand(), 0) == Numbers{1, 3});
  CHECK(found<Descendants>(by_hand(), 1) == Numbers{3});
  CHECK(found<Descendants>(by_hand(), 2) == Numbers{1, 3});
  CHECK(found<Descendants>(by_hand(), 4).empty());
}

TEMPLATE_TEST_CASE("those who reach, or are reached, agree with the closure of the matrix", "",
                   Ancestors, Descendants) {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Graph graph = sample.graph();
    const verify::Reach reach = verify::reach(sample.matrix());
    for (index_t u = 0; u < sample.nodes; ++u) {
      Numbers expected;
      for (index_t v = 0; v < sample.nodes; ++v)
        if (u != v && TestType::is_one(reach, u, v)) expected.push_back(v);
      REQUIRE(found<TestType>(graph, u) == expected);
    }
  }
}

TEMPLATE_TEST_CASE("those who reach, or are reached, keep their promises", "", Ancestors,
                   Descendants) {
  check_invariants(counts<TestType>);
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Numbers ones = TestType::measure(g, {.node = 7}, c);
        return Values(ones.begin(), ones.end());
      },
      large_sample(200'000, 400'000, true).graph());
}

TEMPLATE_TEST_CASE("those who reach, or are reached, along a path of a million nodes", "",
                   Ancestors, Descendants) {
  constexpr index_t n = 1'000'000;
  Sample path{n, {}, false};
  for (index_t u = 0; u + 1 < n; ++u) path.arcs.push_back({u, u + 1});
  const Graph graph = path.graph();
  std::size_t ones = 0;
  on_small_stack([&] { ones = found<TestType>(graph, 0).size(); });
  CHECK(ones == at(n) - 1);
}

TEMPLATE_TEST_CASE("those who reach, or are reached: degenerate graphs and errors", "", Ancestors,
                   Descendants) {
  CHECK(found<TestType>(Sample{1, {{0, 0}}}.graph(), 0).empty());
  CHECK(found<TestType>(Sample{2, {{0, 1, 0.0}, {1, 0, 0.0}}}.graph(), 0).empty());
  CHECK(found<TestType>(Sample{2, {{0, 1, -1.0}, {1, 0, -1.0}}}.graph(), 0) == Numbers{1});
  CHECK_THROWS_WITH(TestType::measure(Graph(), {}, {}), ContainsSubstring("node is missing"));
  CHECK_THROWS_AS(found<TestType>(Graph(), 0), aidnet::ValidationError);
  CHECK_THROWS_AS(found<TestType>(Sample{2, {}}.graph(), -1), aidnet::ValidationError);
}
