#include "algo/differences_detail.hpp"

#include <algorithm>
#include <cmath>

#include "aidnet/algo/structure/weak_components.hpp"
#include "algo/iteration_detail.hpp"
#include "algo/krylov_detail.hpp"
#include "algo/row_chunks_detail.hpp"
#include "algo/strengths_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

/// The nodes of each component, one after the other.
class Members {
 public:
  explicit Members(const Components& components)
      : first_(at(components.count) + 1, 0), nodes_(components.component.size()) {
    for (const index_t c : components.component) ++first_[at(c) + 1];
    for (std::size_t c = 1; c < first_.size(); ++c) first_[c] += first_[c - 1];
    std::vector<index_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t u = 0; u < nodes_.size(); ++u)
      nodes_[at(next[at(components.component[u])]++)] = static_cast<index_t>(u);
  }

  [[nodiscard]] std::size_t count() const noexcept { return first_.size() - 1; }
  [[nodiscard]] std::span<const index_t> of(std::size_t component) const noexcept {
    return std::span(nodes_).subspan(at(first_[component]),
                                     at(first_[component + 1] - first_[component]));
  }

 private:
  std::vector<index_t> first_;
  std::vector<index_t> nodes_;
};

/// Writes the values of one component, its first node being at 0. `place` is scratch.
void eliminate(const Differences& given, std::span<const index_t> nodes,
               std::vector<index_t>& place, Vector& value, Poller& poll) {
  const std::size_t n = nodes.size();
  for (std::size_t i = 0; i < n; ++i) place[at(nodes[i])] = static_cast<index_t>(i);
  Vector tie(n * n, 0.0);    // row m: how much ties with earlier nodes count
  Vector apart(n * n, 0.0);  // row m: by how much m is to be above them
  for (std::size_t m = 0; m < n; ++m) {
    const auto begin = at(given.ties.offsets()[at(nodes[m])]);
    const auto partners = given.ties.out_neighbors(nodes[m]);
    poll(static_cast<std::int64_t>(n + partners.size()));
    for (std::size_t k = 0; k < partners.size(); ++k) {
      const auto i = at(place[at(partners[k])]);
      tie[m * n + i] = given.ties.weights()[begin + k];
      apart[m * n + i] = -given.wanted[begin + k];
    }
  }
  Vector total(n, 0.0);
  for (std::size_t m = n; m-- > 1;) {
    const double* const own = tie.data() + m * n;
    const double* const above = apart.data() + m * n;
    for (std::size_t i = 0; i < m; ++i) total[m] += own[i];
    for (std::size_t j = 1; j < m; ++j) {
      poll();
      if (own[j] == 0.0) continue;
      poll(static_cast<std::int64_t>(j));
      const double share = own[j] / total[m];
      double* const ties = tie.data() + j * n;
      double* const aparts = apart.data() + j * n;
      for (std::size_t i = 0; i < j; ++i) {
        const double more = own[i] * share;
        if (more == 0.0) continue;
        const double sum = ties[i] + more;
        // m above i by above[i] and above j by above[j] puts j above i by the difference.
        aparts[i] += (above[i] - above[j] - aparts[i]) * (more / sum);
        ties[i] = sum;
      }
    }
  }
  value[at(nodes[0])] = 0.0;
  for (std::size_t m = 1; m < n; ++m) {
    double sum = 0.0;
    for (std::size_t i = 0; i < m; ++i)
      sum += tie[m * n + i] / total[m] * (value[at(nodes[i])] + apart[m * n + i]);
    value[at(nodes[m])] = sum;
  }
}

/// Conjugate gradients for the rows that `included` has; others stay as they are.
class Gradients {
 public:
  Gradients(const Differences& given, const std::vector<unsigned char>& included,
            const Control& control)
      : given_(given),
        included_(included),
        control_(control),
        chunks_(given.ties.forward()),
        weight_(row_sums(given.ties.forward())),
        residual_(weight_.size(), 0.0),
        direction_(weight_.size(), 0.0),
        product_(weight_.size(), 0.0) {
    for (std::size_t i = 0; i < weight_.size(); ++i) {
      if (included_[i] == 0) continue;
      const auto begin = at(given.ties.offsets()[i]);
      const auto end = at(given.ties.offsets()[i + 1]);
      for (std::size_t k = begin; k < end; ++k)
        residual_[i] -= given.ties.weights()[k] * given.wanted[k];
    }
    size_ = squared_ = energy();
    follow(0.0);
  }

  [[nodiscard]] double share() const { return size_ > 0.0 ? std::sqrt(squared_ / size_) : 0.0; }

  /// One step; returns the residual's share that is left.
  double step(Vector& value) {
    if (squared_ == 0.0) return 0.0;
    const double curvature = chunks_.sum(control_, [&](std::size_t begin, std::size_t end) {
      double sum = 0.0;
      for (std::size_t i = begin; i < end; ++i) {
        if (included_[i] == 0) continue;
        const auto partners = given_.ties.out_neighbors(static_cast<index_t>(i));
        const auto weights = given_.ties.out_weights(static_cast<index_t>(i));
        double flow = 0.0;
        for (std::size_t k = 0; k < partners.size(); ++k)
          flow += weights[k] * (direction_[i] - direction_[at(partners[k])]);
        product_[i] = flow;
        sum += direction_[i] * flow;
      }
      return sum;
    });
    if (!(curvature > 0.0)) return share();  // nothing but rounding is left
    const double length = squared_ / curvature;
    chunks_.for_each(control_, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        if (included_[i] == 0) continue;
        value[i] += length * direction_[i];
        residual_[i] -= length * product_[i];
      }
    });
    const double before = squared_;
    squared_ = energy();
    follow(squared_ / before);
    return share();
  }

 private:
  /// The residual's square, a node counting by 1 / weight.
  double energy() {
    return chunks_.sum(control_, [&](std::size_t begin, std::size_t end) {
      double sum = 0.0;
      for (std::size_t i = begin; i < end; ++i)
        if (included_[i] != 0) sum += residual_[i] * (residual_[i] / weight_[i]);
      return sum;
    });
  }
  void follow(double momentum) {
    chunks_.for_each(control_, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i)
        if (included_[i] != 0) direction_[i] = residual_[i] / weight_[i] + momentum * direction_[i];
    });
  }

  const Differences& given_;
  const std::vector<unsigned char>& included_;
  const Control control_;
  RowChunks chunks_;
  Vector weight_;
  Vector residual_;
  Vector direction_;
  Vector product_;
  double size_ = 0.0;
  double squared_ = 0.0;
};

}  // namespace

Fitted fit(const char* who, const Differences& differences, const IterationOptions& options,
           const Control& control) {
  require_limits(who, options);
  const Components components = weak_components(differences.ties, control.quiet());
  const Members members(components);
  Fitted result{Vector(components.component.size(), 0.0), {.converged = true}};
  std::vector<index_t> place(result.value.size());
  std::vector<unsigned char> included(result.value.size(), 0);
  bool any = false;
  Poller poll(control);
  for (std::size_t c = 0; c < members.count(); ++c) {
    const auto nodes = members.of(c);
    if (nodes.size() == 1) continue;
    if (nodes.size() <= at(largest_eliminated)) {
      eliminate(differences, nodes, place, result.value, poll);
      continue;
    }
    for (const index_t u : nodes) included[at(u)] = 1;
    any = true;
  }
  if (any) {
    Gradients gradients(differences, included, control.quiet());
    result.convergence =
        iterate(who, options, control, [&] { return gradients.step(result.value); });
  }
  for (std::size_t c = 0; c < members.count(); ++c) {
    const auto nodes = members.of(c);
    double least = result.value[at(nodes[0])];
    for (const index_t u : nodes) least = std::fmin(least, result.value[at(u)]);
    for (const index_t u : nodes) result.value[at(u)] -= least;
  }
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
