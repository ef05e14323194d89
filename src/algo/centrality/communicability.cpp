#include "aidnet/algo/centrality/communicability.hpp"

#include "aidnet/core/error.hpp"
#include "algo/exponential_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> communicability(const Graph& graph, const CommunicabilityOptions& options,
                                    const Control& control) {
  control.poll();
  constexpr const char* who = "communicability";
  constexpr index_t most = 16'384;
  const index_t n = graph.node_count();
  const Graph walks = detail::walked(who, graph, options.mode, options.weighted, control);
  if (n > most)
    throw SizeError(detail::text("communicability: a matrix of ", n,
                                 " nodes is too large; at most ", most,
                                 " fit. Take a part of the network by itself"));
  using detail::ExponentialColumns;
  const auto size = static_cast<std::size_t>(n);
  std::vector<double> values(size * size);
  detail::for_source_chunks(
      n, ExponentialColumns::width, control, [&] { return ExponentialColumns(who, walks, 1.0); },
      [&](ExponentialColumns& columns, index_t first, index_t end, Poller& poll) {
        columns.compute(first, end - first, no_index, poll);
        for (index_t p = first; p < end; ++p)
          for (index_t q = 0; q < n; ++q)
            values[static_cast<std::size_t>(p) * size + static_cast<std::size_t>(q)] =
                columns.to(q)[static_cast<std::size_t>(p - first)];
      },
      [](ExponentialColumns&) {});
  control.report(1.0);
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
