#include "aidnet/algo/centrality/communicability_betweenness.hpp"

#include <algorithm>

#include "algo/exponential_detail.hpp"
#include "algo/source_chunks_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::ExponentialColumns;

/// The shares that walks from some nodes lose with each node, added up over where they lead.
struct Losses {
  ExponentialColumns all;
  ExponentialColumns without;
  std::vector<double> lost;  // by removed node

  void collect(index_t first, index_t end, Poller& poll) {
    const auto n = static_cast<index_t>(lost.size());
    all.compute(first, end - first, no_index, poll);
    for (index_t r = 0; r < n; ++r) {
      without.compute(first, end - first, r, poll);
      double sum = 0.0;
      for (index_t q = 0; q < n; ++q) {
        if (q == r) continue;
        for (index_t p = first; p < end; ++p) {
          const auto c = static_cast<std::size_t>(p - first);
          const double before = all.to(q)[c];
          if (p != q && p != r && before > 0.0)
            sum += std::max(0.0, (before - without.to(q)[c]) / before);
        }
      }
      lost[static_cast<std::size_t>(r)] = sum;
    }
  }
};

}  // namespace

std::vector<double> communicability_betweenness(const Graph& graph,
                                                const CommunicabilityBetweennessOptions& options,
                                                const Control& control) {
  control.poll();
  constexpr const char* who = "communicability_betweenness";
  const Graph walks = detail::walked(who, graph, options.mode, options.weighted, control);
  const index_t n = walks.node_count();
  std::vector<double> score(static_cast<std::size_t>(n), 0.0);
  if (n > 2) {
    const ExponentialColumns fresh(who, walks, 1.0);
    detail::for_source_chunks(
        n, ExponentialColumns::width, control,
        [&] {
          return Losses{fresh, fresh, std::vector<double>(score.size())};
        },
        [](Losses& losses, index_t first, index_t end, Poller& poll) {
          losses.collect(first, end, poll);
        },
        [&](const Losses& losses) {
          for (std::size_t r = 0; r < score.size(); ++r) score[r] += losses.lost[r];
        });
    const double pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
    for (double& value : score) value /= pairs;
  }
  control.report(1.0);
  return score;
}

}  // namespace aidnet::inline AIDNET_ABI
