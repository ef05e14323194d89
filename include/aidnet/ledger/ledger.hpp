#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/ledger/tables.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// A file of a data package that the ledger does not know: kept and written back as it is.
struct OtherFile {
  std::string path;  ///< relative, inside the package
  std::string bytes;
};

/// What a data package says of itself.
struct PackageInfo {
  std::string descriptor;  ///< the text of datapackage.json; "" where there was none
  std::vector<OtherFile> other_files;
};

/// A ledger: sourced, dated, uncertain statements of who helps whom, and the parties, places,
/// groups, relations, programmes, names and sources that they refer to.
///
/// Immutable; a cheap handle to shared tables, safe to use from any thread. Made by LedgerBuilder,
/// by `io::read_package`, or taken from `datasets`. References between tables are row numbers.
class Ledger {
 public:
  /// No rows at all.
  Ledger();

  [[nodiscard]] const Tables& tables() const noexcept;
  [[nodiscard]] const Flows& flows() const noexcept { return tables().flows; }
  [[nodiscard]] const Parties& parties() const noexcept { return tables().parties; }
  [[nodiscard]] const Places& places() const noexcept { return tables().places; }
  [[nodiscard]] const Groups& groups() const noexcept { return tables().groups; }
  [[nodiscard]] const Relations& relations() const noexcept { return tables().relations; }
  [[nodiscard]] const Programmes& programmes() const noexcept { return tables().programmes; }
  [[nodiscard]] const Aliases& aliases() const noexcept { return tables().aliases; }
  [[nodiscard]] const Sources& sources() const noexcept { return tables().sources; }

  /// The row with that id, compared exactly; no_index where there is none. For flows, parties,
  /// places, programmes and sources. O(1).
  [[nodiscard]] index_t find(TableId table, std::string_view id) const noexcept;

  /// How many rows stood in the table itself. Those behind them were made because another table
  /// names them.
  [[nodiscard]] std::size_t listed(TableId table) const noexcept;

  [[nodiscard]] const PackageInfo& package() const noexcept;
  /// The same ledger under another description.
  [[nodiscard]] Ledger with_package(PackageInfo package) const;

 private:
  struct Data;
  friend class LedgerBuilder;
  explicit Ledger(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

}  // namespace aidnet::inline AIDNET_ABI::ledger
