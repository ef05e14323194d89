#pragma once

#include <cstdint>
#include <optional>

#include "aidnet/ledger/columns.hpp"
#include "aidnet/ledger/enums.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// What words such as "about" and "nearly" leave open, as the caller chooses to read them.
struct Tolerance {
  /// `about` v lies in [v · (1 − about), v · (1 + about)]; blank: it is taken as exact. In [0, 1].
  std::optional<double> about;
  /// `nearly` v is at least v · nearly; blank: at least 0. In [0, 1].
  std::optional<double> nearly;
};

/// An amount and what it lies between, in whole units (10^-decimals of the unit).
struct Bounds {
  std::int64_t value = 0;
  std::int64_t lower = 0;
  std::int64_t upper = 0;  ///< no_number: unbounded

  [[nodiscard]] bool unbounded() const noexcept { return upper == no_number; }
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// An amount as stated, read as bounds.
struct BoundsRead {
  Bounds bounds;                ///< all 0 where missing
  bool missing = false;         ///< neither a value nor a bound is stated
  bool midpoint = false;        ///< the value is the middle of the two bounds
  bool about_as_exact = false;  ///< `about`, and nothing says how far off it may be
};

/// What value, lower and upper bound a stated amount has; cells are no_number where empty.
///
/// Value: as stated; else (lower + upper) / 2 rounded down where both are, the one that is stated
/// where only one is, and missing where none is. Then, for a blank bound and the value v:
///
/// | qualifier                | lower                    | upper                    |
/// | ------------------------ | ------------------------ | ------------------------ |
/// | exact, unstated, unknown | v                        | v                        |
/// | about                    | v, or v · (1 − about)    | v, or v · (1 + about)    |
/// | over, at_least           | v                        | unbounded                |
/// | nearly                   | 0, or v · nearly         | v                        |
/// | at_most                  | 0                        | v                        |
/// | range                    | 0                        | unbounded                |
///
/// Fractions of a unit are rounded outward, tolerances to 10^-12. In place of 0 stands v where v is
/// negative, so lower ≤ value ≤ upper whenever the stated bounds allow it. Never throws; the
/// tolerance must have been checked. O(1).
[[nodiscard]] BoundsRead bounds_of(std::int64_t value, std::int64_t lower, std::int64_t upper,
                                   Qualifier qualifier, const Tolerance& tolerance = {}) noexcept;

}  // namespace aidnet::inline AIDNET_ABI::ledger
