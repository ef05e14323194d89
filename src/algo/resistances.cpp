#include <algorithm>

#include "aidnet/core/parallel.hpp"
#include "algo/resistances_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

// R_st = G_ss + G_tt − 2 G_st with the potentials G of node 0 at 0. Its sum over t has R_s0 = G_ss
// among its terms, all of which are positive, so what cancels is no more than n times the result.
std::vector<double> resistance_sums(const char* who, const Circuit& circuit,
                                    const Control& control) {
  const std::size_t nodes = circuit.nodes.size();
  std::vector<double> own(nodes, 0.0);  // G_ss
  std::vector<double> sum(nodes, 0.0);  // Σ_t G_st
  if (nodes < 2) return sum;
  const Potentials potentials(who, circuit, control);
  const Eigen::Index n = potentials.unknowns();
  constexpr std::int64_t grain = 32;
  parallel_for(n, grain, control, [&](std::int64_t begin, std::int64_t end) {
    Poller poll(control);
    Potentials::Block block = Potentials::Block::Zero(n, end - begin);
    for (std::int64_t s = begin; s < end; ++s) block(s, s - begin) = 1.0;
    potentials.solve(block, poll);
    for (std::int64_t s = begin; s < end; ++s) {
      const auto node = static_cast<std::size_t>(s + 1);
      own[node] = block(s, s - begin);
      for (Eigen::Index t = 0; t < n; ++t) sum[node] += block(t, s - begin);
    }
  });
  double trace = 0.0;
  for (const double value : own) trace += value;
  for (std::size_t s = 0; s < nodes; ++s)
    sum[s] = static_cast<double>(nodes) * own[s] + (trace - 2.0 * sum[s]);
  return sum;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
