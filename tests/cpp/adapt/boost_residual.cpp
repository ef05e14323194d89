#include <algorithm>
#include <limits>
#include <vector>

#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include "aidnet/adapt/boost.hpp"
#include "aidnet/core/builder.hpp"
#include "catch.hpp"
#include "sample.hpp"

namespace adapt = aidnet::adapt;
using adapt::Edge;
using adapt::Residual;
using aidnet::Capacity;
using aidnet::Graph;
using aidnet::index_t;
using testing_support::at;
using testing_support::Sample;

namespace {

template <class G>
struct ResidualConcepts {
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, index_t, boost::vertex_index_t>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, Edge, boost::edge_index_t>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, Edge, boost::edge_capacity_t>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, Edge, boost::edge_reverse_t>));
  BOOST_CONCEPT_ASSERT((boost::PropertyGraphConcept<G, Edge, boost::edge_residual_capacity_t>));
};
template struct ResidualConcepts<Residual>;

double push_relabel(Residual& view, index_t from, index_t to) {
  return boost::push_relabel_max_flow(view, from, to);
}

double boykov_kolmogorov(Residual& view, index_t from, index_t to) {
  const auto index = get(boost::vertex_index, view);
  std::vector<Edge> predecessor(num_vertices(view));
  std::vector<boost::default_color_type> color(num_vertices(view));
  std::vector<long> distance(num_vertices(view));
  return boost::boykov_kolmogorov_max_flow(
      view, get(boost::edge_capacity, view), get(boost::edge_residual_capacity, view),
      get(boost::edge_reverse, view), boost::make_iterator_property_map(predecessor.begin(), index),
      boost::make_iterator_property_map(color.begin(), index),
      boost::make_iterator_property_map(distance.begin(), index), index, from, to);
}

/// Up to 9 nodes, with loops, antiparallel arcs and zeros; whole numbers, which add up exactly.
Graph small_network(std::uint64_t seed) {
  testing_support::Rng rng(seed);
  Sample sample{2 + testing_support::draw(rng, 8), {}, seed % 3 != 0};
  const index_t arcs = testing_support::draw(rng, 4 * sample.nodes);
  for (index_t k = 0; k < arcs; ++k)
    sample.arcs.push_back({testing_support::draw(rng, sample.nodes),
                           testing_support::draw(rng, sample.nodes),
                           static_cast<double>(testing_support::draw(rng, 10))});
  return sample.graph();
}

using MaxFlow = double (*)(Residual&, index_t, index_t);

/// By definition: the cheapest of all ways to part `from` and `to`.
double smallest_cut(const Graph& g, const Capacity& capacity, index_t from, index_t to) {
  double smallest = std::numeric_limits<double>::infinity();
  for (unsigned side = 0; side < 1U << g.node_count(); ++side) {
    const auto inside = [&](index_t u) { return (side >> u & 1U) != 0; };
    if (!inside(from) || inside(to)) continue;
    double cut = 0.0;
    for (index_t e = 0; e < g.entry_count(); ++e)
      if (inside(g.entry_source(e)) && !inside(g.indices()[at(e)])) cut += capacity.values()[at(e)];
    smallest = std::min(smallest, cut);
  }
  return smallest;
}

/// The flow keeps within the capacities, is conserved, and leaves `from` with `value`.
void check_flow(const Graph& g, const Capacity& capacity, const Residual& view, index_t from,
                index_t to, double value) {
  const std::vector<double> flow = view.flows();
  REQUIRE(flow.size() == g.indices().size());
  std::vector<double> balance(at(g.node_count()));
  for (index_t e = 0; e < g.entry_count(); ++e) {
    CHECK(flow[at(e)] >= 0.0);
    CHECK(flow[at(e)] <= capacity.values()[at(e)]);
    balance[at(g.entry_source(e))] -= flow[at(e)];
    balance[at(g.indices()[at(e)])] += flow[at(e)];
  }
  for (index_t u = 0; u < g.node_count(); ++u)
    CHECK(balance[at(u)] == (u == from ? -value : u == to ? value : 0.0));
}

/// The nodes that arcs with something left lead to from `from`: one side of a smallest cut.
std::vector<bool> reached(const Residual& view, index_t from) {
  std::vector<bool> seen(num_vertices(view));
  std::vector<index_t> open{from};
  seen[at(from)] = true;
  while (!open.empty()) {
    const index_t u = open.back();
    open.pop_back();
    for (auto [e, end] = out_edges(u, view); e != end; ++e) {
      if (seen[at(e->target)] || get(boost::edge_residual_capacity, view, *e) == 0.0) continue;
      seen[at(e->target)] = true;
      open.push_back(e->target);
    }
  }
  return seen;
}

}  // namespace

TEST_CASE("the residual view pairs every arc with one that takes flow back", "[adapt][boost]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const Graph g = testing_support::random_sample(seed).graph();
    const Capacity capacity = Capacity::of_weights(g);
    const Residual view = adapt::residual(g, capacity);
    const auto reverse = get(boost::edge_reverse, view);

    std::size_t forward = 0;
    index_t number = 0;
    for (auto [arc, end] = edges(view); arc != end; ++arc, ++number) {
      const Edge e = *arc;
      const Edge back = get(reverse, e);
      REQUIRE(get(boost::edge_index, view, e) == number);
      REQUIRE(get(reverse, back) == e);
      CHECK(source(back, view) == target(e, view));
      CHECK(target(back, view) == source(e, view));
      CHECK(source(e, view) != target(e, view));
      const index_t entry = view.entry(e);
      REQUIRE((entry == aidnet::no_index) != (view.entry(back) == aidnet::no_index));
      const double c = get(boost::edge_capacity, view, e);
      CHECK(c == (entry == aidnet::no_index ? 0.0 : g.weights()[at(entry)]));
      if (entry == aidnet::no_index) continue;
      CHECK(g.find_entry(source(e, view), target(e, view)) == entry);
      ++forward;
    }
    std::size_t expected = 0;
    for (auto [e, end] = edges(g); e != end; ++e)
      expected += e->source != e->target && g.weights()[at(e->entry)] > 0.0;
    CHECK(forward == expected);
    CHECK(num_edges(view) == 2 * expected);

    std::size_t listed = 0;
    for (auto [u, last] = vertices(view); u != last; ++u) {
      const auto [out, end] = out_edges(*u, view);
      CHECK(static_cast<std::size_t>(end - out) == out_degree(*u, view));
      listed += out_degree(*u, view);
      for (auto e = out; e != end; ++e) CHECK(source(*e, view) == *u);
      CHECK(std::equal(out, end, adjacent_vertices(*u, view).first,
                       [](const Edge& e, index_t v) { return e.target == v; }));
    }
    CHECK(listed == num_edges(view));
  }
}

TEST_CASE("maximum flow of CLRS, figure 26.1, is 23", "[adapt][boost]") {
  enum : index_t { s, v1, v2, v3, v4, t };
  const Graph g = Sample{
      6,
      {{s, v1, 16},
       {s, v2, 13},
       {v1, v2, 10},
       {v1, v3, 12},
       {v2, v1, 4},
       {v2, v4, 14},
       {v3, v2, 9},
       {v3, t, 20},
       {v4, v3, 7},
       {v4, t, 4}}}.graph();
  const Capacity capacity = Capacity::of_weights(g);
  for (const MaxFlow max_flow : {push_relabel, boykov_kolmogorov}) {
    Residual view = adapt::residual(g, capacity);
    CHECK(max_flow(view, s, t) == 23.0);
    check_flow(g, capacity, view, s, t, 23.0);
    // The one smallest cut: v1 → v3, v4 → v3, v4 → t with 12 + 7 + 4.
    CHECK(reached(view, s) == std::vector<bool>{true, true, true, false, true, false});
  }
}

TEST_CASE("both maximum flows equal the smallest cut on random graphs", "[adapt][boost]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const Graph g = small_network(seed);
    const Capacity capacity = Capacity::of_weights(g);
    const index_t from = 0;
    const index_t to = g.node_count() - 1;
    const double cut = smallest_cut(g, capacity, from, to);
    for (const MaxFlow max_flow : {push_relabel, boykov_kolmogorov}) {
      Residual view = adapt::residual(g, capacity);
      CHECK(max_flow(view, from, to) == cut);
      check_flow(g, capacity, view, from, to, cut);
    }
  }
}

TEST_CASE("infinite capacities: bounded by a finite cut, or reported", "[adapt][boost]") {
  const Graph g = Sample{4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}}}.graph();
  const double inf = std::numeric_limits<double>::infinity();
  const double bounded[] = {inf, 2, inf, 5};  // 0→1 0→3 1→2 2→3
  const double unbounded[] = {inf, 2, inf, inf};
  for (const MaxFlow max_flow : {push_relabel, boykov_kolmogorov}) {
    Residual view = adapt::residual(g, Capacity::given(g, bounded));
    CHECK(view.unlimited() > 7.0);
    CHECK(max_flow(view, 0, 3) == 7.0);
    CHECK(view.flows() == std::vector<double>{5, 2, 5, 5});
    view = adapt::residual(g, Capacity::given(g, unbounded));
    CHECK(max_flow(view, 0, 3) >= view.unlimited());
  }
}

TEST_CASE("a residual view is refused for what cannot be added up", "[adapt][boost]") {
  const Graph g = aidnet::Builder(3).add(0, 1).add(1, 2).build();
  const Graph other = aidnet::Builder(3).add(0, 1).build();
  const double huge[] = {1e308, 1e308};
  CHECK_THROWS_AS(adapt::residual(other, Capacity::of_weights(g)), aidnet::ValidationError);
  CHECK_THROWS_AS(adapt::residual(g, Capacity::given(g, huge)), aidnet::ValidationError);
  CHECK(num_vertices(Residual()) == 0);
}
