#include "aidnet/ledger/network_description.hpp"

#include "network_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

std::string_view name_of(Fate fate) noexcept {
  static constexpr std::array<std::string_view, fate_count> names{
      "used",         "used_remainder", "other_resource",  "not_aid",
      "other_unit",   "other_status",   "other_programme", "other_source",
      "elsewhere",    "out_of_period",  "undated",         "cancelled",
      "same_as",      "superseded",     "aggregate",       "replaced_by_parts",
      "within_total", "above_level",    "without_amount"};
  return names[static_cast<std::size_t>(fate)];
}

namespace detail {

void count_flows(NetworkDescription& description, const Flows& flows,
                 const std::vector<Fate>& fates) {
  description.flows = static_cast<std::int64_t>(flows.size());
  std::vector<std::int64_t> units(flows.unit.words().size() + 1, 0);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    ++description.fates[static_cast<std::size_t>(fates[i])];
    if (!is_used(fates[i])) continue;
    ++description.used;
    ++description.statuses[static_cast<std::size_t>(flows.status[i])];
    ++description.qualifiers[static_cast<std::size_t>(flows.qualifier[i])];
    ++description.resources[static_cast<std::size_t>(flows.resource[i])];
    ++units[static_cast<std::size_t>(flows.unit.codes()[i] + 1)];
  }
  for (std::size_t k = 0; k < units.size(); ++k)
    if (units[k] > 0)
      description.units.push_back(
          {k == 0 ? std::string() : std::string(flows.unit.words()[k - 1]), units[k]});
}

}  // namespace detail
}  // namespace aidnet::inline AIDNET_ABI::ledger
