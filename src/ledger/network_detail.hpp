#pragma once

#include <limits>
#include <vector>

#include "aidnet/ledger/network.hpp"
#include "int128_detail.hpp"
#include "rollup_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// What the handles of one network share.
struct LedgerNetwork::Data {
  Ledger ledger;
  Graph graph;
  std::vector<double> lower, upper;
  std::vector<NetworkNode> nodes;
  std::vector<EdgeFlow> flows;                       // by entry
  std::vector<std::size_t> starts;                   // where each entry's flows start, and the end
  std::vector<index_t> flow_counts, unknown_counts;  // by entry
  std::vector<Fate> fates;
  NetworkDescription description;
  std::string unit;
  int decimals = 0;
};

struct NetworkAccess {
  using Data = LedgerNetwork::Data;
  static LedgerNetwork make(std::shared_ptr<const Data> data) {
    return LedgerNetwork(std::move(data));
  }
};

namespace detail {

/// One flow's share between two nodes.
struct Arc {
  index_t source, target;
  EdgeFlow flow;
};

/// Numbers nodes as they first appear.
class NodeList {
 public:
  explicit NodeList(const NodeCodes& codes) : number_(at(codes.end), no_index) {}

  index_t number(const Rollup::Node& node) {
    index_t& number = number_[at(node.code)];
    if (number == no_index) {
      number = static_cast<index_t>(codes_.size());
      codes_.push_back(node.code);
      marks_.push_back(Mark::none);
    }
    if (node.mark != Mark::none) marks_[at(number)] = marks_[at(number)] | node.mark;
    return number;
  }
  /// With their labels, each label once.
  [[nodiscard]] std::vector<NetworkNode> nodes(const Ledger& ledger, const NodeCodes& codes) const;
  [[nodiscard]] std::size_t size() const noexcept { return codes_.size(); }

 private:
  std::vector<index_t> number_;  // by code
  std::vector<index_t> codes_;
  std::vector<Mark> marks_;
};

/// Fills graph, bounds, flows and totals of `data` from arcs; nodes and unit must be there. Throws
/// SizeError that names the edge whose sum does not fit.
void make_edges(NetworkAccess::Data& data, std::vector<Arc> arcs, Weight weight,
                const Control& control);

/// The number in 64 bits; throws SizeError that names what it is.
[[nodiscard]] std::int64_t in_64_bits(int128 number, const std::string& what);

/// The number, or the nearest one that 64 bits hold.
[[nodiscard]] constexpr std::int64_t clamped_to_64_bits(int128 number) noexcept {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  return number > most ? most : number < -most ? -most : static_cast<std::int64_t>(number);
}

/// Counts the fates and, of the flows that are used, statuses, qualifiers, resources and units.
void count_flows(NetworkDescription& description, const Flows& flows,
                 const std::vector<Fate>& fates);

[[nodiscard]] constexpr bool is_used(Fate fate) noexcept {
  return fate == Fate::used || fate == Fate::used_remainder;
}

}  // namespace detail
}  // namespace aidnet::inline AIDNET_ABI::ledger
