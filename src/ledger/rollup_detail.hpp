#pragma once

#include <vector>

#include "aidnet/ledger/network.hpp"
#include "hierarchy_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// All that can be a node, in one row of numbers: parties, then places, sides and programmes.
struct NodeCodes {
  index_t places, sides, programmes, end;

  /// Throws SizeError where the numbers do not suffice.
  explicit NodeCodes(const Ledger& ledger);

  [[nodiscard]] NetworkNode::Kind kind_of(index_t code) const noexcept {
    return code < places       ? NetworkNode::Kind::party
           : code < sides      ? NetworkNode::Kind::place
           : code < programmes ? NetworkNode::Kind::side
                               : NetworkNode::Kind::programme;
  }
  [[nodiscard]] index_t row_of(index_t code) const noexcept {
    return code - (code < places       ? 0
                   : code < sides      ? places
                   : code < programmes ? sides
                                       : programmes);
  }
};

/// Why a party is its own node though something else was asked for.
enum class Mark : std::uint8_t { none = 0, above_level = 1, without_place = 2 };

/// A node can be both, at the two ends.
[[nodiscard]] constexpr Mark operator|(Mark a, Mark b) noexcept {
  return static_cast<Mark>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
[[nodiscard]] constexpr bool has(Mark marks, Mark mark) noexcept {
  return (static_cast<std::uint8_t>(marks) & static_cast<std::uint8_t>(mark)) != 0;
}

/// Rule 8: the node that stands for each party at one level.
class Rollup {
 public:
  /// Throws ValidationError for cycles of parents or successors. O(parties + places).
  Rollup(const Ledger& ledger, Level level, const NodeCodes& codes, const Control& control);

  struct Node {
    index_t code;
    Mark mark;
  };
  [[nodiscard]] Node of(index_t party, index_t programme) const noexcept {
    if (programme != no_index && by_programme_) return {first_programme_ + programme, Mark::none};
    return {code_[at(party)], mark_.empty() ? Mark::none : mark_[at(party)]};
  }

 private:
  bool by_programme_;
  index_t first_programme_;
  std::vector<index_t> code_;  // by party
  std::vector<Mark> mark_;     // by party; empty where none is marked
};

/// The nodes that stand for both ends of flows.
struct Ends {
  NodeCodes codes;
  Rollup donor, recipient;

  /// Throws as its parts do.
  Ends(const Ledger& ledger, const NetworkOptions& options, const Control& control)
      : codes(ledger),
        donor(ledger, options.donor_level, codes, control),
        recipient(ledger, options.recipient_level, codes, control) {}
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
