#pragma once

#include <Eigen/Core>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "aidnet/core/control.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

using Vector = std::vector<double>;

/// y ← A x for a square matrix that is known by its products only.
using Product = std::function<void(const Vector& x, Vector& y)>;

/// How large a Krylov space to build before each restart: small, but larger where that did not help
/// and memory allows.
class KrylovSize {
 public:
  explicit KrylovSize(std::size_t rows) : rows_(rows) {}

  [[nodiscard]] int value() const noexcept {
    return static_cast<int>(std::min<std::size_t>(rows_, static_cast<std::size_t>(size_)));
  }
  /// Counts a restart that did not end the iteration; true if the size has grown.
  bool restarted() noexcept {
    if (++restarts_ % patience != 0 || size_ >= most) return false;
    if (rows_ <= static_cast<std::size_t>(size_) || rows_ > doubles / most) return false;
    size_ *= 2;
    return true;
  }

 private:
  static constexpr int most = 96;  // small problems of this size take milliseconds
  static constexpr int patience = 12;
  static constexpr std::size_t doubles = std::size_t{1} << 23;

  std::size_t rows_;
  int size_ = 24;
  int restarts_ = 0;
};

// Sums over rows in a fixed order, for any number of threads.
[[nodiscard]] double dot(const Vector& x, const Vector& y, const Control& control);
[[nodiscard]] double norm(const Vector& x, const Control& control);

/// Orthonormal columns v_0, v_1, … of a Krylov space and the products with them: what eigenvalue
/// and linear solvers have in common. Memory: capacity · rows doubles.
class Basis {
 public:
  Basis(std::size_t rows, int capacity);

  /// Drops all columns and starts again with v / ‖v‖. REQUIRES v ≠ 0.
  void restart(const Vector& v, const Control& control);

  void clear() noexcept { size_ = 0; }
  [[nodiscard]] int size() const noexcept { return size_; }
  void column(int k, Vector& out) const;

  /// Makes w orthogonal to the columns (twice, which is enough; doi:10.1007/s00211-005-0615-4) and
  /// appends what is left, normalised. Returns the coefficients: one a column, then the norm of
  /// the rest, which is 0 (and nothing is appended) where w lies in their span up to rounding.
  Eigen::VectorXd append(Vector& w, const Control& control);

  /// out ← V c, for the first c.size() columns.
  void combine(const Eigen::VectorXd& c, Vector& out, const Control& control) const;

  /// Replaces the columns but the last one by V Q, and puts the last one behind.
  void compress(const Eigen::MatrixXd& q, const Control& control);

 private:
  using Block = Eigen::Map<Eigen::MatrixXd, 0, Eigen::OuterStride<>>;
  using ConstBlock = Eigen::Map<const Eigen::MatrixXd, 0, Eigen::OuterStride<>>;

  [[nodiscard]] ConstBlock block(std::int64_t begin, std::int64_t end, Eigen::Index columns) const;
  [[nodiscard]] Block block(std::int64_t begin, std::int64_t end, Eigen::Index columns);
  /// The sums that body(begin, end, sums) adds to, over all rows, added in a fixed order.
  template <class Body>
  Eigen::VectorXd reduce(Eigen::Index terms, const Control& control, const Body& body) const;

  std::int64_t rows_;
  Vector values_;  // column by column
  int size_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
