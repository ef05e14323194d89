#include <cmath>
#include <limits>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/partition_quality_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

/// Visits the group of the source, of the target and the weight of each entry; of an undirected
/// graph each edge once.
template <class Visit>
void for_edges(const Graph& ties, std::span<const index_t> of, const Control& control,
               const Visit& visit) {
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u) {
    const auto targets = ties.out_neighbors(u);
    const auto weights = ties.out_weights(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    for (std::size_t k = 0; k < targets.size(); ++k)
      if (ties.is_directed() || targets[k] >= u) visit(of[at(u)], of[at(targets[k])], weights[k]);
  }
}

}  // namespace

void require_resolution(const char* who, double resolution) {
  if (!(resolution >= 0.0) || !std::isfinite(resolution))
    throw ValidationError(text(who, ": resolution is ", resolution, "; it must be 0 or more"));
}

double modularity_of(const char* who, const Graph& ties, std::span<const index_t> of, index_t count,
                     double resolution, const Control& control) {
  std::vector<Sum> given(at(count));
  std::vector<Sum> received(at(count));
  Sum within;
  Sum all;
  for_edges(ties, of, control, [&](index_t from, index_t to, double weight) {
    given[at(from)] += weight;
    received[at(to)] += weight;
    all += weight;
    if (from == to) within += weight;
  });
  const double total = all.value();
  if (!std::isfinite(total))
    throw ValidationError(text(who, ": the weights add up to more than a double"));
  if (!(total > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  Sum random;
  for (std::size_t g = 0; g < given.size(); ++g) {
    double out = given[g].value() / total;
    double in = received[g].value() / total;
    if (!ties.is_directed()) out = in = 0.5 * (out + in);  // either end gives half
    random += out * in;
  }
  return within.value() / total - resolution * random.value();
}

double potts_of(const Graph& ties, std::span<const index_t> of, index_t count, double resolution,
                const Control& control) {
  Sum quality;
  for_edges(ties, of, control, [&](index_t from, index_t to, double weight) {
    if (from == to) quality += weight;
  });
  std::vector<double> members(at(count));
  for (const index_t g : of) ++members[at(g)];
  for (const double size : members)
    quality += -resolution * size * (size - 1.0) * (ties.is_directed() ? 1.0 : 0.5);
  return quality.value();
}

index_t number_by_smallest(std::span<index_t> of, index_t bound) {
  std::vector<index_t> number(at(bound), no_index);
  index_t count = 0;
  for (index_t& group : of) {
    index_t& renamed = number[at(group)];
    if (renamed == no_index) renamed = count++;
    group = renamed;
  }
  return count;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
