#pragma once

#include <vector>

#include "allocation_detail.hpp"
#include "network_detail.hpp"
#include "selection_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Rules 7 to 11: from the flows that serve to nodes and arcs.
class Assembly {
 public:
  /// REQUIRES that `ends` outlives it.
  Assembly(Selection& selection, const Ends& ends);

  void take_all();
  void add_isolated();
  /// Throws ValidationError that lists the units where several would be added up.
  void settle_unit(NetworkAccess::Data& data) const;
  void describe(NetworkDescription& description) const;

  [[nodiscard]] const NodeList& nodes() const noexcept { return nodes_; }
  [[nodiscard]] std::vector<Arc> take_arcs() noexcept { return std::move(arcs_); }

 private:
  /// A flow with what its words say, as it is about to enter.
  struct Entering {
    index_t row;
    BoundsRead read;
    Bounds bounds;
    bool remainder;
    bool both;  ///< one arc each way, without an amount
    [[nodiscard]] bool lacks_amount() const noexcept { return read.missing || both; }
  };
  struct Pair {
    Rollup::Node donor, recipient;
    Bounds bounds;
  };

  void require_countable_shares();
  void take(index_t row);
  [[nodiscard]] Entering read(index_t row) const;
  void pair_up(const Entering& flow);
  void pair(index_t donor, index_t recipient, index_t programme, const Bounds& bounds);
  void add_arcs(const Entering& flow);
  void note(const Entering& flow, bool internal);

  Selection& s_;
  const Ends& ends_;
  Allocation allocation_;
  Period period_;
  NodeList nodes_;
  std::vector<Arc> arcs_;

  // Scratch of the flow at hand.
  std::vector<Pair> pairs_;
  std::vector<Allocation::Share> donors_, recipients_;
  std::int64_t dropped_ = 0;
  int128 dropped_sum_ = 0;

  struct UnitTotal {
    std::int64_t flows = 0;
    int128 sum = 0;
  };
  std::vector<UnitTotal> units_;  // by unit code + 1; not those without unit and amount
  int128 remainder_sum_ = 0, all_dropped_sum_ = 0;
  NetworkDescription counts_;
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
