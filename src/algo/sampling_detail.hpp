#pragma once

#include <algorithm>
#include <cmath>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"

/// Means over drawn samples that are near enough for all nodes at once.
namespace aidnet::inline AIDNET_ABI::detail {

/// Rounds end after first, growth · first, growth² · first … samples, whatever is found: so the
/// bound holds for all of them. Which ones are looked at may depend on what was found.
inline constexpr double growth = 1.5;
inline constexpr int most_rounds = 40;

struct Moments {
  double sum = 0.0;
  double squares = 0.0;

  Moments& operator+=(const Moments& other) noexcept {
    sum += other.sum;
    squares += other.squares;
    return *this;
  }
  [[nodiscard]] double variance(double samples) const noexcept {
    return (squares - sum * sum / samples) / (samples - 1.0);
  }
};

/// The bound of Maurer and Pontil on |mean − expectation| for every node in every round at once.
class Bound {
 public:
  /// `range` is the largest value that a sample can have.
  Bound(double confidence, double nodes, double range)
      : log_(std::log(4.0 * nodes * most_rounds / (1.0 - confidence))), range_(range) {}

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
