#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "aidnet/core/error.hpp"
#include "aidnet/core/types.hpp"
#include "aidnet/core/weights.hpp"

/// The Python names of an enumeration's values: specialise for each enum that is an option.
template <class Enum>
struct EnumNames;

template <>
struct EnumNames<aidnet::Mode> {
  static constexpr std::array values{std::pair{"out", aidnet::Mode::out},
                                     std::pair{"in", aidnet::Mode::in},
                                     std::pair{"all", aidnet::Mode::all}};
};

template <>
struct EnumNames<aidnet::ShareOf> {
  static constexpr std::array values{std::pair{"donor", aidnet::ShareOf::donor},
                                     std::pair{"recipient", aidnet::ShareOf::recipient}};
};

template <class Enum>
std::string enum_name(Enum value) {
  for (const auto& [name, candidate] : EnumNames<Enum>::values)
    if (candidate == value) return name;
  return "?";
}

/// Throws ValidationError that lists the choices.
template <class Enum>
Enum enum_from_name(std::string_view option, std::string_view given) {
  std::string choices;
  for (const auto& [name, value] : EnumNames<Enum>::values) {
    if (given == name) return value;
    choices += (choices.empty() ? "'" : ", '") + std::string(name) + "'";
  }
  throw aidnet::ValidationError(std::string(option) + " is '" + std::string(given) +
                                "'; it must be one of " + choices);
}
