#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Undefined because the graph has a cycle: its nodes, in order.
class CycleError : public UndefinedError {
 public:
  CycleError(const std::string& message, std::vector<index_t> cycle)
      : UndefinedError(message), cycle_(std::move(cycle)) {}
  [[nodiscard]] const std::vector<index_t>& cycle() const noexcept { return cycle_; }

 private:
  std::vector<index_t> cycle_;
};

}  // namespace aidnet::inline AIDNET_ABI
