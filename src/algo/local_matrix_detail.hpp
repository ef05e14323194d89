#pragma once

#include <cstddef>

#include "aidnet/core/graph.hpp"
#include "algo/krylov_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A square matrix without negative entries: what the nodes of one strong component pull from one
/// another.
struct LocalMatrix {
  Csr rows;      ///< entries are positive and less than 2
  int exponent;  ///< the true entries are 2^exponent times those in `rows`

  [[nodiscard]] std::size_t size() const noexcept { return rows.offsets.size() - 1; }
};

/// M ← D⁻¹ M D for a diagonal of powers of two, so that nothing is rounded.
void rescale(LocalMatrix& matrix, const Vector& diagonal, const Control& control);

/// Replaces an irreducible M by B = D⁻¹ M D in which each row has about the sum of its column, and
/// returns the diagonal of D.
///
/// With weights over many decades ‖M‖ can exceed the spectral radius by as many, and with it the
/// errors of methods that rotate vectors; ‖B‖ does not. (Osborne 1960, doi:10.1145/321043.321048.)
[[nodiscard]] Vector balance(LocalMatrix& matrix, const Control& control);

/// The largest power of two that does not exceed x > 0, kept within 2^±200, so that products of a
/// few of them are finite.
[[nodiscard]] double power_of_two(double x);

/// y_j ← Σ_k rows_jk x_k for j in [begin, end).
void multiply(const Csr& rows, std::size_t begin, std::size_t end, const Vector& x, Vector& y);

}  // namespace aidnet::inline AIDNET_ABI::detail
