#include "aidnet/algo/flow/maximum_flow.hpp"

#include "aidnet/algo/flow/minimum_cut.hpp"
#include "capacities.hpp"
#include "invariants.hpp"
#include "nodes_of_paths.hpp"
#include "numbers.hpp"
#include "verify/exact_flow.hpp"

using namespace testing_support;
using aidnet::Capacity;
using aidnet::maximum_flow;
using aidnet::minimum_cut;

namespace {

/// The network of Cormen, Leiserson, Rivest and Stein, figure 26.1: s, v1 … v4, t.
const Sample clrs{6,
                  {{0, 1, 16},
                   {0, 2, 13},
                   {2, 1, 4},
                   {1, 3, 12},
                   {3, 2, 9},
                   {2, 4, 14},
                   {4, 3, 7},
                   {3, 5, 20},
                   {4, 5, 4}}};

double value(const Sample& sample, const Nodes& source, const Nodes& target) {
  const Graph graph = sample.graph();
  return maximum_flow(graph, Capacity::of_weights(graph), {source, target}).value;
}

/// Between ends that no relabelling turns into others: those that give most often, and the nodes
/// that give to nobody, or to fewest.
Values between_ends(const Graph& graph, const aidnet::Control& control) {
  const Graph ties = graph.without_zeros();
  std::size_t most = 0;
  std::size_t fewest = at(ties.node_count());
  for (index_t v = 0; v < ties.node_count(); ++v) {
    most = std::max(most, ties.out_neighbors(v).size());
    fewest = std::min(fewest, ties.out_neighbors(v).size());
  }
  aidnet::MaximumFlowOptions ends;
  for (index_t v = 0; v < ties.node_count(); ++v) {
    if (ties.out_neighbors(v).size() == most) ends.source.push_back(v);
    if (ties.out_neighbors(v).size() == fewest) ends.target.push_back(v);
  }
  if (most == fewest) throw aidnet::UndefinedError("no such ends");
  return {maximum_flow(graph, Capacity::of_weights(graph), ends, control).value};
}

}  // namespace

TEST_CASE("maximum_flow by hand") {
  // 0 → 1 → 3 carries 2 (its first arc), 0 → 2 → 3 carries 3 (its second), 1 → 2 cannot help.
  const Sample two_ways{4, {{0, 1, 2}, {1, 3, 4}, {0, 2, 5}, {2, 3, 3}, {1, 2, 1}}};
  const Graph graph = two_ways.graph();
  const auto flow = maximum_flow(graph, Capacity::of_weights(graph), {{0}, {3}});
  CHECK(flow.value == 5.0);
  // Entries: 0 → 1, 0 → 2, 1 → 2, 1 → 3, 2 → 3.
  CHECK(flow.flow == Values{2, 3, 0, 2, 3});

  // The same undirected, from 3 to 0: the edge 1 – 2 is of no use, and signs say the direction.
  Sample either_way = two_ways;
  either_way.directed = false;
  const Graph edges = either_way.graph();
  const auto back = maximum_flow(edges, Capacity::of_weights(edges), {{3}, {0}});
  CHECK(back.value == 6.0);  // 2 by 1, 3 by 2, and 1 more by 1 and 2
  // Entries: 0 – 1, 0 – 2; 1 – 0, 1 – 2, 1 – 3; 2 – 0, 2 – 1, 2 – 3; 3 – 1, 3 – 2.
  CHECK(back.flow == Values{-2, -4, 2, 1, -3, 4, -1, -3, 3, 3});
}

TEST_CASE("maximum_flow of published networks") {
  CHECK(value(clrs, {0}, {5}) == 23.0);
  // Zwick (1995), doi:10.1016/0304-3975(95)00022-O: Ford and Fulkerson's method need not end here,
  // or come near the value 2 M + 1, with r = (√5 − 1) / 2. Nodes s, a, b, c, d, t.
  const double r = (std::sqrt(5.0) - 1.0) / 2.0;
  const Sample zwick{6,
                     {{0, 1, 100},
                      {0, 2, 100},
                      {0, 4, 100},
                      {1, 5, 100},
                      {3, 5, 100},
                      {4, 5, 100},
                      {2, 1, 1},
                      {2, 3, 1},
                      {4, 3, r}}};
  CHECK(value(zwick, {0}, {5}) == 201.0);
}

TEST_CASE("maximum_flow is a flow, and as large as a cut") {
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed / 2);
    if (sample.nodes < 2) continue;
    Rng rng(seed);
    const verify::Ends ends = verify::random_ends(sample.nodes, rng);
    const Graph graph = sample.graph();
    const Capacities given =
        seed % 2 == 0 ? weight_capacities(sample) : whole_capacities(sample, seed, seed % 8 == 1);
    const aidnet::MaximumFlowOptions options{ends.sources, ends.targets};
    aidnet::MaximumFlow flow;
    try {
      flow = maximum_flow(graph, given.capacity, options);
    } catch (const aidnet::UndefinedError&) {
      CHECK(seed % 8 == 1);
      continue;
    }
    const Eigen::MatrixXd flows = verify::flow_matrix(graph, flow.flow);
    const double sent =
        verify::required_flow(given.matrix, flows, ends.sources, ends.targets, sample.directed);
    REQUIRE(std::abs(sent - flow.value) <= 1e-12 * flow.value);
    if (seed % 2 == 1) REQUIRE(flow.value == std::round(flow.value));
    // Nothing shows that a flow is largest but a cut that carries no more.
    const auto cut = minimum_cut(graph, given.capacity, {ends.sources, ends.targets});
    for (const index_t s : ends.sources) REQUIRE(verify::has(cut.side, s));
    for (const index_t t : ends.targets) REQUIRE_FALSE(verify::has(cut.side, t));
    const double carried =
        verify::cut_capacity(given.matrix, [&](index_t v) { return verify::has(cut.side, v); });
    REQUIRE(std::abs(carried - flow.value) <= 1e-12 * flow.value);
    // Without cycles: nodes that receive nothing more can be taken away until none is left.
    Nodes left(at(sample.nodes));
    std::iota(left.begin(), left.end(), index_t{0});
    for (std::size_t before = left.size() + 1; left.size() < before;) {
      before = left.size();
      std::erase_if(left, [&](index_t v) {
        return std::none_of(left.begin(), left.end(), [&](index_t u) { return flows(u, v) > 0.0; });
      });
    }
    REQUIRE(left.empty());
  }
}

TEST_CASE("maximum_flow of capacities beyond any fixed number of bits") {
  // By 1 what 1e300 and 1e-300 let through, by 2 the least number there is; 5e-324 is no matter
  // beside 1e-300, but by itself it is the value.
  const Sample uneven{4, {{0, 1, 1e300}, {1, 3, 1e-300}, {0, 2, 5e-324}, {2, 3, 1e300}}};
  CHECK(value(uneven, {0}, {3}) == 1e-300);
  CHECK(value(uneven, {0}, {1}) == 1e300);
  CHECK(value(uneven, {0}, {2}) == 5e-324);
  CHECK(value(uneven, {2}, {1}) == 0.0);
  // Entries: 0 → 1, 0 → 2, 1 → 3, 2 → 3. An infinite one beside them, and a sum that no double
  // holds.
  const Graph graph = uneven.graph();
  const auto given = [&](const Values& values, index_t s, index_t t) {
    return maximum_flow(graph, Capacity::given(graph, values), {{s}, {t}}).value;
  };
  CHECK(given({inf, 5e-324, 1e-300, 1e300}, 0, 3) == 1e-300);
  CHECK(given({inf, inf, 3.0, 4.0}, 0, 3) == 7.0);
  CHECK_THROWS_AS(given({1.7e308, 1.7e308, 1.7e308, 1.7e308}, 0, 3), aidnet::SizeError);
  // 2^53 and 1 are not 2^53: whole amounts are exact on every arc and in between.
  const double large = 0x1p53;
  CHECK(given({large, 1.0, large - 1, 1.0}, 0, 3) == large);
  // 70 steps of a factor of four, each the bottleneck of its own way: exact in 128 bits and beyond.
  Sample fan{102, {}};
  for (index_t k = 0; k < 100; ++k) {
    fan.arcs.push_back({0, 2 + k, 1.0});
    fan.arcs.push_back({2 + k, 1, std::ldexp(1.0, -2 * static_cast<int>(k))});
  }
  CHECK_THAT(value(fan, {0}, {1}), WithinRel(4.0 / 3.0, 1e-15));
}

TEST_CASE("maximum_flow is exact however uneven capacities are") {
  int large = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = small_sample(seed, 2 + static_cast<index_t>(seed / 2 % 6));
    Rng rng(seed);
    const verify::Ends ends = verify::random_ends(sample.nodes, rng);
    const Graph graph = sample.graph();
    const Capacities given = uneven_capacities(sample, seed);
    const verify::Exact least =
        verify::least_exact_cut(verify::exact(given.matrix), ends.sources, ends.targets);
    const auto flow = maximum_flow(graph, given.capacity, {ends.sources, ends.targets});
    REQUIRE(verify::is_nearest(flow.value, least));
    const auto cut = minimum_cut(graph, given.capacity, {ends.sources, ends.targets});
    REQUIRE(cut.value == flow.value);
    REQUIRE(verify::exact_cut(verify::exact(given.matrix), verify::bits_of(cut.side)) == least);
    const Eigen::MatrixXd flows = verify::flow_matrix(graph, flow.flow);
    verify::required_flow(given.matrix, flows, ends.sources, ends.targets, sample.directed);
    large += flow.value > 1e20 ? 1 : 0;
  }
  CHECK(large > lessened(50));
}

TEST_CASE("maximum_flow keeps its promises") {
  check_invariants(&between_ends, {.scale_power = 1.0, .per_node = false});
}

TEST_CASE("maximum_flow runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(5000, 200'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        auto flow = maximum_flow(g, Capacity::of_weights(g), {{7, 8}, {9}}, c);
        flow.flow.push_back(flow.value);
        return flow.flow;
      },
      graph);
}

TEST_CASE("maximum_flow of degenerate graphs") {
  const Sample loops{3, {{0, 0, 5}, {1, 1, 5}, {0, 1, 0.0}, {1, 0, 2}}};
  CHECK(value(loops, {0}, {1}) == 0.0);
  CHECK(value(loops, {1}, {0}) == 2.0);
  CHECK(value(loops, {1}, {2}) == 0.0);
  CHECK(value(Sample{2, {}}, {1}, {0}) == 0.0);
  // An entry of weight zero is no arc, whatever it could carry; signs of weights are no matter.
  const Graph graph = Sample{3, {{0, 1, 0.0}, {0, 2, -3}}}.graph();
  const Capacity capacity = Capacity::given(graph, Values{7, 9});
  CHECK(maximum_flow(graph, capacity, {{0}, {1}}).value == 0.0);
  CHECK(maximum_flow(graph, capacity, {{0}, {2}}).value == 9.0);
  // What sources could give to each other counts for nothing.
  const Sample among{3, {{0, 1, 5}, {1, 0, 5}, {0, 2, 1}, {1, 2, 2}}};
  CHECK(value(among, {0, 1}, {2}) == 3.0);
  CHECK(value(among, {0}, {1, 2}) == 6.0);
}

TEST_CASE("maximum_flow refuses what it cannot use") {
  const Graph graph = Sample{4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}}}.graph();
  const Capacity ones = Capacity::of_weights(graph);
  const auto message = [&](const Nodes& source, const Nodes& target) {
    try {
      (void)maximum_flow(graph, ones, {source, target});
    } catch (const aidnet::ValidationError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(message({}, {1}) == "maximum_flow: source is missing; it must name a node, or several");
  CHECK(message({1}, {}) == "maximum_flow: target is missing; it must name a node, or several");
  CHECK(message({0, 4}, {1}) == "maximum_flow: source has 4, which is none of the 4 nodes");
  CHECK(message({0}, {1, 1}) == "maximum_flow: target has node 1 twice");
  CHECK(message({0, 2}, {2}) == "maximum_flow: node 2 is both source and target");
  const Graph other = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_WITH(maximum_flow(other, ones, {{0}, {1}}),
                    ContainsSubstring("capacity has 4 values, the graph has 1 entries"));
  const Capacity infinite = Capacity::given(graph, Values{inf, inf, 7, inf});
  CHECK(maximum_flow(graph, infinite, {{0}, {2}}).value == 7.0);
  CHECK_THROWS_MATCHES(
      maximum_flow(graph, Capacity::given(graph, Values{inf, inf, 7, inf}), {{1, 0}, {3}}),
      aidnet::UndefinedError,
      Message("maximum_flow: there is no limit; all capacities on the way 0 → 3 are infinite"));
  CHECK_THROWS_WITH(
      maximum_flow(graph, Capacity::given(graph, Values{inf, 1, inf, inf}), {{0}, {3}}),
      ContainsSubstring("the way 0 → 1 → 2 → 3 are infinite"));
  Sample chain{40, {}};
  for (index_t v = 0; v + 1 < chain.nodes; ++v) chain.arcs.push_back({v, v + 1});
  const Graph way = chain.graph();
  CHECK_THROWS_WITH(maximum_flow(way, Capacity::given(way, Values(39, inf)), {{0}, {39}}),
                    ContainsSubstring("10 → 11 → … are infinite"));
}
