#pragma once

// What any two ways of writing down the same partition of the nodes have in common.

#include <map>
#include <set>

#include "aidnet/algo/structure/components.hpp"
#include "invariants.hpp"

namespace testing_support {

using aidnet::Components;

/// The same partition with its parts numbered in order of their smallest node.
inline std::vector<index_t> by_smallest_node(const std::vector<index_t>& part) {
  std::map<index_t, index_t> number;
  std::vector<index_t> result;
  for (const index_t p : part)
    result.push_back(number.emplace(p, static_cast<index_t>(number.size())).first->second);
  return result;
}

/// Numbers 0 … count − 1, all used, in order of their smallest node.
inline void require_well_numbered(const Components& c) {
  REQUIRE(c.component == by_smallest_node(c.component));
  REQUIRE(std::set<index_t>(c.component.begin(), c.component.end()).size() ==
          static_cast<std::size_t>(c.count));
}

/// How many nodes share each node's part: a value that relabelling permutes.
inline Values part_sizes(const Components& c) {
  Values size(static_cast<std::size_t>(c.count), 0.0);
  for (const index_t p : c.component) ++size[at(p)];
  Values values;
  for (const index_t p : c.component) values.push_back(size[at(p)]);
  return values;
}

/// Relabelling gives the same partition, whose parts may have other numbers.
template <class Find>
void check_relabelling(const Find& components_of, std::uint64_t seeds = 200) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    Rng rng(seed);
    const std::vector<index_t> places = random_places(sample.nodes, rng);
    const Components original = components_of(sample.graph());
    const Components moved = components_of(sample.relabelled(places).graph());
    std::vector<index_t> back(moved.component.size());
    for (std::size_t i = 0; i < back.size(); ++i) back[i] = moved.component[at(places[i])];
    REQUIRE(by_smallest_node(back) == original.component);
  }
}

}  // namespace testing_support
