#include "aidnet/algo/local/dispersion.hpp"

#include <cmath>

#include "algo/common_detail.hpp"
#include "algo/partner_ties_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

/// The ties among the partners of a node, which are numbered by their places in its row.
class Surroundings {
 public:
  void look_at(const Csr& pairs, index_t u, Poller& poll) {
    const auto row = pairs.row(u);
    begin_.assign(1, 0);
    partners_.clear();
    for (const index_t s : row) {
      poll(1 + static_cast<std::int64_t>(std::min(row.size(), pairs.row(s).size())));
      detail::for_common(row, pairs.row(s), [&](std::size_t i, std::size_t) {
        partners_.push_back(static_cast<index_t>(i));
      });
      begin_.push_back(partners_.size());
    }
    ways_.assign(row.size(), 0);
    last_.assign(row.size(), 0);
  }

  [[nodiscard]] std::span<const index_t> common(std::size_t place) const {
    return std::span(partners_).subspan(begin_[place], begin_[place + 1] - begin_[place]);
  }

  /// Adds to count[v], for each v, the pairs that it alone connects.
  void count_dispersed(std::span<double> count, Poller& poll) {
    for (std::size_t s = 0; s < count.size(); ++s) {
      for (const index_t x : common(s)) {
        poll(1 + static_cast<std::int64_t>(common(at(x)).size()));
        for (const index_t t : common(at(x))) {
          if (ways_[at(t)]++ == 0) touched_.push_back(t);
          last_[at(t)] = x;
        }
      }
      for (const index_t t : common(s)) ways_[at(t)] += 2;  // tied to s
      for (const index_t t : touched_) {
        if (at(t) > s && ways_[at(t)] == 1) ++count[at(last_[at(t)])];
        ways_[at(t)] = 0;
      }
      for (const index_t t : common(s)) ways_[at(t)] = 0;
      touched_.clear();
    }
  }

 private:
  std::vector<std::size_t> begin_;
  std::vector<index_t> partners_;
  std::vector<index_t> ways_;  // ways of two ties from the node at hand
  std::vector<index_t> last_;  // the middle of the last of them
  std::vector<index_t> touched_;
};

}  // namespace

Dispersion dispersion(const Graph& graph, const DispersionOptions& options,
                      const Control& control) {
  for (const double x : {options.alpha, options.b, options.c})
    if (!std::isfinite(x)) throw ValidationError("dispersion: alpha, b and c must be finite");
  control.poll();
  Csr pairs = detail::partner_ties(graph, control);
  Dispersion result;
  result.dispersion.assign(pairs.indices.size(), 0.0);
  constexpr std::int64_t grain = 64;
  detail::for_source_chunks(
      graph.node_count(), grain, control, [] { return Surroundings(); },
      [&](Surroundings& around, index_t first, index_t end, Poller& poll) {
        for (index_t u = first; u < end; ++u) {
          poll();
          const auto begin = at(pairs.offsets[at(u)]);
          const std::span<double> values =
              std::span(result.dispersion).subspan(begin, pairs.row(u).size());
          around.look_at(pairs, u, poll);
          around.count_dispersed(values, poll);
          if (!options.normalized) continue;
          for (std::size_t k = 0; k < values.size(); ++k) {
            const double base = static_cast<double>(around.common(k).size()) + options.c;
            values[k] = std::pow(values[k] + options.b, options.alpha);
            if (base != 0.0) values[k] /= base;
            if (!std::isfinite(values[k]))
              throw ValidationError(detail::text("dispersion: the value of ", u, " → ",
                                                 pairs.row(u)[k], " is not a finite number"));
          }
        }
      },
      [](Surroundings&) {});
  result.source.resize(pairs.indices.size());
  for (index_t u = 0; u < graph.node_count(); ++u)
    std::fill(result.source.begin() + pairs.offsets[at(u)],
              result.source.begin() + pairs.offsets[at(u) + 1], u);
  result.target = std::move(pairs.indices);
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
