#include "algo/resolvent_detail.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "algo/iteration_detail.hpp"
#include "algo/row_chunks_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr std::size_t remembered = 3;  // corrections of earlier restarts

std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

/// The largest magnitude; infinity if any element is not finite.
double largest(const Vector& x) {
  double most = 0.0;
  for (const double value : x) {
    if (!std::isfinite(value)) return std::numeric_limits<double>::infinity();
    most = std::fmax(most, std::abs(value));
  }
  return most;
}

/// x = α M x + b for one block, in the balanced space: z = α B z + s, x = D z.
class Gmres {
 public:
  Gmres(LocalMatrix matrix, bool symmetric, double alpha, const Vector& b, double tolerance,
        const Control& control)
      : matrix_(std::move(matrix)),
        d_(symmetric ? Vector(b.size(), 1.0) : balance(matrix_, control)),
        chunks_(matrix_.rows),
        alpha_(std::ldexp(alpha, matrix_.exponent)),
        tolerance_(tolerance),
        control_(control),
        size_(b.size()),
        basis_(b.size(), capacity()),
        s_(b),
        y_(b.size()),
        correction_(b.size()) {
    for (std::size_t i = 0; i < s_.size(); ++i) s_[i] /= d_[i];
    z_ = s_;
  }

  /// A step z ← α B z + s, which gives small elements their digits back, and a correction from the
  /// Krylov space. Returns the residual between the two.
  double step() {
    sweep();
    z_.swap(y_);
    sweep();
    double off = 0.0;
    double size = 0.0;
    for (std::size_t i = 0; i < z_.size(); ++i) {
      y_[i] -= z_[i];
      off += (d_[i] * y_[i]) * (d_[i] * y_[i]);
      size += (d_[i] * z_[i]) * (d_[i] * z_[i]);
    }
    const double residual = off == 0.0 ? 0.0 : std::sqrt(off / size);
    if (residual > tolerance_ && std::isfinite(residual)) {
      correct(tolerance_ / (10.0 * residual));
      if (size_.restarted()) basis_ = Basis(z_.size(), capacity());
    }
    return residual;
  }

  [[nodiscard]] Vector take() {
    for (std::size_t i = 0; i < z_.size(); ++i) z_[i] *= d_[i];
    return std::move(z_);
  }

 private:
  [[nodiscard]] int capacity() const { return size_.value() + static_cast<int>(remembered) + 1; }

  void product(const Vector& x, Vector& y) {
    chunks_.for_each(control_, [&](std::size_t begin, std::size_t end) {
      multiply(matrix_.rows, begin, end, x, y);
    });
  }

  /// y ← α B z + s
  void sweep() {
    product(z_, y_);
    for (std::size_t i = 0; i < z_.size(); ++i) y_[i] = alpha_ * y_[i] + s_[i];
  }

  /// Adds to z what makes the residual, which is in y, smallest: to `wanted` times itself if the
  /// space allows.
  void correct(double wanted) {
    basis_.restart(y_, control_);
    const double length = norm(y_, control_);
    const int krylov = size_.value();
    const int most = krylov + static_cast<int>(corrections_.size());
    Eigen::MatrixXd small = Eigen::MatrixXd::Zero(most + 1, most);
    Eigen::VectorXd best;
    int columns = 0;
    for (bool more = true; more;) {
      const Vector& direction = candidate(columns);
      product(direction, y_);
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

  LocalMatrix matrix_;
  const Vector d_;
  const RowChunks chunks_;
  const double alpha_;
  const double tolerance_;
  const Control control_;
  KrylovSize size_;
  Basis basis_;
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
      const Control part = part_of(control, before, done / all);
      for (double& value : local) value /= scale;
      Gmres gmres(blocks.local(block, part), blocks.symmetric(), task.alpha, local,
                  options.tolerance, part.quiet());
      const Convergence one = iterate(who, options, part, [&] { return gmres.step(); });
      local = gmres.take();
      for (double& value : local) value *= scale;
      include(total, one);
    }
    const double size = largest(local);
    if (!std::isfinite(size)) throw_overflow(who);
    for (std::size_t k = 0; k < nodes.size(); ++k) b[at(nodes[k])] = local[k];
    if (task.given != no_index && size > large)
      for (double& value : b) value /= large;
  }
  return total;
}

double residual_of(const Blocks& blocks, double alpha, const Vector& x, const Vector& b,
                   const Control& control) {
  const double size = largest(x);
  if (size == 0.0) return 0.0;
  Vector off(x.size());
  const RowChunks chunks(blocks.rows());
  chunks.for_each(control.quiet(), [&](std::size_t begin, std::size_t end) {
    multiply(blocks.rows(), begin, end, x, off);
    for (std::size_t j = begin; j < end; ++j) off[j] = (x[j] - alpha * off[j] - b[j]) / size;
  });
  Vector scaled(x);
  for (double& value : scaled) value /= size;
  return norm(off, control.quiet()) / norm(scaled, control.quiet());
}

}  // namespace aidnet::inline AIDNET_ABI::detail
