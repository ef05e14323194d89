#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// What a node or a group counts for on either side; in an undirected graph both are the same.
struct Size {
  double out = 0.0;
  double in = 0.0;

  Size& operator+=(const Size& other) noexcept {
    out += other.out;
    in += other.in;
    return *this;
  }
  Size& operator-=(const Size& other) noexcept {
    out -= other.out;
    in -= other.in;
    return *this;
  }
  friend Size operator+(Size a, const Size& b) noexcept { return a += b; }
  friend Size operator-(Size a, const Size& b) noexcept { return a -= b; }
  /// Over the pairs of a member of one and a member of the other, whichever gives.
  friend double operator*(const Size& a, const Size& b) noexcept {
    return a.out * b.in + a.in * b.out;
  }
};

/// All that decides whether groups of nodes should be one: two groups A and B together gain
///
///     link(A, B) − pull · (size(A) · size(B)),
///
/// whether it is modularity or the Potts model, directed or not. Loops never matter to it.
struct Links {
  std::vector<std::int64_t> offsets{0};
  std::vector<index_t> to;
  std::vector<double> weight;  ///< symmetric, > 0: w_ij + w_ji in a directed graph
  std::vector<Size> size;
  double pull = 0.0;
  /// To what size the rounding errors of added and removed sizes are relative.
  Size drift{};
  /// The mean weight of a link of the graph, whichever the level.
  double mean = 1.0;
  /// Turns gains into modularity; for the Potts model, into what all weights together are.
  double share = 1.0;

  [[nodiscard]] index_t count() const noexcept { return static_cast<index_t>(size.size()); }
  [[nodiscard]] std::span<const index_t> neighbors(index_t v) const noexcept {
    return std::span(to).subspan(begin(v), begin(v + 1) - begin(v));
  }
  [[nodiscard]] std::span<const double> weights(index_t v) const noexcept {
    return std::span(weight).subspan(begin(v), begin(v + 1) - begin(v));
  }

 private:
  [[nodiscard]] std::size_t begin(index_t v) const noexcept {
    return static_cast<std::size_t>(offsets[static_cast<std::size_t>(v)]);
  }
};

/// The links of a graph without zero or negative weights. Sizes are strengths for modularity, loops
/// with them, and 1 a node for the Potts model. All weights are divided by one power of 2, so that
/// nothing overflows and no unit matters. Throws ValidationError if they add up to more than a
/// double.
[[nodiscard]] Links modularity_links(const char* who, const Graph& ties, double resolution,
                                     const Control& control);
[[nodiscard]] Links potts_links(const char* who, const Graph& ties, double resolution,
                                const Control& control);

/// The links between groups, all of which have members: of[v] < count.
[[nodiscard]] Links merged(const Links& links, std::span<const index_t> of, index_t count,
                           const Control& control);

/// Adds up by group what one node is linked to: an array that is all zeros between nodes.
class Near {
 public:
  explicit Near(index_t groups) : near_(static_cast<std::size_t>(groups)) {
    touched_.resize(near_.size());
  }

  void add(index_t group, double weight) noexcept {
    double& sum = near_[static_cast<std::size_t>(group)];
    if (sum == 0.0) touched_[used_++] = group;
    sum += weight;
  }
  [[nodiscard]] double operator[](index_t group) const noexcept {
    return near_[static_cast<std::size_t>(group)];
  }
  /// The groups with links, in the order in which they were met.
  [[nodiscard]] std::span<const index_t> groups() const noexcept {
    return std::span(touched_).first(used_);
  }
  void clear() noexcept {
    for (const index_t group : groups()) near_[static_cast<std::size_t>(group)] = 0.0;
    used_ = 0;
  }

 private:
  std::vector<double> near_;
  std::vector<index_t> touched_;
  std::size_t used_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
