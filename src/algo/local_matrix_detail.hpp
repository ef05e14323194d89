#pragma once

#include <cstddef>

#include "aidnet/core/graph.hpp"
#include "algo/krylov_detail.hpp"
#include "algo/row_chunks_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A square matrix without negative entries: what the nodes of one strong component pull from one
/// another.
struct LocalMatrix {
  Csr rows;      ///< entries are positive and less than 2
  int exponent;  ///< the true entries are 2^exponent times those in `rows`

  [[nodiscard]] std::size_t size() const noexcept { return rows.offsets.size() - 1; }
};

/// B = D⁻¹ M D for an irreducible M ≥ 0, D a diagonal of powers of two, so that nothing is rounded.
///
/// With weights over many decades ‖M‖ can exceed the spectral radius by as many, and with it the
/// errors of methods that rotate vectors. First D evens out the sums of rows and of columns
/// (Osborne 1960, doi:10.1145/321043.321048); later it takes the size of an approximate solution x
/// > 0, in whose scale no row sum of M exceeds about the spectral radius, and rounding is small
/// relative to each element of x. A symmetric M is well scaled as it is, D = I.
class ScaledMatrix {
 public:
  ScaledMatrix(LocalMatrix matrix, bool symmetric, const Control& control);

  [[nodiscard]] std::size_t size() const noexcept { return matrix_.size(); }
  [[nodiscard]] bool symmetric() const noexcept { return symmetric_; }
  [[nodiscard]] int exponent() const noexcept { return matrix_.exponent; }
  [[nodiscard]] const Vector& diagonal() const noexcept { return diagonal_; }

  /// Where the entries of B are: the weights that stand there are those of M.
  [[nodiscard]] const Csr& rows() const noexcept { return matrix_.rows; }
  /// The entries of row j of B, in the order of rows().row(j).
  [[nodiscard]] const double* row_weights(std::size_t j) const noexcept {
    return weights_.data() + rows().offsets[j];
  }

  /// Makes D follow x ≥ 0. REQUIRES not symmetric, and x ≠ 0.
  void rescale(const Vector& x, const Control& control);

  /// y ← B x
  void multiply(const Vector& x, Vector& y, const Control& control) const;

 private:
  void balance(const Control& control);
  void apply_diagonal(const Control& control);

  LocalMatrix matrix_;
  bool symmetric_;
  Vector diagonal_;
  Vector weights_;  // of B
  RowChunks chunks_;
};

/// y_j ← Σ_k w_jk x_k for j in [begin, end), with the rows of a CSR and weights beside it.
void multiply(const Csr& rows, const Vector& weights, std::size_t begin, std::size_t end,
              const Vector& x, Vector& y);

}  // namespace aidnet::inline AIDNET_ABI::detail
