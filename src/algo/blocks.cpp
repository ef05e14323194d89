#include <cmath>

#include "aidnet/algo/structure/strong_components.hpp"
#include "algo/blocks_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

Blocks::Blocks(const Graph& graph, const Control& control)
    : graph_(graph.without_zeros()), rows_(&graph_.transposed()) {
  Components components = strong_components(graph_, control.quiet());
  block_ = std::move(components.component);
  count_ = components.count;
  group(control);
  sort(control);
  find_bounds(control);
}

void Blocks::group(const Control& control) {
  control.poll();
  first_.assign(at(count_) + 1, 0);
  for (const index_t b : block_) ++first_[at(b) + 1];
  for (std::size_t b = 0; b < at(count_); ++b) first_[b + 1] += first_[b];
  nodes_.resize(block_.size());
  place_.resize(block_.size());
  std::vector<index_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t u = 0; u < block_.size(); ++u) {
    const auto b = at(block_[u]);
    place_[u] = next[b] - first_[b];
    nodes_[at(next[b]++)] = static_cast<index_t>(u);
  }
}

// Kahn's algorithm on the network of blocks, which has no cycles.
void Blocks::sort(const Control& control) {
  Poller poll(control);
  std::vector<index_t> waiting_for(at(count_), 0);  // arcs from blocks that are not in order_ yet
  for (index_t v = 0; v < node_count(); ++v) {
    poll(1 + static_cast<std::int64_t>(rows_->row(v).size()));
    for (const index_t u : rows_->row(v))
      if (block_of(u) != block_of(v)) ++waiting_for[at(block_of(v))];
  }
  order_.reserve(at(count_));
  for (index_t b = 0; b < count_; ++b)
    if (waiting_for[at(b)] == 0) order_.push_back(b);
  for (std::size_t k = 0; k < order_.size(); ++k)
    for (const index_t u : nodes(order_[k])) {
      poll(1 + static_cast<std::int64_t>(graph_.out_neighbors(u).size()));
      for (const index_t v : graph_.out_neighbors(u))
        if (block_of(v) != order_[k] && --waiting_for[at(block_of(v))] == 0)
          order_.push_back(block_of(v));
    }
}

void Blocks::find_bounds(const Control& control) {
  Poller poll(control);
  std::vector<double> largest_row(at(count_), 0.0);
  std::vector<double> largest_column(at(count_), 0.0);
  const auto largest_sum = [&](const Csr& csr, std::vector<double>& largest) {
    for (index_t u = 0; u < node_count(); ++u) {
      const auto others = csr.row(u);
      const auto weights = csr.row_weights(u);
      poll(1 + static_cast<std::int64_t>(others.size()));
      double sum = 0.0;
      for (std::size_t k = 0; k < others.size(); ++k)
        if (block_of(others[k]) == block_of(u)) sum += weights[k];
      if (!std::isfinite(sum))
        throw ValidationError(text("the weights at node ", u, " add up to more than a double"));
      largest[at(block_of(u))] = std::fmax(largest[at(block_of(u))], sum);
    }
  };
  largest_sum(*rows_, largest_row);
  largest_sum(graph_.forward(), largest_column);
  bound_.resize(at(count_));
  for (std::size_t b = 0; b < bound_.size(); ++b)
    bound_[b] = std::fmin(largest_row[b], largest_column[b]);
}

LocalMatrix Blocks::local(index_t block, const Control& control) const {
  Poller poll(control);
  LocalMatrix matrix{{}, 0};
  double largest = 0.0;
  for (const index_t v : nodes(block)) {
    const auto sources = rows_->row(v);
    const auto weights = rows_->row_weights(v);
    poll(1 + static_cast<std::int64_t>(sources.size()));
    for (std::size_t k = 0; k < sources.size(); ++k) {
      if (block_of(sources[k]) != block) continue;
      matrix.rows.indices.push_back(place_[at(sources[k])]);
      matrix.rows.weights.push_back(weights[k]);
      largest = std::fmax(largest, weights[k]);
    }
    matrix.rows.offsets.push_back(static_cast<index_t>(matrix.rows.indices.size()));
  }
  if (largest > 0.0) matrix.exponent = std::ilogb(largest);
  for (double& w : matrix.rows.weights) w = std::ldexp(w, -matrix.exponent);
  return matrix;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
