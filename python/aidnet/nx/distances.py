"""networkx.algorithms.distance_measures, efficiency_measures, wiener: sums over distances."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._serve import Work, serves
from aidnet.nx.paths import _distance

if TYPE_CHECKING:
    from aidnet.nx._graph import Array, NxGraph


# ----------------------------------------------------------------------------------- farthest


def _eccentricities(graph: NxGraph, nodes: list[Any]) -> dict[Any, int]:
    import networkx as nx

    found = {}
    for node in nodes:
        depth = graph.adjacency.breadth_first([graph.numbers[node]], len(graph))[2]
        if len(depth) != len(graph):
            raise nx.NetworkXError(
                "Found infinite path length because the digraph is not strongly connected"
                if graph.directed
                else "Found infinite path length because the graph is not connected"
            )
        found[node] = int(depth[-1])
    return found


@serves(Work.ALL_PAIRS)
def eccentricity(graph: NxGraph) -> dict[Any, int]:
    """By number of steps."""
    return _eccentricities(graph, graph.nodes)


@serves(Work.ALL_PAIRS, ignores=("usebounds",))
def diameter(graph: NxGraph) -> int:
    """By number of steps."""
    return max(_eccentricities(graph, graph.nodes).values())


@serves(Work.ALL_PAIRS, ignores=("usebounds",))
def radius(graph: NxGraph) -> int:
    """By number of steps."""
    return min(_eccentricities(graph, graph.nodes).values())


def _tree(arguments: Any) -> str | None:
    graph = arguments.G
    if not graph.is_directed() and len(graph) and _edges(graph) == len(graph) - 1:
        return "of trees NetworkX finds it faster, in another order"
    return None


def _edges(graph: Any) -> int:
    from aidnet.nx._graph import view

    edges: int = (
        graph.number_of_edges() if hasattr(graph, "number_of_edges") else view(graph).edge_count
    )
    return edges


def _at(graph: NxGraph, wanted: Any) -> list[Any]:
    found = _eccentricities(graph, graph.nodes)
    value = wanted(found.values())
    return [node for node, e in found.items() if e == value]


@serves(Work.ALL_PAIRS, ignores=("usebounds",), refuses=_tree)
def center(graph: NxGraph) -> list[Any]:
    """In the order of the nodes."""
    import networkx as nx

    if len(graph) == 0 and not graph.directed:
        raise nx.NetworkXPointlessConcept("G has no nodes.")
    return _at(graph, min)


@serves(Work.ALL_PAIRS, ignores=("usebounds",))
def periphery(graph: NxGraph) -> list[Any]:
    """In the order of the nodes."""
    return _at(graph, max)


# --------------------------------------------------------------------------------------- sums


def _farness(graph: NxGraph) -> Array:
    """The sum of each node's distances to all others, of a connected graph."""
    closeness = run("closeness", graph.ties, mode="out", wf_improved=False)["closeness"]
    with np.errstate(divide="ignore"):
        return np.round((len(graph) - 1) / closeness) if len(graph) > 1 else np.zeros(1)


@serves(Work.ALL_PAIRS)
def wiener_index(graph: NxGraph) -> float:
    """By number of steps."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("Connectivity is undefined for the null graph.")
    if not graph.is_connected:
        return float("inf")
    total = int(_farness(graph).sum())
    return total if graph.directed else total / 2


@serves(Work.ALL_PAIRS)
def average_shortest_path_length(graph: NxGraph) -> float:
    """By number of steps."""
    import networkx as nx

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
    return int(_farness(graph).sum()) / (n * (n - 1))


def _nearness(graph: NxGraph) -> float:
    """The sum of 1 / distance over all ordered pairs of nodes with a path."""
    return float(run("harmonic", graph.ties, mode="out")["harmonic"].sum())


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
def harmonic_diameter(graph: NxGraph) -> float:
    """By number of steps."""
    n, total = len(graph), _nearness(graph)
    if total:
        return n * (n - 1) / total
    return math.inf if n > 1 else math.nan
