#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Undefined because the graph has a cycle. `cycle()` has its nodes in order, each once; an arc
/// leads from the last to the first.
class CycleError : public UndefinedError {
 public:
  CycleError(const std::string& message, std::vector<index_t> cycle)
      : UndefinedError(message), cycle_(std::move(cycle)) {}
  [[nodiscard]] const std::vector<index_t>& cycle() const noexcept { return cycle_; }

 private:
  std::vector<index_t> cycle_;
};

/// Costs add up to less than zero round a cycle, so that no way is the cheapest: each round makes
/// it cheaper still.
class NegativeCycleError : public CycleError {
 public:
  using CycleError::CycleError;
};

}  // namespace aidnet::inline AIDNET_ABI
