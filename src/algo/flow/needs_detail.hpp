#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/disjoint_sets_detail.hpp"
#include "algo/flow/transport_detail.hpp"
#include "algo/flow/whole_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Makes the needs of each group add up to 0: where they exceed it by `over`, the largest of those
/// above 0 is lowered, and the same with those below. Nobody needs or gives more than before.
template <class Whole>
void level(std::vector<Whole>& needs, std::span<const index_t> group,
           const std::vector<Whole>& over) {
  const auto size = [](const Whole& need) { return need < 0 ? -need : need; };
  std::vector<index_t> largest(over.size(), no_index);
  for (std::size_t v = 0; v < needs.size(); ++v) {
    const Whole& excess = over[at(group[v])];
    if (excess == 0 || needs[v] == 0 || (excess > 0) != (needs[v] > 0)) continue;
    index_t& most = largest[at(group[v])];
    if (most == no_index || size(needs[v]) > size(needs[at(most)])) most = static_cast<index_t>(v);
  }
  for (std::size_t g = 0; g < over.size(); ++g)
    if (largest[g] != no_index) needs[at(largest[g])] -= over[g];
}

/// What the nodes need, in whole numbers that add up to 0, each connected part's to 0 by itself
/// where what is missing can be due to rounding.
template <class Whole>
std::vector<Whole> needs_of(const Transport& problem, const Grid& grid, const char* who) {
  const std::size_t n = problem.demands.size();
  const double rounding = grid_of(problem.demands).is_of_doubles() ? 0.0 : Transport::rounding;
  DisjointSets sets(n);
  for (std::size_t a = 0; a < problem.sources.size(); ++a)
    sets.join(problem.sources[a], problem.targets[a]);
  std::vector<index_t> part(n);
  std::vector<Whole> needs(n);
  std::vector<Whole> over(n);
  std::vector<double> needed(n, 0.0);
  for (std::size_t v = 0; v < n; ++v) {
    part[v] = sets.smallest(static_cast<index_t>(v));
    const auto p = static_cast<std::size_t>(part[v]);
    needs[v] = whole_of<Whole>(problem.demands[v], grid);
    over[p] += needs[v];
    needed[p] += std::max(problem.demands[v], 0.0);
  }
  const auto rounded = [&](const Whole& excess, double of) {
    return std::abs(amount_of(excess, grid)) <= rounding * of;
  };
  Whole total = 0;
  bool each = true;
  for (std::size_t p = 0; p < n; ++p) {
    total += over[p];
    each = each && rounded(over[p], needed[p]);
  }
  if (each) {
    level<Whole>(needs, part, over);
    return needs;
  }
  // Some part has too much, or too little, and it will be told which; if they all make up for it.
  if (!rounded(total, problem.needed))
    throw ValidationError(
        text(who, ": the demands add up to ", amount_of(total, grid), ", not to 0"));
  level<Whole>(needs, std::vector<index_t>(n, 0), {total});
  return needs;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
