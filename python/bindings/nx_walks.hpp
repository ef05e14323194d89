#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nx_adjacency.hpp"

// Visits of all nodes in exactly NetworkX's order; each is linear and without recursion.
namespace nx {

/// What a breadth-first search found, in the order of discovery.
struct BreadthFirst {
  std::vector<index_t> node;
  std::vector<index_t> parent;  ///< −1 for a source
  std::vector<index_t> depth;
};

/// From several nodes at once, `depth_limit` steps far.
BreadthFirst breadth_first(const Adjacency& graph, std::span<const index_t> sources,
                           index_t depth_limit);

/// The steps of a depth-first search, as networkx.dfs_labeled_edges tells them.
struct DepthFirst {
  enum Label : std::int8_t { forward, nontree, reverse, depth_limited };
  std::vector<index_t> source;
  std::vector<index_t> target;
  std::vector<std::int8_t> label;
};

/// `all_steps` false: only forward ones, without those to the roots themselves.
DepthFirst depth_first(const Adjacency& graph, std::span<const index_t> roots, index_t depth_limit,
                       bool all_steps);

/// The strong component of each node, numbered in the order in which they are completed.
struct StrongComponents {
  std::vector<index_t> component;
  index_t count = 0;
};
StrongComponents strong_components(const Adjacency& graph);

/// The nodes by generations: nothing leads to a node but from earlier ones. Nodes on or after a
/// cycle are left out.
struct Generations {
  std::vector<index_t> node;
  std::vector<index_t> generation;  ///< of each of `node`
};
Generations topological_generations(const Adjacency& graph);

/// 1 and 0 such that neighbours differ, nodes in the order of colouring; empty where that cannot
/// be. `reversed` are the same edges turned round (the graph itself, if undirected).
struct Colors {
  std::vector<index_t> node;
  std::vector<index_t> color;
  bool exists = true;
};
Colors two_colors(const Adjacency& graph, const Adjacency* reversed);

/// The blocks of an undirected graph and what holds them together, in NetworkX's order.
struct Biconnected {
  std::vector<index_t> source;  ///< ends of the edges, block after block
  std::vector<index_t> target;
  std::vector<index_t> block;         ///< of each edge
  std::vector<index_t> articulation;  ///< nodes, each once
};
Biconnected biconnected(const Adjacency& graph);

/// The greatest common divisor of the lengths of all cycles of a strongly connected graph.
index_t period(const Adjacency& graph);

/// The graph with every edge turned round; neighbours in ascending order.
Adjacency reversed(const Adjacency& graph);

}  // namespace nx
