#include "aidnet/algo/flow/global_minimum_cut.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <span>

#include "aidnet/core/error.hpp"
#include "aidnet/core/parallel.hpp"
#include "algo/flow/flow_search_detail.hpp"
#include "algo/flow/push_relabel_detail.hpp"
#include "algo/flow/whole_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;
using detail::text;

constexpr const char* global_minimum_cut_name = "global_minimum_cut";

/// What parts `node` from all nodes before it: on the way to it, or away from it.
template <class Whole>
struct Cut {
  Whole value;
  index_t node;
  bool away;
};

template <class Whole>
class Search {
 public:
  Search(const Graph& graph, const detail::FlowArcs& arcs, const detail::Grid& grid)
      : arcs_(arcs),
        grid_(grid),
        directed_(graph.is_directed()),
        capacities_(detail::wholes_of<Whole>(arcs.capacities, grid)),
        nodes_(at(arcs.node_count())) {
    std::iota(nodes_.begin(), nodes_.end(), index_t{0});
  }

  GlobalMinimumCut run(const Control& control) const {
    Poller poll(control);
    const std::optional<Cut<Whole>> empty = empty_cut(poll);
    const Cut<Whole> best = empty ? *empty : least(control);
    if (best.value >= capacities_.unlimited)
      throw UndefinedError(text(global_minimum_cut_name, ": every cut has an infinite capacity"));
    GlobalMinimumCut cut;
    cut.value = amount_of(best.value, grid_);
    if (cut.value > std::numeric_limits<double>::max())
      throw SizeError(text(global_minimum_cut_name, ": the value is more than a double can hold"));
    detail::PushRelabel<Whole> preflow(arcs_);
    flow(preflow, best.node, best.away, poll);
    detail::FlowSearch beyond(arcs_);
    beyond.find_behind(ends(best.node, !best.away), preflow.residual(), poll);
    for (const index_t u : nodes_) {
      if (beyond.has(u)) continue;
      cut.side.push_back(u);
      for (auto a = at(arcs_.offsets[at(u)]); a < at(arcs_.offsets[at(u) + 1]); ++a) {
        if (!beyond.has(arcs_.heads[a]) || arcs_.capacities[a] == 0.0) continue;
        cut.source.push_back(u);
        cut.target.push_back(arcs_.heads[a]);
        cut.capacity.push_back(arcs_.capacities[a]);
      }
    }
    return cut;
  }

 private:
  /// The node itself, or all before it.
  [[nodiscard]] std::span<const index_t> ends(index_t node, bool itself) const {
    return itself ? std::span(nodes_).subspan(at(node), 1) : std::span(nodes_).first(at(node));
  }
  Whole flow(detail::PushRelabel<Whole>& preflow, index_t node, bool away, Poller& poll) const {
    return preflow.run(capacities_.values, ends(node, away), ends(node, !away), poll);
  }

  /// Without any flow: if all nodes before it are reached from node 0, the first one that is not
  /// has nothing on the way to it; likewise away from it.
  [[nodiscard]] std::optional<Cut<Whole>> empty_cut(Poller& poll) const {
    detail::FlowSearch search(arcs_);
    const auto first_left = [&](const auto& arc) {
      search.find(
          ends(0, true), [&](std::size_t a) { return arcs_.capacities[arc(a)] != 0.0; }, poll);
      return static_cast<index_t>(
          std::find_if_not(nodes_.begin(), nodes_.end(), [&](index_t v) { return search.has(v); }) -
          nodes_.begin());
    };
    const index_t unreached = first_left([](std::size_t a) { return a; });
    const index_t unreaching =
        directed_ ? first_left([&](std::size_t a) { return at(arcs_.reverses[a]); }) : unreached;
    if (std::min(unreached, unreaching) == arcs_.node_count()) return std::nullopt;
    return Cut<Whole>{0, std::min(unreached, unreaching), unreaching < unreached};
  }

  [[nodiscard]] Cut<Whole> least(const Control& control) const {
    constexpr std::int64_t grain = 64;
    const std::int64_t others = arcs_.node_count() - 1;
    const std::int64_t chunks = (others + grain - 1) / grain;
    std::vector<Cut<Whole>> found(static_cast<std::size_t>(chunks));
    std::vector<std::optional<detail::PushRelabel<Whole>>> scratch(
        static_cast<std::size_t>(worker_count(chunks, control)));
    for_chunks(chunks, control, [&](std::int64_t chunk, int worker) {
      auto& preflow = scratch[static_cast<std::size_t>(worker)];
      if (!preflow) preflow.emplace(arcs_);
      Poller poll(control);
      const auto begin = static_cast<index_t>(1 + chunk * grain);
      const auto end = static_cast<index_t>(std::min(1 + others, 1 + (chunk + 1) * grain));
      Cut<Whole> best{flow(*preflow, begin, false, poll), begin, false};
      const auto consider = [&](index_t v, bool away) {
        if (const Whole value = flow(*preflow, v, away, poll); value < best.value)
          best = {value, v, away};
      };
      for (index_t v = begin; v < end; ++v) {
        if (v > begin) consider(v, false);
        if (directed_) consider(v, true);
      }
      found[static_cast<std::size_t>(chunk)] = best;
    });
    Cut<Whole> best = found.front();
    for (const Cut<Whole>& cut : found)
      if (cut.value < best.value) best = cut;
    return best;
  }

  const detail::FlowArcs& arcs_;
  detail::Grid grid_;
  bool directed_;
  detail::Wholes<Whole> capacities_;
  std::vector<index_t> nodes_;
};

}  // namespace

GlobalMinimumCut global_minimum_cut(const Graph& graph, const Capacity& capacity,
                                    const Control& control) {
  const detail::FlowArcs arcs = detail::flow_arcs(graph, capacity, global_minimum_cut_name);
  if (!graph.is_directed()) detail::require_one_capacity(arcs, global_minimum_cut_name);
  if (graph.node_count() < 2)
    throw UndefinedError(text(global_minimum_cut_name, ": the graph has ", graph.node_count(),
                              graph.node_count() == 1 ? " node" : " nodes",
                              "; two are needed to part them"));
  const detail::Grid grid = detail::grid_of(arcs.capacities);
  return detail::in_wholes(
      grid.bits, [&]<class Whole>() { return Search<Whole>(graph, arcs, grid).run(control); });
}

}  // namespace aidnet::inline AIDNET_ABI
