#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/error.hpp"
#include "algo/part_of_detail.hpp"
#include "core/text_detail.hpp"

/// Means over drawn samples that are near enough for all scores at once.
namespace aidnet::inline AIDNET_ABI::detail {

/// Rounds end after first, growth · first, growth² · first … samples, whatever is found: so the
/// bound holds for all of them. Which ones are looked at may depend on what was found.
inline constexpr double growth = 1.5;
inline constexpr int most_rounds = 40;

struct Moments {
  double sum = 0.0;
  double squares = 0.0;

  [[nodiscard]] static Moments of(double x) noexcept { return {x, x * x}; }
  Moments& operator+=(const Moments& other) noexcept {
    sum += other.sum;
    squares += other.squares;
    return *this;
  }
  [[nodiscard]] double variance(double samples) const noexcept {
    return (squares - sum * sum / samples) / (samples - 1.0);
  }
};

[[nodiscard]] inline double largest_variance(std::span<const Moments> scores, double samples) {
  double variance = 0.0;
  for (const Moments& one : scores) variance = std::max(variance, one.variance(samples));
  return variance;
}

/// The means, in another unit, of scores that are 1 at most.
[[nodiscard]] inline std::vector<double> means(std::span<const Moments> scores, double samples,
                                               double unit) {
  std::vector<double> found;
  found.reserve(scores.size());
  for (const Moments& one : scores) found.push_back(std::min(1.0, one.sum * unit / samples));
  return found;
}

/// The bound of Maurer and Pontil on |mean − expectation| for every score in every round at once.
///
/// Their theorem 4: the mean of r independent samples in [0, range] is less than its expectation by
/// more than √(2 V log(2 / δ) / r) + 7 range log(2 / δ) / (3 (r − 1)) with probability δ at most, V
/// being the variance that was found. With δ = (1 − confidence) / (2 · scores · rounds) it may miss
/// nowhere, on either side, with probability `confidence` or more, however scores depend on one
/// another.
class Bound {
 public:
  /// `range` is the largest value that a sample can have.
  Bound(double confidence, double scores, double range)
      : log_(std::log(4.0 * scores * most_rounds / (1.0 - confidence))), range_(range) {}

  [[nodiscard]] double of(double variance, double samples) const {
    return std::sqrt(2.0 * variance * log_ / samples) + linear() / (samples - 1.0);
  }
  /// How many samples bring it to `error`, rounded down; at least two.
  [[nodiscard]] double samples_for(double variance, double error) const {
    // With x = 1 / sqrt(samples − 1): linear x² + root x = error, nearly.
    const double root = std::sqrt(2.0 * variance * log_);
    const double x = (std::sqrt(root * root + 4.0 * linear() * error) - root) / (2.0 * linear());
    return std::max(2.0, 1.0 + 1.0 / (x * x));
  }

 private:
  [[nodiscard]] double linear() const { return 7.0 * range_ * log_ / 3.0; }

  double log_;
  double range_;
};

/// What drawing came to.
struct Drawn {
  double samples = 0.0;
  double error = 0.0;   ///< what the bound says of them
  bool enough = false;  ///< whether that is as little as was wanted
  double progress = 0.0;
};

/// Draws until the bound is `error` or less, or until that would take `most` samples or more.
///
/// add(first, end, control) draws the samples from number `first` to `end` and returns the largest
/// variance of any score's samples so far, in the unit of the bound; none to give up. As nobody
/// knows how many rounds there will be, each is half of the progress that is left.
template <class Add>
Drawn draw_until(const Bound& bound, double error, double most, const Control& control,
                 const Add& add) {
  Drawn drawn;
  double planned = bound.samples_for(0.0, error);
  double needed = planned;
  for (int round = 0; round < most_rounds && planned < most; ++round, planned *= growth) {
    if (planned < needed) continue;
    const double wanted = std::ceil(planned);
    const double progress = 0.5 + 0.5 * drawn.progress;
    const std::optional<double> variance =
        add(static_cast<std::int64_t>(drawn.samples), static_cast<std::int64_t>(wanted),
            part_of(control, drawn.progress, progress));
    drawn.progress = progress;
    if (!variance) break;
    drawn.samples = wanted;
    drawn.error = bound.of(*variance, wanted);
    drawn.enough = drawn.error <= error;
    if (drawn.enough) break;
    needed = std::max(1.0 + wanted, bound.samples_for(*variance, error));
  }
  return drawn;
}

/// Throws ValidationError for an error or confidence that is not between 0 and 1, a negative seed.
template <class Options>
void require_sampling(const char* who, const Options& options) {
  const auto require_share = [who](double x, const char* name) {
    if (!(x > 0.0 && x < 1.0))
      throw ValidationError(text(who, ": ", name, " is ", x, "; it must be between 0 and 1"));
  };
  require_share(options.error, "error");
  require_share(options.confidence, "confidence");
  if (options.seed < 0)
    throw ValidationError(text(who, ": seed is ", options.seed, "; it must be 0 or more"));
}

}  // namespace aidnet::inline AIDNET_ABI::detail
