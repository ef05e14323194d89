#pragma once

#include <algorithm>
#include <functional>
#include <set>

#include "components.hpp"
#include "sample.hpp"

namespace testing_support::verify {

using testing_support::at;
using testing_support::Graph;
using testing_support::index_t;
using testing_support::Sample;
using Numbers = std::vector<index_t>;
using Pair = std::pair<index_t, index_t>;

/// Unordered pairs of different nodes with a weight that is not zero, the smaller one first.
inline std::set<Pair> ties_of(const Graph& graph) {
  std::set<Pair> ties;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (index_t v = 0; v < graph.node_count(); ++v)
      if (u != v && graph.weight(u, v) != 0.0) ties.insert(std::minmax(u, v));
  return ties;
}

/// The connected components by these ties, numbered by smallest node; `gone` is in none (−1).
inline Numbers parts(index_t n, const std::set<Pair>& ties, index_t gone = aidnet::no_index) {
  Numbers part(at(n), aidnet::no_index);
  for (index_t start = 0; start < n; ++start) {
    if (start == gone || part[at(start)] != aidnet::no_index) continue;
    part[at(start)] = start;
    for (bool more = true; more;) {
      more = false;
      for (const auto& [u, v] : ties) {
        if (u == gone || v == gone || (part[at(u)] == start) == (part[at(v)] == start)) continue;
        part[at(u)] = part[at(v)] = start;
        more = true;
      }
    }
  }
  return part;
}

inline std::size_t part_count(const Numbers& part) {
  std::set<index_t> numbers(part.begin(), part.end());
  numbers.erase(aidnet::no_index);
  return numbers.size();
}

/// By definition: nodes whose removal leaves more components (a lone node's leaves one less).
inline Numbers articulation_points(const Graph& graph) {
  const std::set<Pair> ties = ties_of(graph);
  const std::size_t whole = part_count(parts(graph.node_count(), ties));
  Numbers points;
  for (index_t u = 0; u < graph.node_count(); ++u)
    if (part_count(parts(graph.node_count(), ties, u)) > whole) points.push_back(u);
  return points;
}

/// By definition: ties whose removal leaves more components.
inline std::set<Pair> bridges(const Graph& graph) {
  const std::set<Pair> ties = ties_of(graph);
  const std::size_t whole = part_count(parts(graph.node_count(), ties));
  std::set<Pair> found;
  for (const Pair& tie : ties) {
    std::set<Pair> others = ties;
    others.erase(tie);
    if (part_count(parts(graph.node_count(), others)) > whole) found.insert(tie);
  }
  return found;
}

/// Blocks of the ties, in the order of `ties_of`, each named by its first one: two ties are in one
/// block if, whatever node is taken away, what is left of them is connected.
inline Numbers blocks(const Graph& graph) {
  const std::set<Pair> set = ties_of(graph);
  const std::vector<Pair> ties(set.begin(), set.end());
  std::vector<Numbers> sides(ties.size());
  for (index_t gone = aidnet::no_index; gone < graph.node_count(); ++gone) {
    const Numbers part = parts(graph.node_count(), set, gone);
    for (std::size_t k = 0; k < ties.size(); ++k)
      sides[k].push_back(part[at(ties[k].first == gone ? ties[k].second : ties[k].first)]);
  }
  Numbers block;
  for (std::size_t k = 0; k < ties.size(); ++k)
    block.push_back(
        static_cast<index_t>(std::find(sides.begin(), sides.end(), sides[k]) - sides.begin()));
  return block;
}

/// Whether some walk along ties returns to where it began; undirected, without the same tie twice.
inline bool has_cycle(const Graph& graph) {
  for (index_t u = 0; u < graph.node_count(); ++u)
    if (graph.weight(u, u) != 0.0) return true;
  if (!graph.is_directed()) {
    const std::set<Pair> ties = ties_of(graph);
    return ties.size() + part_count(parts(graph.node_count(), ties)) > at(graph.node_count());
  }
  Eigen::MatrixXd w = Eigen::MatrixXd::Zero(graph.node_count(), graph.node_count());
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.out_neighbors(u)) w(u, v) = graph.weight(u, v);
  return part_count(strong_components(w)) < at(graph.node_count());
}

/// Whether each node of a list leads to the next one and the last to the first, none twice.
inline bool is_cycle(const Graph& graph, const Numbers& nodes) {
  if (nodes.empty() || std::set<index_t>(nodes.begin(), nodes.end()).size() != nodes.size())
    return false;
  if (!graph.is_directed() && nodes.size() == 2) return false;
  for (std::size_t k = 0; k < nodes.size(); ++k)
    if (graph.weight(nodes[k], nodes[(k + 1) % nodes.size()]) == 0.0) return false;
  return nodes.front() == *std::min_element(nodes.begin(), nodes.end());
}

/// All of them, of up to `longest` nodes, by trying every path; in lexicographic order.
inline std::vector<Numbers> simple_cycles(const Graph& graph, std::size_t longest) {
  std::vector<Numbers> found;
  Numbers path;
  const std::function<void()> extend = [&] {
    const bool other_way = !graph.is_directed() && path.size() > 2 && path[1] > path.back();
    if (is_cycle(graph, path) && !other_way) found.push_back(path);
    if (path.size() == longest) return;
    for (index_t v = path.front() + 1; v < graph.node_count(); ++v) {
      if (graph.weight(path.back(), v) == 0.0) continue;
      if (std::find(path.begin(), path.end(), v) != path.end()) continue;
      path.push_back(v);
      extend();
      path.pop_back();
    }
  };
  for (index_t root = 0; root < graph.node_count(); ++root) {
    path.assign(1, root);
    extend();
  }
  return found;
}

/// The least total cost of what connects each component, by Prim's algorithm on all pairs: infinite
/// cost means no tie.
inline double cheapest_forest(index_t n, const std::function<double(index_t, index_t)>& cost) {
  constexpr double none = std::numeric_limits<double>::infinity();
  std::vector<double> best(at(n), none);
  std::vector<bool> done(at(n), false);
  double total = 0.0;
  for (index_t step = 0; step < n; ++step) {
    index_t next = aidnet::no_index;
    for (index_t u = 0; u < n; ++u)
      if (!done[at(u)] && (next == aidnet::no_index || best[at(u)] < best[at(next)])) next = u;
    if (best[at(next)] < none) total += best[at(next)];
    done[at(next)] = true;
    for (index_t v = 0; v < n; ++v)
      if (v != next) best[at(v)] = std::min(best[at(v)], cost(next, v));
  }
  return total;
}

}  // namespace testing_support::verify
