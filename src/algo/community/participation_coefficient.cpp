#include "aidnet/algo/community/participation_coefficient.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/core/parallel.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/loopless_detail.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* participation_coefficient_name = "participation_coefficient";
constexpr index_t nodes_per_chunk = 2048;

using detail::at;

/// What one node has with each group; all zeros between nodes.
struct Shares {
  std::vector<Sum> with;
  std::vector<char> met;
  std::vector<index_t> groups;
};

}  // namespace

std::vector<double> participation_coefficient(const Graph& graph,
                                              const ParticipationCoefficientOptions& options,
                                              const Control& control) {
  if (options.weighted) detail::require_nonnegative(graph, participation_coefficient_name);
  control.poll();
  const Graph ties = graph.without_zeros();
  const index_t n = ties.node_count();
  const detail::Groups groups =
      detail::groups_of(participation_coefficient_name, options.groups, n);
  if (ties.is_directed() && options.mode != Mode::out) (void)ties.transposed();
  std::vector<double> value(at(n));
  const std::int64_t chunks = (std::int64_t{n} + nodes_per_chunk - 1) / nodes_per_chunk;
  std::vector<Shares> workers(at(worker_count(chunks, control)));
  for_chunks(chunks, control, [&](std::int64_t chunk, int worker) {
    Shares& shares = workers[static_cast<std::size_t>(worker)];
    shares.with.resize(at(groups.count));
    shares.met.resize(at(groups.count));
    Poller poll(control);
    const auto first = static_cast<index_t>(chunk) * nodes_per_chunk;
    for (index_t u = first; u < std::min(n, first + nodes_per_chunk); ++u) {
      Sum all;
      detail::for_ties(ties, options.mode, u, [&](index_t v, double weight) {
        poll();
        const index_t group = groups.of[at(v)];
        if (shares.met[at(group)] == 0) {
          shares.met[at(group)] = 1;
          shares.groups.push_back(group);
        }
        const double amount = options.weighted ? weight : 1.0;
        shares.with[at(group)] += amount;
        all += amount;
      });
      const double total = all.value();
      if (!std::isfinite(total))
        throw ValidationError(detail::text(participation_coefficient_name, ": the weights at node ",
                                           u, " add up to more than a double"));
      // 1 − Σ p² = Σ p (1 − p), of which nothing cancels; exactly 0 for one group.
      Sum spread;
      for (const index_t group : shares.groups) {
        const double part = shares.with[at(group)].value();
        spread += part / total * (std::max(0.0, total - part) / total);
        shares.with[at(group)] = {};
        shares.met[at(group)] = 0;
      }
      shares.groups.clear();
      value[at(u)] = total > 0.0 ? spread.value() : std::numeric_limits<double>::quiet_NaN();
    }
  });
  if (n == 0) control.report(1.0);
  return value;
}

}  // namespace aidnet::inline AIDNET_ABI
