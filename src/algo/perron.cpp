#include "algo/perron_detail.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "aidnet/core/sum.hpp"
#include "algo/iteration_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

/// Eigenvalues within this relative distance are the same.
constexpr double tie = 1e-9;

/// What is known about the leading eigenvalues of a small matrix.
struct Ritz {
  Eigen::VectorXd leading;  ///< the vector of the value with the largest real part
  Eigen::MatrixXd kept;     ///< orthonormal columns that span the vectors of the leading ones
};

Ritz ritz_symmetric(const Eigen::MatrixXd& small, Eigen::Index keep) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver((small + small.transpose()) / 2.0);
  const Eigen::MatrixXd& vectors = solver.eigenvectors();  // ascending
  return {vectors.rightCols(1), vectors.rightCols(keep)};
}

Ritz ritz_general(const Eigen::MatrixXd& small, Eigen::Index keep) {
  const Eigen::EigenSolver<Eigen::MatrixXd> solver(small);
  const auto& values = solver.eigenvalues();
  std::vector<Eigen::Index> order(static_cast<std::size_t>(small.rows()));
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  // Stable, so that conjugates stay together.
  std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
    return values(a).real() > values(b).real();
  });
  const auto vector = [&](Eigen::Index k) { return solver.pseudoEigenvectors().col(k); };
  if (keep < small.rows()) {
    // A pair of conjugates is kept whole: its two real vectors span an invariant space.
    const Eigen::Index last = order[static_cast<std::size_t>(keep - 1)];
    const Eigen::Index next = order[static_cast<std::size_t>(keep)];
    if (values(last).imag() != 0.0 && values(last) == std::conj(values(next))) ++keep;
  }
  Eigen::MatrixXd span(small.rows(), keep);
  for (Eigen::Index k = 0; k < keep; ++k) span.col(k) = vector(order[static_cast<std::size_t>(k)]);
  const Eigen::HouseholderQR<Eigen::MatrixXd> qr(span);
  return {vector(order[0]), qr.householderQ() * Eigen::MatrixXd::Identity(small.rows(), keep)};
}

/// The method behind leading_eigenpair, restart by restart.
class Arnoldi {
 public:
  Arnoldi(const Operator& matrix, double tolerance, const Control& control)
      : size_(matrix.size),
        tolerance_(tolerance),
        matrix_(matrix),
        control_(control),
        scale_(matrix.scale),
        basis_(matrix.size, size_.value() + 1),
        small_(Eigen::MatrixXd::Zero(size_.value() + 1, size_.value() + 1)),
        z_(matrix.size, 1.0),
        y_(matrix.size) {}

  /// Extends the space, takes the best vector in it and returns its residual.
  double step() {
    if (basis_.size() == 0) basis_.restart(z_, control_);
    const int size = extend();
    const Eigen::MatrixXd small = small_.topLeftCorner(size, size);
    const Eigen::RowVectorXd beyond = small_.row(size).head(size);
    // About half of the vectors survive a restart.
    const Eigen::Index keep = std::max<Eigen::Index>(1, std::min(size_.value() / 2 - 2, size - 2));
    const Ritz ritz = matrix_.rescale ? ritz_general(small, keep) : ritz_symmetric(small, keep);
    basis_.combine(ritz.leading, z_, control_);
    const double residual = assess();
    const double expected = std::abs(beyond.dot(ritz.leading)) / ritz.leading.norm() / value_;
    if (residual > tolerance_) {
      // Smoothing makes residuals smaller: if it is much larger than expected, rounding has built
      // up in the small matrix over the restarts.
      const bool all_rounding = expected <= tolerance_ / 10.0 || scaled_residual_ > 10.0 * expected;
      if (size_.restarted()) {
        basis_ = Basis(z_.size(), size_.value() + 1);
        small_.setZero(size_.value() + 1, size_.value() + 1);
      } else if (all_rounding) {
        start_afresh();
      } else {
        restart(small, beyond, ritz.kept);
      }
    }
    return residual;
  }

  [[nodiscard]] double value() const noexcept { return value_; }

  /// The vector of unit length in the space of M.
  [[nodiscard]] Vector take_vector() {
    for (std::size_t i = 0; i < z_.size(); ++i) z_[i] *= scale(i);
    normalize(z_);
    return std::move(z_);
  }

 private:
  /// Appends products to the basis up to its full size, or until it spans an invariant space.
  /// Returns the number of columns whose products are known.
  int extend() {
    for (;;) {
      const int size = basis_.size();
      basis_.column(size - 1, z_);
      matrix_.product(z_, y_);
      small_.col(size - 1).head(size + 1) = basis_.append(y_, control_);
      if (size == size_.value() || small_(size, size - 1) == 0.0) return size;
    }
  }

  /// The kept vectors span an invariant space of the small matrix, so the products with them need
  /// nothing but them and the last column of the basis.
  void restart(const Eigen::MatrixXd& small, const Eigen::RowVectorXd& beyond,
               const Eigen::MatrixXd& kept) {
    const Eigen::Index size = kept.cols();
    small_.setZero();
    small_.topLeftCorner(size, size) = kept.transpose() * small * kept;
    small_.row(size).head(size) = beyond * kept;
    basis_.compress(kept, control_);
  }

  /// The space has nothing more to give but rounding. Where the matrix is not symmetric, the errors
  /// of the next one are made small relative to each element of the vector.
  void start_afresh() {
    basis_.clear();
    small_.setZero();
    if (!matrix_.rescale) return;
    for (std::size_t i = 0; i < z_.size(); ++i) z_[i] *= scale_[i];
    scale_ = matrix_.rescale(z_);
    for (std::size_t i = 0; i < z_.size(); ++i) z_[i] /= scale_[i];
  }

  /// Makes z non-negative, smooths it by half a power step (which keeps signs and digits of small
  /// elements), and compares M x with λ x.
  double assess() {
    for (double& value : z_) value = std::abs(value);
    matrix_.product(z_, y_);
    const double first = dot(z_, y_, control_) / dot(z_, z_, control_);
    for (std::size_t i = 0; i < z_.size(); ++i) z_[i] = 0.5 * (z_[i] + y_[i] / first);
    matrix_.product(z_, y_);
    // Rayleigh's quotient in the scaled space, where the matrix is closer to a normal one.
    value_ = dot(z_, y_, control_) / dot(z_, z_, control_);
    for (std::size_t i = 0; i < z_.size(); ++i) y_[i] = y_[i] / value_ - z_[i];
    scaled_residual_ = norm(y_, control_) / norm(z_, control_);
    return matrix_.rescale ? largest_relative_residual() : scaled_residual_;
  }

  /// max |y_i / z_i|, elements excepted that vanish beside the others.
  [[nodiscard]] double largest_relative_residual() const {
    double largest = 0.0;
    for (std::size_t i = 0; i < z_.size(); ++i) largest = std::fmax(largest, scale_[i] * z_[i]);
    double most = 0.0;
    for (std::size_t i = 0; i < z_.size(); ++i)
      if (scale_[i] * z_[i] > negligible * largest) most = std::fmax(most, std::abs(y_[i]) / z_[i]);
    return most;
  }

  [[nodiscard]] double scale(std::size_t i) const { return scale_.empty() ? 1.0 : scale_[i]; }

  static constexpr double negligible = 0x1p-800;

  KrylovSize size_;
  const double tolerance_;
  const Operator& matrix_;
  const Control& control_;
  Vector scale_;
  Basis basis_;
  Eigen::MatrixXd small_;  // the products with the basis, in terms of the basis
  Vector z_;               // the present vector, in the scaled space
  Vector y_;               // scratch
  double value_ = 0.0;
  double scaled_residual_ = 0.0;
};

}  // namespace

Perron leading_eigenpair(const char* who, const Operator& matrix, const IterationOptions& options,
                         const Control& control) {
  const Control inner = control.quiet();
  Arnoldi arnoldi(matrix, options.tolerance, inner);
  const Convergence convergence = iterate(who, options, control, [&] { return arnoldi.step(); });
  return {arnoldi.value(), arnoldi.take_vector(), convergence};
}

Perron leading_eigenpair(const char* who, LocalMatrix block, bool symmetric,
                         const IterationOptions& options, const Control& control) {
  if (block.size() == 1) {
    const double loop = block.rows.weights.empty() ? 0.0 : block.rows.weights[0];
    return {std::ldexp(loop, block.exponent), {1.0}, {.converged = true}};
  }
  const Control inner = control.quiet();
  ScaledMatrix scaled(std::move(block), symmetric, inner);
  Operator matrix{scaled.size(), [&](const Vector& x, Vector& y) { scaled.multiply(x, y, inner); }};
  if (!symmetric) {
    matrix.scale = scaled.diagonal();
    matrix.rescale = [&](const Vector& x) {
      scaled.rescale(x, inner);
      return scaled.diagonal();
    };
  }
  Perron perron = leading_eigenpair(who, matrix, options, control);
  perron.value = std::ldexp(perron.value, scaled.exponent());
  return perron;
}

Spectrum leading_blocks(const Blocks& blocks, const BlockSolver& solve, const Control& control) {
  std::vector<index_t> order;
  double work = 0.0;  // all candidates' nodes
  for (index_t b = 0; b < blocks.count(); ++b)
    if (blocks.bound(b) > 0.0) {
      order.push_back(b);
      work += static_cast<double>(blocks.nodes(b).size());
    }
  std::stable_sort(order.begin(), order.end(),
                   [&](index_t a, index_t b) { return blocks.bound(a) > blocks.bound(b); });

  Spectrum spectrum;
  double done = 0.0;
  for (const index_t b : order) {
    if (blocks.bound(b) < spectrum.radius * (1.0 - tie)) break;
    const double share = static_cast<double>(blocks.nodes(b).size());
    Perron pair = solve(b, part_of(control, done / work, (done + share) / work));
    done += share;
    include(spectrum.convergence, pair.convergence);
    if (pair.value < spectrum.radius * (1.0 - tie)) continue;
    if (pair.value > spectrum.radius * (1.0 + tie)) {
      spectrum.blocks.clear();
      spectrum.pairs.clear();
    }
    spectrum.radius = std::fmax(spectrum.radius, pair.value);
    spectrum.blocks.push_back(b);
    spectrum.pairs.push_back(std::move(pair));
  }
  return spectrum;
}

Spectrum leading_blocks(const char* who, const Blocks& blocks, const IterationOptions& options,
                        const Control& control) {
  const IterationOptions limits = strict(options);
  return leading_blocks(
      blocks,
      [&](index_t block, const Control& inner) {
        return leading_eigenpair(who, blocks.local(block, inner), blocks.symmetric(), limits,
                                 inner);
      },
      control);
}

Graph received_by(const Graph& graph, Mode mode, const Control& control) {
  if (mode == Mode::out) return graph.reverse();
  return mode == Mode::all ? graph.to_undirected(control.quiet()) : graph;
}

UndefinedError tied(const char* who, std::size_t count, const char* what, double value, index_t one,
                    index_t other) {
  return UndefinedError(text(who, ": ", count, " components have the same largest ", what, " (",
                             value, "), such as those of node ", one, " and of node ", other,
                             ", so the scores are not unique; take one of them by itself"));
}

void normalize(Vector& x) {
  double largest = 0.0;
  for (const double value : x) largest = std::fmax(largest, std::abs(value));
  if (largest == 0.0) return;
  Sum squares;
  for (const double value : x) squares += (value / largest) * (value / largest);
  const double length = std::sqrt(squares.value());
  for (double& value : x) value = value / largest / length;
}

IterationOptions strict(const IterationOptions& options) {
  return {std::fmin(options.tolerance, tie / 10), options.max_iterations,
          options.require_convergence};
}

}  // namespace aidnet::inline AIDNET_ABI::detail
