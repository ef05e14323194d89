#include "aidnet/algo/community/participation_coefficient.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/loopless_detail.hpp"
#include "algo/row_chunks_detail.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* participation_coefficient_name = "participation_coefficient";

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
  const detail::RowChunks chunks(ties.forward());
  std::vector<Shares> workers(chunks.workers(control));
  chunks.for_each(control, [&](std::size_t begin, std::size_t end, std::size_t worker) {
    Shares& shares = workers[worker];
    shares.with.resize(at(groups.count));
    shares.met.resize(at(groups.count));
    Poller poll(control);
    for (std::size_t u = begin; u < end; ++u) {
      Sum all;
      detail::for_ties(ties, options.mode, static_cast<index_t>(u), [&](index_t v, double weight) {
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
      value[u] = total > 0.0 ? spread.value() : std::numeric_limits<double>::quiet_NaN();
    }
  });
  if (n == 0) control.report(1.0);
  return value;
}

}  // namespace aidnet::inline AIDNET_ABI
