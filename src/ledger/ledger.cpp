#include "aidnet/ledger/ledger.hpp"

#include "ledger_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

Ledger::Ledger() : data_(std::make_shared<const Data>()) {}

Ledger::Ledger(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

const Tables& Ledger::tables() const noexcept { return data_->tables; }

index_t Ledger::find(TableId table, std::string_view id) const noexcept {
  const Keys* keys = detail::keys_of(data_->tables, table);
  return keys == nullptr ? no_index : data_->keys[static_cast<std::size_t>(table)].find(*keys, id);
}

std::size_t Ledger::listed(TableId table) const noexcept {
  return data_->listed[static_cast<std::size_t>(table)];
}

const PackageInfo& Ledger::package() const noexcept { return data_->package; }

Ledger Ledger::with_package(PackageInfo package) const {
  auto changed = std::make_shared<Data>(*data_);
  changed->package = std::move(package);
  return Ledger(std::move(changed));
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
