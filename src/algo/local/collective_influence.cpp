#include "aidnet/algo/local/collective_influence.hpp"

#include "algo/partner_ties_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

/// Breadth-first search to a depth; remembers whom it reached, so that it begins anew at once.
class Ball {
 public:
  explicit Ball(index_t nodes) : reached_(at(nodes), false) { nodes_.reserve(reached_.size()); }

  /// The sum of (partners − 1) of the nodes at distance `radius` from u.
  std::int64_t rim(const Csr& pairs, index_t u, int radius, Poller& poll) {
    nodes_.assign(1, u);
    reached_[at(u)] = true;
    std::size_t begin = 0;
    for (int step = 0; step < radius && begin < nodes_.size(); ++step) {
      const std::size_t end = nodes_.size();
      for (; begin < end; ++begin) {
        const auto partners = pairs.row(nodes_[begin]);
        poll(1 + static_cast<std::int64_t>(partners.size()));
        for (const index_t v : partners) {
          if (reached_[at(v)]) continue;
          reached_[at(v)] = true;
          nodes_.push_back(v);
        }
      }
    }
    std::int64_t sum = 0;
    for (std::size_t k = begin; k < nodes_.size(); ++k)
      sum += detail::partner_count(pairs, nodes_[k]) - 1;
    for (const index_t v : nodes_) reached_[at(v)] = false;
    return sum;
  }

 private:
  std::vector<char> reached_;
  std::vector<index_t> nodes_;
};

}  // namespace

std::vector<std::int64_t> collective_influence(const Graph& graph,
                                               const CollectiveInfluenceOptions& options,
                                               const Control& control) {
  if (options.radius < 1)
    throw ValidationError(
        detail::text("collective_influence: radius is ", options.radius, "; it must be 1 or more"));
  control.poll();
  const Csr pairs = detail::partner_ties(graph, control);
  std::vector<std::int64_t> values(at(graph.node_count()), 0);
  constexpr std::int64_t grain = 64;
  detail::for_source_chunks(
      graph.node_count(), grain, control, [&] { return Ball(graph.node_count()); },
      [&](Ball& ball, index_t first, index_t end, Poller& poll) {
        for (index_t u = first; u < end; ++u) {
          const std::int64_t k = detail::partner_count(pairs, u);
          if (k > 1) values[at(u)] = (k - 1) * ball.rim(pairs, u, options.radius, poll);
        }
      },
      [](Ball&) {});
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
