#include "aidnet/datasets/pairings.hpp"

#include "datasets/embedded_detail.hpp"

namespace aidnet::inline AIDNET_ABI::datasets {

std::string_view pairings_csv() noexcept { return embedded_pairings; }

}  // namespace aidnet::inline AIDNET_ABI::datasets
