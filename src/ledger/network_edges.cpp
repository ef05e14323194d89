#include <algorithm>
#include <limits>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"
#include "network_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

double in_base_units(std::int64_t units, int decimals) {
  constexpr double power[] = {1.0, 1e1, 1e2, 1e3, 1e4};
  constexpr std::int64_t exact = std::int64_t{1} << 53;
  // Up to here both are exact, and so their quotient is rounded once.
  if (-exact <= units && units <= exact && decimals <= 4)
    return static_cast<double>(units) / power[decimals];
  return Decimal(units, decimals).to_double();
}

namespace detail {
namespace {

using aidnet::detail::text;

/// Arcs by source and target, in their own order otherwise: two counting sorts.
std::vector<index_t> sorted(const std::vector<Arc>& arcs, std::size_t nodes, Poller& poll) {
  struct Key {
    index_t source, arc;
  };
  std::vector<index_t> next(nodes + 1, 0);
  for (const Arc& arc : arcs) ++next[at(arc.target) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<Key> by_target(arcs.size());
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    poll();
    by_target[at(next[at(arcs[k].target)]++)] = {arcs[k].source, static_cast<index_t>(k)};
  }
  next.assign(nodes + 1, 0);
  for (const Arc& arc : arcs) ++next[at(arc.source) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<index_t> order(arcs.size());
  for (const Key& key : by_target) {
    poll();
    order[at(next[at(key.source)]++)] = key.arc;
  }
  return order;
}

struct Sum {
  int128 value = 0, lower = 0, upper = 0;
  bool unbounded = false;

  void add(std::int64_t v, std::int64_t l, std::int64_t u) {
    value += v;
    lower += l;
    if (u == no_number)
      unbounded = true;
    else
      upper += u;
  }
  [[nodiscard]] bool fits() const {
    return fits_64(value) && fits_64(lower) && (unbounded || fits_64(upper));
  }
  /// REQUIRES fits().
  [[nodiscard]] Bounds bounds() const {
    return {static_cast<std::int64_t>(value), static_cast<std::int64_t>(lower),
            unbounded ? no_number : static_cast<std::int64_t>(upper)};
  }
};

/// Adds to the flow's share on an edge another share of it on the same edge.
void merge(EdgeFlow& share, const EdgeFlow& other, Weight weight) {
  if (weight != Weight::sum) return;  // it is one flow
  share.amount += other.amount;
  share.lower += other.lower;
  share.upper =
      share.upper == no_number || other.upper == no_number ? no_number : share.upper + other.upper;
}

}  // namespace

std::int64_t in_64_bits(int128 number, const std::string& what) {
  if (!fits_64(number)) throw SizeError(text("network: ", what, " does not fit 64 bits"));
  return static_cast<std::int64_t>(number);
}

void make_edges(NetworkAccess::Data& data, std::vector<Arc> arcs, Weight weight,
                const Control& control) {
  const std::size_t nodes = data.nodes.size();
  Poller poll(control);
  Csr csr;
  csr.offsets.assign(nodes + 1, 0);
  data.flows.reserve(arcs.size());
  Sum all, edge;
  const auto close = [&](index_t source) {
    if (!edge.fits())
      throw SizeError(text("network: the amounts from ", data.nodes[at(source)].label, " to ",
                           data.nodes[at(csr.indices.back())].label,
                           " add up to more than 64 bits hold"));
    const Bounds sum = weight == Weight::presence ? Bounds{1, 1, 1} : edge.bounds();
    all.add(sum.value, sum.lower, sum.upper);
    csr.weights.push_back(in_base_units(sum.value, data.decimals));
    data.lower.push_back(in_base_units(sum.lower, data.decimals));
    data.upper.push_back(sum.unbounded() ? std::numeric_limits<double>::infinity()
                                         : in_base_units(sum.upper, data.decimals));
    edge = {};
  };
  index_t source = no_index, target = no_index;
  const std::vector<index_t> order = sorted(arcs, nodes, poll);
  for (std::size_t k = 0; k < order.size(); ++k) {
    poll();
    // The arcs lie all over memory: to ask for them ahead saves a quarter of the whole time.
    constexpr std::size_t ahead = 16;
    if (k + ahead < order.size()) __builtin_prefetch(&arcs[at(order[k + ahead])]);
    const Arc& arc = arcs[at(order[k])];
    if (arc.source != source || arc.target != target) {
      if (source != no_index) close(source);
      source = arc.source;
      target = arc.target;
      data.starts.push_back(data.flows.size());
      csr.indices.push_back(target);
      ++csr.offsets[at(source) + 1];
    } else if (data.flows.back().flow == arc.flow.flow) {
      merge(data.flows.back(), arc.flow, weight);
      if (weight == Weight::sum) edge.add(arc.flow.amount, arc.flow.lower, arc.flow.upper);
      continue;
    }
    data.flows.push_back(arc.flow);
    edge.add(arc.flow.amount, arc.flow.lower, arc.flow.upper);
  }
  if (source != no_index) close(source);
  data.starts.push_back(data.flows.size());
  for (std::size_t k = 0; k + 1 < data.starts.size(); ++k) {
    const auto own =
        std::span(data.flows).subspan(data.starts[k], data.starts[k + 1] - data.starts[k]);
    data.flow_counts.push_back(static_cast<index_t>(own.size()));
    data.unknown_counts.push_back(static_cast<index_t>(
        std::count_if(own.begin(), own.end(), [](const EdgeFlow& flow) { return flow.missing; })));
  }
  if (!all.fits()) throw SizeError("network: all amounts add up to more than 64 bits hold");
  data.description.total = all.bounds();
  std::partial_sum(csr.offsets.begin(), csr.offsets.end(), csr.offsets.begin());
  data.graph = Graph::from_csr(std::move(csr), true);
}

}  // namespace detail
}  // namespace aidnet::inline AIDNET_ABI::ledger
