#include "aidnet/algo/flow/minimum_cost_flow.hpp"

#include "aidnet/algo/paths/bellman_ford.hpp"
#include "aidnet/core/cycle_error.hpp"
#include "capacities.hpp"
#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/exact_flow.hpp"
#include "verify/flow_costs.hpp"

using namespace testing_support;
using aidnet::Capacity;
using aidnet::Cost;
using aidnet::minimum_cost_flow;

TEST_CASE("minimum_cost_flow is exact however uneven amounts and costs are") {
  int met = 0;
  int unmet = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = small_sample(seed, 2 + static_cast<index_t>(seed / 2 % 6));
    const index_t n = sample.nodes;
    Rng rng(seed);
    const Graph graph = sample.graph();
    const Capacities given = uneven_capacities(sample, seed);
    Eigen::MatrixXd costs = verify::random_costs(sample, seed, sample.directed && seed % 8 < 4);
    for (index_t u = 0; u < n; ++u)
      for (index_t v = 0; v <= u; ++v) {
        constexpr double units[] = {1.0, 1.0, 1e-30, 1e45};
        const double unit = units[rng() % 4];
        costs(u, v) *= unit;
        if (u != v) costs(v, u) *= unit;
      }
    Values demand(at(n), 0.0);  // in pairs, as sums of them would be rounded
    for (index_t v = 0; v + 1 < n; v += 2) {
      constexpr double units[] = {1e30, 1.0, 1.0, 1e-30};
      const double amount = (static_cast<double>(rng() % 5) - 2.0) * units[rng() % 4];
      demand[at(v)] = amount;
      demand[at(v) + 1] = -amount;
    }
    const verify::Amounts capacities = verify::exact(given.matrix);
    const auto least = verify::exact_least_cost(capacities, verify::exact(costs), demand);
    const Cost cost = Cost::given(graph, verify::at_entries(graph, costs));
    if (!least) {
      // Beside what some nodes need with others, that may be no more than rounding.
      verify::Exact all = 0;
      verify::Exact missing = 0;
      for (unsigned set = 1; set < 1U << n; ++set) {
        verify::Exact lack = -verify::exact_cut(capacities, ((1U << n) - 1) & ~set);
        for (index_t v = 0; v < n; ++v)
          if ((set >> v & 1U) != 0) lack += verify::exact(demand[at(v)]);
        missing = std::max(missing, lack);
      }
      for (const double d : demand) all += verify::exact(std::abs(d));
      if ((missing << 40) < all) continue;
      ++unmet;
      CHECK_THROWS_AS(minimum_cost_flow(graph, given.capacity, cost, {demand}),
                      aidnet::UndefinedError);
      continue;
    }
    ++met;
    const auto flow = minimum_cost_flow(graph, given.capacity, cost, {demand});
    const Eigen::MatrixXd flows = verify::flow_matrix(graph, flow.flow);
    verify::require_demands(given.matrix, flows, demand, sample.directed);
    verify::require_exact_demands(flows, demand, sample.directed);
    verify::Exact total = 0;
    verify::Exact size = 0;
    for (index_t u = 0; u < n; ++u)
      for (index_t v = 0; v < n; ++v) {
        if (flows(u, v) <= 0.0) continue;
        total += verify::exact(costs(u, v)) * verify::exact(flows(u, v));
        size += abs(verify::exact(costs(u, v))) * verify::exact(flows(u, v));
      }
    REQUIRE(verify::Exact(abs(verify::Exact(total - *least))) << 53 <= size);
  }
  CHECK(met > lessened(100));
  CHECK(unmet > lessened(50));
}

TEST_CASE("minimum_cost_flow drops no small demand beside what is large") {
  // Entries: 0 → 1, 0 → 2, 1 → 2. By 1 it costs nothing.
  const Graph way = Sample{3, {{0, 1}, {1, 2}, {0, 2}}}.graph();
  const auto by_one = minimum_cost_flow(way, Capacity::given(way, Values(3, 1e60)),
                                        Cost::given(way, Values{-1, 1, 1}), {{-1, 0, 1}});
  CHECK(by_one.flow == Values{1, 0, 1});
  CHECK(by_one.cost == 0.0);
  // A cost above all others, on an arc that is not needed (0 → 3), and on one that is (3 → 4).
  // Entries: 0 → 1, 0 → 2, 0 → 3, 1 → 3, 2 → 3, 3 → 4.
  const Graph dear = Sample{5, {{0, 1}, {0, 2}, {0, 3}, {1, 3}, {2, 3}, {3, 4}}}.graph();
  const auto cheapest =
      minimum_cost_flow(dear, Capacity::of_weights(dear),
                        Cost::given(dear, Values{1, 1, 1e45, 2, 1, 1e45}), {{-1, 0, 0, 0, 1}});
  CHECK(cheapest.flow == Values{0, 1, 0, 0, 1, 1});
  // What one part lacks is not small beside what another part needs.
  const Graph parts = Sample{4, {{0, 1}, {2, 3}}}.graph();
  CHECK_THROWS_WITH(minimum_cost_flow(parts, Capacity::given(parts, Values{1e30, 0.5}),
                                      Cost::unit(), {{-1e30, 1e30, -1, 1}}),
                    ContainsSubstring("at least 0.5 cannot arrive, of that 0.5 at node 3"));
  CHECK_THROWS_AS(minimum_cost_flow(parts, Capacity::given(parts, Values{1e30, 2}), Cost::unit(),
                                    {{-1e30, 1e30, -1, 0.5}}),
                  aidnet::UndefinedError);
  // Nor is it within a part: 2 → 3 hangs on 1 → 2, which carries all of it. A supply the same.
  const Graph joined = Sample{4, {{0, 1}, {1, 2}, {2, 3}}}.graph();
  CHECK_THROWS_WITH(minimum_cost_flow(joined, Capacity::given(joined, Values{1e30, 1, 0.5}),
                                      Cost::unit(), {{-1e30, 1e30, -1, 1}}),
                    ContainsSubstring("at least 0.5 cannot arrive, of that 0.5 at node 3"));
  const Graph gives = Sample{4, {{0, 1}, {2, 1}, {3, 2}}}.graph();
  CHECK_THROWS_AS(minimum_cost_flow(gives, Capacity::given(gives, Values{1e16, 2.5, 0.25}),
                                    Cost::unit(), {{-1e16, 1e16 + 2, -1.5, -0.5}}),
                  aidnet::UndefinedError);
}

TEST_CASE("minimum_cost_flow takes whole amounts at their word, and tenths for rounded ones") {
  const Graph star = Sample{4, {{0, 1}, {0, 2}, {0, 3}}}.graph();
  const auto with = [&](const Values& capacity, const Values& demand) {
    return minimum_cost_flow(star, Capacity::given(star, capacity), Cost::unit(), {demand}).flow;
  };
  // In binary 0.1 + 0.2 + 0.3 is more than 0.6: the largest of those is lowered.
  CHECK(0.1 + 0.2 + 0.3 > 0.6);
  const Values tenths = with({0.1, 0.2, 0.3}, {-0.6, 0.1, 0.2, 0.3});
  CHECK(tenths[0] == 0.1);
  CHECK(tenths[1] == 0.2);
  CHECK_THAT(tenths[2], WithinRel(0.3, 1e-15));
  // 0.7 + 0.1 is less than 0.8 there, so that little does not arrive.
  const Graph two = Sample{4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}}.graph();
  const auto short_by_rounding = minimum_cost_flow(
      two, Capacity::given(two, Values{0.7, 0.1, 1, 1}), Cost::unit(), {{-0.8, 0, 0, 0.8}});
  CHECK(short_by_rounding.flow == Values{0.7, 0.1, 0.7, 0.1});
  // 1e13 + 1 is what it says.
  CHECK_THROWS_WITH(with({1e13, 1, 1}, {-1e13, 1e13, 1, 0}),
                    ContainsSubstring("the demands add up to 1, not to 0"));
  CHECK_THROWS_WITH(with({1e13, 0, 1}, {-1e13 - 1, 1e13, 1, 0}),
                    ContainsSubstring("at least 1 cannot arrive"));
}

TEST_CASE("minimum_cost_flow knows a negative cycle from a rounded one as bellman_ford does") {
  const Graph ring = Sample{3, {{0, 1}, {1, 2}, {2, 0}}}.graph();
  const Capacity endless = Capacity::given(ring, Values(3, inf));
  const Values none(3, 0.0);
  // Entries: 0 → 1, 1 → 2, 2 → 0. In binary these add up to −2.8e-17; 2^-51 of 0.6 is ten times as
  // much.
  const Cost rounded = Cost::given(ring, Values{-0.1, -0.2, 0.3});
  CHECK(minimum_cost_flow(ring, endless, rounded, {none}).flow == none);
  CHECK_NOTHROW(aidnet::bellman_ford(ring, rounded, {0}));
  const Cost negative = Cost::given(ring, Values{-0.1, -0.2, 0.3 - 0x1p-50});
  CHECK_THROWS_AS(minimum_cost_flow(ring, endless, negative, {none}), aidnet::NegativeCycleError);
  CHECK_THROWS_AS(aidnet::bellman_ford(ring, negative, {0}), aidnet::NegativeCycleError);
  // However little it is beside other costs.
  const Graph more = Sample{4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}}.graph();
  const Cost beside = Cost::given(more, Values{1, 1, -3, 1e60});
  CHECK_THROWS_WITH(
      minimum_cost_flow(more, Capacity::given(more, Values(4, inf)), beside, {{0, 0, 0, 0}}),
      ContainsSubstring("the cycle 0 → 1 → 2 → 0"));
}

TEST_CASE("minimum_cost_flow of capacities and costs of any size") {
  // Far more can pass than is needed: no digit is lost.
  const Sample wide{3, {{0, 1, 1e300}, {1, 2, 1e-290}, {0, 2, 5.0}}};
  const Graph graph = wide.graph();
  const Capacity capacity = Capacity::of_weights(graph);
  const auto flow = minimum_cost_flow(graph, capacity, Cost::unit(), {{-1, 0, 1}});
  CHECK(flow.flow == Values{0, 1, 0});
  // Entries: 0 → 1, 0 → 2, 1 → 2.
  const auto dear =
      minimum_cost_flow(graph, Capacity::given(graph, Values{2, 1, inf}),
                        Cost::given(graph, Values{1e-200, 1e200, 1e-200}), {{-3, 0, 3}});
  CHECK(dear.flow == Values{2, 1, 2});
  CHECK(dear.cost == 1e200);
  CHECK_THROWS_AS(minimum_cost_flow(graph, Capacity::given(graph, Values{0, inf, 0}),
                                    Cost::given(graph, Values{0, 1e200, 0}), {{-1e200, 0, 1e200}}),
                  aidnet::SizeError);
  const Graph pairs = Sample{4, {{0, 2}, {1, 3}}}.graph();
  CHECK_THROWS_AS(minimum_cost_flow(pairs, Capacity::of_weights(pairs), Cost::unit(),
                                    {{-1.7e308, -1.7e308, 1.7e308, 1.7e308}}),
                  aidnet::SizeError);
}
