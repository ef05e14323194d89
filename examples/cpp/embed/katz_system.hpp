#pragma once

// The matrix I − α Wᵀ of the Katz centrality, for Eigen's iterative solvers: it is never made, its
// products with vectors are taken from the graph's own arrays. The form is that of Eigen's page
// "Matrix-free solvers".

#include <aidnet/adapt/eigen.hpp>

#include <Eigen/IterativeLinearSolvers>

class KatzSystem;

namespace Eigen::internal {
template <>
struct traits<KatzSystem> : traits<SparseMatrix<double, ColMajor, aidnet::index_t>> {};
}  // namespace Eigen::internal

class KatzSystem : public Eigen::EigenBase<KatzSystem> {
 public:
  using Scalar = double;
  using RealScalar = double;
  using StorageIndex = aidnet::index_t;
  enum {
    ColsAtCompileTime = Eigen::Dynamic,
    MaxColsAtCompileTime = Eigen::Dynamic,
    IsRowMajor = 0
  };

  /// The graph must outlive the system.
  KatzSystem(const aidnet::Graph& graph, double alpha)
      : transposed_(aidnet::adapt::transposed_matrix(graph)), alpha_(alpha) {}
  KatzSystem(const aidnet::Graph&&, double) = delete;

  [[nodiscard]] Eigen::Index rows() const { return transposed_.rows(); }
  [[nodiscard]] Eigen::Index cols() const { return transposed_.cols(); }
  [[nodiscard]] const aidnet::adapt::TransposedMatrixMap& transposed() const { return transposed_; }
  [[nodiscard]] double alpha() const { return alpha_; }

  template <class Vector>
  Eigen::Product<KatzSystem, Vector, Eigen::AliasFreeProduct> operator*(
      const Eigen::MatrixBase<Vector>& x) const {
    return {*this, x.derived()};
  }

 private:
  aidnet::adapt::TransposedMatrixMap transposed_;
  double alpha_;
};

namespace Eigen::internal {
template <class Vector>
struct generic_product_impl<KatzSystem, Vector, SparseShape, DenseShape, GemvProduct>
    : generic_product_impl_base<KatzSystem, Vector, generic_product_impl<KatzSystem, Vector>> {
  template <class Result>
  static void scaleAndAddTo(Result& result, const KatzSystem& system, const Vector& x,
                            const double& factor) {
    result += factor * x;
    result -= factor * system.alpha() * (system.transposed() * x);
  }
};
}  // namespace Eigen::internal
