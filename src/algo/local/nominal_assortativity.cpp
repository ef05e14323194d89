#include "aidnet/algo/local/nominal_assortativity.hpp"

#include <cmath>
#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/loopless_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double nominal_assortativity(const Graph& graph, const NominalAssortativityOptions& options,
                             const Control& control) {
  constexpr const char* who = "nominal_assortativity";
  if (options.weighted) detail::require_nonnegative(graph, who);
  control.poll();
  const Graph ties = graph.without_zeros();
  const detail::Groups groups = detail::groups_of(who, options.groups, ties.node_count());
  std::vector<Sum> from(static_cast<std::size_t>(groups.count));
  std::vector<Sum> to(from.size());
  Sum crossing;
  Sum all;
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u) {
    const index_t g = groups.of[static_cast<std::size_t>(u)];
    detail::for_ties(ties, Mode::out, u, [&](index_t v, double weight) {
      poll();
      const index_t h = groups.of[static_cast<std::size_t>(v)];
      const double amount = options.weighted ? weight : 1.0;
      from[static_cast<std::size_t>(g)] += amount;
      to[static_cast<std::size_t>(h)] += amount;
      all += amount;
      if (g != h) crossing += amount;
    });
  }
  const double total = all.value();
  if (!std::isfinite(total))
    throw ValidationError(std::string(who) + ": the weights add up to more than a double");

  // r = 1 − Σ_{g≠h} e_gh / Σ_{g≠h} a_g b_h: nothing cancels, and what would be 0/0 is exactly so.
  std::vector<double> after(to.size() + 1, 0.0);  // what the groups from here on receive
  for (std::size_t h = to.size(); h-- > 0;) after[h] = after[h + 1] + to[h].value() / total;
  Sum expected;
  Sum before;
  for (std::size_t g = 0; g < from.size(); ++g) {
    expected += from[g].value() / total * (before.value() + after[g + 1]);
    before += to[g].value() / total;
  }
  control.report(1.0);
  return expected.value() > 0.0 ? 1.0 - crossing.value() / total / expected.value()
                                : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace aidnet::inline AIDNET_ABI
