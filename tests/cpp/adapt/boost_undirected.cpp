#include <cmath>
#include <set>
#include <vector>

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/circle_layout.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/fruchterman_reingold.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/topology.hpp>

#include "aidnet/adapt/boost.hpp"
#include "aidnet/core/builder.hpp"
#include "catch.hpp"
#include "sample.hpp"

namespace adapt = aidnet::adapt;
using adapt::Undirected;
using adapt::UndirectedEdge;
using aidnet::Graph;
using aidnet::index_t;
using testing_support::at;
using testing_support::Sample;

namespace {

static_assert(boost::is_undirected_graph<Undirected>::value);
static_assert(!boost::is_multigraph<Undirected>::value);

template <class G>
struct UndirectedConcepts {
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, index_t, boost::vertex_index_t>));
  BOOST_CONCEPT_ASSERT(
      (boost::ReadablePropertyGraphConcept<G, UndirectedEdge, boost::edge_index_t>));
  BOOST_CONCEPT_ASSERT(
      (boost::ReadablePropertyGraphConcept<G, UndirectedEdge, boost::edge_weight_t>));
};
template struct UndirectedConcepts<Undirected>;

template <class Values>
auto node_map(Values& values, const Undirected& g) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, g));
}
template <class Values>
auto edge_map(Values& values, const Undirected& g) {
  return boost::make_iterator_property_map(values.begin(), get(boost::edge_index, g));
}

/// The view against the definition: one edge for each pair {u, v} with an arc either way.
void check_view(const Graph& g) {
  const Undirected view = adapt::undirected(g);
  const index_t n = g.node_count();
  REQUIRE(num_vertices(view) == at(n));
  const auto index_of = get(boost::edge_index, view);
  const auto weight_of = get(boost::edge_weight, view);

  std::size_t pairs = 0;
  std::size_t ends = 0;
  for (index_t u = 0; u < n; ++u) {
    ends += degree(u, view);
    for (index_t v = 0; v < n; ++v) {
      const bool tied = g.has_edge(u, v) || g.has_edge(v, u);
      pairs += tied && u <= v;
      const auto [e, found] = edge(u, v, view);
      REQUIRE(found == tied);
      if (!found) continue;
      CHECK(source(e, view) == u);
      CHECK(target(e, view) == v);
      CHECK(e == edge(v, u, view).first);
      CHECK(std::hash<UndirectedEdge>()(e) == hash_value(edge(v, u, view).first));
      const bool both = g.is_directed() && u != v;
      CHECK(get(weight_of, e) == (both ? g.weight(u, v) + g.weight(v, u) : g.weight(u, v)));
    }
    index_t k = 0;
    for (auto [out, end] = out_edges(u, view); out != end; ++out, ++k) {
      CHECK(*out == edge(u, view.graph().out_neighbors(u)[at(k)], view).first);
      CHECK(source(*out, view) == u);
      CHECK(target(*out, view) == adjacent_vertices(u, view).first[k]);
    }
    CHECK(out_degree(u, view) == at(k));
    k = 0;
    for (auto [in, end] = in_edges(u, view); in != end; ++in, ++k) {
      CHECK(target(*in, view) == u);
      CHECK(*in == edge(source(*in, view), u, view).first);
    }
    CHECK(in_degree(u, view) == at(k));
  }
  REQUIRE(num_edges(view) == pairs);
  CHECK(ends == 2 * pairs);

  index_t number = 0;
  for (auto [e, end] = edges(view); e != end; ++e, ++number) {
    CHECK(get(index_of, *e) == number);
    CHECK(source(*e, view) <= target(*e, view));
    CHECK(*e == edge(source(*e, view), target(*e, view), view).first);
  }
  REQUIRE(at(number) == pairs);
}

}  // namespace

TEST_CASE("the undirected view has each pair once, equal from both ends", "[adapt][boost]") {
  check_view(Graph());
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    check_view(testing_support::random_sample(seed).graph());
  }
}

TEST_CASE("the view of an undirected graph shares it, and outlives the handle", "[adapt][boost]") {
  Undirected view;
  CHECK(num_vertices(view) == 0);
  {
    const Graph g = aidnet::Builder(2, {.directed = false}).add(0, 1, 3).build();
    view = adapt::undirected(g);
    CHECK(view.graph().indices().data() == g.indices().data());
  }
  CHECK(get(boost::edge_weight, view, *edges(view).first) == 3.0);
}

TEST_CASE("Boost's connected components ignore direction", "[adapt][boost]") {
  const Graph g = Sample{6, {{1, 0}, {1, 2}, {4, 3}, {4, 4}}}.graph();
  const Undirected view = adapt::undirected(g);
  std::vector<int> component(num_vertices(view));
  CHECK(boost::connected_components(view, node_map(component, view)) == 3);
  CHECK(component == std::vector<int>{0, 0, 0, 1, 1, 2});
}

TEST_CASE("Boost's biconnected components of two triangles and a tail", "[adapt][boost]") {
  // Triangles 0 1 2 and 2 3 4 share node 2; node 5 hangs on node 4. Some arcs go both ways.
  const Graph g =
      Sample{6, {{0, 1}, {1, 0}, {1, 2}, {2, 0}, {2, 3}, {4, 3}, {4, 2}, {2, 4}, {5, 4}}}.graph();
  const Undirected view = adapt::undirected(g);
  REQUIRE(num_edges(view) == 7);
  std::vector<std::size_t> part(num_edges(view));
  std::vector<index_t> joints;
  const auto [count, end] =
      boost::biconnected_components(view, edge_map(part, view), std::back_inserter(joints));
  CHECK(count == 3);
  CHECK(std::set<index_t>(joints.begin(), joints.end()) == std::set<index_t>{2, 4});
  const auto part_of = [&](index_t u, index_t v) {
    return part[at(get(boost::edge_index, view, edge(u, v, view).first))];
  };
  CHECK(part_of(0, 1) == part_of(2, 1));
  CHECK(part_of(0, 1) == part_of(0, 2));
  CHECK(part_of(2, 3) == part_of(3, 4));
  CHECK(part_of(2, 3) == part_of(2, 4));
  CHECK(std::set<std::size_t>{part_of(0, 1), part_of(2, 3), part_of(5, 4)}.size() == 3);
}

TEST_CASE("Boost's spanning tree takes the lengths of a length map", "[adapt][boost]") {
  // The strongest ties are the shortest: the square's weakest tie, 3 – 0, is left out.
  const Graph g = Sample{4, {{0, 1, 5}, {1, 2, 4}, {2, 3, 3}, {3, 0, 2}}, false}.graph();
  const Undirected view = adapt::undirected(g);
  const aidnet::Length length = aidnet::Length::reciprocal(view.graph());
  std::vector<UndirectedEdge> tree;
  boost::kruskal_minimum_spanning_tree(view, std::back_inserter(tree),
                                       boost::weight_map(adapt::length_map(view, length)));
  CHECK(tree == std::vector<UndirectedEdge>{edge(0, 1, view).first, edge(2, 1, view).first,
                                            edge(3, 2, view).first});
  CHECK(get(adapt::length_map(view), tree.front()) == 1.0);
}

TEST_CASE("Boost's Fruchterman–Reingold layout balances attraction and repulsion",
          "[adapt][boost]") {
  // A tied pair at distance d attracts by d² / k, any pair repels by k² / d, k = √(area / n). Where
  // all pairs are tied, each of them rests at distance k; untied nodes lie further apart.
  using Plane = boost::square_topology<>;
  const auto layout = [](const Undirected& view) {
    const Plane plane(30.0);
    std::vector<Plane::point_type> position(num_vertices(view));
    boost::circle_graph_layout(view, node_map(position, view), 5.0);
    boost::fruchterman_reingold_force_directed_layout(
        view, node_map(position, view), plane,
        boost::force_pairs(boost::all_force_pairs())
            .cooling(boost::linear_cooling<double>(1000, 2.0)));
    return [position](std::size_t u, std::size_t v) {
      return std::hypot(position[u][0] - position[v][0], position[u][1] - position[v][1]);
    };
  };
  const double k = std::sqrt(30.0 * 30.0 / 3.0);

  const Graph triangle = Sample{3, {{0, 1}, {1, 2}, {2, 1}, {0, 2}}}.graph();
  const auto apart = layout(adapt::undirected(triangle));
  CHECK_THAT(apart(0, 1), WithinRel(k, 0.01));
  CHECK_THAT(apart(1, 2), WithinRel(k, 0.01));
  CHECK_THAT(apart(2, 0), WithinRel(k, 0.01));

  const Graph path = aidnet::Builder(3).add(0, 1).add(2, 1).build();
  const auto along = layout(adapt::undirected(path));
  CHECK_THAT(along(0, 1), WithinRel(along(1, 2), 0.01));
  CHECK(along(0, 2) > 1.5 * along(0, 1));
}
