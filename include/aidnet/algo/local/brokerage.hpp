#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct BrokerageOptions {
  /// The group of each node, by numbers that serve as names, as communities have. It must be given.
  std::vector<index_t> groups = {};
};

/// How often each node brokers, by the groups of the three parties: one number a node each.
struct Brokerage {
  std::vector<std::int64_t> coordinator;     ///< all three in one group
  std::vector<std::int64_t> itinerant;       ///< the ends in one group, the broker in another
  std::vector<std::int64_t> gatekeeper;      ///< the broker in the receiving end's group
  std::vector<std::int64_t> representative;  ///< the broker in the giving end's group
  std::vector<std::int64_t> liaison;         ///< three groups
  std::vector<std::int64_t> total;           ///< all of them
};

/// Brokerage of Gould and Fernandez: between whom a party passes help on.
///
/// Node b is a broker for a and c, which are different from it and each other, where a gives to b,
/// b gives to c, and a does not give to c itself. With the groups of the nodes (regions, say) the
/// role is one of five: see `Brokerage`. A province that receives from an eastern city and gives to
/// a county of its own is a gatekeeper.
///
/// Only whether there is a tie counts: any weight but zero makes one, a negative one too.
/// Self-loops are left out. In an undirected graph every tie goes both ways, so that each pair of
/// ends counts twice. If each node is its own group, all brokers are liaisons.
///
/// Returns six numbers a node; empty for the empty graph. O(nodes log nodes + Σ min(d_a, d_b) log
/// d) over the ties a → b, d being out-degrees, which is at most O(entries^1.5 · log entries); in
/// parallel.
///
/// Throws ValidationError if `groups` has not one number a node; Cancelled.
///
/// R. V. Gould, R. M. Fernandez (1989): Structures of mediation: A formal approach to brokerage in
/// transaction networks. Sociological Methodology 19, 89–126, doi:10.2307/270949.
[[nodiscard]] Brokerage brokerage(const Graph& graph, const BrokerageOptions& options,
                                  const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
