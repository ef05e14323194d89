#include "aidnet/algo/local/brokerage.hpp"

#include <array>
#include <numeric>

#include "algo/common_detail.hpp"
#include "algo/gathered_detail.hpp"
#include "algo/loopless_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

enum Role : std::size_t { coordinator, itinerant, gatekeeper, representative, liaison };
using Counts = std::array<std::int64_t, 5>;

using detail::at;

Role role_of(index_t giver, index_t broker, index_t receiver) {
  if (giver == receiver) return giver == broker ? coordinator : itinerant;
  if (broker == receiver) return gatekeeper;
  return broker == giver ? representative : liaison;
}

/// All pairs of one that gives to b and one that it gives to, whether they are tied or even the
/// same, by roles. `received` is scratch: how many of each group give to b.
Counts all_pairs(const Graph& ties, const std::vector<index_t>& group, index_t b,
                 detail::Gathered<std::int64_t>& received) {
  const index_t own = group[at(b)];
  std::int64_t givers = 0;
  std::int64_t receivers = 0;
  std::int64_t receivers_inside = 0;
  std::int64_t same_group = 0;  // pairs of ends in one group
  for (const index_t a : ties.in_neighbors(b)) {
    if (a == b) continue;
    ++givers;
    ++received[group[at(a)]];
  }
  for (const index_t c : ties.out_neighbors(b)) {
    if (c == b) continue;
    ++receivers;
    receivers_inside += group[at(c)] == own;
    same_group += received[group[at(c)]];
  }
  const std::int64_t givers_inside = received[own];
  received.drain([](std::size_t, std::int64_t) {});
  Counts pairs{};
  pairs[coordinator] = givers_inside * receivers_inside;
  pairs[itinerant] = same_group - pairs[coordinator];
  pairs[gatekeeper] = (givers - givers_inside) * receivers_inside;
  pairs[representative] = givers_inside * (receivers - receivers_inside);
  pairs[liaison] = (givers - givers_inside) * (receivers - receivers_inside) - pairs[itinerant];
  return pairs;
}

Counts count_roles(const Graph& ties, const std::vector<index_t>& group, index_t b,
                   detail::Gathered<std::int64_t>& received, Poller& poll) {
  Counts roles = all_pairs(ties, group, b, received);
  const auto drop = [&](index_t a, index_t c) {
    --roles[role_of(group[at(a)], group[at(b)], group[at(c)])];
  };
  const auto given = ties.out_neighbors(b);
  detail::for_common(ties.in_neighbors(b), given, [&](std::size_t, std::size_t k) {
    if (given[k] != b) drop(given[k], given[k]);  // back to where it came from
  });
  for (const index_t a : ties.in_neighbors(b)) {
    if (a == b) continue;
    const auto others = ties.out_neighbors(a);
    poll(1 + static_cast<std::int64_t>(std::min(others.size(), given.size())));
    detail::for_common(others, given, [&](std::size_t, std::size_t k) {
      if (given[k] != a && given[k] != b) drop(a, given[k]);  // a gives to it itself
    });
  }
  return roles;
}

}  // namespace

Brokerage brokerage(const Graph& graph, const BrokerageOptions& options, const Control& control) {
  control.poll();
  const Graph ties = graph.without_zeros();
  const index_t nodes = ties.node_count();
  const detail::Groups groups = detail::groups_of("brokerage", options.groups, nodes);
  Brokerage result;
  for (auto* column : {&result.coordinator, &result.itinerant, &result.gatekeeper,
                       &result.representative, &result.liaison, &result.total})
    column->resize(at(nodes));

  constexpr std::int64_t grain = 256;
  detail::for_source_chunks(
      nodes, grain, control, [&] { return detail::Gathered<std::int64_t>(groups.count); },
      [&](auto& received, index_t first, index_t end, Poller& poll) {
        for (index_t b = first; b < end; ++b) {
          poll(1 + static_cast<std::int64_t>(ties.out_neighbors(b).size() +
                                             ties.in_neighbors(b).size()));
          const Counts roles = count_roles(ties, groups.of, b, received, poll);
          result.coordinator[at(b)] = roles[coordinator];
          result.itinerant[at(b)] = roles[itinerant];
          result.gatekeeper[at(b)] = roles[gatekeeper];
          result.representative[at(b)] = roles[representative];
          result.liaison[at(b)] = roles[liaison];
          result.total[at(b)] = std::accumulate(roles.begin(), roles.end(), std::int64_t{0});
        }
      },
      [](auto&) {});
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
