#pragma once

#include <cstdint>
#include <type_traits>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/parallel.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The rows of a CSR cut into runs of about equal work, for loops over nodes and their arcs.
/// Where the cuts lie depends on the graph alone (see core/parallel.hpp on determinism).
class RowChunks {
 public:
  explicit RowChunks(const Csr& csr) {
    const auto rows = static_cast<index_t>(csr.offsets.size() - 1);
    std::int64_t work = 0;
    bounds_.push_back(0);
    for (index_t u = 0; u < rows; ++u) {
      work += 1 + static_cast<std::int64_t>(csr.row(u).size());
      if (work >= work_per_chunk || u + 1 == rows) {
        bounds_.push_back(u + 1);
        work = 0;
      }
    }
  }

  /// How many workers for_each has, each of which may keep scratch of its own.
  [[nodiscard]] std::size_t workers(const Control& control) const {
    return static_cast<std::size_t>(worker_count(count(), control));
  }

  /// body(begin, end) for each run of rows, or body(begin, end, worker).
  template <class Body>
  void for_each(const Control& control, const Body& body) const {
    for_chunks(count(), control, [&](std::int64_t k, int worker) {
      if constexpr (std::is_invocable_v<const Body&, std::size_t, std::size_t, std::size_t>)
        body(begin(k), begin(k + 1), static_cast<std::size_t>(worker));
      else
        body(begin(k), begin(k + 1));
    });
  }

  /// The sum of body(begin, end) over all runs, in their order.
  template <class Body>
  [[nodiscard]] double sum(const Control& control, const Body& body) const {
    return parallel_sum<double>(count(), 1, control, [&](std::int64_t k, std::int64_t) {
      return body(begin(k), begin(k + 1));
    });
  }

 private:
  static constexpr std::int64_t work_per_chunk = std::int64_t{1} << 15;

  [[nodiscard]] std::int64_t count() const noexcept {
    return static_cast<std::int64_t>(bounds_.size()) - 1;
  }
  [[nodiscard]] std::size_t begin(std::int64_t k) const noexcept {
    return static_cast<std::size_t>(bounds_[static_cast<std::size_t>(k)]);
  }

  std::vector<index_t> bounds_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
