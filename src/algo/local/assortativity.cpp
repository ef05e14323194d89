#include "aidnet/algo/local/assortativity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "aidnet/core/sum.hpp"
#include "algo/loopless_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// Scaled to at most 1 in size, so that no square of it overflows.
void scale(std::vector<double>& values) {
  double most = 0.0;
  for (const double x : values) most = std::max(most, std::abs(x));
  if (most > 0.0)
    for (double& x : values) x /= most;
}

/// The mean and the ends of what stands at one end of all ties.
struct Spread {
  Sum sum;
  double least = std::numeric_limits<double>::infinity();
  double most = -std::numeric_limits<double>::infinity();

  void add(double x) {
    sum += x;
    least = std::min(least, x);
    most = std::max(most, x);
  }
  /// Whether values differ by more than the rounding of their sums.
  [[nodiscard]] bool any() const {
    return most - least > 1e-13 * std::max(std::abs(most), std::abs(least));
  }
};

}  // namespace

double assortativity(const Graph& graph, const AssortativityOptions& options,
                     const Control& control) {
  constexpr const char* who = "assortativity";
  if (options.weighted) detail::require_nonnegative(graph, who);
  control.poll();
  const Graph ties = graph.without_zeros();
  auto x = detail::loopless_degrees(who, ties, options.source, options.weighted, control);
  auto y = detail::loopless_degrees(who, ties, options.target, options.weighted, control);
  scale(x);
  scale(y);
  const auto for_all = [&](const auto& visit) {
    Poller poll(control);
    for (index_t u = 0; u < ties.node_count(); ++u)
      detail::for_ties(ties, Mode::out, u, [&](index_t v, double) {
        poll();
        visit(x[static_cast<std::size_t>(u)], y[static_cast<std::size_t>(v)]);
      });
  };

  Spread of_x;
  Spread of_y;
  double count = 0.0;
  for_all([&](double a, double b) {
    of_x.add(a);
    of_y.add(b);
    ++count;
  });
  if (count == 0.0 || !of_x.any() || !of_y.any()) {
    control.report(1.0);
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double mean_x = of_x.sum.value() / count;
  const double mean_y = of_y.sum.value() / count;
  Sum xx;
  Sum yy;
  Sum xy;
  for_all([&](double a, double b) {
    xx += (a - mean_x) * (a - mean_x);
    yy += (b - mean_y) * (b - mean_y);
    xy += (a - mean_x) * (b - mean_y);
  });
  control.report(1.0);
  return std::clamp(xy.value() / std::sqrt(xx.value()) / std::sqrt(yy.value()), -1.0, 1.0);
}

}  // namespace aidnet::inline AIDNET_ABI
