#include "aidnet/algo/flow/minimum_cost_flow.hpp"

#include "aidnet/core/cycle_error.hpp"
#include "aidnet/core/sum.hpp"
#include "capacities.hpp"
#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/flow_costs.hpp"

using namespace testing_support;
using aidnet::Capacity;
using aidnet::Cost;
using aidnet::minimum_cost_flow;

namespace {

/// What half of all flows leaves at each node: it can be met, and is no bound anywhere.
Values half_demands(const Graph& graph) {
  std::vector<aidnet::Sum> demand(at(graph.node_count()));
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (std::size_t k = 0; k < graph.out_neighbors(u).size(); ++k) {
      demand[at(u)] += -graph.out_weights(u)[k] / 2;
      demand[at(graph.out_neighbors(u)[k])] += graph.out_weights(u)[k] / 2;
    }
  Values values;
  for (const aidnet::Sum& sum : demand) values.push_back(sum.value());
  return values;
}

/// Whole demands that add up to 0.
Values whole_demands(index_t n, Rng& rng, int most) {
  Values demand(at(n));
  for (int k = 0; k < most; ++k) {
    const auto amount = static_cast<double>(rng() % 3);
    demand[at(draw(rng, n))] += amount;
    demand[at(draw(rng, n))] -= amount;
  }
  return demand;
}

}  // namespace

TEST_CASE("minimum_cost_flow by hand") {
  // Entries: 0 → 1, 0 → 2, 1 → 2, 1 → 3, 2 → 3. Four from 0 to 3: by 1 for 1 + 4 = 5, by 2 for
  // 3 + 1 = 4, by 1 and 2 for 1 + 1 + 1 = 3. Three arrive by 2 → 3 at most: two come by 1, as
  // 1 → 2 carries no more, for 6; one by 0 → 2 for 4; the fourth by 1 → 3 for 5.
  const Graph graph = Sample{4, {{0, 1, 4}, {0, 2, 2}, {1, 2, 2}, {1, 3, 3}, {2, 3, 3}}}.graph();
  const Capacity capacity = Capacity::of_weights(graph);
  const Cost cost = Cost::given(graph, Values{1, 3, 1, 4, 1});
  const auto flow = minimum_cost_flow(graph, capacity, cost, {{-4, 0, 0, 4}});
  CHECK(flow.flow == Values{3, 1, 2, 1, 3});
  CHECK(flow.cost == 15.0);
  // Each step costs 1: one step from 0 and one from 1, which has 2 for 3.
  const auto steps = minimum_cost_flow(graph, capacity, Cost::unit(), {{-1, -2, 1, 2}});
  CHECK(steps.cost == 3.0);
  // Nobody needs anything, but 0 → 1 pays for a round: 1 → 0 limits it to 2; and so does a loop.
  const Graph round = Sample{2, {{0, 1, 3}, {1, 0, 2}, {1, 1, 4}}}.graph();
  const auto paid = minimum_cost_flow(round, Capacity::of_weights(round),
                                      Cost::given(round, Values{-5, 2, -1}), {{0, 0}});
  CHECK(paid.flow == Values{2, 2, 4});
  CHECK(paid.cost == -10.0);
  // Edges without direction: from 2 to 0 by 1. Entries: 0 – 1, 0 – 2; 1 – 0, 1 – 2; 2 – 0, 2 – 1.
  const Graph edges = Sample{3, {{0, 1, 4}, {1, 2, 4}, {0, 2, 1}}, false}.graph();
  const auto either =
      minimum_cost_flow(edges, Capacity::of_weights(edges), Cost::unit(), {{3, 0, -3}});
  CHECK(either.flow == Values{-2, -1, 2, -2, 1, 2});
  CHECK(either.cost == 5.0);
}

TEST_CASE("minimum_cost_flow meets all demands at the least cost") {
  int met = 0;
  for (std::uint64_t seed = 0; seed < rounds(600u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed / 2);
    if (sample.nodes < 2) continue;
    Rng rng(seed);
    const Graph graph = sample.graph();
    const bool whole = seed % 4 < 2;
    const Capacities given = whole
                                 ? whole_capacities(sample, seed, sample.directed && seed % 3 == 0)
                                 : weight_capacities(sample);
    const bool below = sample.directed && seed % 8 < 4;
    const Eigen::MatrixXd costs = verify::random_costs(sample, seed, below);
    const Values demand = whole ? whole_demands(sample.nodes, rng, 3) : half_demands(graph);
    const Cost cost = Cost::given(graph, verify::at_entries(graph, costs));
    aidnet::MinimumCostFlow flow;
    try {
      flow = minimum_cost_flow(graph, given.capacity, cost, {demand});
    } catch (const aidnet::NegativeCycleError& error) {
      double round = 0.0;
      for (std::size_t k = 0; k < error.cycle().size(); ++k) {
        const index_t u = error.cycle()[k];
        const index_t v = error.cycle()[(k + 1) % error.cycle().size()];
        REQUIRE(given.matrix(u, v) == inf);
        round += costs(u, v);
      }
      REQUIRE(round < 0.0);
      continue;
    } catch (const aidnet::UndefinedError&) {
      REQUIRE(whole);  // see below whether it is right
      continue;
    }
    ++met;
    const Eigen::MatrixXd flows = verify::flow_matrix(graph, flow.flow);
    verify::require_demands(given.matrix, flows, demand, sample.directed);
    const double total =
        verify::required_least_cost(given.matrix, costs, flows, demand, sample.directed);
    REQUIRE(std::abs(total - flow.cost) <=
            1e-12 * flows.cwiseAbs().cwiseProduct(costs.cwiseAbs()).sum());
    if (whole)
      for (const double f : flow.flow) REQUIRE(f == std::round(f));
  }
  CHECK(met > lessened(300));
}

TEST_CASE("minimum_cost_flow says how much cannot arrive") {
  // Gale (1957): the demands of each set of nodes must fit into the arcs that lead there.
  int unmet = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    const index_t n = 2 + static_cast<index_t>(seed % 7);
    sample.nodes = n;
    for (Arc& arc : sample.arcs) {
      arc.source %= n;
      arc.target %= n;
    }
    Rng rng(seed);
    const Values demand = whole_demands(n, rng, 4);
    const Capacities given = whole_capacities(sample, seed, seed % 3 == 0);
    double missing = 0.0;
    for (unsigned set = 0; set < 1U << n; ++set) {
      const auto has = [&](index_t v) { return (set >> v & 1U) != 0; };
      double needed = 0.0;
      for (index_t v = 0; v < n; ++v) needed += has(v) ? demand[at(v)] : 0.0;
      const double fits = verify::cut_capacity(given.matrix, [&](index_t v) { return !has(v); });
      missing = std::max(missing, needed - fits);
    }
    const Graph graph = sample.graph();
    if (missing == 0.0) {
      REQUIRE_NOTHROW(minimum_cost_flow(graph, given.capacity, Cost::unit(), {demand}));
      continue;
    }
    ++unmet;
    const auto much = "at least " + std::to_string(static_cast<int>(missing)) + " cannot arrive";
    REQUIRE_THROWS_WITH(minimum_cost_flow(graph, given.capacity, Cost::unit(), {demand}),
                        ContainsSubstring("the demands cannot be met") && ContainsSubstring(much));
  }
  CHECK(unmet > lessened(100));
  CHECK(unmet < rounds(350));
}

TEST_CASE("minimum_cost_flow keeps its promises") {
  check_invariants(
      [](const Graph& graph, const aidnet::Control& control) {
        return Values{minimum_cost_flow(graph, Capacity::of_weights(graph), Cost::unit(),
                                        {half_demands(graph)}, control)
                          .cost};
      },
      {.scale_power = 1.0, .per_node = false});
  check_invariants(
      [](const Graph& graph, const aidnet::Control& control) {
        return Values{minimum_cost_flow(graph, Capacity::of_weights(graph),
                                        Cost::given(graph, graph.weights()), {half_demands(graph)},
                                        control)
                          .cost};
      },
      {.scale_power = 2.0, .per_node = false});
}

TEST_CASE("minimum_cost_flow runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 20'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return minimum_cost_flow(g, Capacity::of_weights(g), Cost::unit(), {half_demands(g)}, c)
            .flow;
      },
      graph);
}

TEST_CASE("minimum_cost_flow of degenerate graphs") {
  const auto of = [](const Sample& sample, const Values& demand) {
    const Graph graph = sample.graph();
    return minimum_cost_flow(graph, Capacity::of_weights(graph), Cost::unit(), {demand});
  };
  CHECK(of(Sample{0, {}}, {}).flow.empty());
  CHECK(of(Sample{1, {{0, 0, 3}}}, {0}).flow == Values{0});
  CHECK(of(Sample{3, {{0, 1, 3}, {1, 2, 3}}}, {0, 0, 0}).cost == 0.0);
  // An entry of weight zero is no arc.
  const Graph graph = Sample{2, {{0, 1, 0.0}}}.graph();
  CHECK_THROWS_AS(
      minimum_cost_flow(graph, Capacity::given(graph, Values{5}), Cost::unit(), {{-1, 1}}),
      aidnet::UndefinedError);
  // Tenths do not add up in binary; they are taken to.
  const Sample star{4, {{0, 3, 0.1}, {1, 3, 0.2}, {2, 3, 0.3}}};
  CHECK_THAT(of(star, {-0.1, -0.2, -0.3, 0.6}).cost, WithinRel(0.6, 1e-12));
  CHECK_THAT(of(star, {-0.1, -0.2, 0, 0.3}).cost, WithinRel(0.3, 1e-12));
}

TEST_CASE("minimum_cost_flow adds costs up that are each more than a double") {
  const Graph path = Sample{4, {{0, 1}, {1, 2}, {2, 3}}}.graph();
  const auto of = [&](const Values& costs) {
    return minimum_cost_flow(path, Capacity::given(path, Values(3, inf)), Cost::given(path, costs),
                             {{-1e10, 0, 0, 1e10}})
        .cost;
  };
  CHECK(of({1e300, -1e300, 0.0}) == 0.0);
  CHECK_THAT(of({3e298, -2e298, 0.0}), WithinRel(1e308, 1e-12));
  CHECK_THROWS_AS(of({1e300, 1e300, 0.0}), aidnet::SizeError);
}

TEST_CASE("minimum_cost_flow refuses what it cannot use") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}, {2, 0}}}.graph();
  const Capacity ones = Capacity::of_weights(graph);
  const auto with = [&](const Values& demand) {
    (void)minimum_cost_flow(graph, ones, Cost::unit(), {demand});
  };
  CHECK_THROWS_WITH(with({1, -1}), ContainsSubstring("demand has 2 values for 3 nodes"));
  CHECK_THROWS_WITH(with({1, -1, 1}), ContainsSubstring("the demands add up to 1, not to 0"));
  CHECK_THROWS_WITH(with({0, std::nan(""), 0}), ContainsSubstring("demand of node 1 is nan"));
  CHECK_THROWS_WITH(with({-3, 1, 2}),
                    ContainsSubstring("of 3 at least 2 cannot arrive, of that 2 at node 2") ||
                        ContainsSubstring("of 3 at least 2 cannot arrive, of that 1 at node"));
  const Graph other = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_WITH(with({}), ContainsSubstring("demand is missing; it must have one value for"));
  CHECK_THROWS_WITH(minimum_cost_flow(other, ones, Cost::unit(), {{0, 0}}),
                    ContainsSubstring("capacity has 3 values, the graph has 1 entries"));
  CHECK_THROWS_WITH(minimum_cost_flow(other, Capacity::of_weights(other),
                                      Cost::given(graph, Values{1, 1, 1}), {{0, 0}}),
                    ContainsSubstring("cost has 3 values, the graph has 1 entries"));
  const Values none(3, 0.0);
  const Capacity endless = Capacity::given(graph, Values{inf, inf, inf});
  CHECK_THROWS_WITH(minimum_cost_flow(graph, endless, Cost::given(graph, Values{3, 2, -6}), {none}),
                    ContainsSubstring("the costs round the cycle 0 → 1 → 2 → 0"));
  const Graph edge = Sample{2, {{0, 1}}, false}.graph();
  CHECK_THROWS_WITH(minimum_cost_flow(edge, Capacity::of_weights(edge),
                                      Cost::given(edge, Values{-1, -1}), {{0, 0}}),
                    ContainsSubstring("the cost of the edge 0 → 1 is -1; in an undirected graph"));
}
