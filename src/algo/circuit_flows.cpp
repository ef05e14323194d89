#include "algo/circuit_flows_detail.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/core/parallel.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

using Block = Potentials::Block;

/// What is left of the currents into nodes from `first` on, one column a node, under potentials
/// that are each the sum of two doubles: those of neighbours can differ in their last digits only.
Block residual(const Csr& wires, Eigen::Index first, const Block& high, const Block& low,
               Poller& poll) {
  Block rest = Block::Zero(high.rows(), high.cols());
  for (Eigen::Index c = 0; c < rest.cols(); ++c) rest(first + c, c) = 1.0;
  for (Eigen::Index i = 0; i < rest.rows(); ++i) {
    const auto partners = wires.row(static_cast<index_t>(i + 1));
    const auto weights = wires.row_weights(static_cast<index_t>(i + 1));
    poll(rest.cols() * (1 + static_cast<std::int64_t>(partners.size())));
    for (std::size_t k = 0; k < partners.size(); ++k) {
      if (partners[k] == 0) {
        rest.row(i) -= weights[k] * (high.row(i) + low.row(i));
        continue;
      }
      const Eigen::Index j = partners[k] - 1;
      rest.row(i) -= weights[k] * ((high.row(i) - high.row(j)) + (low.row(i) - low.row(j)));
    }
  }
  return rest;
}

/// Potentials for a unit into each of some nodes and out of node 0, such that the current through
/// no wire is wrong by more than about 1e-13: that is at most what the currents into nodes lack.
struct Solved {
  Block high;
  Block low;
};
Solved solved(const char* who, const Potentials& potentials, const Csr& wires, Eigen::Index first,
              Eigen::Index count, Poller& poll) {
  const Eigen::Index n = potentials.unknowns();
  Solved x{Block::Zero(n, count), Block::Zero(n, count)};
  for (Eigen::Index c = 0; c < count; ++c) x.high(first + c, c) = 1.0;
  potentials.solve(x.high, poll);
  const double enough = 1e-14 + 1e-15 * static_cast<double>(n);
  constexpr double tolerable = 1e-10;
  double before = std::numeric_limits<double>::infinity();
  for (int round = 0;; ++round) {
    Block rest = residual(wires, first, x.high, x.low, poll);
    const double off = rest.cwiseAbs().colwise().sum().maxCoeff();
    if (off <= enough || (off > before / 2 && off <= tolerable)) return x;
    if (!(off <= before / 2))
      throw ConvergenceError(
          text(who, ": the weights are so uneven that the currents are only known ", "within ",
               off),
          round, off);
    before = off;
    potentials.solve(rest, poll);
    const Block small = x.low + rest;
    const Block sum = x.high + small;
    x.low = small - (sum - x.high);
    x.high = sum;
  }
}

/// The differences of all pairs of ascending values, added up, one value equal to `left_out` (NaN:
/// none) being left out.
double pair_sum(const std::vector<double>& values, double left_out) {
  const auto skipped =
      std::isnan(left_out)
          ? values.size()
          : static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), left_out) -
                                     values.begin());
  const std::size_t count = values.size() - (skipped < values.size() ? 1 : 0);
  double sum = 0.0;
  double last = 0.0;
  std::size_t below = 0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (k == skipped) continue;
    if (below > 0)
      sum += (values[k] - last) * static_cast<double>(below) * static_cast<double>(count - below);
    last = values[k];
    ++below;
  }
  return sum;
}

}  // namespace

CircuitFlows circuit_flows(const char* who, const Circuit& circuit, const Control& control) {
  const Csr& wires = circuit.conductances;
  const std::size_t n = circuit.nodes.size();
  std::vector<double> high(n * n, 0.0);  // a row a node, a column where current enters
  std::vector<double> low(n * n, 0.0);
  {
    const Potentials potentials(who, circuit, control);
    constexpr std::int64_t grain = 16;
    parallel_for(potentials.unknowns(), grain, part_of(control, 0.0, 0.5),
                 [&](std::int64_t begin, std::int64_t end) {
                   Poller poll(control);
                   const Solved x = solved(who, potentials, wires, begin, end - begin, poll);
                   for (Eigen::Index i = 0; i < x.high.rows(); ++i)
                     for (Eigen::Index c = 0; c < x.high.cols(); ++c) {
                       const std::size_t place = static_cast<std::size_t>(i + 1) * n +
                                                 static_cast<std::size_t>(begin + c + 1);
                       high[place] = x.high(i, c);
                       low[place] = x.low(i, c);
                     }
                 });
  }
  CircuitFlows flows{std::vector<double>(wires.indices.size()),
                     std::vector<double>(wires.indices.size())};
  for_source_chunks(
      static_cast<index_t>(n), 2, part_of(control, 0.5, 1.0),
      [&] { return std::vector<double>(n); },
      [&](std::vector<double>& current, index_t first, index_t end, Poller& poll) {
        for (index_t u = first; u < end; ++u) {
          const auto i = static_cast<std::size_t>(u);
          const auto partners = wires.row(u);
          for (std::size_t k = 0; k < partners.size(); ++k) {
            if (partners[k] < u) continue;
            const auto j = static_cast<std::size_t>(partners[k]);
            poll(static_cast<std::int64_t>(8 * n));
            for (std::size_t s = 0; s < n; ++s)
              current[s] = wires.row_weights(u)[k] * ((high[i * n + s] - high[j * n + s]) +
                                                      (low[i * n + s] - low[j * n + s]));
            const double into_u = current[i];
            const double into_v = current[j];
            std::sort(current.begin(), current.end());
            const auto back = wires.row(partners[k]);
            const auto there = static_cast<std::size_t>(wires.offsets[i]) + k;
            const auto here = static_cast<std::size_t>(
                wires.offsets[j] + (std::lower_bound(back.begin(), back.end(), u) - back.begin()));
            flows.all[there] = flows.all[here] =
                pair_sum(current, std::numeric_limits<double>::quiet_NaN());
            flows.others[there] = pair_sum(current, into_u);
            flows.others[here] = pair_sum(current, into_v);
          }
        }
      },
      [](std::vector<double>&) {});
  return flows;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
