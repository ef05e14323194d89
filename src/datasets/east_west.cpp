#include "aidnet/datasets/east_west.hpp"

#include <array>
#include <utility>

#include "aidnet/io/package.hpp"
#include "datasets/embedded_detail.hpp"

namespace aidnet::inline AIDNET_ABI::datasets {
namespace {

ledger::Ledger read() {
  const std::array<std::pair<std::string_view, std::string_view>, 9> files{{
      {"datapackage.json", embedded_east_west_datapackage},
      {"flows.csv", embedded_east_west_flows},
      {"parties.csv", embedded_east_west_parties},
      {"places.csv", embedded_east_west_places},
      {"groups.csv", embedded_east_west_groups},
      {"relations.csv", embedded_east_west_relations},
      {"programmes.csv", embedded_east_west_programmes},
      {"aliases.csv", embedded_east_west_aliases},
      {"sources.csv", embedded_east_west_sources},
  }};
  return io::read_package([&](const std::string& path) -> std::optional<std::string> {
    for (const auto& [name, bytes] : files)
      if (name == path) return std::string(bytes);
    return std::nullopt;
  });
}

}  // namespace

ledger::Ledger east_west() {
  static const ledger::Ledger ledger = read();
  return ledger;
}

}  // namespace aidnet::inline AIDNET_ABI::datasets
