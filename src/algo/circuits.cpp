#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "aidnet/algo/structure/weak_components.hpp"
#include "aidnet/core/error.hpp"
#include "aidnet/core/parallel.hpp"
#include "algo/circuits_detail.hpp"
#include "algo/exponential_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr Eigen::Index panel = 64;

/// Work in units that a poller counts.
std::int64_t work(Eigen::Index a, Eigen::Index b, Eigen::Index c) {
  return static_cast<std::int64_t>(a * b * c / 4);
}

}  // namespace

Graph conducting(const char* who, const Graph& graph, bool weighted, const Control& control) {
  return walked(who, graph, Mode::all, weighted, control);
}

std::vector<Circuit> circuits(const char* who, const Graph& ties, index_t most,
                              const Control& control) {
  const Components components = weak_components(ties, control.quiet());
  std::vector<Circuit> parts(at(components.count));
  std::vector<index_t> place(components.component.size());
  for (std::size_t u = 0; u < place.size(); ++u) {
    std::vector<index_t>& nodes = parts[at(components.component[u])].nodes;
    place[u] = static_cast<index_t>(nodes.size());
    nodes.push_back(static_cast<index_t>(u));
  }
  Poller poll(control);
  for (Circuit& part : parts) {
    if (static_cast<index_t>(part.nodes.size()) > most)
      throw SizeError(text(who, ": a connected part of ", part.nodes.size(),
                           " nodes is too large for a dense matrix; at most ", most, " fit"));
    for (const index_t u : part.nodes) {
      const auto partners = ties.out_neighbors(u);
      poll(1 + static_cast<std::int64_t>(partners.size()));
      for (std::size_t k = 0; k < partners.size(); ++k) {
        if (partners[k] == u) continue;
        part.conductances.indices.push_back(place[at(partners[k])]);
        part.conductances.weights.push_back(ties.out_weights(u)[k]);
        part.entries.push_back(ties.offsets()[at(u)] + static_cast<index_t>(k));
      }
      part.conductances.offsets.push_back(static_cast<index_t>(part.entries.size()));
    }
  }
  return parts;
}

Potentials::Potentials(const char* who, const Circuit& circuit, const Control& control) {
  const Csr& given = circuit.conductances;
  const auto n = static_cast<Eigen::Index>(circuit.nodes.size()) - 1;
  // Node k + 1 is row k; the last column leads to node 0.
  Block ties = Block::Zero(n, n + 1);
  for (Eigen::Index k = 0; k < n; ++k) {
    const auto partners = given.row(static_cast<index_t>(k + 1));
    const auto weights = given.row_weights(static_cast<index_t>(k + 1));
    double sum = 0.0;
    for (std::size_t e = 0; e < partners.size(); ++e) {
      ties(k, partners[e] == 0 ? n : partners[e] - 1) = weights[e];
      sum += weights[e];
    }
    if (!std::isfinite(sum))
      throw ValidationError(text(who, ": the weights at node ",
                                 circuit.nodes[at(static_cast<index_t>(k + 1))],
                                 " add up to more than a double"));
  }
  total_.resize(n);
  Block shares(panel, n + 1);
  for (Eigen::Index begin = 0; begin < n; begin += panel) {
    control.poll();
    const Eigen::Index size = std::min(panel, n - begin);
    const Eigen::Index end = begin + size;
    for (Eigen::Index k = begin; k < end; ++k) {
      const Eigen::Index rest = n - k;  // columns k + 1 … n
      total_(k) = ties.row(k).tail(rest).sum();
      auto share = shares.row(k - begin);
      share.tail(rest) = ties.row(k).tail(rest) / total_(k);
      for (Eigen::Index i = k + 1; i < end; ++i)
        ties.row(i).tail(n - i) += ties(k, i) * share.tail(n - i);
    }
    parallel_for(n - end, panel, control.quiet(), [&](std::int64_t from, std::int64_t to) {
      const Eigen::Index first = end + from;
      ties.block(first, first, to - from, n + 1 - first).noalias() +=
          ties.block(begin, first, size, to - from).transpose() *
          shares.block(0, first, size, n + 1 - first);
    });
    // The panel's rows are done with: keep their shares, negated.
    for (Eigen::Index k = begin; k < end; ++k)
      ties.row(k).tail(n - k) = -shares.row(k - begin).tail(n - k);
  }
  factor_ = ties.leftCols(n);
}

void Potentials::solve(Block& values, Poller& poll) const {
  const Eigen::Index n = unknowns();
  const Eigen::Index columns = values.cols();
  for (Eigen::Index begin = 0; begin < n; begin += panel) {
    const Eigen::Index size = std::min(panel, n - begin);
    const Eigen::Index rest = n - begin - size;
    poll(work(size, rest + size, columns));
    auto own = values.middleRows(begin, size);
    factor_.block(begin, begin, size, size)
        .triangularView<Eigen::UnitUpper>()
        .transpose()
        .solveInPlace(own);
    values.bottomRows(rest).noalias() -=
        factor_.block(begin, begin + size, size, rest).transpose() * own;
  }
  values.array().colwise() /= total_.array();
  for (Eigen::Index begin = (n - 1) / panel * panel; begin >= 0; begin -= panel) {
    const Eigen::Index size = std::min(panel, n - begin);
    const Eigen::Index rest = n - begin - size;
    poll(work(size, rest + size, columns));
    auto own = values.middleRows(begin, size);
    own.noalias() -= factor_.block(begin, begin + size, size, rest) * values.bottomRows(rest);
    factor_.block(begin, begin, size, size).triangularView<Eigen::UnitUpper>().solveInPlace(own);
  }
}

}  // namespace aidnet::inline AIDNET_ABI::detail
