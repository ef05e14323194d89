#include <algorithm>
#include <numeric>
#include <set>

#include "network_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using Kind = NetworkNode::Kind;

std::string_view name_of_row(const Ledger& ledger, Kind kind, index_t row) {
  switch (kind) {
    case Kind::party:
      return ledger.parties().party[at(row)];
    case Kind::place:
      return ledger.places().place[at(row)];
    case Kind::side:
      return ledger.places().side.words()[at(row)];
    default:
      return ledger.programmes().programme[at(row)];
  }
}

/// Of what comes first: a place keeps its name beside a party of the same.
int rank(Kind kind) {
  return kind == Kind::place ? 0 : kind == Kind::side ? 1 : kind == Kind::programme ? 2 : 3;
}

const char* suffix(Kind kind) {
  return kind == Kind::party       ? " (party)"
         : kind == Kind::programme ? " (programme)"
         : kind == Kind::side      ? " (side)"
                                   : " (place)";
}

/// Tells labels apart that stand for things of different kinds; within a kind they differ.
void part_labels(std::vector<NetworkNode>& nodes) {
  const auto other_kind = [&](const NetworkNode& node) { return node.kind != nodes.front().kind; };
  if (std::none_of(nodes.begin(), nodes.end(), other_kind)) return;
  std::vector<std::size_t> order(nodes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rank(nodes[a].kind) < rank(nodes[b].kind);
  });
  // All names count as taken, so that an addition does not meet another node's own name.
  std::set<std::string, std::less<>> taken;
  for (const NetworkNode& node : nodes) taken.insert(node.label);
  std::set<std::string, std::less<>> used;
  for (const std::size_t k : order) {
    NetworkNode& node = nodes[k];
    if (used.contains(node.label)) {
      do node.label += suffix(node.kind);
      while (taken.contains(node.label) || used.contains(node.label));
    }
    used.insert(node.label);
  }
}

}  // namespace

std::vector<NetworkNode> NodeList::nodes(const Ledger& ledger, const NodeCodes& codes) const {
  std::vector<NetworkNode> nodes;
  nodes.reserve(codes_.size());
  for (std::size_t k = 0; k < codes_.size(); ++k) {
    const Kind kind = codes.kind_of(codes_[k]);
    const index_t row = codes.row_of(codes_[k]);
    nodes.push_back({kind, kind == Kind::side ? no_index : row,
                     std::string(name_of_row(ledger, kind, row)), has(marks_[k], Mark::above_level),
                     has(marks_[k], Mark::without_place)});
  }
  part_labels(nodes);
  return nodes;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
