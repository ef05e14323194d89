#include <algorithm>
#include <cmath>
#include <limits>

#include "aidnet/core/error.hpp"
#include "algo/cycle_detail.hpp"
#include "algo/path_graph_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr double no_arc = std::numeric_limits<double>::infinity();

void require_lengths(const Graph& graph, std::span<const double> lengths, const char* who) {
  if (lengths.size() != graph.weights().size())
    throw ValidationError(text(who, ": ", lengths.size(), " lengths for ", graph.entry_count(),
                               " entries; the Length was made for another graph"));
  double longest = 0.0;
  for (const double length : lengths)
    if (length < no_arc) longest = std::max(longest, length);
  if (!std::isfinite(longest * static_cast<double>(graph.node_count())))
    throw ValidationError(text(who, ": the longest length is ", longest,
                               "; the length of a path could be more than a double"));
}

/// A cycle among the nodes that Kahn's algorithm left over: those with `waiting` > 0, each of which
/// has an arc of length zero from another one of them.
std::string a_cycle(const ArcRows& rows, const std::vector<index_t>& waiting) {
  std::vector<index_t> before(waiting.size(), no_index);
  index_t node = no_index;
  for (index_t u = 0; at(u) < waiting.size(); ++u) {
    if (waiting[at(u)] == 0) continue;
    node = u;
    for (std::size_t k = rows.begin(u); k < rows.end(u); ++k)
      if (rows.lengths[k] == 0.0 && rows.targets[k] != u) before[at(rows.targets[k])] = u;
  }
  // As many steps back as there are nodes lead into the cycle; then once round.
  for (std::size_t step = 0; step < waiting.size(); ++step) node = before[at(node)];
  std::vector<index_t> cycle{node};
  for (index_t v = before[at(node)]; v != node; v = before[at(v)]) cycle.push_back(v);
  std::reverse(cycle.begin() + 1, cycle.end());
  return cycle_text(cycle, 6);
}

}  // namespace

PathGraph::PathGraph(const Graph& graph, const Length& length, Mode mode, const char* who)
    : graph_(length.is_unit() ? graph.without_zeros() : graph), unit_(length.is_unit()) {
  if (!graph.is_directed()) mode = Mode::out;
  if (unit_) {
    const auto add = [this](const Csr& csr) { rows_[count_++] = {csr.offsets, csr.indices, {}}; };
    if (mode != Mode::in) add(graph_.forward());
    if (mode != Mode::out) add(graph_.transposed());
    return;
  }
  const std::span<const double> lengths = length.values();
  require_lengths(graph_, lengths, who);
  const bool whole = !graph_.has_zero_weights() &&
                     std::find(lengths.begin(), lengths.end(), no_arc) == lengths.end();
  if (mode != Mode::in) {
    if (whole)
      rows_[count_++] = {graph_.offsets(), graph_.indices(), lengths};
    else
      add_copy(graph_.forward(), {}, lengths);
  }
  if (mode != Mode::out) add_copy(graph_.transposed(), graph_.transposed_entries(), lengths);
}

/// `entries` says where the length of each arc in `csr` stands; in the same place if empty.
void PathGraph::add_copy(const Csr& csr, std::span<const index_t> entries,
                         std::span<const double> lengths) {
  Copy& copy = copies_[count_];
  copy.offsets.reserve(csr.offsets.size());
  for (std::size_t u = 0; u + 1 < csr.offsets.size(); ++u) {
    for (std::size_t k = at(csr.offsets[u]); k < at(csr.offsets[u + 1]); ++k) {
      const double length = lengths[entries.empty() ? k : at(entries[k])];
      if (csr.weights[k] == 0.0 || length == no_arc) continue;
      copy.targets.push_back(csr.indices[k]);
      copy.lengths.push_back(length);
    }
    copy.offsets.push_back(static_cast<index_t>(copy.targets.size()));
  }
  rows_[count_++] = {copy.offsets, copy.targets, copy.lengths};
}

std::vector<index_t> zero_ranks(const ArcRows& rows, const char* who) {
  const std::size_t n = rows.offsets.size() - 1;
  const auto for_zero_arcs = [&](index_t u, const auto& visit) {
    for (std::size_t k = rows.begin(u); k < rows.end(u); ++k)
      if (rows.lengths[k] == 0.0 && rows.targets[k] != u) visit(rows.targets[k]);
  };
  if (rows.lengths.empty()) return {};
  bool any = false;
  std::vector<index_t> waiting(n, 0);  // zero arcs from nodes that have no place yet
  for (index_t u = 0; at(u) < n; ++u)
    for_zero_arcs(u, [&](index_t v) {
      ++waiting[at(v)];
      any = true;
    });
  if (!any) return {};

  std::vector<index_t> order;
  order.reserve(n);
  for (index_t u = 0; at(u) < n; ++u)
    if (waiting[at(u)] == 0) order.push_back(u);
  for (std::size_t k = 0; k < order.size(); ++k)
    for_zero_arcs(order[k], [&](index_t v) {
      if (--waiting[at(v)] == 0) order.push_back(v);
    });
  if (order.size() < n)
    throw ValidationError(text(who, ": the lengths are zero all round the cycle ",
                               a_cycle(rows, waiting),
                               ", so that shortest paths cannot be counted; give one of its arcs "
                               "a length, or make the nodes one"));
  std::vector<index_t> ranks(n);
  for (std::size_t k = 0; k < n; ++k) ranks[at(order[k])] = static_cast<index_t>(k);
  return ranks;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
