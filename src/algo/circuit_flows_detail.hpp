#pragma once

#include <vector>

#include "algo/circuits_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// What a unit current between every pair of nodes of a circuit sends through each of its wires, in
/// all; one value a conductance.
struct CircuitFlows {
  std::vector<double> all;     ///< over all pairs, each once
  std::vector<double> others;  ///< over pairs without the node that the conductance stands at
};

[[nodiscard]] CircuitFlows circuit_flows(const char* who, const Circuit& circuit,
                                         const Control& control);

/// Parts larger than this take more than 1.5 gigabytes.
inline constexpr index_t largest_flow_circuit = 8192;

}  // namespace aidnet::inline AIDNET_ABI::detail
