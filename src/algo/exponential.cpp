#include <limits>

#include "aidnet/core/error.hpp"
#include "algo/exponential_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

Graph walked(const char* who, const Graph& graph, Mode mode, bool weighted,
             const Control& control) {
  require_nonnegative(graph, who);
  Graph walks = graph.without_zeros();
  if (mode == Mode::all) walks = walks.to_undirected(control.quiet());
  if (mode == Mode::in) walks = walks.reverse();
  if (weighted) return walks;
  Csr alike = walks.forward();
  alike.weights.assign(alike.weights.size(), 1.0);
  return Graph::from_csr(std::move(alike), walks.is_directed());
}

ExponentialColumns::ExponentialColumns(const char* who, const Graph& walks, double factor)
    : who_(who),
      into_(walks.transposed()),
      factor_(factor),
      term_(static_cast<std::size_t>(walks.node_count())),
      next_(term_.size()),
      sum_(term_.size()) {}

void ExponentialColumns::compute(index_t first, index_t count, index_t removed, Poller& poll) {
  term_.assign(term_.size(), Row{});
  for (index_t c = 0; c < count; ++c)
    if (first + c != removed)
      term_[static_cast<std::size_t>(first + c)][static_cast<std::size_t>(c)] = 1.0;
  sum_ = term_;
  for (int k = 1; step(factor_ / k, removed, poll); ++k) term_.swap(next_);
}

bool ExponentialColumns::step(double scale, index_t removed, Poller& poll) {
  // If no term adds more than this share, none of the later ones does: a sum of walks with up to k
  // steps grows by at most that share of itself times k + 1, of which the next term has 1/(k + 1).
  constexpr double negligible = 0x1p-58;
  bool adds = false;
  bool finite = true;
  for (std::size_t j = 0; j < next_.size(); ++j) {
    Row received{};
    const auto sources = into_.row(static_cast<index_t>(j));
    const auto weights = into_.row_weights(static_cast<index_t>(j));
    poll(width * (1 + static_cast<std::int64_t>(sources.size())));
    if (static_cast<index_t>(j) != removed) {
      for (std::size_t k = 0; k < sources.size(); ++k) {
        const Row& from = term_[static_cast<std::size_t>(sources[k])];
        for (std::size_t c = 0; c < received.size(); ++c) received[c] += weights[k] * from[c];
      }
    }
    Row& sum = sum_[j];
    for (std::size_t c = 0; c < received.size(); ++c) {
      received[c] *= scale;
      sum[c] += received[c];
      adds |= received[c] > negligible * sum[c];
      finite &= sum[c] <= std::numeric_limits<double>::max();
    }
    next_[j] = received;
  }
  if (!finite)
    throw ValidationError(
        text(who_, ": the sum over walks exceeds the range of a double; scale the weights"));
  return adds;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
