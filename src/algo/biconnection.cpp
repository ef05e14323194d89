#include "aidnet/algo/structure/block_search.hpp"
#include "algo/biconnection_detail.hpp"
#include "algo/partner_ties_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

struct Biconnection::Visitor : BlockVisitor {
  explicit Visitor(Biconnection& result) : to(result) {}

  void begin(index_t node) {
    root = node;
    discover(node);
  }
  void tree(index_t, index_t node) {
    discover(node);
    open.push_back(node);
  }
  void close(index_t from, index_t node) {
    index_t ties = 0;
    for (bool more = true; more; open.pop_back(), ++ties) {
      more = open.back() != node;
      to.block_[at(open.back())] = to.count_;
    }
    to.ties_.push_back(ties);
    ++to.count_;
    if (from != root) to.articulation_[at(from)] = true;
  }
  void end(index_t node, index_t blocks) { to.articulation_[at(node)] = blocks > 1; }
  void discover(index_t node) { to.place_[at(node)] = found++; }

  Biconnection& to;
  std::vector<index_t> open{};  // nodes whose ties to earlier ones are in no block yet
  index_t root = no_index;
  index_t found = 0;
};

// A block of one tie of the search's tree has no other ones: its lower node leads back nowhere.
Biconnection::Biconnection(const Graph& graph, const Control& control)
    : place_(at(graph.node_count())),
      block_(at(graph.node_count()), no_index),
      articulation_(at(graph.node_count()), false) {
  control.poll();
  const Csr pairs = partner_ties(graph, control);
  Visitor visitor(*this);
  search_blocks(pairs.offsets, pairs.indices, control, visitor);
}

}  // namespace aidnet::inline AIDNET_ABI::detail
