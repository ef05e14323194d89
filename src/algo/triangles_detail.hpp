#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/parallel.hpp"
#include "algo/gathered_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Three nodes tied to one another, and the positions of the entries 0 → 1, 0 → 2 and 1 → 2.
struct Triangle {
  std::array<index_t, 3> node;
  std::array<index_t, 3> entry;
};

/// All triangles of symmetric rows without loops, each once.
///
/// Each tie is looked at from its end with fewer ties, of which there are O(√entries) at any node
/// (Chiba and Nishizeki 1985, doi:10.1137/0214017), so that a hub costs no more than others:
/// O(entries^1.5) in all.
class Triangles {
 public:
  Triangles(const Csr& pairs, const Control& control);

  /// visit(sums, triangle) adds to slots of `sums`, which end up in `totals`, one a slot. They are
  /// added in an order that depends on the graph alone.
  template <class Value, class Visit>
  void gather(std::vector<Value>& totals, const Control& control, const Visit& visit) const {
    struct Worker {
      Gathered<Value> sums;
      std::vector<index_t> place;  // 1 + where a node stands in the row at hand; else 0
    };
    std::vector<std::unique_ptr<Worker>> workers(
        static_cast<std::size_t>(worker_count(chunks(), control)));
    for_chunks_in_order(
        chunks(), control,
        [&](std::int64_t chunk, int number) {
          auto& worker = workers[static_cast<std::size_t>(number)];
          if (!worker)
            worker.reset(new Worker{Gathered<Value>(static_cast<index_t>(totals.size())),
                                    std::vector<index_t>(offsets_.size() - 1, 0)});
          Poller poll(control);
          const auto last = bounds_[static_cast<std::size_t>(chunk) + 1];
          for (index_t a = bounds_[static_cast<std::size_t>(chunk)]; a < last; ++a)
            from(a, worker->place, poll,
                 [&](const Triangle& triangle) { visit(worker->sums, triangle); });
        },
        [&](std::int64_t, int number) {
          workers[static_cast<std::size_t>(number)]->sums.drain(
              [&](std::size_t slot, const Value& value) { totals[slot] += value; });
        });
  }

 private:
  [[nodiscard]] std::int64_t chunks() const noexcept {
    return static_cast<std::int64_t>(bounds_.size()) - 1;
  }

  template <class Visit>
  void from(index_t a, std::vector<index_t>& place, Poller& poll, const Visit& visit) const {
    const index_t begin = offsets_[at(a)];
    const index_t end = offsets_[at(a) + 1];
    for (index_t i = begin; i < end; ++i) place[at(targets_[at(i)])] = i + 1;
    for (index_t i = begin; i < end; ++i) {
      const index_t b = targets_[at(i)];
      poll(1 + offsets_[at(b) + 1] - offsets_[at(b)]);
      for (index_t j = offsets_[at(b)]; j < offsets_[at(b) + 1]; ++j) {
        const index_t c = targets_[at(j)];
        if (const index_t k = place[at(c)]; k > 0)
          visit(Triangle{{a, b, c}, {entries_[at(i)], entries_[at(k - 1)], entries_[at(j)]}});
      }
    }
    for (index_t i = begin; i < end; ++i) place[at(targets_[at(i)])] = 0;
  }

  std::vector<index_t> offsets_{0};  // rows of the ties to nodes with more ties
  std::vector<index_t> targets_;
  std::vector<index_t> entries_;  // where each of them stands among all
  std::vector<index_t> bounds_{0};
};

/// How many triangles each node is in.
[[nodiscard]] std::vector<std::int64_t> triangle_counts(const Csr& pairs, const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
