#pragma once

#include <pybind11/pybind11.h>

namespace nx {

/// Reads `rows`, {node: {neighbour: data}}, of a multigraph {node: {neighbour: {key: data}}}, in
/// the order of `numbers`, {node: number}, and for each (name, default) of `attributes` the numbers
/// that the edges have under that name.
///
/// Returns the Adjacency and, for each attribute, a tuple of arrays of one value an entry: the sum
/// over parallel edges, the least of them, whether all are whole numbers, whether all are of the
/// types int and float, and which of the least are whole numbers, or None where all or none are.
/// Where the default is infinite, values may be so, too; that says nothing of whole numbers.
/// Raises NotImplementedError for values that are no finite numbers, or not exactly a double, and
/// TypeError for what is no dictionary.
pybind11::tuple read_adjacency(const pybind11::dict& rows, const pybind11::dict& numbers,
                               bool multigraph, const pybind11::list& attributes);

}  // namespace nx
