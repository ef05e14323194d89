"""networkx.algorithms.centrality: current flow and random walks; effective graph resistance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._refusals import any_of, parallel, positive_weights, without_loops
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def _solver(arguments: Any) -> str | None:
    return None if arguments.solver in ("full", "lu") else "a solver by approximation"


def _require_connected(graph: NxGraph, message: str) -> None:
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("Connectivity is undefined for the null graph.")
    if not graph.is_connected:
        raise nx.NetworkXError(message)


def _currents(graph: NxGraph, measure: str, weight: Any, normalized: bool) -> Array:
    """A measure of current flow, divided as NetworkX does."""
    _require_connected(graph, "Graph not connected.")
    without_loops(graph)
    positive_weights(graph, weight)
    if len(graph) < 3:
        raise NotImplementedError("NetworkX divides by zero for less than three nodes")
    values: Array = run(measure, graph.strengths(weight), weighted=True, normalized=normalized)[
        measure
    ]
    return values


@serves(Work.ALL_PAIRS, ignores=("solver",), refuses=any_of(parallel, _solver))
def current_flow_betweenness_centrality(
    graph: NxGraph, normalized: bool, weight: Any
) -> dict[Any, float]:
    """Weights must be above 0."""
    values = _currents(graph, "current_flow_betweenness", weight, normalized)
    return graph.by_node(values)


@serves(Work.ALL_PAIRS, ignores=("solver",), refuses=any_of(parallel, _solver))
def edge_current_flow_betweenness_centrality(
    graph: NxGraph, normalized: bool, weight: Any
) -> dict[tuple[Any, Any], float]:
    """Edges are in the graph's order, not in that of NetworkX's numbering."""
    values = _currents(graph, "edge_current_flow_betweenness", weight, normalized)
    return graph.by_edge(values if normalized else values / 2)


@serves(Work.ALL_PAIRS, ignores=("solver",), refuses=any_of(parallel, _solver))
def current_flow_closeness_centrality(graph: NxGraph, weight: Any) -> dict[Any, float]:
    """Weights must be above 0."""
    _require_connected(graph, "Graph not connected.")
    positive_weights(graph, weight)
    if len(graph) < 2:
        raise NotImplementedError("NetworkX has no answer for one node")
    values = run("current_flow_closeness", graph.strengths(weight), weighted=True)
    return graph.by_node(values["current_flow_closeness"])


def _inverted(arguments: Any) -> str | None:
    if arguments.weight is not None and arguments.invert_weight:
        return "weights to be inverted, which NetworkX wants on every edge"
    return None


@serves(Work.ALL_PAIRS, ignores=("invert_weight",), refuses=_inverted)
def effective_graph_resistance(graph: NxGraph, weight: Any) -> float:
    """Half the sum of all nodes' resistances to all others."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXError("Graph G must contain at least one node.")
    if not graph.is_connected:
        return float("inf")
    if len(graph) == 1:
        return 0.0
    positive_weights(graph, weight)
    closeness = run("current_flow_closeness", graph.strengths(weight))["current_flow_closeness"]
    return float((1 / closeness).sum() / 2)


@serves(Work.ALL_PAIRS)
def kemeny_constant(graph: NxGraph, weight: Any) -> float:
    """By first passages, which nothing is subtracted in; parallel edges are summed."""
    import networkx as nx

    n = len(graph)
    if n == 0:
        raise nx.NetworkXError("Graph G must contain at least one node.")
    if not graph.is_connected:
        raise nx.NetworkXError("Graph G must be connected.")
    found = graph.attribute(weight)
    if found is not None and (found.minima < 0).any():
        raise nx.NetworkXError("The weights of graph G must be nonnegative.")
    if n == 1:
        return 0.0
    positive_weights(graph, weight)
    # How often a walk is at each node, times the steps from anywhere to there.
    strength = graph.totals(weight)[0]
    values = run("random_walk_closeness", graph.strengths(weight), weighted=True)
    steps = (n - 1) / (n * values["random_walk_closeness"])
    return float((strength / strength.sum() * steps).sum())


def _attribute(arguments: Any) -> str | None:
    if arguments.weight != "weight":
        return "NetworkX then mixes two attributes"
    return parallel(arguments)


@serves(Work.ALL_PAIRS, ignores=("weight",), refuses=_attribute)
def second_order_centrality(graph: NxGraph) -> dict[Any, float]:
    """Zero weights are no edges."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXException("Empty graph.")
    if not graph.is_connected:
        raise nx.NetworkXException("Non connected graph.")
    sums = graph.sums("weight")
    if sums is not None and np.any(sums < 0):
        raise nx.NetworkXException("Graph has negative edge weights.")
    without_loops(graph)
    if len(graph) < 2:
        raise NotImplementedError("NetworkX has no answer for one node")
    return graph.by_node(run("second_order", graph.strengths("weight"))["second_order"])
