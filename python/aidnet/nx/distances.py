"""networkx.algorithms.distance_measures, efficiency_measures, wiener: sums over distances."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._dijkstra import searcher
from aidnet.nx._kernels import run
from aidnet.nx._refusals import any_of, function_of_edges, positive_lengths, without_loops
from aidnet.nx._serve import Work, serves
from aidnet.nx.paths import _distance

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


# ----------------------------------------------------------------------------------- farthest


NOT_CONNECTED = (
    "Found infinite path length because the graph is not connected",
    "Found infinite path length because the digraph is not strongly connected",
)


def _typed(graph: NxGraph, weight: Any, values: Array) -> list[float]:
    """Distances as NetworkX's sums are: of whole numbers ints, and an int where they are 0."""
    if graph.mixed(weight) or not graph.plain(weight):
        raise NotImplementedError("whole numbers and others mixed")
    if graph.whole(weight):
        return values.astype(np.int64).tolist()  # type: ignore[no-any-return]
    return [value or 0 for value in values.tolist()]


def _eccentricities(graph: NxGraph, weight: Any) -> dict[Any, float]:
    import networkx as nx

    values = run("eccentricity", graph.ties, graph.lengths(weight), mode="out")["eccentricity"]
    if np.isinf(values).any():
        raise nx.NetworkXError(NOT_CONNECTED[graph.directed])
    return dict(zip(graph.nodes, _typed(graph, weight, values), strict=True))


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def eccentricity(graph: NxGraph, v: Any, weight: Any) -> Any:
    """Of some nodes by a search from each."""
    if v is None:
        return _eccentricities(graph, weight)
    import networkx as nx

    search = searcher(graph, weight)
    found = {}
    for node in graph.bunch(v):
        distances = search([node]).distances
        if len(distances) != len(graph):
            raise nx.NetworkXError(NOT_CONNECTED[graph.directed])
        found[node] = max(distances)
    return found[v] if v in graph else found


def _bounds(arguments: Any) -> str | None:
    if arguments.usebounds and arguments.weight is not None:
        return "NetworkX's bounds with lengths"
    return function_of_edges(arguments)


@serves(Work.ALL_PAIRS, ignores=("usebounds",), refuses=_bounds)
def diameter(graph: NxGraph, weight: Any) -> float:
    """The largest eccentricity."""
    return max(_eccentricities(graph, weight).values())


@serves(Work.ALL_PAIRS, ignores=("usebounds",), refuses=_bounds)
def radius(graph: NxGraph, weight: Any) -> float:
    """The smallest eccentricity."""
    return min(_eccentricities(graph, weight).values())


def _tree(arguments: Any) -> str | None:
    graph = arguments.G
    steps = arguments.weight is None and not graph.is_directed()
    if steps and len(graph) and _edges(graph) == len(graph) - 1:
        return "of trees NetworkX finds it faster, in another order"
    return None


def _edges(graph: Any) -> int:
    from aidnet.nx._conversion import view

    edges: int = (
        graph.number_of_edges() if hasattr(graph, "number_of_edges") else view(graph).edge_count
    )
    return edges


def _at(graph: NxGraph, weight: Any, wanted: Any) -> list[Any]:
    if not graph.whole(weight):
        raise NotImplementedError("lengths that are no whole numbers, whose sums tie by chance")
    found = _eccentricities(graph, weight)
    value = wanted(found.values())
    return [node for node, e in found.items() if e == value]


@serves(Work.ALL_PAIRS, ignores=("usebounds",), refuses=any_of(_tree, _bounds))
def center(graph: NxGraph, weight: Any) -> list[Any]:
    """In the order of the nodes."""
    import networkx as nx

    if len(graph) == 0 and not graph.directed and weight is None:
        raise nx.NetworkXPointlessConcept("G has no nodes.")
    return _at(graph, weight, min)


@serves(Work.ALL_PAIRS, ignores=("usebounds",), refuses=_bounds)
def periphery(graph: NxGraph, weight: Any) -> list[Any]:
    """In the order of the nodes."""
    return _at(graph, weight, max)


@serves(Work.ALL_PAIRS, refuses=any_of(_tree, function_of_edges))
def barycenter(graph: NxGraph, weight: Any) -> list[Any]:
    """In the order of the nodes; of whole numbers, whose sums tie for certain."""
    import networkx as nx

    if len(graph) == 0:
        if weight is None and not graph.directed:
            raise nx.NetworkXPointlessConcept("G has no nodes.")
        return []
    if not graph.is_connected:
        raise nx.NetworkXNoPath(
            f"Input graph {graph} is disconnected, so every induced subgraph has infinite "
            "barycentricity."
        )
    if not graph.whole(weight):
        raise NotImplementedError("lengths that are no whole numbers, whose sums tie by chance")
    farness = _farness(graph, weight)
    return graph.labels(np.flatnonzero(farness == farness.min()))


# --------------------------------------------------------------------------------------- sums


def _farness(graph: NxGraph, weight: Any) -> Array:
    """The sum of each node's distances to all others, of a connected graph."""
    if len(graph) == 1:
        return np.zeros(1)
    lengths = graph.lengths(weight)
    closeness = run("closeness", graph.ties, lengths, mode="out", wf_improved=False)["closeness"]
    with np.errstate(divide="ignore"):
        farness = (len(graph) - 1) / closeness
    sums: Array = np.round(farness) if graph.whole(weight) else farness
    return sums


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def wiener_index(graph: NxGraph, weight: Any) -> float:
    """The sum over all pairs of nodes."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("Connectivity is undefined for the null graph.")
    if not graph.is_connected:
        return float("inf")
    total = _typed(graph, weight, _farness(graph, weight).sum(keepdims=True))[0]
    return total if graph.directed else total / 2


METHODS = ("unweighted", "dijkstra", "bellman-ford", "floyd-warshall", "floyd-warshall-numpy")


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def average_shortest_path_length(graph: NxGraph, weight: Any, method: str | None) -> float:
    """The mean over all ordered pairs of nodes."""
    import networkx as nx

    if method is not None and method not in METHODS:
        raise ValueError(f"method not supported: {method}")
    n = len(graph)
    if n == 0:
        raise nx.NetworkXPointlessConcept(
            "the null graph has no paths, thus there is no average shortest path length"
        )
    if n == 1:
        return 0
    if not graph.is_connected:
        raise nx.NetworkXError(
            "Graph is not strongly connected." if graph.directed else "Graph is not connected."
        )
    lengths = None if method == "unweighted" else weight
    return float(_farness(graph, lengths).sum()) / (n * (n - 1))


def _nearness(graph: NxGraph, weight: Any = None) -> float:
    """The sum of 1 / distance over all ordered pairs of nodes with a path."""
    lengths = positive_lengths(graph, weight)
    return float(run("harmonic", graph.ties, lengths, mode="out")["harmonic"].sum())


@serves()
def efficiency(graph: NxGraph, u: Any, v: Any) -> float:
    """0 without a path."""
    distance = _distance(graph, u, v)
    return 0 if distance is None else 1 / distance


@serves(Work.ALL_PAIRS)
def global_efficiency(graph: NxGraph) -> float:
    """The mean over all pairs of nodes."""
    pairs = len(graph) * (len(graph) - 1)
    return _nearness(graph) / pairs if pairs else 0


@serves(Work.ALL_PAIRS)
def local_efficiency(graph: NxGraph) -> float:
    """Of graphs without loops, and of multigraphs as if each edge were one."""
    without_loops(graph)
    if len(graph) == 0:
        raise ZeroDivisionError("division by zero")
    return float(run("local_efficiency", graph.ties)["value"])


@serves(Work.ALL_PAIRS, refuses=function_of_edges)
def harmonic_diameter(graph: NxGraph, weight: Any) -> float:
    """The harmonic mean of all distances."""
    n, total = len(graph), _nearness(graph, weight)
    if total:
        return n * (n - 1) / total
    return math.inf if n > 1 else math.nan
