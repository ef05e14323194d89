#include "aidnet/algo/structure/bridges.hpp"

#include "invariants.hpp"
#include "small_stack.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::bridges;
using verify::Numbers;
using verify::Pair;

namespace {

std::vector<Pair> rows(const Graph& graph) {
  const aidnet::Bridges found = bridges(graph);
  std::vector<Pair> pairs;
  for (std::size_t k = 0; k < found.source.size(); ++k)
    pairs.emplace_back(found.source[k], found.target[k]);
  return pairs;
}

/// How many bridges end at each node.
Values ends(const Graph& graph, const aidnet::Control& control = {}) {
  const aidnet::Bridges found = bridges(graph, control);
  Values values(at(graph.node_count()), 0.0);
  for (const Numbers& column : {found.source, found.target})
    for (const index_t u : column) ++values[at(u)];
  return values;
}

}  // namespace

TEST_CASE("bridges by hand: a triangle with a tail") {
  // 0 1 2 is a cycle; 3 → 2 and 4 ⇄ 3 are on none. The latter is one tie, listed from 3.
  const Sample sample{5, {{0, 1}, {1, 2}, {0, 2}, {3, 2}, {3, 4}, {4, 3}, {4, 4}}};
  CHECK(rows(sample.graph()) == std::vector<Pair>{{3, 2}, {3, 4}});
  Sample either = sample;
  either.directed = false;
  CHECK(rows(either.graph()) == std::vector<Pair>{{2, 3}, {3, 4}});
}

TEST_CASE("bridges are the ties without which more components are left") {
  std::size_t some = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = with_signs(random_sample(seed)).graph();
    const std::vector<Pair> found = rows(graph);
    std::set<Pair> ties;
    Numbers entries;
    for (const auto& [u, v] : found) {
      ties.insert(std::minmax(u, v));
      entries.push_back(graph.find_entry(u, v));
      REQUIRE(graph.weight(u, v) != 0.0);
    }
    REQUIRE(ties == verify::bridges(graph));
    REQUIRE(found.size() == ties.size());
    REQUIRE(std::is_sorted(entries.begin(), entries.end()));
    some += !ties.empty();
  }
  CHECK(some > lessened(100u));
}

TEST_CASE("bridges keep their promises") {
  check_invariants(ends);
  check_running(ends, large_sample(200'000, 250'000, true).graph());
}

TEST_CASE("bridges of a path and a circle of a million nodes on a small stack") {
  constexpr index_t n = 1'000'000;
  Sample path{n, {}, false};
  for (index_t u = 0; u + 1 < n; ++u) path.arcs.push_back({u, u + 1});
  const Graph open = path.graph();
  path.arcs.push_back({n - 1, 0});
  const Graph closed = path.graph();
  std::size_t along = 0;
  std::size_t around = 1;
  on_small_stack([&] {
    along = bridges(open).source.size();
    around = bridges(closed).source.size();
  });
  CHECK(along == at(n) - 1);
  CHECK(around == 0);
}

TEST_CASE("bridges of degenerate graphs") {
  CHECK(rows(Graph()).empty());
  CHECK(rows(Sample{1, {{0, 0}}}.graph()).empty());
  CHECK(rows(Sample{3, {{0, 1, 0.0}}}.graph()).empty());
  CHECK(rows(Sample{3, {{1, 0, -2.0}}}.graph()) == std::vector<Pair>{{1, 0}});
}
