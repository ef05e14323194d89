// The same graph as a graph of Boost and as a matrix of Eigen.

#include <aidnet/adapt/boost.hpp>
#include <aidnet/adapt/eigen.hpp>
#include <aidnet/core/builder.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <cmath>
#include <cstdio>
#include <vector>

int main() {
  const auto graph = aidnet::Builder(3).add(0, 1, 5.0).add(1, 0, 2.0).add(2, 0, 1.0).build();

  // From 2 by way of 0: 1/1 + 1/5.
  const auto length = aidnet::Length::reciprocal(graph);
  std::vector<double> distance(num_vertices(graph));
  boost::dijkstra_shortest_paths(graph, aidnet::index_t{2},
                                 boost::weight_map(aidnet::adapt::length_map(graph, length))
                                     .distance_map(boost::make_iterator_property_map(
                                         distance.begin(), get(boost::vertex_index, graph))));

  // What each party gives.
  const auto matrix = aidnet::adapt::matrix(graph);
  const Eigen::VectorXd given = matrix * Eigen::VectorXd::Ones(matrix.cols());

  std::printf("distance %.3f, given %.1f\n", distance[1], given.sum());
  const bool shared = matrix.valuePtr() == graph.weights().data();
  return std::abs(distance[1] - 1.2) < 1e-12 && given.sum() == 8.0 && shared ? 0 : 1;
}
