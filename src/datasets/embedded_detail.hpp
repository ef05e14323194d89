#pragma once

#include <string_view>

#include "aidnet/core/config.hpp"

// The files of this folder as text, compiled in (src/cmake/AidnetEmbed.cmake).
namespace aidnet::inline AIDNET_ABI::datasets {

extern const std::string_view embedded_pairings;

extern const std::string_view embedded_east_west_datapackage;
extern const std::string_view embedded_east_west_flows;
extern const std::string_view embedded_east_west_parties;
extern const std::string_view embedded_east_west_places;
extern const std::string_view embedded_east_west_groups;
extern const std::string_view embedded_east_west_relations;
extern const std::string_view embedded_east_west_programmes;
extern const std::string_view embedded_east_west_aliases;
extern const std::string_view embedded_east_west_sources;

}  // namespace aidnet::inline AIDNET_ABI::datasets
