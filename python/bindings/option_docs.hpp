#pragma once

// What several measures say of an option that they share.

namespace measure::docs {

inline constexpr const char* distance_mode =
    "Distances to the node, from it, or along edges either way.";
inline constexpr const char* groups =
    "The group of each node, or the name of the field of nodes that says it.";
inline constexpr const char* require_convergence =
    "Whether missing the tolerance is an error; if not, the last iterate comes back.";
inline constexpr const char* path_source = "Where paths start from.";
inline constexpr const char* path_target = "Where the path ends.";
inline constexpr const char* resolution =
    "Above 1 small groups are better, below 1 large ones (gamma).";
inline constexpr const char* weighted = "Whether ties count by their weights, and not alike.";

}  // namespace measure::docs
