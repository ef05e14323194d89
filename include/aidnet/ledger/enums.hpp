#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "aidnet/core/config.hpp"

// The closed vocabularies of a ledger. In every one the first value, `unstated`, is an empty cell.
namespace aidnet::inline AIDNET_ABI::ledger {

/// What is given.
enum class Resource : std::uint8_t {
  unstated,
  funding,
  purchase,   ///< consumption-based assistance: trade, not aid
  mobilised,  ///< third parties' money
  equipment,
  facility,
  staff,  ///< seconded teachers and cadres
  training,
  students,
  employment,
  service,  ///< courses, platforms, visits
  repayment,
  interest,
  agreement,  ///< a bare relation: neither a kind nor an amount of help is stated
};

/// How far the help has come, in ascending order up to `spent`; `cancelled` stands apart.
enum class Status : std::uint8_t {
  unstated,
  planned,
  pledged,
  committed,
  disbursed,  ///< for people and goods: delivered
  received,
  spent,
  cancelled,
};

/// What the words around a numeral say of it; see `Bounds` (bounds.hpp) for what follows.
enum class Qualifier : std::uint8_t {
  unstated,
  exact,
  about,
  over,  ///< a little more: 330余
  nearly,
  at_least,
  at_most,
  range,
  unknown,
};

/// Which way what is given travels; donor and recipient say who helps whom.
enum class Direction : std::uint8_t {
  unstated,  ///< counts as forward
  forward,   ///< donor to recipient: money, machines, teachers sent
  reverse,   ///< recipient to donor: students hosted by the donor, repayments
  return_,   ///< people of the recipient's side going home, so again donor to recipient (西归)
  both,
};

enum class Confidence : std::uint8_t { unstated, stated, derived, inferred };

/// Whether the parts of a total are all of them.
enum class PartKind : std::uint8_t { unstated, exhaustive, subset };

enum class PartyKind : std::uint8_t {
  unstated,
  government,
  school,
  company,
  foundation,
  association,
  alliance,
  consortium,
  multilateral,
  ngo,
  person,
  other,
};

enum class PlaceLevel : std::uint8_t {
  unstated,
  country,
  province,
  prefecture,
  county,
  township,
  village,
  region,  ///< an area that is no unit of the hierarchy
};

enum class Role : std::uint8_t { unstated, donor, recipient, convenor, executor };

/// The names of an enumeration's values, in their order, as they stand in files.
template <class Enum>
struct Names;

template <>
struct Names<Resource> {
  static constexpr const char* what = "resource";
  static constexpr std::array<std::string_view, 14> values{
      "",         "funding",  "purchase",   "mobilised", "equipment", "facility", "staff",
      "training", "students", "employment", "service",   "repayment", "interest", "agreement"};
};
template <>
struct Names<Status> {
  static constexpr const char* what = "status";
  static constexpr std::array<std::string_view, 8> values{
      "", "planned", "pledged", "committed", "disbursed", "received", "spent", "cancelled"};
};
template <>
struct Names<Qualifier> {
  static constexpr const char* what = "qualifier";
  static constexpr std::array<std::string_view, 9> values{
      "", "exact", "about", "over", "nearly", "at_least", "at_most", "range", "unknown"};
};
template <>
struct Names<Direction> {
  static constexpr const char* what = "direction";
  static constexpr std::array<std::string_view, 5> values{"", "forward", "reverse", "return",
                                                          "both"};
};
template <>
struct Names<Confidence> {
  static constexpr const char* what = "confidence";
  static constexpr std::array<std::string_view, 4> values{"", "stated", "derived", "inferred"};
};
template <>
struct Names<PartKind> {
  static constexpr const char* what = "part_kind";
  static constexpr std::array<std::string_view, 3> values{"", "exhaustive", "subset"};
};
template <>
struct Names<PartyKind> {
  static constexpr const char* what = "kind";
  static constexpr std::array<std::string_view, 12> values{
      "",         "government", "school",       "company", "foundation", "association",
      "alliance", "consortium", "multilateral", "ngo",     "person",     "other"};
};
template <>
struct Names<PlaceLevel> {
  static constexpr const char* what = "level";
  static constexpr std::array<std::string_view, 8> values{
      "", "country", "province", "prefecture", "county", "township", "village", "region"};
};
template <>
struct Names<Role> {
  static constexpr const char* what = "role";
  static constexpr std::array<std::string_view, 5> values{"", "donor", "recipient", "convenor",
                                                          "executor"};
};

/// The name of a value as it stands in files; "" for `unstated`.
template <class Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) noexcept {
  return Names<Enum>::values[static_cast<std::size_t>(value)];
}

/// The value of that name; nothing where there is none.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> value_of(std::string_view name) noexcept {
  for (std::size_t k = 0; k < Names<Enum>::values.size(); ++k)
    if (Names<Enum>::values[k] == name) return static_cast<Enum>(k);
  return std::nullopt;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
