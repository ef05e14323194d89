#include "algo/resolvent_detail.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "algo/iteration_detail.hpp"
#include "algo/row_chunks_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr std::size_t remembered = 3;  // corrections of earlier restarts

// Blocks up to this size are solved directly where so many restarts were not enough.
constexpr std::size_t largest_dense = 2000;
constexpr int patience = 10;

/// The largest magnitude; infinity if any element is not finite.
double largest(const Vector& x) {
  double most = 0.0;
  for (const double value : x) {
    if (!std::isfinite(value)) return std::numeric_limits<double>::infinity();
    most = std::fmax(most, std::abs(value));
  }
  return most;
}

/// x = α M x + b with b ≥ 0 for one block, in a scaled space: z = α B z + s, x = D z.
class Gmres {
 public:
  Gmres(const LocalMatrix& matrix, bool symmetric, double alpha, const Vector& b, double tolerance,
        const Control& control)
      : matrix_(matrix, symmetric, control),
        alpha_(std::ldexp(alpha, matrix.exponent)),
        tolerance_(tolerance),
        control_(control),
        size_(b.size()),
        basis_(b.size(), capacity()),
        b_(b),
        s_(b),
        y_(b.size()),
        correction_(b.size()) {
    to_scaled(s_);
    z_ = s_;
  }

  /// A step z ← α B z + s, which keeps the digits of small elements, and a correction from the
  /// Krylov space. Returns the residual between the two.
  double step() {
    sweep();
    z_.swap(y_);
    sweep();
    for (std::size_t i = 0; i < z_.size(); ++i) y_[i] -= z_[i];
    ++steps_;
    const double overall = norm(y_, control_) / norm(z_, control_);
    const double residual = assess(overall);
    if (residual > tolerance_ && std::isfinite(residual)) {
      if (steps_ == patience && z_.size() <= largest_dense) {
        eliminate();
      } else {
        if (steps_ > 1 && !matrix_.symmetric()) follow_solution();
        correct();
      }
      if (size_.restarted()) basis_ = Basis(z_.size(), capacity());
      for (double& value : z_) value = std::abs(value);  // below 0 by rounding only
    }
    return residual;
  }

  [[nodiscard]] Vector take() {
    to_plain(z_);
    return std::move(z_);
  }

 private:
  [[nodiscard]] int capacity() const { return size_.value() + static_cast<int>(remembered) + 1; }

  void to_plain(Vector& v) const {
    for (std::size_t i = 0; i < v.size(); ++i) v[i] *= matrix_.diagonal()[i];
  }
  void to_scaled(Vector& v) const {
    for (std::size_t i = 0; i < v.size(); ++i) v[i] /= matrix_.diagonal()[i];
  }

  /// y ← α B z + s
  void sweep() {
    matrix_.multiply(z_, y_, control_);
    for (std::size_t i = 0; i < z_.size(); ++i) y_[i] = alpha_ * y_[i] + s_[i];
  }

  /// ‖residual‖ / ‖x‖ for symmetric matrices, else the largest ratio of any elements, those
  /// excepted that vanish beside the others.
  [[nodiscard]] double assess(double overall) const {
    if (matrix_.symmetric() || !std::isfinite(overall)) return overall;
    constexpr double negligible = 0x1p-800;
    const Vector& d = matrix_.diagonal();
    double largest = 0.0;
    for (std::size_t i = 0; i < z_.size(); ++i) largest = std::fmax(largest, d[i] * z_[i]);
    double most = 0.0;
    for (std::size_t i = 0; i < z_.size(); ++i) {
      const double off = std::abs(y_[i]);
      if (off > 0.0 && d[i] * std::fmax(z_[i], off) > negligible * largest)
        most = std::fmax(most, off / std::fmax(z_[i], off));
    }
    return most;
  }

  /// Gaussian elimination without pivoting on the dense matrix I − α B, which as an M-matrix loses
  /// no digits of any element by it, however uneven its scale. Skips zeros.
  void eliminate() {
    const std::size_t n = z_.size();
    Vector dense(n * n, 0.0);
    for (std::size_t j = 0; j < n; ++j) {
      dense[j * n + j] = 1.0;
      const auto sources = matrix_.rows().row(static_cast<index_t>(j));
      const double* weights = matrix_.row_weights(j);
      for (std::size_t k = 0; k < sources.size(); ++k)
        dense[j * n + at(sources[k])] -= alpha_ * weights[k];
    }
    Poller poll(control_);
    z_ = s_;
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t j = k + 1; j < n; ++j) {
        poll();
        const double factor = dense[j * n + k] / dense[k * n + k];
        if (factor == 0.0) continue;
        poll(static_cast<std::int64_t>(n - k));
        for (std::size_t i = k + 1; i < n; ++i) dense[j * n + i] -= factor * dense[k * n + i];
        z_[j] -= factor * z_[k];
      }
    }
    for (std::size_t k = n; k-- > 0;) {
      for (std::size_t i = k + 1; i < n; ++i) z_[k] -= dense[k * n + i] * z_[i];
      z_[k] /= dense[k * n + k];
    }
  }

  /// Adds to z what makes the residual, which is in y, smallest.
  void correct() {
    const double wanted = tolerance_ * norm(z_, control_) / norm(y_, control_) / 10.0;
    basis_.restart(y_, control_);
    const double length = norm(y_, control_);
    const int krylov = size_.value();
    const int most = krylov + static_cast<int>(corrections_.size());
    Eigen::MatrixXd small = Eigen::MatrixXd::Zero(most + 1, most);
    Eigen::VectorXd best;
    int columns = 0;
    for (bool more = true; more;) {
      const Vector& direction = candidate(columns);
      matrix_.multiply(direction, y_, control_);
      for (std::size_t i = 0; i < y_.size(); ++i) y_[i] = direction[i] - alpha_ * y_[i];
      const Eigen::VectorXd coefficients = basis_.append(y_, control_);
      small.col(columns++).head(coefficients.size()) = coefficients;

      const bool exhausted = coefficients(coefficients.size() - 1) == 0.0;
      if (!exhausted && columns < most && columns % 4 != 0) continue;
      Eigen::VectorXd start = Eigen::VectorXd::Zero(columns + 1);
      start(0) = 1.0;
      const auto products = small.topLeftCorner(columns + 1, columns);
      best = products.colPivHouseholderQr().solve(start);
      const double left = (start - products * best).norm();
      more = columns < most && !exhausted && left > wanted;
    }
    basis_.combine(best.head(std::min(columns, krylov)), correction_, control_);
    for (int k = krylov; k < columns; ++k) {
      const Vector& earlier = corrections_[static_cast<std::size_t>(k - krylov)];
      for (std::size_t i = 0; i < z_.size(); ++i) correction_[i] += best(k) * earlier[i];
    }
    for (std::size_t i = 0; i < z_.size(); ++i) z_[i] += length * correction_[i];
    remember();
  }

  /// Turns to the scale of the present vector, which soon is that of the solution.
  void follow_solution() {
    to_plain(z_);
    to_plain(y_);
    for (Vector& earlier : corrections_) to_plain(earlier);
    matrix_.rescale(z_, control_);
    s_ = b_;
    to_scaled(s_);
    to_scaled(z_);
    to_scaled(y_);
    for (Vector& earlier : corrections_) to_scaled(earlier);
  }

  /// The k-th vector of the space: first the Krylov vectors, then earlier corrections.
  const Vector& candidate(int k) {
    if (k >= size_.value()) return corrections_[static_cast<std::size_t>(k - size_.value())];
    basis_.column(k, correction_);
    return correction_;
  }

  void remember() {
    const double size = norm(correction_, control_);
    if (!(size > 0.0)) return;
    if (corrections_.size() == remembered) corrections_.erase(corrections_.begin());
    corrections_.push_back(correction_);
    for (double& value : corrections_.back()) value /= size;
  }

  ScaledMatrix matrix_;
  const double alpha_;
  const double tolerance_;
  const Control control_;
  KrylovSize size_;
  Basis basis_;
  int steps_ = 0;
  const Vector& b_;
  Vector s_;
  Vector z_;
  Vector y_;
  Vector correction_;
  std::vector<Vector> corrections_;
};

/// What node v gets from nodes of other blocks, a unit of weight passing on α.
double inflow(const Blocks& blocks, index_t v, double alpha, const Vector& x) {
  const auto sources = blocks.rows().row(v);
  const auto weights = blocks.rows().row_weights(v);
  double sum = 0.0;
  for (std::size_t k = 0; k < sources.size(); ++k)
    if (blocks.block_of(sources[k]) != blocks.block_of(v)) sum += weights[k] * x[at(sources[k])];
  return alpha * sum;
}

/// Replaces b, whose largest magnitude is `scale`, by the solution for one block. The positive and
/// the negative part of b are solved for by themselves: both solutions are positive, which is what
/// makes them exact to the last elements.
Convergence solve_block(const char* who, const Blocks& blocks, index_t block, double alpha,
                        Vector& b, double scale, const IterationOptions& options,
                        const Control& control) {
  const LocalMatrix matrix = blocks.local(block, control);
  Convergence total{.converged = true};
  Vector solution(b.size(), 0.0);
  for (const double sign : {1.0, -1.0}) {
    Vector part(b);
    for (double& value : part) value = std::fmax(sign * value / scale, 0.0);
    if (largest(part) == 0.0) continue;
    Gmres gmres(matrix, blocks.symmetric(), alpha, part, options.tolerance, control.quiet());
    include(total, iterate(who, options, sign > 0.0 ? control : control.quiet(),
                           [&] { return gmres.step(); }));
    const Vector positive = gmres.take();
    for (std::size_t i = 0; i < b.size(); ++i) solution[i] += sign * positive[i] * scale;
  }
  b = std::move(solution);
  return total;
}

[[noreturn]] void throw_overflow(const char* who) {
  throw ValidationError(text(who, ": the scores exceed the range of a double"));
}

}  // namespace

Convergence solve(const char* who, const Blocks& blocks, const Resolvent& task, Vector& b,
                  const IterationOptions& options, const Control& control) {
  constexpr double large = 0x1p+400;
  Convergence total{.converged = true};
  Poller poll(control);
  Vector local;
  double done = 0.0;
  const auto all = static_cast<double>(blocks.node_count());
  for (const index_t block : blocks.order()) {
    const auto nodes = blocks.nodes(block);
    const double before = done / all;
    done += static_cast<double>(nodes.size());
    if (block == task.given) continue;
    local.clear();
    for (const index_t v : nodes) {
      poll(1 + static_cast<std::int64_t>(blocks.rows().row(v).size()));
      local.push_back(b[at(v)] + inflow(blocks, v, task.alpha, b));
    }
    const double scale = largest(local);
    if (!std::isfinite(scale)) throw_overflow(who);
    if (scale == 0.0) {
      // nothing reaches this block
    } else if (nodes.size() == 1) {
      local[0] /= 1.0 - task.alpha * blocks.bound(block);
    } else {
      include(total, solve_block(who, blocks, block, task.alpha, local, scale, options,
                                 part_of(control, before, done / all)));
    }
    const double size = largest(local);
    if (!std::isfinite(size)) throw_overflow(who);
    for (std::size_t k = 0; k < nodes.size(); ++k) b[at(nodes[k])] = local[k];
    if (task.given != no_index && size > large)
      for (double& value : b) value /= large;
  }
  return total;
}

double excessive_radius(const char* who, const Blocks& blocks, double alpha,
                        const IterationOptions& options, const Control& control) {
  constexpr double margin = 1e-10;  // ρ is known about as exactly as that
  double bound = 0.0;
  for (index_t b = 0; b < blocks.count(); ++b) bound = std::fmax(bound, blocks.bound(b));
  if (alpha * bound < 1.0 - margin) return 0.0;
  const double radius = leading_blocks(who, blocks, options, control).radius;
  return alpha * radius < 1.0 - margin ? 0.0 : radius;
}

double residual_of(const Blocks& blocks, double alpha, const Vector& x, const Vector& b,
                   const Control& control) {
  const double size = largest(x);
  if (size == 0.0) return 0.0;
  Vector off(x.size());
  const RowChunks chunks(blocks.rows());
  chunks.for_each(control.quiet(), [&](std::size_t begin, std::size_t end) {
    multiply(blocks.rows(), blocks.rows().weights, begin, end, x, off);
    for (std::size_t j = begin; j < end; ++j) off[j] = (x[j] - alpha * off[j] - b[j]) / size;
  });
  Vector scaled(x);
  for (double& value : scaled) value /= size;
  return norm(off, control.quiet()) / norm(scaled, control.quiet());
}

}  // namespace aidnet::inline AIDNET_ABI::detail
