#pragma once

#include <pybind11/pybind11.h>

#include "nx_adjacency.hpp"

namespace nx {

/// The methods of Adjacency that find shortest paths.
void bind_paths(pybind11::class_<Adjacency>& adjacency);

}  // namespace nx
