#pragma once

#include <functional>
#include <set>

#include "aidnet/algo/structure/spanning_tree.hpp"
#include "catch.hpp"
#include "numbers.hpp"
#include "sample.hpp"
#include "verify/order.hpp"

namespace testing_support {

/// The certificates: as many ties as nodes less components and none too many, so that there is no
/// cycle; and no tie that is left out is cheaper than the dearest on the tree's way between its
/// ends.
inline void require_certificates(const aidnet::SpanningTree& tree, index_t n,
                                 const std::function<double(index_t, index_t)>& cost) {
  std::set<verify::Pair> all;
  std::set<verify::Pair> taken;
  for (index_t u = 0; u < n; ++u)
    for (index_t v = u + 1; v < n; ++v)
      if (cost(u, v) < inf) all.emplace(u, v);
  for (std::size_t k = 0; k < tree.source.size(); ++k) {
    REQUIRE(tree.source[k] < tree.target[k]);
    taken.emplace(tree.source[k], tree.target[k]);
  }
  const verify::Numbers parts = verify::parts(n, all);
  REQUIRE(taken.size() == tree.source.size());
  REQUIRE(taken.size() + verify::part_count(parts) == at(n));
  REQUIRE(verify::parts(n, taken) == parts);
  for (const auto& [u, v] : all) {
    // The ties of the tree that cost no more connect its ends.
    std::set<verify::Pair> cheaper;
    for (const auto& [a, b] : taken)
      if (cost(a, b) <= cost(u, v)) cheaper.emplace(a, b);
    const verify::Numbers by_cheaper = verify::parts(n, cheaper);
    REQUIRE(by_cheaper[at(u)] == by_cheaper[at(v)]);
  }
}

}  // namespace testing_support
