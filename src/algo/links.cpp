#include <cmath>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/links_detail.hpp"
#include "algo/merged_rows_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

/// Visits the pairs (v, w_uv + w_vu) of a directed graph, the pairs (v, w_uv) of another, v
/// ascending, without the loop.
template <class Visit>
void for_links(const Graph& ties, index_t u, const Visit& visit) {
  if (!ties.is_directed()) {
    const auto to = ties.out_neighbors(u);
    const auto given = ties.out_weights(u);
    for (std::size_t k = 0; k < to.size(); ++k)
      if (to[k] != u) visit(to[k], given[k]);
    return;
  }
  const Csr& gives = ties.forward();
  const Csr& receives = ties.transposed();
  for_merged_rows(gives, receives, u, [&](index_t v, index_t there, index_t back) {
    if (v == u) return;
    visit(v, (there != no_index ? gives.weights[at(there)] : 0.0) +
                 (back != no_index ? receives.weights[at(back)] : 0.0));
  });
}

/// The power of 2 by which all weights are divided; their sum is above 1 then, at most 2 or so.
int exponent_of(const char* who, const Graph& ties) {
  const double total = ties.total_weight();
  if (!std::isfinite(total))
    throw ValidationError(text(who, ": the weights add up to more than a double"));
  return total > 0.0 ? std::ilogb(total) : 0;
}

Links links_of(const Graph& ties, int exponent, const Control& control) {
  Links links;
  const index_t n = ties.node_count();
  links.offsets.reserve(at(n) + 1);
  const auto most = static_cast<std::size_t>(ties.entry_count()) * (ties.is_directed() ? 2 : 1);
  links.to.reserve(most);
  links.weight.reserve(most);
  Sum all;
  Poller poll(control);
  for (index_t u = 0; u < n; ++u) {
    for_links(ties, u, [&](index_t v, double weight) {
      const double scaled = std::scalbn(weight, -exponent);
      if (scaled == 0.0) return;  // nothing beside the others
      links.to.push_back(v);
      links.weight.push_back(scaled);
      all += scaled;
    });
    links.offsets.push_back(static_cast<std::int64_t>(links.to.size()));
    poll(1 + links.offsets[at(u) + 1] - links.offsets[at(u)]);
  }
  if (!links.to.empty()) links.mean = all.value() / static_cast<double>(links.to.size());
  links.share = std::scalbn(ties.total_weight(), -exponent);
  links.share = links.share > 0.0 ? 1.0 / links.share : 1.0;
  return links;
}

}  // namespace

Links modularity_links(const char* who, const Graph& ties, double resolution,
                       const Control& control) {
  const int exponent = exponent_of(who, ties);
  Links links = links_of(ties, exponent, control);
  links.size.resize(at(ties.node_count()));
  Poller poll(control);
  const bool directed = ties.is_directed();
  for (index_t u = 0; u < ties.node_count(); ++u) {
    Sum out;
    Sum in;
    const auto targets = ties.out_neighbors(u);
    const auto given = ties.out_weights(u);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      out += std::scalbn(given[k], -exponent);
      if (!directed && targets[k] == u) out += std::scalbn(given[k], -exponent);
    }
    if (directed)
      for (const double weight : ties.in_weights(u)) in += std::scalbn(weight, -exponent);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    links.size[at(u)] = {out.value(), directed ? in.value() : out.value()};
  }
  // Undirected: k_i k_j / 2m, which out · in twice is 2 k_i k_j.
  const double total = 1.0 / links.share;
  links.pull = directed ? resolution / total : resolution / (4.0 * total);
  links.drift = directed ? Size{total, total} : Size{2.0 * total, 2.0 * total};
  return links;
}

Links potts_links(const char* who, const Graph& ties, double resolution, const Control& control) {
  const int exponent = exponent_of(who, ties);
  Links links = links_of(ties, exponent, control);
  links.size.assign(at(ties.node_count()), Size{1.0, 1.0});
  links.pull = std::scalbn(ties.is_directed() ? resolution : 0.5 * resolution, -exponent);
  return links;
}

Links merged(const Links& links, std::span<const index_t> of, index_t count,
             const Control& control) {
  Links result;
  result.pull = links.pull;
  result.drift = links.drift;
  result.mean = links.mean;
  result.share = links.share;
  result.size.resize(at(count));
  // The members of each group beside one another, by counting.
  std::vector<index_t> first(at(count) + 1, 0);
  for (const index_t group : of) ++first[at(group) + 1];
  for (std::size_t g = 0; g < at(count); ++g) first[g + 1] += first[g];
  std::vector<index_t> members(of.size());
  std::vector<index_t> place(first.begin(), first.end() - 1);
  for (index_t v = 0; v < links.count(); ++v) {
    members[at(place[at(of[at(v)])]++)] = v;
    result.size[at(of[at(v)])] += links.size[at(v)];
  }
  result.offsets.reserve(at(count) + 1);
  Near near(count);
  Poller poll(control);
  for (index_t g = 0; g < count; ++g) {
    for (index_t k = first[at(g)]; k < first[at(g) + 1]; ++k) {
      const auto to = links.neighbors(members[at(k)]);
      const auto weights = links.weights(members[at(k)]);
      for (std::size_t e = 0; e < to.size(); ++e)
        if (of[at(to[e])] != g) near.add(of[at(to[e])], weights[e]);
      poll(1 + static_cast<std::int64_t>(to.size()));
    }
    for (const index_t other : near.groups()) {
      result.to.push_back(other);
      result.weight.push_back(near[other]);
    }
    near.clear();
    result.offsets.push_back(static_cast<std::int64_t>(result.to.size()));
  }
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
