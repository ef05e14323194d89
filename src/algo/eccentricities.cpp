#include "algo/eccentricities_detail.hpp"

#include <algorithm>
#include <limits>

#include "algo/distance_tallies_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

struct Farthest {
  double reached = 0.0;
  double distance = 0.0;

  void add(double at, int count) {
    reached += count;
    distance = std::max(distance, at);
  }
  void merge(const Farthest& other) {
    reached += other.reached;
    distance = std::max(distance, other.distance);
  }
};

}  // namespace

std::vector<double> eccentricities(const Graph& graph, const Length& length, Mode mode,
                                   bool reached_only, const char* who, const Control& control) {
  const std::vector<Farthest> all = tally_distances<Farthest>(
      graph, length, mode, who, control,
      [](Farthest& tally, double distance, int count) { tally.add(distance, count); });
  const double others = static_cast<double>(all.size()) - 1.0;
  std::vector<double> values;
  values.reserve(all.size());
  for (const Farthest& one : all)
    values.push_back(reached_only || one.reached == others
                         ? one.distance
                         : std::numeric_limits<double>::infinity());
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
