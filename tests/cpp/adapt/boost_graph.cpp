#include "aidnet/adapt/boost.hpp"

#include <limits>
#include <set>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>

#include "aidnet/core/builder.hpp"
#include "catch.hpp"
#include "sample.hpp"

namespace adapt = aidnet::adapt;
using adapt::Edge;
using aidnet::Graph;
using aidnet::index_t;
using aidnet::Length;
using testing_support::at;
using testing_support::Sample;

namespace {

static_assert(std::is_same_v<boost::graph_traits<Graph>::vertex_descriptor, index_t>);
static_assert(std::is_same_v<boost::graph_traits<const Graph>::edge_descriptor, Edge>);
static_assert(boost::is_directed_bidirectional_graph<Graph>::value);
static_assert(!boost::is_multigraph<Graph>::value);
static_assert(boost::is_adjacency_matrix<const Graph>::value);

template <class L>
concept MakesLengthMap = requires(const Graph& g, L&& length) {
  adapt::length_map(g, std::forward<L>(length));
};
static_assert(MakesLengthMap<const Length&>);
static_assert(!MakesLengthMap<Length>, "a map of a temporary length would dangle");

template <class G>
struct GraphConcepts {
  using Node = typename boost::graph_traits<G>::vertex_descriptor;
  using Arc = typename boost::graph_traits<G>::edge_descriptor;
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, Node, boost::vertex_index_t>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, Arc, boost::edge_index_t>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, Arc, boost::edge_weight_t>));
};
template struct GraphConcepts<Graph>;

template <class Values>
auto node_map(Values& values, const Graph& g) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, g));
}

std::vector<double> dijkstra(const Graph& g, index_t from, adapt::LengthMap<Edge> lengths) {
  std::vector<double> distance(num_vertices(g));
  boost::dijkstra_shortest_paths(g, from,
                                 boost::weight_map(lengths).distance_map(node_map(distance, g)));
  return distance;
}

void check_view_is_the_csr(const Graph& g) {
  REQUIRE(num_vertices(g) == at(g.node_count()));
  REQUIRE(num_edges(g) == at(g.entry_count()));
  const auto index_of = get(boost::edge_index, g);
  const auto weight_of = get(boost::edge_weight, g);

  index_t entry = 0;
  for (auto [e, end] = edges(g); e != end; ++e, ++entry) {
    CHECK(get(index_of, *e) == entry);
    CHECK(source(*e, g) == g.entry_source(entry));
    CHECK(target(*e, g) == g.indices()[at(entry)]);
    CHECK(get(weight_of, *e) == g.weights()[at(entry)]);
    CHECK(get(boost::edge_weight, g, *e) == g.weights()[at(entry)]);
  }
  REQUIRE(entry == g.entry_count());

  index_t node = 0;
  for (auto [u, end] = vertices(g); u != end; ++u, ++node) {
    REQUIRE(*u == node);
    CHECK(degree(*u, g) == out_degree(*u, g) + in_degree(*u, g));

    const auto [out, out_end] = out_edges(*u, g);
    REQUIRE(at(static_cast<index_t>(out_end - out)) == out_degree(*u, g));
    REQUIRE(out_degree(*u, g) == g.out_neighbors(*u).size());
    for (std::size_t k = 0; k < out_degree(*u, g); ++k) {
      const Edge e = out[static_cast<std::ptrdiff_t>(k)];
      CHECK(e.source == *u);
      CHECK(e.target == g.out_neighbors(*u)[k]);
      CHECK(e.entry == g.find_entry(*u, e.target));
    }
    const auto [in, in_end] = in_edges(*u, g);
    REQUIRE(at(static_cast<index_t>(in_end - in)) == in_degree(*u, g));
    REQUIRE(in_degree(*u, g) == g.in_neighbors(*u).size());
    for (std::size_t k = 0; k < in_degree(*u, g); ++k) {
      const Edge e = in[static_cast<std::ptrdiff_t>(k)];
      CHECK(e.source == g.in_neighbors(*u)[k]);
      CHECK(e.target == *u);
      CHECK(e.entry == g.find_entry(e.source, *u));
    }
    const auto [next, next_end] = adjacent_vertices(*u, g);
    CHECK(std::equal(next, next_end, g.out_neighbors(*u).begin(), g.out_neighbors(*u).end()));
    const auto [before, before_end] = inv_adjacent_vertices(*u, g);
    CHECK(std::equal(before, before_end, g.in_neighbors(*u).begin(), g.in_neighbors(*u).end()));

    for (index_t v = 0; v < g.node_count(); ++v) {
      const auto [e, found] = edge(*u, v, g);
      CHECK(found == g.has_edge(*u, v));
      CHECK(e.entry == g.find_entry(*u, v));
    }
  }
  REQUIRE(node == g.node_count());
}

}  // namespace

TEST_CASE("iterating over Boost's interface gives exactly the CSR", "[adapt][boost]") {
  check_view_is_the_csr(Graph());
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const Graph g = testing_support::random_sample(seed).graph();
    check_view_is_the_csr(g);
    check_view_is_the_csr(g.reverse());
  }
}

TEST_CASE("arcs compare, order and hash by their entry", "[adapt][boost]") {
  const Graph g = aidnet::Builder(3).add(0, 1).add(0, 2).add(2, 0).build();
  const Edge out = *out_edges(2, g).first;
  const Edge in = *in_edges(0, g).first;
  CHECK(out == in);
  CHECK(edge(0, 1, g).first < out);
  CHECK(std::hash<Edge>()(out) == hash_value(in));
  const auto [first, last] = edges(g);
  CHECK(std::unordered_set<Edge>(first, last).size() == 3);
}

TEST_CASE("Boost's Dijkstra on the example of CLRS, figure 24.6", "[adapt][boost]") {
  enum : index_t { s, t, x, y, z };
  const Graph g = Sample{
      5,
      {{s, t, 10},
       {s, y, 5},
       {t, x, 1},
       {t, y, 2},
       {x, z, 4},
       {y, t, 3},
       {y, x, 9},
       {y, z, 2},
       {z, s, 7},
       {z, x, 6}}}.graph();
  const Length length = Length::given(g, g.weights());
  CHECK(dijkstra(g, s, adapt::length_map(g, length)) == std::vector<double>{0, 8, 9, 5, 7});
  CHECK(dijkstra(g, s, adapt::length_map(g)) == std::vector<double>{0, 1, 2, 1, 2});
  const Length unit = Length::unit();
  CHECK(dijkstra(g, s, adapt::length_map(g, unit)) == std::vector<double>{0, 1, 2, 1, 2});
}

TEST_CASE("entries of weight zero are no arcs for paths", "[adapt][boost]") {
  const Graph g = aidnet::Builder(3).add(0, 1, 0.0).add(0, 2, 4.0).add(2, 1, 2.0).build();
  const Length reciprocal = Length::reciprocal(g);
  const double given[] = {1.0, 1.0, 1.0};
  const Length same = Length::given(g, given);
  CHECK(dijkstra(g, 0, adapt::length_map(g, reciprocal)) == std::vector<double>{0, 0.75, 0.25});
  CHECK(dijkstra(g, 0, adapt::length_map(g, same)) == std::vector<double>{0, 2, 1});
  CHECK(dijkstra(g, 0, adapt::length_map(g)) == std::vector<double>{0, 2, 1});
  CHECK(dijkstra(g, 1, adapt::length_map(g))[0] == std::numeric_limits<double>::max());
}

TEST_CASE("a length or capacity of another graph is refused", "[adapt][boost]") {
  const Graph g = aidnet::Builder(2).add(0, 1).build();
  const Graph other = aidnet::Builder(2).add(0, 1).add(1, 0).build();
  const Length length = Length::reciprocal(other);
  const aidnet::Capacity capacity = aidnet::Capacity::of_weights(other);
  CHECK_THROWS_AS(adapt::length_map(g, length), aidnet::ValidationError);
  CHECK_THROWS_AS(adapt::capacity_map(g, capacity), aidnet::ValidationError);
  CHECK(get(adapt::capacity_map(other, capacity), edge(1, 0, other).first) == 1.0);
}

TEST_CASE("Boost's Brandes betweenness of a diamond with a tail", "[adapt][boost]") {
  // Two shortest paths lead from 0 to 3, over 1 and over 2; all go on to 4 by one arc.
  const Graph g = Sample{5, {{0, 1}, {0, 2, 2}, {1, 3}, {2, 3, 2}, {3, 4}}}.graph();
  std::vector<double> node(num_vertices(g));
  std::vector<double> arc(num_edges(g));
  const auto arc_map = boost::make_iterator_property_map(arc.begin(), get(boost::edge_index, g));

  boost::brandes_betweenness_centrality(
      g, boost::centrality_map(node_map(node, g)).edge_centrality_map(arc_map));
  CHECK(node == std::vector<double>{0, 1, 1, 3, 0});
  CHECK(arc == std::vector<double>{2, 2, 3, 3, 4});  // 0→1 0→2 1→3 2→3 3→4

  // With lengths 1 / w the way over 2 is the only shortest one.
  const Length length = Length::reciprocal(g);
  boost::brandes_betweenness_centrality(g, boost::centrality_map(node_map(node, g))
                                               .edge_centrality_map(arc_map)
                                               .weight_map(adapt::length_map(g, length)));
  CHECK(node == std::vector<double>{0, 0, 2, 3, 0});
  CHECK(arc == std::vector<double>{1, 3, 2, 4, 4});
}

TEST_CASE("Boost's strong components on the example of CLRS, figure 22.9", "[adapt][boost]") {
  enum : index_t { a, b, c, d, e, f, g, h };
  const Graph graph = Sample{
      8,
      {{a, b},
       {b, c},
       {b, e},
       {b, f},
       {c, d},
       {c, g},
       {d, c},
       {d, h},
       {e, a},
       {e, f},
       {f, g},
       {g, f},
       {g, h},
       {h, h}}}.graph();
  std::vector<int> component(num_vertices(graph));
  CHECK(boost::strong_components(graph, node_map(component, graph)) == 4);
  CHECK(component[a] == component[b]);
  CHECK(component[a] == component[e]);
  CHECK(component[c] == component[d]);
  CHECK(component[f] == component[g]);
  CHECK(std::set<int>{component[a], component[c], component[f], component[h]}.size() == 4);
}
