#include "algo/triangles_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

Triangles::Triangles(const Csr& pairs, const Control& control) {
  const auto nodes = static_cast<index_t>(pairs.offsets.size() - 1);
  const auto degree = [&](index_t u) { return pairs.row(u).size(); };
  Poller poll(control);
  for (index_t u = 0; u < nodes; ++u) {
    poll(1 + static_cast<std::int64_t>(degree(u)));
    for (index_t e = pairs.offsets[at(u)]; e < pairs.offsets[at(u) + 1]; ++e) {
      const index_t v = pairs.indices[at(e)];
      if (degree(v) < degree(u) || (degree(v) == degree(u) && v < u)) continue;
      targets_.push_back(v);
      entries_.push_back(e);
    }
    offsets_.push_back(static_cast<index_t>(targets_.size()));
  }

  constexpr std::int64_t work_per_chunk = std::int64_t{1} << 16;
  std::int64_t work = 0;
  for (index_t u = 0; u < nodes; ++u) {
    ++work;
    for (index_t i = offsets_[at(u)]; i < offsets_[at(u) + 1]; ++i) {
      const index_t v = targets_[at(i)];
      work += 1 + offsets_[at(v) + 1] - offsets_[at(v)];
    }
    poll(1 + offsets_[at(u) + 1] - offsets_[at(u)]);
    if (work >= work_per_chunk || u + 1 == nodes) {
      bounds_.push_back(u + 1);
      work = 0;
    }
  }
}

std::vector<std::int64_t> triangle_counts(const Csr& pairs, const Control& control) {
  std::vector<std::int64_t> counts(pairs.offsets.size() - 1, 0);
  Triangles(pairs, control).gather(counts, control, [](auto& sums, const Triangle& triangle) {
    for (const index_t u : triangle.node) ++sums[u];
  });
  return counts;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
