#include "aidnet/core/graph.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "core/at_detail.hpp"
#include "graph_detail.hpp"
#include "text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;
using detail::text;

/// Calls visit(u, e, v, slot) for each entry e, the arc u → v, and its place in the transpose.
/// Within a row of the transpose places are ascending, because sources are: a counting sort.
template <class Visit>
void for_transposed(const Csr& csr, std::vector<index_t> next, const Visit& visit) {
  for (std::size_t u = 0; u + 1 < csr.offsets.size(); ++u)
    for (index_t e = csr.offsets[u]; e < csr.offsets[u + 1]; ++e) {
      const index_t v = csr.indices[at(e)];
      visit(static_cast<index_t>(u), e, v, next[at(v)]++);
    }
}

Csr transpose(const Csr& csr, std::vector<index_t>& entries) {
  Csr result;
  result.offsets.assign(csr.offsets.size(), 0);
  for (const index_t v : csr.indices) ++result.offsets[at(v) + 1];
  std::partial_sum(result.offsets.begin(), result.offsets.end(), result.offsets.begin());
  result.indices.resize(csr.indices.size());
  result.weights.resize(csr.weights.size());
  entries.resize(csr.indices.size());
  for_transposed(csr, result.offsets, [&](index_t u, index_t e, index_t, index_t slot) {
    result.indices[at(slot)] = u;
    result.weights[at(slot)] = csr.weights[at(e)];
    entries[at(slot)] = e;
  });
  return result;
}

/// For each entry of a symmetric CSR, the position of the same edge seen from its other end.
std::vector<index_t> mates(const Csr& csr) {
  std::vector<index_t> entries(csr.indices.size());
  for_transposed(csr, csr.offsets,
                 [&](index_t, index_t e, index_t, index_t slot) { entries[at(slot)] = e; });
  return entries;
}

bool is_symmetric(const Csr& csr) {
  bool same = true;
  for_transposed(csr, csr.offsets, [&](index_t u, index_t e, index_t v, index_t slot) {
    same = same && slot < csr.offsets[at(v) + 1] && csr.indices[at(slot)] == u &&
           csr.weights[at(slot)] == csr.weights[at(e)];
  });
  return same;
}

/// Throws unless symmetric, naming an arc without its like.
void require_symmetric(const Csr& csr) {
  if (is_symmetric(csr)) return;
  for (index_t u = 0; at(u) + 1 < csr.offsets.size(); ++u)
    for (std::size_t k = 0; k < csr.row(u).size(); ++k) {
      const index_t v = csr.row(u)[k];
      const auto back = csr.row(v);
      const auto mate = std::lower_bound(back.begin(), back.end(), u);
      if (mate == back.end() || *mate != u ||
          csr.row_weights(v)[static_cast<std::size_t>(mate - back.begin())] !=
              csr.row_weights(u)[k])
        throw ValidationError(text("CSR: an undirected graph needs symmetric arrays; ", u, " → ", v,
                                   " (", csr.row_weights(u)[k], ") differs from ", v, " → ", u));
    }
}

void require_canonical(const Csr& csr) {
  if (csr.offsets.empty() || csr.offsets.front() != 0)
    throw ValidationError("CSR: offsets must start with 0");
  if (csr.indices.size() != csr.weights.size())
    throw ValidationError(
        text("CSR: ", csr.indices.size(), " indices but ", csr.weights.size(), " weights"));
  if (csr.indices.size() > at(std::numeric_limits<index_t>::max()))
    throw SizeError("CSR: more entries than index_t can count");
  if (csr.offsets.size() - 1 > at(std::numeric_limits<index_t>::max()))
    throw SizeError("CSR: more nodes than index_t can count");
  const auto n = static_cast<index_t>(csr.offsets.size() - 1);
  for (index_t u = 0; u < n; ++u)
    if (csr.offsets[at(u) + 1] < csr.offsets[at(u)])
      throw ValidationError(text("CSR: offsets decrease after row ", u));
  if (at(csr.offsets.back()) != csr.indices.size())
    throw ValidationError(text("CSR: the last offset is ", csr.offsets.back(), " but there are ",
                               csr.indices.size(), " indices"));
  for (index_t u = 0; u < n; ++u) {
    index_t previous = -1;
    for (const index_t v : csr.row(u)) {
      if (v < 0 || v >= n)
        throw ValidationError(text("CSR: row ", u, " names node ", v, ", outside [0, ", n, ")"));
      if (v <= previous)
        throw ValidationError(text("CSR: the indices of row ", u, " are not strictly ascending"));
      previous = v;
    }
    for (const double w : csr.row_weights(u))
      if (!std::isfinite(w))
        throw ValidationError(text("CSR: row ", u, " has a weight that is not finite"));
  }
}

}  // namespace

Graph::Data::Data(std::shared_ptr<const Csr> csr, bool is_directed)
    : forward(std::move(csr)), directed(is_directed) {
  Sum sum;
  const auto n = static_cast<index_t>(forward->offsets.size() - 1);
  for (index_t u = 0; u < n; ++u) {
    const auto targets = forward->row(u);
    const auto weights = forward->row_weights(u);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      loops += targets[k] == u;
      has_zeros |= weights[k] == 0.0;
      has_negatives |= weights[k] < 0.0;
      if (directed || targets[k] >= u) sum += weights[k];
    }
  }
  total = sum.value();
}

Graph::Graph() {
  static const auto empty = std::make_shared<const Data>(std::make_shared<const Csr>(), true);
  data_ = empty;
}

Graph Graph::from_csr(Csr csr, bool directed) {
  require_canonical(csr);
  for (double& w : csr.weights) w += 0.0;  // −0.0 becomes 0.0
  if (!directed) require_symmetric(csr);
  return GraphAccess::make(std::move(csr), directed);
}

index_t Graph::edge_count() const noexcept {
  return data_->directed ? entry_count() : (entry_count() - data_->loops) / 2 + data_->loops;
}
index_t Graph::loop_count() const noexcept { return data_->loops; }
bool Graph::is_directed() const noexcept { return data_->directed; }
bool Graph::has_zero_weights() const noexcept { return data_->has_zeros; }
bool Graph::has_negative_weights() const noexcept { return data_->has_negatives; }
double Graph::total_weight() const noexcept { return data_->total; }
const Csr& Graph::forward() const noexcept { return *data_->forward; }
std::shared_ptr<const Csr> Graph::share_forward() const noexcept { return data_->forward; }

namespace {

template <class Data>
void build_transpose(const Data& data) {
  std::call_once(data.transpose_once, [&data] {
    auto entries = std::make_shared<std::vector<index_t>>();
    if (data.directed)
      data.transposed = std::make_shared<const Csr>(transpose(*data.forward, *entries));
    else
      *entries = mates(*data.forward);
    data.transposed_entries = std::move(entries);
  });
}

}  // namespace

const Csr& Graph::transposed() const {
  if (!data_->directed) return *data_->forward;
  build_transpose(*data_);
  return *data_->transposed;
}

std::span<const index_t> Graph::transposed_entries() const {
  build_transpose(*data_);
  return *data_->transposed_entries;
}

index_t Graph::find_entry(index_t u, index_t v) const {
  const auto n = node_count();
  if (u < 0 || u >= n || v < 0 || v >= n)
    throw ValidationError(text("no such pair: (", u, ", ", v, ") in a graph of ", n, " nodes"));
  const auto row = out_neighbors(u);
  const auto found = std::lower_bound(row.begin(), row.end(), v);
  if (found == row.end() || *found != v) return no_index;
  return offsets()[at(u)] + static_cast<index_t>(found - row.begin());
}

double Graph::weight(index_t u, index_t v) const {
  const index_t entry = find_entry(u, v);
  return entry == no_index ? 0.0 : weights()[at(entry)];
}

index_t Graph::entry_source(index_t entry) const {
  if (entry < 0 || entry >= entry_count())
    throw ValidationError(text("no such entry: ", entry, " of ", entry_count()));
  const auto starts = offsets();
  const auto after = std::upper_bound(starts.begin(), starts.end(), entry);
  return static_cast<index_t>(after - starts.begin()) - 1;
}

Graph Graph::reverse() const {
  if (!data_->directed) return *this;
  build_transpose(*data_);
  auto turned = std::make_shared<Data>(data_->transposed, true);
  std::call_once(turned->transpose_once, [&] {
    const auto& entries = *data_->transposed_entries;
    auto back = std::make_shared<std::vector<index_t>>(entries.size());
    for (std::size_t slot = 0; slot < entries.size(); ++slot)
      (*back)[at(entries[slot])] = static_cast<index_t>(slot);
    turned->transposed = data_->forward;
    turned->transposed_entries = std::move(back);
  });
  return Graph(std::move(turned));
}

Graph Graph::without_zeros() const {
  if (!data_->has_zeros) return *this;
  std::call_once(data_->support_once, [this] {
    Csr kept;
    kept.offsets.reserve(offsets().size());
    kept.indices.reserve(indices().size());
    kept.weights.reserve(indices().size());
    for (index_t u = 0; u < node_count(); ++u) {
      const auto targets = out_neighbors(u);
      const auto w = out_weights(u);
      for (std::size_t k = 0; k < targets.size(); ++k) {
        if (w[k] == 0.0) continue;
        kept.indices.push_back(targets[k]);
        kept.weights.push_back(w[k]);
      }
      kept.offsets.push_back(static_cast<index_t>(kept.indices.size()));
    }
    data_->support =
        std::make_shared<const Data>(std::make_shared<const Csr>(std::move(kept)), data_->directed);
  });
  return Graph(data_->support);
}

bool operator==(const Graph& a, const Graph& b) noexcept {
  if (a.data_ == b.data_) return true;
  const Csr& x = a.forward();
  const Csr& y = b.forward();
  return a.is_directed() == b.is_directed() && x.offsets == y.offsets && x.indices == y.indices &&
         x.weights == y.weights;
}

}  // namespace aidnet::inline AIDNET_ABI
