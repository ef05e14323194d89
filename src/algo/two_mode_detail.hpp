#pragma once

#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/core/graph.hpp"
#include "algo/perron_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// What the rankings of two-mode networks have in common: donors u and recipients p with
///
///     u_i = α a_i Σ_j w_ij b_j p_j + (1 − α) u⁰_i,   p_j = β c_j Σ_i w_ij d_i u_i + (1 − β) p⁰_j.
struct TwoModeTask {
  double donor_damping;      // α
  double recipient_damping;  // β
  const std::vector<double>& donor_prior;
  const std::vector<double>& recipient_prior;
  IterationOptions limits;
};

/// How the weights are scaled, by what each node gives and receives in all.
enum class TwoModeScale {
  roots,   ///< w_ij / √(s_i s_j) both ways
  shares,  ///< w_ij / s_j to donors, w_ij / s_i to recipients
};

struct TwoModeScores {
  std::vector<double> donor{};
  std::vector<double> recipient{};
  Convergence convergence{};
};

[[nodiscard]] TwoModeScores rank_two_mode(const char* who, const Graph& graph, TwoModeScale scale,
                                          const TwoModeTask& task, const Control& control);

template <class Options>
[[nodiscard]] TwoModeScores rank_two_mode(const char* who, const Graph& graph, TwoModeScale scale,
                                          const Options& options, const Control& control) {
  return rank_two_mode(who, graph, scale,
                       {options.donor_damping, options.recipient_damping, options.donor_prior,
                        options.recipient_prior, iteration_of(options)},
                       control);
}

}  // namespace aidnet::inline AIDNET_ABI::detail
