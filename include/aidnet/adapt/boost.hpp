#pragma once

#include "aidnet/adapt/boost/graph.hpp"
#include "aidnet/adapt/boost/residual.hpp"
#include "aidnet/adapt/boost/undirected.hpp"

/// \file
/// aidnet's graph as graphs of Boost, without a copy of the arcs. Three views:
///
/// * `aidnet::Graph` itself, always as a *directed* graph: an arc for every stored entry, so that
///   an undirected edge is an arc each way. Models VertexListGraph, EdgeListGraph, IncidenceGraph,
///   BidirectionalGraph, AdjacencyGraph and AdjacencyMatrix.
/// * `adapt::undirected(graph)`: the graph without directions, each pair once. The same concepts
///   with `undirected_tag`. For components, biconnectivity, spanning trees, layouts.
/// * `adapt::residual(graph, capacity)`: arcs and reverse arcs with capacities, for maximum flows.
///   Models VertexListGraph, EdgeListGraph, IncidenceGraph and AdjacencyGraph.
///
/// Nodes are the indices 0 … n − 1; edges are small values (`adapt::Edge`, `adapt::UndirectedEdge`)
/// that compare, order and hash by their number. Property maps: `vertex_index`, `edge_index` and
/// `edge_weight` (the strength) by `get(tag, graph)`; lengths by `adapt::length_map`, capacities by
/// `adapt::capacity_map`. Boost's path algorithms take the strength for a length unless they are
/// told otherwise: always give them a `weight_map`.
///
/// All functions are O(1) and allocate nothing, except `edge(u, v, graph)` and the undirected
/// `degree` (a binary search), and the first use of an in-edge (the transpose, once a graph).
/// Iterators and maps point into the graph and must not outlive it; `undirected` and `residual`
/// keep what they need themselves. Reading from several threads is safe; an algorithm that runs on
/// a residual view writes into it.
///
/// Zero weights are arcs here, as they are entries, although aidnet's measures take them for no
/// ties: give Boost `graph.without_zeros()` to agree with them. A length map makes them infinitely
/// long, which suits Dijkstra but not the counting of paths.
///
///     #include <boost/graph/dijkstra_shortest_paths.hpp>
///     #include "aidnet/adapt/boost.hpp"
///
///     const aidnet::Length length = aidnet::Length::reciprocal(graph);
///     std::vector<double> distance(num_vertices(graph));
///     boost::dijkstra_shortest_paths(
///         graph, 0,
///         boost::weight_map(aidnet::adapt::length_map(graph, length))
///             .distance_map(boost::make_iterator_property_map(
///                 distance.begin(), get(boost::vertex_index, graph))));
///
/// Where Boost reaches no node it leaves the largest double, not infinity, as distance. Its
/// push-relabel asserts (without NDEBUG) that conservation holds to the last bit, so give it whole
/// numbers or build with NDEBUG.
