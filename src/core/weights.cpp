#include "aidnet/core/weights.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "require_detail.hpp"
#include "text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr double no_arc = std::numeric_limits<double>::infinity();
constexpr double nearly = 1e-9;  // relative, of lengths that are meant to be whole numbers of units

/// The ends of an entry, for messages.
std::string arc(const Graph& graph, std::size_t entry) {
  return detail::text(graph.entry_source(static_cast<index_t>(entry)), " → ",
                      graph.indices()[entry]);
}

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
      throw ValidationError(
          detail::text(what, " of ", arc(graph, e), " is ", values[e], "; it must be ", wanted));
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
      throw ValidationError(detail::text(what, ": the graph is undirected, but the edge ",
                                         arc(graph, e), " has two ", what, "s"));
}

}  // namespace

Length Length::reciprocal(const Graph& graph) {
  detail::require_nonnegative(graph, "Length::reciprocal");
  std::vector<double> values(graph.weights().size());
  for (std::size_t e = 0; e < values.size(); ++e) {
    const double w = graph.weights()[e];
    values[e] = w > 0.0 ? 1.0 / w : no_arc;
    if (w > 0.0 && values[e] == no_arc)
      throw ValidationError(detail::text("Length::reciprocal: the weight of ", arc(graph, e),
                                         " is ", w, "; one over it is more than a double"));
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

Length Length::in_units(const Graph& graph, double unit) const {
  if (!(unit > 0.0 && std::isfinite(unit)))
    throw ValidationError(
        detail::text("Length::in_units: unit is ", unit, "; it must be above 0 and finite"));
  if (unit_) return *this;
  if (values_.size() != graph.weights().size())
    throw ValidationError(detail::text("Length::in_units: ", values_.size(), " lengths for ",
                                       graph.entry_count(),
                                       " entries; the Length was made for another graph"));
  std::vector<double> counts = values_;
  double most = 1.0;
  for (std::size_t e = 0; e < counts.size(); ++e) {
    if (counts[e] == no_arc) continue;
    const double units = counts[e] / unit;
    counts[e] = std::round(units);
    // Beside a large number of units rounding alone could reach a half, and any length would pass.
    const bool is_lost = counts[e] == 0.0 && values_[e] > 0.0;
    if (is_lost || !(std::abs(units - counts[e]) <= std::min(nearly * counts[e], 0.01)))
      throw ValidationError(detail::text("Length::in_units: the length of ", arc(graph, e), " is ",
                                         values_[e], ", which is ", units, " times ", unit,
                                         ", no whole number"));
    most = std::max(most, counts[e]);
  }
  // A path, with one more arc that a search looks at, has no more arcs than the graph has nodes.
  // The unit gets as few bits as leave room for so many of the longest ones in a double: then all
  // products and sums are exact, and equal numbers of units are equal distances.
  most *= std::max(1.0, static_cast<double>(graph.node_count()));
  const int room = std::numeric_limits<double>::digits - 1 - std::ilogb(most);
  int exponent = 0;
  const double fraction = std::frexp(unit, &exponent);
  const double step =
      room > 0 ? std::ldexp(std::round(std::ldexp(fraction, room)), exponent - room) : no_arc;
  if (!(std::abs(step - unit) <= nearly * unit && std::isfinite(step * most)))
    throw ValidationError(detail::text("Length::in_units: a path could be ", most, " times ", unit,
                                       " long, too much to be counted exactly in that unit; give "
                                       "numbers of units, in units of 1"));
  for (double& value : counts)
    if (value < no_arc) value *= step;
  return Length(std::move(counts));
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
