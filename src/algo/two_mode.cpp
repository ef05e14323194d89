#include <cmath>

#include "algo/iteration_detail.hpp"
#include "algo/row_chunks_detail.hpp"
#include "algo/shares_detail.hpp"
#include "algo/strengths_detail.hpp"
#include "algo/two_mode_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

void require_damping(const char* who, const char* option, double damping) {
  if (!(damping >= 0.0 && damping <= 1.0))
    throw ValidationError(text(who, ": ", option, " is ", damping, "; it must be in [0, 1]"));
}

/// `given` as shares; where there is none, alike for all nodes with a positive strength.
Vector prior(const char* who, const char* option, const Vector& given, const Vector& strength) {
  if (!given.empty()) return shares_of(who, option, given, strength.size());
  Vector alike(strength.size(), 0.0);
  double active = 0.0;
  for (const double s : strength) active += s > 0.0 ? 1.0 : 0.0;
  for (std::size_t i = 0; i < alike.size(); ++i) alike[i] = strength[i] > 0.0 ? 1.0 / active : 0.0;
  return alike;
}

/// 1 / s, or 1 / √s; 0 for what has no ties.
Vector factors(const char* who, const Vector& strength, TwoModeScale scale) {
  Vector factor(strength.size(), 0.0);
  for (std::size_t i = 0; i < strength.size(); ++i) {
    if (strength[i] == 0.0) continue;
    factor[i] = 1.0 / (scale == TwoModeScale::roots ? std::sqrt(strength[i]) : strength[i]);
    if (!std::isfinite(factor[i]))
      throw ValidationError(text(who, ": the weights of node ", i, " add up to ", strength[i],
                                 ", too little to take shares of; scale them"));
  }
  return factor;
}

/// One of the two sides: how its scores are made of the other side's.
class Side {
 public:
  Side(const Csr& rows, double damping, const Vector& prior, const Vector& own, const Vector& other)
      : rows_(rows),
        chunks_(rows),
        damping_(damping),
        prior_(prior),
        own_(own),
        other_(other),
        scaled_(other.size()) {}

  /// Replaces the scores by those that follow from the other side's. Returns the L1 change.
  double update(const Vector& others, Vector& score, const Control& control) {
    for (std::size_t k = 0; k < others.size(); ++k) scaled_[k] = other_[k] * others[k];
    return chunks_.sum(control, [&](std::size_t begin, std::size_t end) {
      double moved = 0.0;
      for (std::size_t i = begin; i < end; ++i) {
        const auto partners = rows_.row(static_cast<index_t>(i));
        const auto weights = rows_.row_weights(static_cast<index_t>(i));
        double sum = 0.0;
        for (std::size_t k = 0; k < partners.size(); ++k)
          sum += weights[k] * scaled_[static_cast<std::size_t>(partners[k])];
        const double next = damping_ * own_[i] * sum + (1.0 - damping_) * prior_[i];
        moved += std::abs(next - score[i]);
        score[i] = next;
      }
      return moved;
    });
  }

 private:
  const Csr& rows_;
  RowChunks chunks_;
  double damping_;
  const Vector& prior_;
  const Vector& own_;
  const Vector& other_;
  Vector scaled_;
};

}  // namespace

TwoModeScores rank_two_mode(const char* who, const Graph& graph, TwoModeScale scale,
                            const TwoModeTask& task, const Control& control) {
  require_nonnegative(graph, who);
  require_limits(who, task.limits);
  require_damping(who, "donor_damping", task.donor_damping);
  require_damping(who, "recipient_damping", task.recipient_damping);
  if (task.donor_damping * task.recipient_damping == 1.0)
    throw ValidationError(
        text(who, ": donor_damping and recipient_damping are both 1, which leaves nothing of the ",
             "priors; hits is defined there"));
  if (graph.node_count() == 0) {
    control.report(1.0);
    return {{}, {}, {.converged = true}};
  }
  const Vector given = row_sums(graph.forward());
  const Vector received = row_sums(graph.transposed());
  const Vector donor_prior = prior(who, "donor_prior", task.donor_prior, given);
  const Vector recipient_prior = prior(who, "recipient_prior", task.recipient_prior, received);
  const Vector by_donor = factors(who, given, scale);
  const Vector by_recipient = factors(who, received, scale);
  const Vector ones(given.size(), 1.0);
  const bool roots = scale == TwoModeScale::roots;
  Side donors(graph.forward(), task.donor_damping, donor_prior, roots ? by_donor : ones,
              by_recipient);
  Side recipients(graph.transposed(), task.recipient_damping, recipient_prior,
                  roots ? by_recipient : ones, by_donor);

  TwoModeScores scores{donor_prior, recipient_prior, {}};
  const Control inner = control.quiet();
  scores.convergence = iterate(who, task.limits, control, [&] {
    const double moved = recipients.update(scores.donor, scores.recipient, inner);
    return moved + donors.update(scores.recipient, scores.donor, inner);
  });
  return scores;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
