#include "aidnet/algo/local/voterank.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "algo/partner_ties_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

/// The votes, in units of one part in all ties: a whole vote is the number of ties, and it is
/// weakened by the number of nodes.
class Election {
 public:
  Election(const Csr& voters, const Csr& favourites, const Control& control)
      : voters_(voters), favourites_(favourites), poll_(control) {
    const std::size_t nodes = voters.offsets.size() - 1;
    std::int64_t ties = 0;
    votes_.resize(nodes);
    for (std::size_t u = 0; u < nodes; ++u)
      for (const index_t v : voters.row(static_cast<index_t>(u)))
        if (at(v) != u) {
          ++votes_[u];
          ++ties;
        }
    ability_.assign(nodes, ties);
    for (std::size_t u = 0; u < nodes; ++u) {
      votes_[u] *= ties;
      heap_.emplace_back(votes_[u], -static_cast<index_t>(u));
    }
    std::make_heap(heap_.begin(), heap_.end());
  }

  /// The node with most votes, which is elected; no_index if nobody has any.
  index_t next() {
    while (!heap_.empty()) {
      const auto [votes, minus] = heap_.front();
      const index_t u = -minus;
      std::pop_heap(heap_.begin(), heap_.end());
      heap_.pop_back();
      poll_();
      if (votes > votes_[at(u)]) {  // it has lost some since
        heap_.emplace_back(votes_[at(u)], minus);
        std::push_heap(heap_.begin(), heap_.end());
        continue;
      }
      if (votes == 0) return no_index;
      weaken(u, ability_[at(u)]);
      for (const index_t voter : voters_.row(u))
        if (voter != u) weaken(voter, static_cast<std::int64_t>(votes_.size()));
      return u;
    }
    return no_index;
  }

 private:
  void weaken(index_t voter, std::int64_t by) {
    const std::int64_t less = std::min(by, ability_[at(voter)]);
    if (less == 0) return;
    ability_[at(voter)] -= less;
    for (const index_t u : favourites_.row(voter)) {
      poll_();
      if (u != voter) votes_[at(u)] -= less;
    }
  }

  const Csr& voters_;      // of each node
  const Csr& favourites_;  // for whom each node votes
  Poller poll_;
  std::vector<std::int64_t> votes_;
  std::vector<std::int64_t> ability_;
  std::vector<std::pair<std::int64_t, index_t>> heap_;
};

}  // namespace

std::vector<index_t> voterank(const Graph& graph, const VoterankOptions& options,
                              const Control& control) {
  if (options.count < 0)
    throw ValidationError(
        detail::text("voterank: count is ", options.count, "; it must be 0 or more"));
  control.poll();
  const Graph ties = graph.without_zeros();
  Csr both;
  if (options.mode == Mode::all) both = detail::partner_ties(ties, control);
  const Csr& gives = options.mode == Mode::all ? both : ties.forward();
  const Csr& receives = options.mode == Mode::all ? both : ties.transposed();
  const bool out = options.mode != Mode::in;
  Election election(out ? gives : receives, out ? receives : gives, control);
  std::vector<index_t> elected;
  while (options.count == 0 || elected.size() < static_cast<std::size_t>(options.count)) {
    const index_t u = election.next();
    if (u == no_index) break;
    elected.push_back(u);
  }
  control.report(1.0);
  return elected;
}

}  // namespace aidnet::inline AIDNET_ABI
