#include "nx_power.hpp"

#include <cmath>
#include <cstdint>

#include <limits>

#include "aidnet/core/parallel.hpp"

namespace nx {

using aidnet::index_t;

namespace {

/// The Euclidean length of `x`, whose squares add up to `squares`: where these leave the range of
/// doubles, once more by the share of the largest.
double length_of(const std::vector<double>& x, double squares) {
  constexpr double least =
      std::numeric_limits<double>::min() / std::numeric_limits<double>::epsilon();
  if (squares >= least && std::isfinite(squares)) return std::sqrt(squares);
  double largest = 0.0;
  for (const double value : x) largest = std::fmax(largest, std::abs(value));
  if (largest == 0.0 || !std::isfinite(largest)) return largest;
  double shares = 0.0;
  for (const double value : x) shares += (value / largest) * (value / largest);
  return largest * std::sqrt(shares);
}

}  // namespace

std::vector<double> power_iteration(const aidnet::Graph& graph, const PowerOptions& options,
                                    const aidnet::Control& control) {
  constexpr std::int64_t grain = 4096;
  const auto n = static_cast<std::int64_t>(graph.node_count());
  const aidnet::Csr& incoming = graph.transposed();
  const aidnet::Control inner = control.quiet();
  std::vector<double> now = options.start;
  std::vector<double> next(now.size());
  const auto over = [&](const auto& part) {
    return aidnet::parallel_sum<double>(n, grain, inner, [&](std::int64_t from, std::int64_t to) {
      double sum = 0.0;
      for (auto j = static_cast<std::size_t>(from); j < static_cast<std::size_t>(to); ++j)
        sum += part(j);
      return sum;
    });
  };
  for (int iteration = 0; iteration < options.max_iterations; ++iteration) {
    control.poll();
    const double squares = over([&](std::size_t j) {
      const auto sources = incoming.row(static_cast<index_t>(j));
      const auto weights = incoming.row_weights(static_cast<index_t>(j));
      double received = 0.0;
      for (std::size_t k = 0; k < sources.size(); ++k)
        received += weights[k] * now[static_cast<std::size_t>(sources[k])];
      next[j] = options.shift * now[j] + options.factor * received;
      if (!options.constant.empty()) next[j] += options.constant[j];
      return next[j] * next[j];
    });
    const double length = options.unit ? length_of(next, squares) : 1.0;
    const double norm = length > 0.0 ? length : 1.0;
    const double change = over([&](std::size_t j) {
      next[j] /= norm;
      return std::abs(next[j] - now[j]);
    });
    now.swap(next);
    if (change < options.tolerance) return now;
  }
  return {};
}

}  // namespace nx
