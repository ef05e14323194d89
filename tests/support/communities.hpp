#pragma once

// Graphs with communities that everybody would see.

#include "sample.hpp"

namespace testing_support {

/// Cliques of `size` nodes, each with one edge to the next one, in a ring.
inline Sample ring_of_cliques(index_t cliques, index_t size) {
  Sample sample{cliques * size, {}, false};
  for (index_t c = 0; c < cliques; ++c) {
    for (index_t i = 0; i < size; ++i)
      for (index_t j = i + 1; j < size; ++j) sample.arcs.push_back({c * size + i, c * size + j});
    sample.arcs.push_back({c * size, ((c + 1) % cliques) * size + 1});
  }
  return sample;
}

/// The club of Zachary (1977), doi:10.1086/jar.33.4.3629752: who met whom outside.
inline Sample karate_club() {
  Sample sample{34, {}, false};
  const std::vector<std::vector<index_t>> later{
      {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31},
      {2, 3, 7, 13, 17, 19, 21, 30},
      {3, 7, 8, 9, 13, 27, 28, 32},
      {7, 12, 13},
      {6, 10},
      {6, 10, 16},
      {16},
      {},
      {30, 32, 33},
      {33},
      {},
      {},
      {},
      {33},
      {32, 33},
      {32, 33},
      {},
      {},
      {32, 33},
      {33},
      {32, 33},
      {},
      {32, 33},
      {25, 27, 29, 32, 33},
      {25, 27, 31},
      {31},
      {29, 33},
      {33},
      {31, 33},
      {32, 33},
      {32, 33},
      {32, 33},
      {33},
      {}};
  for (std::size_t u = 0; u < later.size(); ++u)
    for (const index_t v : later[u]) sample.arcs.push_back({static_cast<index_t>(u), v});
  return sample;
}

}  // namespace testing_support
