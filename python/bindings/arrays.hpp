#pragma once

#include <pybind11/numpy.h>

#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/core/types.hpp"

/// A read-only NumPy array over memory that `owner` keeps alive; no copy.
template <class T, class Owner>
pybind11::array_t<T> array_view(std::span<const T> values, std::shared_ptr<const Owner> owner) {
  auto* kept = new std::shared_ptr<const Owner>(std::move(owner));
  pybind11::capsule base(kept,
                         [](void* p) { delete static_cast<std::shared_ptr<const Owner>*>(p); });
  pybind11::array_t<T> array(static_cast<pybind11::ssize_t>(values.size()), values.data(), base);
  array.attr("flags").attr("writeable") = false;
  return array;
}

/// A read-only NumPy array that owns `values`; no copy.
template <class T>
pybind11::array_t<T> array_of(std::vector<T>&& values) {
  auto kept = std::make_shared<const std::vector<T>>(std::move(values));
  const std::span<const T> view(*kept);
  return array_view(view, std::move(kept));
}

/// What callers pass: any array-like of the right shape, converted where its type differs, or where
/// its numbers do not lie as the machine reads them.
template <class T>
using array_in = pybind11::array_t<T, pybind11::array::c_style | pybind11::array::forcecast |
                                          pybind11::detail::npy_api::NPY_ARRAY_ALIGNED_>;

template <class T>
std::span<const T> as_span(const array_in<T>& array) {
  if (array.ndim() != 1) throw pybind11::value_error("expected a one-dimensional array");
  return {array.data(), static_cast<std::size_t>(array.size())};
}
/// The span would outlive what it shows: a cast makes an array of its own where types differ.
template <class T>
std::span<const T> as_span(const array_in<T>&& array) = delete;

/// An array of node or entry numbers as index_t. Where a cast would change a number, an error says
/// so: ValidationError for what are no whole numbers, SizeError for those that do not fit.
inline array_in<aidnet::index_t> index_array(const pybind11::array& given, const char* what) {
  using limits = std::numeric_limits<aidnet::index_t>;
  if (given.size() > 0) {
    const char kind = given.dtype().kind();
    if (kind != 'i' && kind != 'u')
      throw aidnet::ValidationError(std::string(what) + " must be whole numbers");
    const auto beyond = [&](const char* extreme, const char* than, aidnet::index_t limit) {
      const pybind11::object number = given.attr(extreme)().attr("item")();
      return number.attr(than)(pybind11::int_(limit)).cast<bool>();
    };
    if (beyond("max", "__gt__", limits::max()) || beyond("min", "__lt__", limits::min()))
      throw aidnet::SizeError(std::string(what) +
                              " has numbers beyond the index type of this build; build aidnet "
                              "with AIDNET_INDEX_64");
  }
  return given.cast<array_in<aidnet::index_t>>();
}
