#pragma once

#include <cmath>
#include <limits>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/row_chunks_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The value of an index where there are no shares, or nothing to compare a single one with.
inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// What a node exchanges with each of its partners, as `mode` says.
class PartnerAmounts {
 public:
  PartnerAmounts(const Graph& graph, Mode mode)
      : one_(mode == Mode::in ? graph.transposed() : graph.forward()),
        other_(mode == Mode::all && graph.is_directed() ? &graph.transposed() : nullptr),
        loop_factor_(graph.is_directed() ? 1.0 : 2.0) {}

  /// The rows that most of the work for a node lies in.
  [[nodiscard]] const Csr& rows() const noexcept { return one_; }

  /// Writes the positive amounts of node u, one a partner.
  void collect(index_t u, std::vector<double>& amounts) const {
    amounts.clear();
    const auto add = [&](index_t partner, double amount) {
      if (amount > 0.0) amounts.push_back(partner == u ? amount * loop_factor_ : amount);
    };
    const auto partners = one_.row(u);
    const auto weights = one_.row_weights(u);
    if (other_ == nullptr) {
      for (std::size_t k = 0; k < partners.size(); ++k) add(partners[k], weights[k]);
      return;
    }
    // Both rows are ascending; a partner in both gets one sum.
    const auto others = other_->row(u);
    const auto other_weights = other_->row_weights(u);
    for (std::size_t i = 0, j = 0; i < partners.size() || j < others.size();) {
      const bool here = i < partners.size() && (j == others.size() || partners[i] <= others[j]);
      const bool there = j < others.size() && (i == partners.size() || others[j] <= partners[i]);
      const index_t partner = here ? partners[i] : others[j];
      add(partner, (here ? weights[i++] : 0.0) + (there ? other_weights[j++] : 0.0));
    }
  }

 private:
  const Csr& one_;
  const Csr* other_;    // the arcs the other way, where both count
  double loop_factor_;  // a loop of an undirected graph is one entry with both its ends at the node
};

/// One value a node: index_of(shares) for its partners' positive shares, NaN where it has none.
template <class IndexOf>
std::vector<double> of_partner_shares(const char* who, const Graph& graph, Mode mode,
                                      const Control& control, const IndexOf& index_of) {
  require_nonnegative(graph, who);
  const PartnerAmounts amounts(graph, mode);
  std::vector<double> values(static_cast<std::size_t>(graph.node_count()));
  RowChunks(amounts.rows()).for_each(control, [&](std::size_t begin, std::size_t end) {
    std::vector<double> shares;
    Poller poll(control);
    for (std::size_t u = begin; u < end; ++u) {
      amounts.collect(static_cast<index_t>(u), shares);
      poll(1 + static_cast<std::int64_t>(shares.size()));
      Sum total;
      for (const double amount : shares) total += amount;
      if (!std::isfinite(total.value()))
        throw ValidationError(
            text(who, ": the weights at node ", u, " add up to more than a double"));
      for (double& share : shares) share /= total.value();
      values[u] = shares.empty() ? no_value : index_of(shares);
    }
  });
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
