#include "aidnet/core/builder.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "aidnet/core/parallel.hpp"
#include "aidnet/core/sum.hpp"
#include "core/at_detail.hpp"
#include "graph_detail.hpp"
#include "text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;
using detail::text;

struct Arc {
  index_t target;
  double weight;
  friend bool operator<(const Arc& a, const Arc& b) noexcept {
    return a.target != b.target ? a.target < b.target : a.weight < b.weight;
  }
};

void require_arc(std::size_t row, index_t source, index_t target, double weight, index_t n) {
  for (const index_t node : {source, target})
    if (node < 0 || node >= n)
      throw ValidationError(
          n == 0 ? text("arc ", row, " names node ", node, ", but the graph has no nodes")
                 : text("arc ", row, " names node ", node, ", but nodes are 0 to ", n - 1));
  if (!std::isfinite(weight))
    throw ValidationError(text("arc ", row, " (", source, " to ", target, ") has weight ", weight,
                               "; weights must be finite"));
}

/// Sorts a row and merges its parallel arcs in place; returns how many remain. Parallels are added
/// in order of size, so that the sum is the same however the input was ordered.
std::size_t merge_row(std::span<Arc> row, index_t source, const BuilderOptions& options) {
  std::sort(row.begin(), row.end());
  std::size_t kept = 0;
  for (std::size_t k = 0; k < row.size();) {
    const index_t target = row[k].target;
    std::size_t last = k + 1;
    while (last < row.size() && row[last].target == target) ++last;
    double weight = row[k].weight;
    if (last - k > 1) {
      if (options.duplicates == Duplicates::error)
        throw ValidationError(text("the pair (", source, ", ", target, ") is given ", last - k,
                                   " times; sum duplicates or give it once"));
      Sum sum;
      for (std::size_t i = k; i < last; ++i) sum += row[i].weight;
      weight = sum.value() + 0.0;
      if (!std::isfinite(weight))
        throw ValidationError(text("the weights of the pair (", source, ", ", target,
                                   ") add up to more than a double"));
    }
    if (weight != 0.0 || !options.drop_zeros) row[kept++] = {target, weight};
    k = last;
  }
  return kept;
}

/// Room for `more` elements, at least doubled, so that many small additions stay linear.
template <class T>
void grow(std::vector<T>& column, std::size_t more) {
  const std::size_t needed = column.size() + more;
  if (needed > column.capacity()) column.reserve(std::max(needed, 2 * column.capacity()));
}

}  // namespace

Builder::Builder(index_t node_count, BuilderOptions options)
    : node_count_(node_count), options_(options) {
  if (node_count < 0) throw ValidationError(text("a graph cannot have ", node_count, " nodes"));
}

void Builder::reserve(std::size_t arcs) {
  source_.reserve(arcs);
  target_.reserve(arcs);
  weight_.reserve(arcs);
}

void Builder::make_room(std::size_t arcs) {
  grow(source_, arcs);
  grow(target_, arcs);
  grow(weight_, arcs);
}

Builder& Builder::add(index_t source, index_t target, double weight) {
  require_arc(source_.size(), source, target, weight, node_count_);
  make_room(1);
  source_.push_back(source);
  target_.push_back(target);
  weight_.push_back(weight + 0.0);  // −0.0 becomes 0.0
  return *this;
}

Builder& Builder::add(std::span<const index_t> source, std::span<const index_t> target,
                      std::span<const double> weight) {
  if (source.size() != target.size() || (!weight.empty() && weight.size() != source.size()))
    throw ValidationError(text("columns of different lengths: ", source.size(), " sources, ",
                               target.size(), " targets, ", weight.size(), " weights"));
  make_room(source.size());
  const std::size_t before = source_.size();
  source_.insert(source_.end(), source.begin(), source.end());
  target_.insert(target_.end(), target.begin(), target.end());
  if (weight.empty())
    weight_.resize(source_.size(), 1.0);
  else
    for (const double w : weight) weight_.push_back(w + 0.0);
  try {  // the copies, which nobody else can change
    for (std::size_t i = before; i < source_.size(); ++i)
      require_arc(i - before, source_[i], target_[i], weight_[i], node_count_);
  } catch (...) {
    source_.resize(before);
    target_.resize(before);
    weight_.resize(before);
    throw;
  }
  return *this;
}

Graph Builder::build(const Control& control) {
  const std::vector<index_t>& source = source_;
  const std::vector<index_t>& target = target_;
  const std::vector<double>& weight = weight_;
  const bool mirror = !options_.directed;
  const std::size_t n = at(node_count_);

  // Where each row starts in a buffer that still has the parallel arcs.
  std::vector<std::size_t> start(n + 1, 0);
  for (std::size_t i = 0; i < source.size(); ++i) {
    ++start[at(source[i]) + 1];
    if (mirror && source[i] != target[i]) ++start[at(target[i]) + 1];
  }
  std::partial_sum(start.begin(), start.end(), start.begin());

  std::vector<Arc> arcs(start.back());
  {
    std::vector<std::size_t> next(start.begin(), start.end() - 1);
    for (std::size_t i = 0; i < source.size(); ++i) {
      arcs[next[at(source[i])]++] = {target[i], weight[i]};
      if (mirror && source[i] != target[i]) arcs[next[at(target[i])]++] = {source[i], weight[i]};
    }
  }

  std::vector<std::size_t> kept(n, 0);
  constexpr std::int64_t rows_per_chunk = 4096;
  parallel_for(node_count_, rows_per_chunk, control, [&](std::int64_t begin, std::int64_t end) {
    for (auto u = static_cast<std::size_t>(begin); u < static_cast<std::size_t>(end); ++u)
      kept[u] = merge_row(std::span(arcs).subspan(start[u], start[u + 1] - start[u]),
                          static_cast<index_t>(u), options_);
  });

  const std::size_t entries = std::accumulate(kept.begin(), kept.end(), std::size_t{0});
  if (entries > at(std::numeric_limits<index_t>::max()))
    throw SizeError(text(entries,
                         " entries are more than the index type of this build can count; "
                         "build aidnet with AIDNET_INDEX_64"));
  Csr csr;
  csr.offsets.resize(n + 1);
  csr.indices.resize(entries);
  csr.weights.resize(entries);
  for (std::size_t u = 0; u < n; ++u) {
    const std::size_t first = at(csr.offsets[u]);
    for (std::size_t k = 0; k < kept[u]; ++k) {
      csr.indices[first + k] = arcs[start[u] + k].target;
      csr.weights[first + k] = arcs[start[u] + k].weight;
    }
    csr.offsets[u + 1] = static_cast<index_t>(first + kept[u]);
  }
  Graph graph = GraphAccess::make(std::move(csr), options_.directed);
  source_ = {};
  target_ = {};
  weight_ = {};
  return graph;
}

}  // namespace aidnet::inline AIDNET_ABI
