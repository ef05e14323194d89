#pragma once

#include <pybind11/numpy.h>

#include <memory>
#include <span>
#include <vector>

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

/// What callers pass: any array-like of the right shape, converted where its type differs.
template <class T>
using array_in = pybind11::array_t<T, pybind11::array::c_style | pybind11::array::forcecast>;

template <class T>
std::span<const T> as_span(const array_in<T>& array) {
  if (array.ndim() != 1) throw pybind11::value_error("expected a one-dimensional array");
  return {array.data(), static_cast<std::size_t>(array.size())};
}
