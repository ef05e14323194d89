#include "aidnet/core/weights.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "require_detail.hpp"
#include "text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr double no_arc = std::numeric_limits<double>::infinity();

/// The values of `given`, checked to be one an entry, all of them as `accept` wants them.
template <class Accept>
std::vector<double> checked(const Graph& graph, std::span<const double> given, const char* what,
                            const Accept& accept, const char* wanted) {
  if (given.size() != graph.weights().size())
    throw ValidationError(detail::text(what, ": ", given.size(), " values for ",
                                       graph.entry_count(), " entries; one an entry is needed"));
  std::vector<double> values(given.begin(), given.end());
  for (std::size_t e = 0; e < values.size(); ++e) {
    if (!accept(values[e])) {
      const auto entry = static_cast<index_t>(e);
      throw ValidationError(detail::text(what, " of the arc from node ", graph.entry_source(entry),
                                         " to node ", graph.indices()[e], " is ", values[e],
                                         "; it must be ", wanted));
    }
    values[e] += 0.0;
  }
  return values;
}

/// The same, none negative or NaN.
std::vector<double> checked(const Graph& graph, std::span<const double> given, const char* what) {
  return checked(
      graph, given, what, [](double value) { return value >= 0.0; }, "0 or more");
}

/// Throws unless an undirected graph's edges have one value each.
void require_symmetric(const Graph& graph, std::span<const double> values, const char* what) {
  if (graph.is_directed()) return;
  const auto mates = graph.transposed_entries();
  for (std::size_t e = 0; e < values.size(); ++e)
    if (values[e] != values[static_cast<std::size_t>(mates[e])])
      throw ValidationError(detail::text(what,
                                         ": the graph is undirected, but the edge between nodes ",
                                         graph.entry_source(static_cast<index_t>(e)), " and ",
                                         graph.indices()[e], " has two ", what, "s"));
}

}  // namespace

Length Length::reciprocal(const Graph& graph) {
  detail::require_nonnegative(graph, "Length::reciprocal");
  std::vector<double> values(graph.weights().size());
  for (std::size_t e = 0; e < values.size(); ++e) {
    const double w = graph.weights()[e];
    values[e] = w > 0.0 ? 1.0 / w : no_arc;
    if (w > 0.0 && values[e] == no_arc)
      throw ValidationError(detail::text("Length::reciprocal: the weight of the arc from node ",
                                         graph.entry_source(static_cast<index_t>(e)), " to node ",
                                         graph.indices()[e], " is ", w,
                                         "; one over it is more than a double"));
  }
  return Length(std::move(values));
}

Length Length::neg_log_share(const Graph& graph, ShareOf of) {
  if (!graph.is_directed())
    throw ValidationError(
        "Length::neg_log_share needs donors and recipients; the graph is undirected");
  detail::require_nonnegative(graph, "Length::neg_log_share");
  const auto n = static_cast<std::size_t>(graph.node_count());
  std::vector<Sum> totals(n);
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto targets = graph.out_neighbors(u);
    const auto weights = graph.out_weights(u);
    for (std::size_t k = 0; k < targets.size(); ++k)
      totals[static_cast<std::size_t>(of == ShareOf::donor ? u : targets[k])] += weights[k];
  }
  for (std::size_t i = 0; i < n; ++i)
    if (!std::isfinite(totals[i].value()))
      throw ValidationError(detail::text("Length::neg_log_share: the weights at node ", i,
                                         " add up to more than a double"));
  std::vector<double> values;
  values.reserve(graph.weights().size());
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto targets = graph.out_neighbors(u);
    const auto weights = graph.out_weights(u);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      const double total =
          totals[static_cast<std::size_t>(of == ShareOf::donor ? u : targets[k])].value();
      // max: a share of all but everything may round to just above 1
      values.push_back(weights[k] > 0.0 ? std::max(0.0, std::log(total) - std::log(weights[k]))
                                        : no_arc);
    }
  }
  return Length(std::move(values));
}

Length Length::given(const Graph& graph, std::span<const double> values) {
  std::vector<double> lengths = checked(graph, values, "length");
  require_symmetric(graph, lengths, "length");
  return Length(std::move(lengths));
}

Length Length::scaled(int bits) const {
  if (bits < 1 || bits > 40)
    throw ValidationError(detail::text("Length::scaled: bits is ", bits, "; it must be 1 to 40"));
  if (unit_) return *this;
  double longest = 0.0;
  for (const double value : values_)
    if (value < no_arc) longest = std::max(longest, value);
  std::vector<double> steps = values_;
  if (longest > 0.0)
    for (double& value : steps)
      if (value > 0.0 && value < no_arc)
        value = std::max(1.0, std::round(std::ldexp(value / longest, bits)));
  return Length(std::move(steps));
}

Capacity Capacity::of_weights(const Graph& graph) { return given(graph, graph.weights()); }

Capacity Capacity::given(const Graph& graph, std::span<const double> values) {
  return Capacity(checked(graph, values, "capacity"));
}

Cost Cost::given(const Graph& graph, std::span<const double> values) {
  std::vector<double> costs = checked(
      graph, values, "cost", [](double value) { return std::isfinite(value); }, "finite");
  require_symmetric(graph, costs, "cost");
  return Cost(std::move(costs));
}

}  // namespace aidnet::inline AIDNET_ABI
