#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/graph.hpp"
#include "aidnet/ledger/decimal.hpp"
#include "aidnet/ledger/ledger.hpp"
#include "aidnet/ledger/network_description.hpp"
#include "aidnet/ledger/network_options.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

struct NetworkNode {
  enum class Kind : std::uint8_t { party, place, side, programme };

  Kind kind = Kind::party;
  index_t row = no_index;      ///< in the table of its kind; no_index for sides
  std::string label;           ///< the id or side; of nodes alike, parties get " (party)" added
  bool above_level = false;    ///< a party kept because it stands above the level, or no programme
  bool without_place = false;  ///< a party kept because no place of the level is known for it
};

/// What one flow adds to one entry, in whole units.
struct EdgeFlow {
  index_t flow = no_index;
  bool missing = false;    ///< nothing says how much
  bool remainder = false;  ///< what its parts leave of a total
  std::int64_t amount = 0;
  /// Of a remainder with parts on the same edge, the lower bound may be above the upper one: only
  /// with those of the parts do they bound the edge.
  std::int64_t lower = 0;
  std::int64_t upper = 0;  ///< no_number: unbounded
};

enum class EdgeWeights : std::uint8_t { lower, upper, mid };

/// A network made of a ledger, with bounds and the flows behind every edge: a cheap handle to
/// shared data, safe to use from any thread.
class LedgerNetwork {
 public:
  LedgerNetwork();
  // Copies only, as of Graph: what was moved from would be a handle to nothing.
  LedgerNetwork(const LedgerNetwork&) = default;
  LedgerNetwork& operator=(const LedgerNetwork&) = default;
  ~LedgerNetwork() = default;

  /// Directed. Weights are the nearest doubles of exact sums, in base units (yuan, persons).
  [[nodiscard]] const Graph& graph() const noexcept;
  /// What each weight lies between, by entry; the upper one may be infinite.
  [[nodiscard]] std::span<const double> lower() const noexcept;
  [[nodiscard]] std::span<const double> upper() const noexcept;
  /// The same graph with other weights. Throws ValidationError that names up to five edges where
  /// one is unbounded.
  [[nodiscard]] Graph with_weights(EdgeWeights which) const;

  [[nodiscard]] const std::vector<NetworkNode>& nodes() const noexcept;
  /// What an entry is made of, by flow row. Throws ValidationError where there is no such entry.
  [[nodiscard]] std::span<const EdgeFlow> flows_of(index_t entry) const;
  /// By entry: how many flows it is made of, and how many of these lack an amount.
  [[nodiscard]] std::span<const index_t> flow_counts() const noexcept;
  [[nodiscard]] std::span<const index_t> unknown_counts() const noexcept;
  /// What became of each flow of the ledger.
  [[nodiscard]] std::span<const Fate> fates() const noexcept;
  [[nodiscard]] const NetworkDescription& description() const noexcept;

  /// Of the amounts; "" for counts, for presence, and where the flows state none.
  [[nodiscard]] const std::string& unit() const noexcept;
  /// Amounts are whole numbers of 10^-decimals units.
  [[nodiscard]] int decimals() const noexcept;
  /// The sum of all weights, exactly: in whole units, and in base units.
  [[nodiscard]] std::int64_t total() const noexcept;
  [[nodiscard]] Decimal total_amount() const;
  /// An amount of this network in base units: exactly, and as the nearest double. Throws SizeError
  /// for no_number.
  [[nodiscard]] Decimal amount_of(std::int64_t units) const;
  [[nodiscard]] double in_base_units(std::int64_t units) const;

  [[nodiscard]] const Ledger& ledger() const noexcept;

 private:
  struct Data;
  friend struct NetworkAccess;
  explicit LedgerNetwork(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

/// The double nearest to so many units of 10^-decimals. Throws SizeError as Decimal does.
[[nodiscard]] double in_base_units(std::int64_t units, int decimals);

/// The network of a ledger's flows. Every flow has one fate, and amounts are exact: what is left
/// out, split, replaced or rounded is told in the description.
///
/// In this order: the filters; cancelled chains; other reports of the same help (`same_as`);
/// earlier statuses of a chain (`fulfils`); aggregates; totals and parts (`part_of`); joint gifts;
/// levels; orientation; missing amounts. docs/ledger.md has the rules.
///
/// Nodes are numbered as they first appear in the flows, the donor before the recipient; added ones
/// follow in the order of the parties. O(flows + rows of the other tables + shares of joint gifts).
///
/// Throws ValidationError for options that do not fit the ledger or each other, several units among
/// the amounts to be added (naming each with count and total), members of a group whose shares do
/// not add up to 1, and cycles of parents, successors or groups; SizeError where a sum does not
/// fit, or joint gifts would make more than 2^26 shares.
[[nodiscard]] LedgerNetwork network(const Ledger& ledger, const NetworkOptions& options = {},
                                    const Control& control = {});

/// A key for JointGifts::key: by party, how much of a resource it gives (or receives,
/// `of_recipients`), in base units, taken from the network of that resource that `options`
/// describes otherwise. Throws as `network` does.
[[nodiscard]] std::vector<double> key_from_resource(const Ledger& ledger, Resource resource,
                                                    bool of_recipients, NetworkOptions options = {},
                                                    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI::ledger
