#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct DispersionOptions {
  /// Whether to relate it to the number of common partners; if not, it is the bare count.
  bool normalized = true;
  /// The power of the count, if normalized.
  double alpha = 1.0;
  /// What is added to the count first, if normalized.
  double b = 0.0;
  /// What is added to the number of common partners, if normalized.
  double c = 0.0;
};

/// What `dispersion` returns: a row for each ordered pair of partners.
struct Dispersion {
  std::vector<index_t> source;  ///< among whose partners it is seen
  std::vector<index_t> target;
  std::vector<double> dispersion;
};

/// Dispersion: whether a partner reaches into all the circles that a party moves in.
///
/// Of the pairs of common partners of u and v, those count that are not tied to each other and have
/// no partner in common among the partners of u, but v:
///
///     disp(u, v) = |{ {s, t} dispersed }|,    normalized: (disp + b)^α / (common partners + c).
///
/// High where v is the only link between parts of u's surroundings that else know nothing of each
/// other. It is seen from u: disp(u, v) and disp(v, u) differ.
///
/// Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a
/// negative one too. Self-loops are left out.
///
/// Returns one row for each ordered pair of nodes that are tied, by source, then target, both
/// ascending; ≥ 0 for b ≥ 0. Nothing is divided where common partners and c add up to 0: with the
/// defaults, 0. O(Σ_u Σ_v (common partners of u and v)²); in parallel.
///
/// Throws ValidationError if α, b or c is not finite, or a value is not; SizeError if the ties both
/// ways are more than the index type numbers; Cancelled.
///
/// L. Backstrom, J. Kleinberg (2014): Romantic partnerships and the dispersion of social ties: A
/// network analysis of relationship status on Facebook. CSCW '14, 831–841,
/// doi:10.1145/2531602.2531642.
[[nodiscard]] Dispersion dispersion(const Graph& graph, const DispersionOptions& options = {},
                                    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
