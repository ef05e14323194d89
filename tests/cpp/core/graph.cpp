#include "aidnet/core/graph.hpp"

#include <limits>
#include <thread>

#include "aidnet/core/builder.hpp"
#include "aidnet/core/error.hpp"
#include "invariants.hpp"

using namespace testing_support;
using aidnet::Csr;
using aidnet::no_index;
using aidnet::ValidationError;

namespace {

using Indices = std::vector<index_t>;

Eigen::MatrixXd dense(const Graph& graph) {
  Eigen::MatrixXd w = Eigen::MatrixXd::Zero(graph.node_count(), graph.node_count());
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (std::size_t k = 0; k < graph.out_neighbors(u).size(); ++k)
      w(u, graph.out_neighbors(u)[k]) = graph.out_weights(u)[k];
  return w;
}

bool symmetric(const Graph& graph) {
  const Eigen::MatrixXd w = dense(graph);
  return w == w.transpose();
}

Csr small_csr() { return {{0, 2, 3, 3}, {0, 2, 1}, {1.0, 2.0, 3.0}}; }

}  // namespace

TEST_CASE("graph by default has no nodes") {
  const Graph graph;
  CHECK(graph.node_count() == 0);
  CHECK(graph.entry_count() == 0);
  CHECK(graph.edge_count() == 0);
  CHECK(graph.total_weight() == 0.0);
  CHECK(graph.is_directed());
  CHECK(graph.transposed().offsets == Indices{0});
  CHECK(graph.reverse() == graph);
  CHECK(graph.subgraph({}) == graph);
  CHECK_FALSE(graph.to_undirected().is_directed());
}

TEST_CASE("graph counts edges, loops and totals") {
  const Sample sample{4, {{0, 1, 2.0}, {1, 0, 3.0}, {2, 2, 5.0}, {1, 3, 0.0}, {3, 0, -4.0}}};
  const Graph directed = sample.graph();
  CHECK(directed.entry_count() == 5);
  CHECK(directed.edge_count() == 5);
  CHECK(directed.loop_count() == 1);
  CHECK(directed.total_weight() == 6.0);
  CHECK(directed.has_zero_weights());
  CHECK(directed.has_negative_weights());
  const Graph undirected = Sample{4, sample.arcs, false}.graph();
  CHECK(undirected.entry_count() == 7);  // 0–1, 1–3 and 3–0 twice, the loop once
  CHECK(undirected.edge_count() == 4);
  CHECK(undirected.loop_count() == 1);
  CHECK(undirected.total_weight() == 6.0);
}

TEST_CASE("graph takes over canonical arrays") {
  const Graph graph = Graph::from_csr(small_csr(), true);
  CHECK(graph == aidnet::Builder(3).add(0, 0, 1.0).add(0, 2, 2.0).add(1, 1, 3.0).build());
  CHECK(Graph::from_csr({}, true) == Graph());
  const Csr mirror{{0, 1, 2}, {1, 0}, {2.5, 2.5}};
  CHECK(Graph::from_csr(mirror, false) == Sample{2, {{1, 0, 2.5}}, false}.graph());
  Csr negative_zero = small_csr();
  negative_zero.weights[0] = -0.0;
  CHECK_FALSE(std::signbit(Graph::from_csr(negative_zero, true).weights()[0]));
}

TEST_CASE("graph refuses arrays that are not canonical, one reason at a time") {
  const auto refused = [](const std::function<void(Csr&)>& spoil, const char* why,
                          bool directed = true) {
    Csr csr = small_csr();
    spoil(csr);
    CHECK_THROWS_WITH(Graph::from_csr(csr, directed), ContainsSubstring(why));
    CHECK_THROWS_AS(Graph::from_csr(csr, directed), ValidationError);
  };
  refused([](Csr& c) { c.offsets.clear(); }, "must start with 0");
  refused([](Csr& c) { c.offsets[0] = 1; }, "must start with 0");
  refused([](Csr& c) { c.offsets[0] = -1; }, "must start with 0");
  refused([](Csr& c) { c.weights.pop_back(); }, "3 indices but 2 weights");
  refused([](Csr& c) { c.offsets = {0, 3, 2, 3}; }, "offsets decrease after row 1");
  refused([](Csr& c) { c.offsets = {0, -1, 2, 3}; }, "offsets decrease after row 0");
  refused([](Csr& c) { c.offsets.back() = 2; }, "offsets decrease after row 2");
  refused([](Csr& c) { c.offsets = {0, 2, 2, 2}; }, "the last offset is 2 but there are 3");
  refused([](Csr& c) { c.offsets.back() = 1000; }, "the last offset is 1000");
  refused([](Csr& c) { c.indices[1] = 3; }, "row 0 names node 3, outside [0, 3)");
  refused([](Csr& c) { c.indices[0] = -1; }, "row 0 names node -1");
  refused([](Csr& c) { c.indices = {2, 0, 1}; }, "row 0 are not strictly ascending");
  refused([](Csr& c) { c.indices = {2, 2, 1}; }, "row 0 are not strictly ascending");
  for (const double bad : {std::numeric_limits<double>::infinity(), std::nan("")})
    refused([bad](Csr& c) { c.weights[2] = bad; }, "row 1 has a weight that is not finite");
  refused([](Csr&) {}, "needs symmetric arrays; 0 → 2 (2) differs from 2 → 0", false);
  const Csr other_weights{{0, 1, 2}, {1, 0}, {2.5, 2.0}};
  CHECK_THROWS_AS(Graph::from_csr(other_weights, false), ValidationError);
}

TEST_CASE("graph finds entries, weights and sources") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    const Eigen::MatrixXd w = dense(graph);
    index_t found = 0;
    for (index_t u = 0; u < graph.node_count(); ++u) {
      for (index_t v = 0; v < graph.node_count(); ++v) {
        const index_t entry = graph.find_entry(u, v);
        REQUIRE(graph.has_edge(u, v) == (entry != no_index));
        REQUIRE(graph.weight(u, v) == w(u, v));
        if (entry == no_index) continue;
        ++found;
        REQUIRE(graph.indices()[at(entry)] == v);
        REQUIRE(graph.entry_source(entry) == u);
      }
    }
    REQUIRE(found == graph.entry_count());
  }
}

TEST_CASE("graph refuses to look up what cannot be there") {
  const Graph graph = Sample{3, {{0, 1}}}.graph();
  CHECK_THROWS_WITH(graph.find_entry(3, 0), ContainsSubstring("(3, 0) in a graph of 3 nodes"));
  for (const index_t bad : {-1, 3}) {
    CHECK_THROWS_AS(graph.find_entry(0, bad), ValidationError);
    CHECK_THROWS_AS(graph.weight(bad, 0), ValidationError);
    CHECK_THROWS_AS(graph.has_edge(bad, bad), ValidationError);
  }
  CHECK_THROWS_WITH(graph.entry_source(1), ContainsSubstring("no such entry: 1 of 1"));
  CHECK_THROWS_AS(graph.entry_source(-1), ValidationError);
}

TEST_CASE("graph has its transpose, entry by entry") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const Graph graph = random_sample(seed).graph();
    const Csr& turned = graph.transposed();
    REQUIRE(dense(Graph::from_csr(turned, true)) == dense(graph).transpose());
    const auto entries = graph.transposed_entries();
    REQUIRE(entries.size() == graph.indices().size());
    for (index_t v = 0; v < graph.node_count(); ++v) {
      REQUIRE(graph.in_neighbors(v).data() == turned.row(v).data());
      for (std::size_t k = 0; k < graph.in_neighbors(v).size(); ++k) {
        const index_t u = graph.in_neighbors(v)[k];
        const index_t entry = entries[at(turned.offsets[at(v)]) + k];
        REQUIRE(entry == graph.find_entry(u, v));
        REQUIRE(graph.in_weights(v)[k] == graph.weights()[at(entry)]);
      }
    }
    REQUIRE((&graph.transposed() == &graph.forward()) == !graph.is_directed());
  }
}

TEST_CASE("graph reversed twice is itself, in the same arrays") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    const Graph graph = random_sample(seed).graph();
    const Graph back = graph.reverse();
    REQUIRE(dense(back) == dense(graph).transpose());
    REQUIRE(back.total_weight() == Approx(graph.total_weight()));
    REQUIRE(back.indices().data() == graph.transposed().indices.data());
    REQUIRE(back.transposed().indices.data() == graph.indices().data());
    const auto entries = back.transposed_entries();
    for (std::size_t slot = 0; slot < entries.size(); ++slot)
      REQUIRE(graph.transposed_entries()[at(entries[slot])] == static_cast<index_t>(slot));
    REQUIRE(back.reverse() == graph);
    REQUIRE(back.reverse().indices().data() == graph.indices().data());
    REQUIRE(back.reverse().weights().data() == graph.weights().data());
  }
}

TEST_CASE("graph arrays outlive the handles they came from") {
  std::shared_ptr<const Csr> kept;
  Graph reversed;
  {
    const Graph graph = Sample{3, {{0, 1, 2.0}, {1, 2, 3.0}}}.graph();
    kept = graph.share_forward();
    reversed = graph.reverse();
  }
  CHECK(kept->weights == Values{2.0, 3.0});
  CHECK(reversed.reverse().weight(1, 2) == 3.0);
  const Graph copy = reversed;
  reversed = Graph();
  CHECK(copy.weight(2, 1) == 3.0);
}

TEST_CASE("graph made undirected adds up both directions") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    const Graph merged = graph.to_undirected();
    REQUIRE_FALSE(merged.is_directed());
    REQUIRE(symmetric(merged));
    require_close({merged.total_weight()}, {graph.total_weight()});
    if (!sample.directed) {
      REQUIRE(merged.indices().data() == graph.indices().data());  // itself
      continue;
    }
    Eigen::MatrixXd expected = dense(graph) + dense(graph).transpose();
    expected.diagonal() /= 2.0;
    REQUIRE(dense(merged).isApprox(expected, 1e-14));
  }
}

TEST_CASE("graph among some nodes, numbered in their order") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Graph graph = random_sample(seed).graph();
    Indices nodes = random_places(graph.node_count(), rng);
    nodes.resize(nodes.size() * 2 / 3);
    const Graph part = graph.subgraph(nodes);
    REQUIRE(part.is_directed() == graph.is_directed());
    REQUIRE(part.node_count() == static_cast<index_t>(nodes.size()));
    for (index_t i = 0; i < part.node_count(); ++i)
      for (index_t j = 0; j < part.node_count(); ++j) {
        REQUIRE(part.has_edge(i, j) == graph.has_edge(nodes[at(i)], nodes[at(j)]));
        REQUIRE(part.weight(i, j) == graph.weight(nodes[at(i)], nodes[at(j)]));
      }
  }
  const Graph graph = Sample{3, {{0, 1}}}.graph();
  CHECK(graph.subgraph(Indices{0, 1, 2}) == graph);
  CHECK_THROWS_WITH(graph.subgraph(Indices{0, 3}), ContainsSubstring("node 3 is outside [0, 3)"));
  CHECK_THROWS_WITH(graph.subgraph(Indices{-1}), ContainsSubstring("node -1"));
  CHECK_THROWS_WITH(graph.subgraph(Indices{2, 0, 2}), ContainsSubstring("node 2 is given twice"));
}

TEST_CASE("graph without zeros is made once, or is the graph itself") {
  const Graph full = Sample{3, {{0, 1, 2.0}, {1, 2, -3.0}}}.graph();
  CHECK(full.without_zeros().indices().data() == full.indices().data());

  for (const bool directed : {true, false}) {
    const Graph graph =
        Sample{3, {{0, 1, 0.0}, {1, 2, -3.0}, {2, 2, 0.0}, {2, 0, 1.0}}, directed}.graph();
    const Graph support = graph.without_zeros();
    CHECK(support == Sample{3, {{1, 2, -3.0}, {2, 0, 1.0}}, directed}.graph());
    CHECK(graph.without_zeros().indices().data() == support.indices().data());
    CHECK(support.without_zeros().indices().data() == support.indices().data());
    CHECK(graph.entry_count() > support.entry_count());  // the graph itself is as it was
  }
  CHECK(Sample{2, {{0, 1, 0.0}}}.graph().without_zeros() == Sample{2, {}}.graph());
}

TEST_CASE("graphs are equal by nodes, entries, weights and directedness") {
  const Sample sample{3, {{0, 1, 2.0}, {1, 0, 2.0}}};
  CHECK(sample.graph() == sample.graph());
  const Graph graph = sample.graph();
  const Graph copy = graph;
  CHECK(copy == graph);
  CHECK_FALSE(graph == Sample{3, {{0, 1, 2.0}, {1, 0, 2.5}}}.graph());
  CHECK_FALSE(graph == Sample{3, {{0, 1, 2.0}, {1, 2, 2.0}}}.graph());
  CHECK_FALSE(graph == Sample{4, sample.arcs}.graph());
  CHECK_FALSE(graph == Sample{3, {{0, 1, 2.0}}, false}.graph());  // same arrays
  CHECK_FALSE(graph == Sample{3, {{0, 1, 2.0}, {1, 0, 2.0}, {2, 2, 0.0}}}.graph());
}

TEST_CASE("graph parts made on first use are made once, from eight threads at a time") {
  const Sample sample = large_sample(2'000, 20'000, true);
  Sample with_zeros = sample;
  for (std::size_t k = 0; k < with_zeros.arcs.size(); k += 7) with_zeros.arcs[k].weight = 0.0;
  for (int round = 0; round < 20; ++round) {
    const Graph graph = with_zeros.graph();
    std::vector<const void*> transposes(8);
    std::vector<const void*> entries(8);
    std::vector<const void*> supports(8);
    std::vector<const void*> reversals(8);
    std::atomic<int> arrived{0};
    {
      std::vector<std::jthread> team;
      for (std::size_t k = 0; k < 8; ++k)
        team.emplace_back([&, k] {
          const Graph mine = graph;
          ++arrived;
          while (arrived < 8) std::this_thread::yield();
          if (k % 2 == 0) (void)mine.reverse();  // whoever is first, by either way
          transposes[k] = &mine.transposed();
          entries[k] = mine.transposed_entries().data();
          reversals[k] = mine.reverse().indices().data();
          supports[k] = mine.without_zeros().indices().data();
        });
    }
    for (const auto* made : {&transposes, &entries, &supports, &reversals})
      REQUIRE(std::count(made->begin(), made->end(), made->front()) == 8);
    REQUIRE(reversals[0] == graph.transposed().indices.data());
    REQUIRE(graph.without_zeros().has_zero_weights() == false);
  }
}
