#include "aidnet/algo/structure/local_efficiency.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <type_traits>

#include "algo/batched_search_detail.hpp"
#include "algo/nearness_detail.hpp"
#include "algo/path_graph_detail.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

/// How many partners the node with most of them can have.
std::size_t most_partners(std::span<const detail::ArcRows> rows, index_t nodes) {
  std::int64_t most = 0;
  for (index_t v = 0; v < nodes; ++v) {
    std::int64_t arcs = 0;
    for (const detail::ArcRows& one : rows) arcs += one.degree(v);
    most = std::max(most, arcs);
  }
  return std::min(static_cast<std::size_t>(most), at(nodes));
}

/// The graph among a node's partners, made anew for each node in the same place, and searched.
/// `all` are the rows of arcs out and, if directed, in.
template <class Search>
class Neighborhood {
 public:
  Neighborhood(std::span<const detail::ArcRows> all, index_t nodes, std::size_t most)
      : all_(all), place_(at(nodes), no_index), offsets_(most + 1, 0) {
    partners_.reserve(most);
    lend();
    search_.emplace(std::span<const detail::ArcRows>(&rows_, 1));
  }
  Neighborhood(const Neighborhood&) = delete;
  Neighborhood& operator=(const Neighborhood&) = delete;

  double efficiency(index_t v, Poller& poll) {
    find_partners(v);
    const std::size_t k = partners_.size();
    double sum = 0.0;
    if (k > 1 && make(poll)) sum = sum_of_nearness(static_cast<index_t>(k), poll);
    for (const index_t u : partners_) place_[at(u)] = no_index;
    return k > 1 ? sum / (static_cast<double>(k) * static_cast<double>(k - 1)) : 0.0;
  }

 private:
  void find_partners(index_t v) {
    partners_.clear();
    for (const detail::ArcRows& rows : all_)
      for (std::size_t k = rows.begin(v); k < rows.end(v); ++k) {
        const index_t u = rows.targets[k];
        if (u == v || place_[at(u)] != no_index) continue;
        place_[at(u)] = static_cast<index_t>(partners_.size());
        partners_.push_back(u);
      }
  }

  /// Whether there are any arcs among the partners.
  bool make(Poller& poll) {
    const detail::ArcRows& out = all_.front();
    targets_.clear();
    lengths_.clear();
    for (std::size_t i = 0; i < partners_.size(); ++i) {
      const index_t u = partners_[i];
      poll(1 + out.degree(u));
      for (std::size_t k = out.begin(u); k < out.end(u); ++k) {
        const index_t place = place_[at(out.targets[k])];
        if (place == no_index || out.targets[k] == u) continue;
        targets_.push_back(place);
        if (!out.lengths.empty()) lengths_.push_back(out.lengths[k]);
      }
      offsets_[i + 1] = static_cast<index_t>(targets_.size());
    }
    lend();
    return !targets_.empty();
  }

  void lend() { rows_ = {offsets_, targets_, lengths_}; }

  double sum_of_nearness(index_t nodes, Poller& poll) {
    double sum = 0.0;
    if constexpr (std::is_same_v<Search, detail::BatchedSearch>) {
      for (index_t first = 0; first < nodes; first += Search::width)
        search_->run(first, std::min<index_t>(nodes, first + Search::width), poll,
                     [&](index_t, index_t level, int count) {
                       sum += count * detail::nearness(static_cast<double>(level));
                     });
    } else {
      detail::Silent silent;
      for (index_t source = 0; source < nodes; ++source) {
        search_->run(source, poll, silent);
        for (const index_t v : search_->settled().subspan(1))
          sum += detail::nearness(search_->distance(v));
      }
    }
    return sum;
  }

  std::span<const detail::ArcRows> all_;
  std::vector<index_t> place_;  // of each partner among them
  std::vector<index_t> partners_;
  std::vector<index_t> offsets_;
  std::vector<index_t> targets_;
  std::vector<double> lengths_;
  detail::ArcRows rows_;  // of the three above
  std::optional<Search> search_;
};

template <class Search>
double sum_of_efficiencies(const detail::PathGraph& paths, const Control& control) {
  const index_t n = paths.node_count();
  const std::size_t most = most_partners(paths.rows(), n);
  double total = 0.0;
  struct Worker {
    Neighborhood<Search> neighborhood;
    double sum;
  };
  detail::for_source_chunks(
      n, detail::sources_per_chunk, control,
      [&] {
        return Worker{{paths.rows(), n, most}, 0.0};
      },
      [](Worker& worker, index_t first, index_t end, Poller& poll) {
        worker.sum = 0.0;
        for (index_t v = first; v < end; ++v) worker.sum += worker.neighborhood.efficiency(v, poll);
      },
      [&](Worker& worker) { total += worker.sum; });
  return total;
}

}  // namespace

double local_efficiency(const Graph& graph, const Length& length, const Control& control) {
  const detail::PathGraph paths(graph, length, Mode::all, "local_efficiency");
  const double total = paths.is_unit() ? sum_of_efficiencies<detail::BatchedSearch>(paths, control)
                                       : sum_of_efficiencies<detail::Dijkstra<>>(paths, control);
  const auto n = static_cast<double>(paths.node_count());
  return n > 0.0 ? total / n : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace aidnet::inline AIDNET_ABI
