#include "algo/passage_detail.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "aidnet/core/parallel.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

using Block = Potentials::Block;
using Eigen::Index;

constexpr Index panel_size = 64;

// Σ_i H_ij is 1ᵀ L⁻¹ s, with the Laplacian L of all nodes but j and the weights s at nodes. To take
// node k out of such a form aᵀ L⁻¹ b leaves, with its ties c and their sum t,
//
//     a_k b_k / t + the form of the rest, with a + a_k c / t, b + b_k c / t and C + c cᵀ / t,
//
// all of it positive. This is the same for all j that are left, so for each half of the nodes the
// other half is taken out once, and so on within the halves.

/// A network that is left when some nodes have been taken out.
struct Rest {
  std::vector<index_t> nodes;
  Block ties;  // above the diagonal
  Eigen::RowVectorXd a;
  Eigen::RowVectorXd b;
  double sum = 0.0;  // of those that were taken out

  [[nodiscard]] Index size() const { return static_cast<Index>(nodes.size()); }
};

/// Those nodes of `from` that are to go, then those that stay: the second or the first half.
struct Work {
  Block ties;
  Eigen::RowVectorXd a;
  Eigen::RowVectorXd b;
};

Work arranged(const Rest& from, bool second_stays) {
  const Index m = from.size();
  if (second_stays) return {from.ties, from.a, from.b};
  const Index h = m / 2;  // the first half, which stays
  Work work{Block(m, m), Eigen::RowVectorXd(m), Eigen::RowVectorXd(m)};
  work.ties.topLeftCorner(m - h, m - h) = from.ties.bottomRightCorner(m - h, m - h);
  work.ties.topRightCorner(m - h, h) = from.ties.topRightCorner(h, m - h).transpose();
  work.ties.bottomRightCorner(h, h) = from.ties.topLeftCorner(h, h);
  work.a << from.a.tail(m - h), from.a.head(h);
  work.b << from.b.tail(m - h), from.b.head(h);
  return work;
}

/// Takes out the first `gone` nodes. `for_rows(n, body)` calls body(begin, end) for all of [0, n).
template <class ForRows>
double take_out(Work& work, Index gone, const Control& control, const ForRows& for_rows) {
  const Index m = work.ties.cols();
  double sum = 0.0;
  Block shares(panel_size, m);
  for (Index begin = 0; begin < gone; begin += panel_size) {
    control.poll();
    const Index size = std::min(panel_size, gone - begin);
    const Index end = begin + size;
    for (Index k = begin; k < end; ++k) {
      const Index rest = m - k - 1;
      auto share = shares.row(k - begin);
      const double total = work.ties.row(k).tail(rest).sum();
      share.tail(rest) = work.ties.row(k).tail(rest) / total;
      sum += work.a(k) * work.b(k) / total;
      work.a.tail(rest) += work.a(k) * share.tail(rest);
      work.b.tail(rest) += work.b(k) * share.tail(rest);
      for (Index i = k + 1; i < end; ++i)
        work.ties.row(i).tail(m - i - 1) += work.ties(k, i) * share.tail(m - i - 1);
    }
    for_rows(m - end, [&](std::int64_t from, std::int64_t to) {
      const Index first = end + from;
      work.ties.block(first, first, to - from, m - first).noalias() +=
          work.ties.block(begin, first, size, to - from).transpose() *
          shares.block(0, first, size, m - first);
    });
  }
  return sum;
}

template <class ForRows>
Rest half_of(const Rest& from, bool second_stays, const Control& control, const ForRows& for_rows) {
  const Index m = from.size();
  const Index stay = second_stays ? m - m / 2 : m / 2;
  Work work = arranged(from, second_stays);
  const double sum = take_out(work, m - stay, control, for_rows);
  const auto first = from.nodes.begin() + (second_stays ? m / 2 : 0);
  return {{first, first + stay},
          work.ties.bottomRightCorner(stay, stay),
          work.a.tail(stay),
          work.b.tail(stay),
          from.sum + sum};
}

/// Both halves of each of `all`: one after the other with all threads, or many at a time.
std::vector<Rest> halves(const std::vector<Rest>& all, const Control& control) {
  std::vector<Rest> parts(2 * all.size());
  const auto make = [&](std::size_t k, const Control& inner, const auto& for_rows) {
    parts[k] = half_of(all[k / 2], k % 2 == 1, inner, for_rows);
  };
  if (parts.size() < 16) {
    const Control inner = control.quiet();
    for (std::size_t k = 0; k < parts.size(); ++k) {
      make(k, inner, [&](Index n, const auto& body) { parallel_for(n, panel_size, inner, body); });
      control.report(static_cast<double>(k + 1) / static_cast<double>(parts.size()));
    }
  } else {
    for_chunks(static_cast<std::int64_t>(parts.size()), control, [&](std::int64_t k, int) {
      make(static_cast<std::size_t>(k), control.quiet(),
           [](Index n, const auto& body) { body(0, n); });
    });
  }
  return parts;
}

}  // namespace

std::vector<double> passage_sums(const Circuit& circuit, std::span<const double> totals,
                                 const Control& control) {
  const auto n = static_cast<Index>(totals.size());
  std::vector<double> sums(totals.size(), 0.0);
  if (n < 2) return sums;
  std::vector<Rest> all(1);
  Rest& whole = all.front();
  whole.nodes.resize(totals.size());
  std::iota(whole.nodes.begin(), whole.nodes.end(), index_t{0});
  whole.ties = Block::Zero(n, n);
  // The unit does not matter, but products must not overflow: the largest total is between 1 and 2.
  const int exponent = -std::ilogb(*std::max_element(totals.begin(), totals.end()));
  for (index_t u = 0; u < static_cast<index_t>(n); ++u) {
    const auto partners = circuit.conductances.row(u);
    for (std::size_t k = 0; k < partners.size(); ++k)
      if (partners[k] > u)
        whole.ties(u, partners[k]) = std::scalbn(circuit.conductances.row_weights(u)[k], exponent);
  }
  whole.a = Eigen::RowVectorXd::Ones(n);
  whole.b.resize(n);
  for (Index k = 0; k < n; ++k)
    whole.b(k) = std::scalbn(totals[static_cast<std::size_t>(k)], exponent);
  for (double left = 1.0; !all.empty(); left /= 4.0) {
    std::vector<Rest> next;
    for (Rest& one : all)
      if (one.size() == 1)
        sums[static_cast<std::size_t>(one.nodes.front())] = one.sum;
      else
        next.push_back(std::move(one));
    // The work of each round is a quarter of the one's before.
    all = halves(next, part_of(control, 1.0 - left, 1.0 - left / 4.0));
  }
  return sums;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
