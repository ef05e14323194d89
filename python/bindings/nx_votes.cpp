#include "nx_votes.hpp"

#include <algorithm>
#include <cstdint>

#include "nx_walks.hpp"

namespace nx {
namespace {

/// Votes between nodes, with what each voter's is still worth.
class Election {
 public:
  Election(const Adjacency& graph, bool directed)
      : graph_(&graph),
        voters_of_(nx::reversed(graph)),
        directed_(directed),
        worth_(graph.node_count(), 1.0),
        votes_(graph.node_count(), 0.0),
        stale_(graph.node_count(), true),
        elected_(graph.node_count(), false) {
    double edges = 0.0;  // in an undirected graph each from both ends, loops too
    for (std::size_t u = 0; u < graph.node_count(); ++u)
      for (auto k = at(graph.offsets()[u]); k < at(graph.offsets()[u + 1]); ++k)
        edges += copies(k) * (!directed && at(graph.neighbors()[k]) == u ? 2.0 : 1.0);
    mean_degree_ = edges / static_cast<double>(graph.node_count());
  }

  /// The next one; −1 where nobody has a vote.
  index_t elect() {
    std::size_t best = 0;
    for (std::size_t u = 0; u < votes_.size(); ++u) {
      if (stale_[u]) count(u);
      if (votes_[u] > votes_[best]) best = u;
    }
    if (votes_.empty() || votes_[best] == 0.0) return aidnet::no_index;
    elected_[best] = true;
    votes_[best] = 0.0;
    devalue(best);
    return static_cast<index_t>(best);
  }

 private:
  [[nodiscard]] index_t copies(std::size_t entry) const {
    return graph_->copies().empty() ? 1 : graph_->copies()[entry];
  }

  void count(std::size_t u) {
    stale_[u] = false;
    double votes = 0.0;
    const auto add = [&](index_t v, index_t times) {
      for (index_t i = 0; i < times; ++i) votes += worth_[at(v)];
    };
    // NetworkX counts edge by edge: those that it meets at earlier nodes come first.
    const auto u_index = static_cast<index_t>(u);
    if (!directed_)
      for (auto k = at(voters_of_.offsets()[u]); k < at(voters_of_.offsets()[u + 1]); ++k) {
        const index_t v = voters_of_.neighbors()[k];
        if (v >= u_index) break;
        add(v, voters_of_.copies().empty() ? 1 : voters_of_.copies()[k]);
      }
    for (auto k = at(graph_->offsets()[u]); k < at(graph_->offsets()[u + 1]); ++k) {
      const index_t v = graph_->neighbors()[k];
      if (directed_ || v > u_index)
        add(v, copies(k));
      else if (v == u_index)
        add(v, 2 * copies(k));
    }
    votes_[u] = elected_[u] ? 0.0 : votes;
  }

  void devalue(std::size_t u) {
    const auto change = [&](index_t v, double worth) {
      worth_[at(v)] = worth;
      for (const index_t voted : voters_of_.row(v)) stale_[at(voted)] = true;
    };
    change(static_cast<index_t>(u), 0.0);
    for (auto k = at(graph_->offsets()[u]); k < at(graph_->offsets()[u + 1]); ++k) {
      const index_t v = graph_->neighbors()[k];
      double worth = worth_[at(v)];
      for (index_t i = 0; i < copies(k); ++i) worth = std::max(worth - 1.0 / mean_degree_, 0.0);
      change(v, worth);
    }
  }

  const Adjacency* graph_;
  Adjacency voters_of_;
  bool directed_;
  double mean_degree_ = 0.0;
  std::vector<double> worth_;
  std::vector<double> votes_;
  std::vector<bool> stale_;
  std::vector<bool> elected_;
};

}  // namespace

std::vector<index_t> voterank(const Adjacency& graph, bool directed, index_t count) {
  Election election(graph, directed);
  std::vector<index_t> found;
  while (static_cast<index_t>(found.size()) < count) {
    const index_t next = election.elect();
    if (next == aidnet::no_index) break;
    found.push_back(next);
  }
  return found;
}

}  // namespace nx
