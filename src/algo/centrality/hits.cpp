#include "aidnet/algo/centrality/hits.hpp"

#include <algorithm>
#include <cmath>

#include "aidnet/core/sum.hpp"
#include "algo/double_cover_detail.hpp"
#include "algo/iteration_detail.hpp"
#include "algo/perron_detail.hpp"
#include "algo/row_chunks_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* hits_name = "hits";

/// The leading eigenpair of a group, of which the first `hubs` nodes are hubs, through W Wᵀ, whose
/// eigenvalues are further apart and whose vectors are shorter.
detail::Perron leading_pair(detail::LocalMatrix group, std::size_t hubs,
                            const detail::IterationOptions& limits, const Control& control) {
  const Csr& rows = group.rows;
  const detail::RowChunks chunks(rows);
  const Control inner = control.quiet();
  detail::Vector whole(group.size());  // authorities behind hubs
  const detail::Operator matrix{
      hubs, [&](const detail::Vector& hub, detail::Vector& next) {
        chunks.for_each(inner, [&](std::size_t begin, std::size_t end) {
          detail::multiply(rows, rows.weights, std::max(begin, hubs), end, hub, whole);
        });
        chunks.for_each(inner, [&](std::size_t begin, std::size_t end) {
          detail::multiply(rows, rows.weights, begin, std::min(end, hubs), whole, next);
        });
      }};
  detail::Perron pair = detail::leading_eigenpair(hits_name, matrix, limits, control);
  detail::Vector next(hubs);
  matrix.product(pair.vector, next);
  std::copy(pair.vector.begin(), pair.vector.end(), whole.begin());
  const double value = std::sqrt(pair.value);
  for (std::size_t k = hubs; k < whole.size(); ++k) whole[k] /= value;
  return {std::ldexp(value, group.exponent), std::move(whole), pair.convergence};
}

detail::Spectrum leading_groups(const detail::Blocks& groups, index_t nodes,
                                const detail::IterationOptions& limits, const Control& control) {
  const auto solve = [&](index_t group, const Control& inner) {
    const auto members = groups.nodes(group);
    const auto hubs = std::lower_bound(members.begin(), members.end(), nodes) - members.begin();
    return leading_pair(groups.local(group, inner), static_cast<std::size_t>(hubs), limits, inner);
  };
  return detail::leading_blocks(groups, solve, control);
}

/// Whether whoever receives gives as much back: the matrix of weights is that of an undirected
/// graph.
bool is_symmetric(const Graph& ties) {
  if (!ties.is_directed()) return true;
  const Csr& out = ties.forward();
  const Csr& in = ties.transposed();
  return out.offsets == in.offsets && out.indices == in.indices && out.weights == in.weights;
}

void scale_to_sum_one(std::vector<double>& x) {
  Sum sum;
  for (const double value : x) sum += value;
  for (double& value : x) value /= sum.value();
}

}  // namespace

HitsResult hits(const Graph& graph, const HitsOptions& options, const Control& control) {
  detail::require_nonnegative(graph, hits_name);
  detail::require_limits(hits_name, options);
  const index_t n = graph.node_count();
  if (n == 0) return {{}, {}, 0.0, {.converged = true}};

  const Graph ties = graph.without_zeros();
  const bool symmetric = is_symmetric(ties);
  const detail::Blocks groups(symmetric ? ties : detail::double_cover(hits_name, ties), control);
  const detail::IterationOptions limits = detail::strict(detail::iteration_of(options));
  const detail::Spectrum spectrum = symmetric
                                        ? detail::leading_blocks(hits_name, groups, limits, control)
                                        : leading_groups(groups, n, limits, control);
  if (spectrum.radius == 0.0)
    throw UndefinedError("hits: no tie has a positive weight, so every vector is as good a hub");
  if (spectrum.blocks.size() > 1)
    throw detail::tied(hits_name, spectrum.blocks.size(),
                       symmetric ? "eigenvalue" : "singular value", spectrum.radius,
                       groups.nodes(spectrum.blocks[0]).front() % n,
                       groups.nodes(spectrum.blocks[1]).front() % n);

  HitsResult result{std::vector<double>(static_cast<std::size_t>(n)),
                    std::vector<double>(static_cast<std::size_t>(n)), spectrum.radius,
                    spectrum.convergence};
  const auto members = groups.nodes(spectrum.blocks[0]);
  for (std::size_t k = 0; k < members.size(); ++k) {
    const double x = spectrum.pairs[0].vector[k];
    const bool is_hub = members[k] < n;
    if (is_hub) result.hub[static_cast<std::size_t>(members[k])] = x;
    if (!is_hub) result.authority[static_cast<std::size_t>(members[k] - n)] = x;
    if (symmetric) result.authority[static_cast<std::size_t>(members[k])] = x;
  }
  if (options.normalized) {
    scale_to_sum_one(result.hub);
    scale_to_sum_one(result.authority);
  } else {
    detail::normalize(result.authority);
    for (double& x : result.hub) x *= result.singular_value;
  }
  control.report(1.0);
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
