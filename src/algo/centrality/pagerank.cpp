#include "aidnet/algo/centrality/pagerank.hpp"

#include <cmath>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/iteration_detail.hpp"
#include "algo/row_chunks_detail.hpp"
#include "algo/shares_detail.hpp"
#include "algo/strengths_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// `given` scaled to sum to 1; uniform if empty.
std::vector<double> distribution(const std::vector<double>& given, std::size_t n,
                                 const char* what) {
  if (given.empty()) return std::vector<double>(n, 1.0 / static_cast<double>(n));
  return detail::shares_of("pagerank", what, given, n);
}

Graph walked(const Graph& graph, Mode mode, const Control& control) {
  if (mode == Mode::in) return graph.reverse();
  return mode == Mode::all ? graph.to_undirected(control.quiet()) : graph;
}

/// Exactly options.iterations steps.
template <class Step>
Convergence counted(const PagerankOptions& options, const Control& control, const Step& step) {
  Convergence state;
  while (state.iterations < options.iterations) {
    control.poll();
    state.residual = step();
    ++state.iterations;
    control.report(static_cast<double>(state.iterations) / options.iterations);
  }
  state.converged = state.residual <= options.tolerance;
  return state;
}

}  // namespace

PagerankResult pagerank(const Graph& graph, const PagerankOptions& options,
                        const Control& control) {
  detail::require_nonnegative(graph, "pagerank");
  if (!(options.damping >= 0.0 && options.damping <= 1.0))
    throw ValidationError(
        detail::text("pagerank: damping is ", options.damping, "; it must be in [0, 1]"));
  if (options.iterations < 0)
    throw ValidationError(
        detail::text("pagerank: iterations is ", options.iterations, "; it must be 0 or more"));
  detail::require_limits("pagerank", options);
  const auto n = static_cast<std::size_t>(graph.node_count());
  if (n == 0) return {{}, {.converged = true}};

  const std::vector<double> teleport = distribution(options.personalization, n, "personalization");
  const bool stay = options.dangling == Dangling::stay && options.dangling_weights.empty();
  const bool as_teleport =
      options.dangling == Dangling::teleport && options.dangling_weights.empty();
  const std::vector<double> landing =
      as_teleport ? teleport : distribution(options.dangling_weights, n, "dangling_weights");

  const Graph walk = walked(graph, options.mode, control);
  const std::vector<double> strength = detail::row_sums(walk.forward());
  for (std::size_t i = 0; i < n; ++i)
    if (strength[i] > 0.0 && !std::isfinite(1.0 / strength[i]))
      throw ValidationError(detail::text("pagerank: the weights of node ", i, " add up to ",
                                         strength[i],
                                         ", too little to take shares of; scale them"));
  const Csr& incoming = walk.transposed();
  const detail::RowChunks rows(incoming);
  const Control inner = control.quiet();
  const double damping = options.damping;

  std::vector<double> score =
      options.start.empty() ? teleport : distribution(options.start, n, "start");
  std::vector<double> next(n);
  std::vector<double> passed_on(n);  // x_i / s_i: what node i sends along a tie of weight 1

  const auto step = [&] {
    const double stranded = rows.sum(inner, [&](std::size_t begin, std::size_t end) {
      double mass = 0.0;
      for (std::size_t i = begin; i < end; ++i) {
        const bool dangling = strength[i] == 0.0;
        passed_on[i] = dangling ? 0.0 : score[i] / strength[i];
        if (dangling) mass += score[i];
      }
      return mass;
    });
    const double change = rows.sum(inner, [&](std::size_t begin, std::size_t end) {
      double moved = 0.0;
      for (std::size_t j = begin; j < end; ++j) {
        const auto sources = incoming.row(static_cast<index_t>(j));
        const auto weights = incoming.row_weights(static_cast<index_t>(j));
        double received = 0.0;
        for (std::size_t k = 0; k < sources.size(); ++k)
          received += weights[k] * passed_on[static_cast<std::size_t>(sources[k])];
        if (!stay)
          received += stranded * landing[j];
        else if (strength[j] == 0.0)
          received += score[j];
        next[j] = (1.0 - damping) * teleport[j] + damping * received;
        moved += std::abs(next[j] - score[j]);
      }
      return moved;
    });
    score.swap(next);
    return change;
  };
  const Convergence convergence = options.iterations == 0
                                      ? detail::iterate("pagerank", options, control, step)
                                      : counted(options, control, step);

  // Rounding moves the sum off 1 by a few units in the last place an iteration.
  Sum total;
  for (const double x : score) total += x;
  for (double& x : score) x /= total.value();
  return {std::move(score), convergence};
}

}  // namespace aidnet::inline AIDNET_ABI
