#pragma once

// Flows and cuts by definition in whole numbers of any length: nothing is rounded, however uneven
// amounts are.

#include <boost/multiprecision/cpp_int.hpp>
#include <functional>
#include <optional>

#include "flow.hpp"

namespace testing_support::verify {

using Exact = boost::multiprecision::cpp_int;

/// In units of the least double, 2^-1074.
inline Exact exact(double x) {
  int power = 0;
  const auto mantissa = static_cast<std::int64_t>(std::ldexp(std::frexp(x, &power), 53));
  const int shift = power - 53 + 1074;
  return shift >= 0 ? Exact(mantissa) << shift : Exact(mantissa) >> -shift;
}

/// Whether no double is nearer.
inline bool is_nearest(double x, const Exact& to) {
  const auto off = [&](double y) -> Exact { return abs(Exact(exact(y) - to)); };
  const double far = std::numeric_limits<double>::infinity();
  return off(x) <= off(std::nextafter(x, far)) && off(x) <= off(std::nextafter(x, -far));
}

using Amounts = std::vector<std::vector<Exact>>;

inline Amounts exact(const Eigen::MatrixXd& matrix) {
  const auto n = static_cast<std::size_t>(matrix.rows());
  Amounts amounts(n, std::vector<Exact>(n));
  for (index_t u = 0; u < matrix.rows(); ++u)
    for (index_t v = 0; v < matrix.cols(); ++v) amounts[at(u)][at(v)] = exact(matrix(u, v));
  return amounts;
}

/// What leads from the nodes of a set, as bits, to the others.
inline Exact exact_cut(const Amounts& capacities, unsigned side) {
  Exact sum = 0;
  for (std::size_t u = 0; u < capacities.size(); ++u)
    for (std::size_t v = 0; v < capacities.size(); ++v)
      if ((side >> u & 1U) != 0 && (side >> v & 1U) == 0) sum += capacities[u][v];
  return sum;
}

inline unsigned bits_of(const Nodes& nodes) {
  unsigned bits = 0;
  for (const index_t v : nodes) bits |= 1U << v;
  return bits;
}

/// The least of all cuts between nodes, or, without them, of any.
inline Exact least_exact_cut(const Amounts& capacities, const Nodes& sources,
                             const Nodes& targets) {
  std::optional<Exact> least;
  for (unsigned side = 1; side + 1 < 1U << capacities.size(); ++side) {
    if ((bits_of(sources) & ~side) != 0 || (bits_of(targets) & side) != 0) continue;
    const Exact cut = exact_cut(capacities, side);
    if (!least || cut < *least) least = cut;
  }
  return *least;
}

/// That each node keeps what it needs, but for what rounding each amount on its own amounts to.
inline void require_exact_demands(const Eigen::MatrixXd& flow, const std::vector<double>& demand,
                                  bool directed) {
  for (index_t u = 0; u < flow.rows(); ++u) {
    Exact kept = 0;
    Exact passed = 0;
    for (index_t v = 0; v < flow.cols(); ++v) {
      if (u == v) continue;
      kept += exact(flow(v, u));
      passed += abs(exact(flow(v, u)));
      if (!directed) continue;
      kept -= exact(flow(u, v));
      passed += exact(flow(u, v));
    }
    INFO("node " << u << ", which needs " << demand[at(u)]);
    REQUIRE(Exact(abs(Exact(kept - exact(demand[at(u)])))) << 53 <= passed);
  }
}

/// What the cheapest flow costs that meets all demands, in units of 2^-2148; none if there is none.
/// Arcs that cost less than nothing are filled, then what is needed goes by the cheapest ways that
/// are left, one after the other (Busacker and Gowen).
inline std::optional<Exact> exact_least_cost(const Amounts& capacities, const Amounts& costs,
                                             const std::vector<double>& demand) {
  const std::size_t n = capacities.size();
  Amounts flow(n, std::vector<Exact>(n));
  std::vector<Exact> left(n);
  for (std::size_t u = 0; u < n; ++u) left[u] += exact(demand[u]);
  for (std::size_t u = 0; u < n; ++u)
    for (std::size_t v = 0; v < n; ++v) {
      if (costs[u][v] >= 0) continue;
      flow[u][v] = capacities[u][v];
      left[u] += flow[u][v];
      left[v] -= flow[u][v];
    }
  for (;;) {
    std::vector<std::optional<Exact>> distance(n);
    std::vector<std::function<void(const Exact&)>> send(n);
    std::vector<Exact> room(n);
    std::vector<std::size_t> before(n, n);
    for (std::size_t u = 0; u < n; ++u)
      if (left[u] < 0) distance[u] = 0;
    for (bool changed = true; changed;) {
      changed = false;
      const auto reach = [&](std::size_t u, std::size_t v, const Exact& cost, const Exact& most,
                             Exact& at_arc, int sign) {
        if (most == 0 || !distance[u] || (distance[v] && *distance[v] <= *distance[u] + cost))
          return;
        distance[v] = *distance[u] + cost;
        before[v] = u;
        room[v] = most;
        send[v] = [&at_arc, sign](const Exact& amount) { at_arc += sign * amount; };
        changed = true;
      };
      for (std::size_t u = 0; u < n; ++u)
        for (std::size_t v = 0; v < n; ++v) {
          if (u == v) continue;
          reach(u, v, costs[u][v], capacities[u][v] - flow[u][v], flow[u][v], 1);
          reach(v, u, -costs[u][v], flow[u][v], flow[u][v], -1);
        }
    }
    std::size_t to = n;
    for (std::size_t v = 0; v < n; ++v)
      if (left[v] > 0 && distance[v] && (to == n || *distance[v] < *distance[to])) to = v;
    if (to == n) break;
    std::size_t from = to;
    Exact amount = left[to];
    for (; before[from] != n; from = before[from]) amount = std::min(amount, room[from]);
    amount = std::min(amount, Exact(-left[from]));
    for (std::size_t v = to; v != from; v = before[v]) send[v](amount);
    left[from] += amount;
    left[to] -= amount;
  }
  for (const Exact& l : left)
    if (l != 0) return std::nullopt;
  Exact total = 0;
  for (std::size_t u = 0; u < n; ++u)
    for (std::size_t v = 0; v < n; ++v) total += costs[u][v] * flow[u][v];
  return total;
}

}  // namespace testing_support::verify
