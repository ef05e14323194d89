#pragma once

#include <span>
#include <vector>

#include "algo/draws_detail.hpp"
#include "algo/links_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Takes groups apart into single nodes and joins them again within their group: only nodes and
/// parts that are well connected to the rest of the group, and only where that gains. With `theta`
/// 0 each joins where it gains most, otherwise with a probability that rises with the gain.
///
/// Returns the part of each node, in [0, count); what it is made of is connected by links.
[[nodiscard]] std::vector<index_t> refined(const Links& links, std::span<const index_t> of,
                                           double theta, Draws& draws, const Control& control);

/// The groups cut where no links hold them together.
[[nodiscard]] std::vector<index_t> connected_parts(const Links& links, std::span<const index_t> of,
                                                   const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
