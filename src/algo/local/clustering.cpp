#include "aidnet/algo/local/clustering.hpp"

#include <algorithm>
#include <cmath>

#include "algo/partner_ties_detail.hpp"
#include "algo/triangles_detail.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using Method = ClusteringMethod;

using detail::at;

/// The largest weight between two nodes; 1 if there is none.
double largest_weight(const Graph& graph) {
  double most = 0.0;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto targets = graph.out_neighbors(u);
    const auto weights = graph.out_weights(u);
    for (std::size_t k = 0; k < targets.size(); ++k)
      if (targets[k] != u) most = std::max(most, weights[k]);
  }
  return most > 0.0 ? most : 1.0;
}

/// What each pair of partners brings into a triangle: its three values are multiplied; for barrat
/// those are added that meet at the node, for ldbc the third one counts.
Csr values_of_pairs(const Graph& graph, Method method, const Control& control) {
  if (method == Method::watts_strogatz) return detail::partner_ties(graph, control);
  if (method == Method::fagiolo || method == Method::ldbc)
    return detail::partner_ties(graph, control, [](double out, double in) {
      return (out != 0.0 ? 1.0 : 0.0) + (in != 0.0 ? 1.0 : 0.0);
    });
  if (method == Method::barrat)
    return detail::partner_ties(graph, control, [](double out, double in) { return out + in; });
  const double most = largest_weight(graph);
  if (method == Method::fagiolo_weighted)
    return detail::partner_ties(graph, control, [most](double out, double in) {
      return std::cbrt(out / most) + std::cbrt(in / most);
    });
  Csr pairs = detail::partner_ties(
      graph, control, [most](double out, double in) { return out / most + in / most; });
  double heaviest = 0.0;
  for (const double v : pairs.weights) heaviest = std::max(heaviest, v);
  for (double& v : pairs.weights) v = std::cbrt(v / heaviest);
  return pairs;
}

/// What the sum over the triangles at a node is divided by: its value if all were there.
double most_possible(const Csr& pairs, const std::vector<std::int64_t>& arcs, Method method,
                     index_t u) {
  const auto k = static_cast<double>(detail::partner_count(pairs, u));
  if (method == Method::barrat) {
    double strength = 0.0;
    for (const double v : pairs.row_weights(u)) strength += v;
    return strength * (k - 1.0);
  }
  if (method == Method::ldbc) return k * (k - 1.0);
  if (arcs.empty()) return k * (k - 1.0) / 2.0;
  const auto d = static_cast<double>(arcs[at(u)]);
  return d * (d - 1.0) - 2.0 * (d - k);  // d − k partners are tied both ways
}

}  // namespace

std::vector<double> clustering(const Graph& graph, const ClusteringOptions& options,
                               const Control& control) {
  const Method method = options.method;
  if (method != Method::fagiolo && method != Method::watts_strogatz && method != Method::ldbc)
    detail::require_nonnegative(graph, "clustering");
  control.poll();
  const Csr pairs = values_of_pairs(graph, method, control);
  std::vector<std::int64_t> arcs;  // both ways, for the directed methods
  if (method == Method::fagiolo || method == Method::fagiolo_weighted) {
    const Graph ties = graph.without_zeros();
    arcs.resize(at(ties.node_count()));
    for (index_t u = 0; u < ties.node_count(); ++u)
      arcs[at(u)] =
          static_cast<std::int64_t>(ties.out_neighbors(u).size() + ties.in_neighbors(u).size()) -
          (ties.has_edge(u, u) ? 2 : 0);
  }

  std::vector<double> values(at(graph.node_count()), 0.0);
  // What a triangle with the ties x and y at a node, and z between its partners, counts there.
  const auto counts = [method](double x, double y, double z) {
    return method == Method::barrat ? x + y : method == Method::ldbc ? z : x * y * z;
  };
  detail::Triangles(pairs, control)
      .gather(values, control, [&](auto& sums, const detail::Triangle& triangle) {
        const double ab = pairs.weights[at(triangle.entry[0])];
        const double ac = pairs.weights[at(triangle.entry[1])];
        const double bc = pairs.weights[at(triangle.entry[2])];
        sums[triangle.node[0]] += counts(ab, ac, bc);
        sums[triangle.node[1]] += counts(ab, bc, ac);
        sums[triangle.node[2]] += counts(ac, bc, ab);
      });
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const double most = most_possible(pairs, arcs, method, u);
    if (!std::isfinite(most))
      throw ValidationError(
          detail::text("clustering: the weights at node ", u, " add up to more than a double"));
    const bool any = detail::partner_count(pairs, u) > 1;
    values[at(u)] =
        any ? std::min(1.0, values[at(u)] / most) : std::numeric_limits<double>::quiet_NaN();
  }
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
