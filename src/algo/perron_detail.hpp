#pragma once

#include <functional>
#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "algo/blocks_detail.hpp"
#include "algo/krylov_detail.hpp"
#include "algo/part_of_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The options that all iterative measures have.
struct IterationOptions {
  double tolerance;
  int max_iterations;
  bool require_convergence;
};

template <class Options>
[[nodiscard]] IterationOptions iteration_of(const Options& options) {
  return {options.tolerance, options.max_iterations, options.require_convergence};
}

/// The same with a tolerance at which ties are seen, whatever the caller is content with.
[[nodiscard]] IterationOptions strict(const IterationOptions& options);

/// The largest eigenvalue λ of a non-negative matrix and a vector x ≥ 0, ‖x‖ = 1, M x = λ x.
struct Perron {
  double value = 0.0;
  Vector vector{};
  Convergence convergence{};
};

/// A square matrix as Arnoldi's method sees it: in a space of its own, x = diag(scale) z.
struct Operator {
  std::size_t size;
  Product product;  ///< of D⁻¹ M D with a vector, D = diag(scale)
  Vector scale{};   ///< empty for the identity, which suits symmetric matrices
  /// Makes D follow x, and returns its diagonal; empty for symmetric matrices.
  std::function<Vector(const Vector& x)> rescale{};
};

/// The leading eigenpair of an irreducible M ≥ 0.
///
/// Arnoldi's method with thick restarts (Stewart 2002, doi:10.1137/S0895479800371529), always led
/// by the Ritz value with the largest real part: where M is periodic, other eigenvalues have the
/// same modulus, and where its gap is small, power iteration takes 1/gap steps instead of about the
/// root of that. An iteration is one restart of the method, with up to 26 products, or more where
/// many restarts were not enough.
///
/// The residual is ‖M x − λ x‖ / λ for symmetric matrices. Others can have vectors with a tiny one
/// that are far from any eigenvector, so theirs is the largest |(M x)_i / (λ x_i) − 1|: the bounds
/// of Collatz and Wielandt then enclose the eigenvalue.
[[nodiscard]] Perron leading_eigenpair(const char* who, const Operator& matrix,
                                       const IterationOptions& options, const Control& control);

/// The same for a block, which is balanced for it.
[[nodiscard]] Perron leading_eigenpair(const char* who, LocalMatrix block, bool symmetric,
                                       const IterationOptions& options, const Control& control);

/// The blocks of largest spectral radius, ties included.
struct Spectrum {
  double radius = 0.0;  ///< 0 for acyclic graphs
  std::vector<index_t> blocks{};
  std::vector<Perron> pairs{};  ///< one a block
  /// Of all blocks that were solved: whichever did not converge might have led.
  Convergence convergence{.converged = true};
};

using BlockSolver = std::function<Perron(index_t block, const Control& control)>;

/// Solves one block after the other, in descending order of their bounds, until no other can lead.
[[nodiscard]] Spectrum leading_blocks(const Blocks& blocks, const BlockSolver& solve,
                                      const Control& control);

/// leading_blocks with leading_eigenpair for each, to a strict tolerance.
[[nodiscard]] Spectrum leading_blocks(const char* who, const Blocks& blocks,
                                      const IterationOptions& options, const Control& control);

/// The graph whose arcs lead to a node from those whose scores its own is made of: those it
/// receives from (in), gives to (out), or both.
[[nodiscard]] Graph received_by(const Graph& graph, Mode mode, const Control& control);

/// The error for a leading block that is not unique, with a node of two of them.
[[nodiscard]] UndefinedError tied(const char* who, std::size_t count, const char* what,
                                  double value, index_t one, index_t other);

/// Divides x by its length, if that is not 0.
void normalize(Vector& x);

}  // namespace aidnet::inline AIDNET_ABI::detail
