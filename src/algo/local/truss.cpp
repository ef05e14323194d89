#include "aidnet/algo/local/truss.hpp"

#include "algo/common_detail.hpp"
#include "algo/partner_ties_detail.hpp"
#include "algo/peeling_detail.hpp"
#include "algo/triangles_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

/// The ties, numbered by the entry that leads to their larger node.
struct Ties {
  std::vector<index_t> of_entry;
  std::vector<index_t> source;
  std::vector<index_t> target;

  explicit Ties(const Csr& pairs) : of_entry(pairs.indices.size()) {
    source.reserve(of_entry.size() / 2);
    target.reserve(of_entry.size() / 2);
    // Rows are read in ascending order of their node u, so the place of u in the row of any v only
    // moves forward.
    std::vector<index_t> back(pairs.offsets.begin(), pairs.offsets.end() - 1);
    for (index_t u = 0; u + 1 < static_cast<index_t>(pairs.offsets.size()); ++u)
      for (index_t e = pairs.offsets[at(u)]; e < pairs.offsets[at(u) + 1]; ++e) {
        const index_t v = pairs.indices[at(e)];
        if (v < u) continue;
        of_entry[at(e)] = of_entry[at(back[at(v)]++)] = static_cast<index_t>(source.size());
        source.push_back(u);
        target.push_back(v);
      }
  }
};

/// Takes away, again and again, the tie in the fewest triangles; `support` ends as how many it was
/// in, or as the most that had been reached before.
void peel(const Csr& pairs, const Ties& ties, std::vector<std::int64_t>& support, Poller& poll) {
  detail::PeelingQueue queue(support);
  std::vector<bool> gone(support.size(), false);
  for (std::size_t k = 0; k < support.size(); ++k) {
    const auto tie = at(queue.node(k));
    gone[tie] = true;
    const index_t u = ties.source[tie];
    const index_t v = ties.target[tie];
    poll(1 + static_cast<std::int64_t>(std::min(pairs.row(u).size(), pairs.row(v).size())));
    detail::for_common(pairs.row(u), pairs.row(v), [&](std::size_t i, std::size_t j) {
      const index_t one = ties.of_entry[at(pairs.offsets[at(u)]) + i];
      const index_t other = ties.of_entry[at(pairs.offsets[at(v)]) + j];
      if (gone[at(one)] || gone[at(other)]) return;
      for (const index_t side : {one, other})
        if (support[at(side)] > support[tie]) queue.move_down(side, support[at(side)]--);
    });
  }
}

}  // namespace

std::vector<std::int64_t> truss(const Graph& graph, const Control& control) {
  control.poll();
  const Csr pairs = detail::partner_ties(graph, control);
  const Ties ties(pairs);
  std::vector<std::int64_t> support(ties.source.size(), 0);
  detail::Triangles(pairs, control)
      .gather(support, control.quiet(), [&](auto& sums, const detail::Triangle& triangle) {
        for (const index_t entry : triangle.entry) ++sums[ties.of_entry[at(entry)]];
      });
  Poller poll(control);
  peel(pairs, ties, support, poll);

  std::vector<std::int64_t> numbers(at(graph.entry_count()), 0);
  for (index_t u = 0; u < graph.node_count(); ++u)
    detail::for_common(graph.out_neighbors(u), pairs.row(u), [&](std::size_t i, std::size_t j) {
      const std::size_t entry = at(graph.offsets()[at(u)]) + i;
      if (graph.weights()[entry] != 0.0)
        numbers[entry] = 2 + support[at(ties.of_entry[at(pairs.offsets[at(u)]) + j])];
    });
  control.report(1.0);
  return numbers;
}

}  // namespace aidnet::inline AIDNET_ABI
