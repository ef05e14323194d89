#include "network_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

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

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
