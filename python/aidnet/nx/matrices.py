"""networkx.convert_matrix and linalg: the graph as a matrix of SciPy's or NumPy's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def _other_nodes(arguments: Any) -> str | None:
    nodes = arguments.nodelist
    if nodes is not None and (len(nodes) != len(arguments.G) or list(nodes) != list(arguments.G)):
        return "an order of nodes of the caller's"
    return None


def _sparse(graph: NxGraph, weight: Any, dtype: Any = None) -> csr_array:
    import networkx as nx
    from scipy.sparse import csr_array

    if len(graph) == 0:
        raise nx.NetworkXError("Graph has no nodes or edges")
    if not graph.plain(weight):
        raise NotImplementedError("numbers of other types than int and float")
    matrix = graph.strengths(weight)
    values = matrix.weights
    if graph.whole(weight) and matrix.entry_count:
        values = values.astype(np.int64)
    return csr_array(
        (values.astype(dtype or values.dtype), matrix.indices.copy(), matrix.indptr.copy()),
        shape=(len(graph), len(graph)),
    )


@serves(Work.MANY_VISITS, ignores=("nodelist",), refuses=_other_nodes)
def to_scipy_sparse_array(
    graph: NxGraph,
    dtype: Any,
    weight: Any,
    format: str,
) -> Any:
    """Parallel edges are summed."""
    import networkx as nx

    matrix = _sparse(graph, weight, dtype)
    try:
        return matrix.asformat(format)
    except ValueError as error:
        raise nx.NetworkXError(f"Unknown sparse matrix format: {format}") from error


@serves(Work.MANY_VISITS, ignores=("nodelist",), refuses=_other_nodes)
def adjacency_matrix(graph: NxGraph, dtype: Any, weight: Any) -> csr_array:
    """Parallel edges are summed."""
    return _sparse(graph, weight, dtype)


def _other_array(arguments: Any) -> str | None:
    if getattr(np.dtype(arguments.dtype or float), "names", None):
        return "several attributes at once"
    return _other_nodes(arguments)


@serves(Work.MANY_VISITS, ignores=("nodelist",), refuses=_other_array)
def to_numpy_array(
    graph: NxGraph,
    dtype: Any,
    order: Any,
    weight: Any,
    nonedge: Any,
) -> Array:
    """Parallel edges are summed."""
    array = np.full((len(graph), len(graph)), nonedge, dtype=dtype, order=order)
    if not graph.plain(weight):
        raise NotImplementedError("numbers of other types than int and float")
    values = graph.sums(weight)
    array[graph.entry_ends()] = 1.0 if values is None else values
    return array


@serves(Work.MANY_VISITS, ignores=("nodelist",), refuses=_other_nodes, where="laplacian_matrix")
def laplacian_matrix(graph: NxGraph, weight: Any) -> Any:
    """Degrees on the diagonal less the adjacency matrix."""
    return _laplacian(_sparse(graph, weight))[0]


def _laplacian(adjacency: csr_array) -> tuple[Any, Array]:
    from scipy.sparse import dia_array

    degree = adjacency.sum(axis=1)
    return dia_array((degree, 0), shape=adjacency.shape).tocsr() - adjacency, degree


@serves(Work.MANY_VISITS, ignores=("nodelist",), refuses=_other_nodes)
def normalized_laplacian_matrix(graph: NxGraph, weight: Any) -> Any:
    """The Laplacian divided by the roots of both ends' degrees."""
    from scipy.sparse import dia_array

    laplacian, degree = _laplacian(_sparse(graph, weight))
    with np.errstate(divide="ignore"):
        roots = 1.0 / np.sqrt(degree)
    roots[np.isinf(roots)] = 0
    scale = dia_array((roots, 0), shape=laplacian.shape).tocsr()
    return scale @ (laplacian @ scale)
