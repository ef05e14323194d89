"""networkx.algorithms.centrality."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet import _core
from aidnet._numbers import LARGEST_INT
from aidnet.nx._dijkstra import lengths_of
from aidnet.nx._kernels import run, threads
from aidnet.nx._refusals import function_of_edges, positive_lengths
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


# ----------------------------------------------------------------------------------- degrees


@serves()
def degree_centrality(graph: NxGraph) -> dict[Any, float]:
    """Parallel edges count one by one."""
    return _share_of_others(graph, graph.degree())


@serves()
def in_degree_centrality(graph: NxGraph) -> dict[Any, float]:
    """Parallel edges count one by one."""
    return _share_of_others(graph, graph.totals()[1])


@serves()
def out_degree_centrality(graph: NxGraph) -> dict[Any, float]:
    """Parallel edges count one by one."""
    return _share_of_others(graph, graph.totals()[0])


def _share_of_others(graph: NxGraph, degree: Array) -> dict[Any, float]:
    if len(graph) <= 1:
        return dict.fromkeys(graph.nodes, 1)
    return graph.by_node(degree * (1.0 / (len(graph) - 1.0)))


@serves()
def group_degree_centrality(graph: NxGraph, S: Collection[Any]) -> float:
    """The share of the others that the group is tied to."""
    return _group_degree(graph, graph.adjacency, S)


@serves()
def group_out_degree_centrality(graph: NxGraph, S: Collection[Any]) -> float:
    """The share of the others that the group gives to."""
    return _group_degree(graph, graph.adjacency, S)


@serves(Work.MANY_VISITS)
def group_in_degree_centrality(graph: NxGraph, S: Collection[Any]) -> float:
    """The share of the others that give to the group."""
    return _group_degree(graph, graph.adjacency.reversed(), S)


def _group_degree(graph: NxGraph, adjacency: _core.Adjacency, group: Collection[Any]) -> float:
    numbers = np.unique([graph.number(node) for node in group]).astype(np.int64)
    found = len(adjacency.breadth_first(numbers, 1)[0]) - len(numbers)
    return found / (len(graph) - len(group))


# ------------------------------------------------------------------------------------- paths


def _one_node_or_function(arguments: Any) -> str | None:
    if arguments.u is not None and arguments.distance is not None:
        return "the closeness of one node by lengths takes NetworkX one search, aidnet all"
    return function_of_edges(arguments, "distance")


@serves(Work.ALL_PAIRS, refuses=_one_node_or_function)
def closeness_centrality(graph: NxGraph, u: Any, distance: Any, wf_improved: bool) -> Any:
    """Of parallel edges the shortest counts."""
    if u is not None:
        return _closeness_of(graph, u, wf_improved)
    columns = run(
        "closeness", graph.ties, graph.lengths(distance), mode="in", wf_improved=bool(wf_improved)
    )
    values = columns["closeness"]
    return graph.by_node(np.where(np.isfinite(values), values, 0.0))  # all partners at distance 0


def _closeness_of(graph: NxGraph, node: Any, wf_improved: bool) -> float:

    graph.require(node, f"Source {node} is not in G")
    steps = graph.adjacency.reversed() if graph.directed else graph.adjacency
    depth = steps.breadth_first([graph.numbers[node]], len(graph))[2]
    total = int(depth.sum(dtype=np.int64))
    if total == 0:
        return 0.0
    closeness = (len(depth) - 1.0) / total
    return closeness * ((len(depth) - 1.0) / (len(graph) - 1)) if wf_improved else closeness


@serves(
    Work.ALL_PAIRS,
    refuses=lambda arguments: function_of_edges(arguments, "distance"),
    few=("nbunch", "sources"),
)
def harmonic_centrality(
    graph: NxGraph, nbunch: Any, distance: Any, sources: Any
) -> dict[Any, float]:
    """Of parallel edges the shortest counts."""
    wanted, starts = set(graph.bunch(nbunch)), set(graph.bunch(sources))
    if nbunch is None and sources is None:
        columns = run("harmonic", graph.ties, positive_lengths(graph, distance), mode="in")
        values = columns["harmonic"].tolist()
    else:
        values = _harmonic_of_some(graph, wanted, distance, starts).tolist()
    # In the order of a set, and an int where there is no path, as NetworkX's.
    return {node: values[graph.numbers[node]] or 0 for node in wanted}


def _harmonic_of_some(graph: NxGraph, wanted: set[Any], distance: Any, starts: set[Any]) -> Array:
    """By a search from each of those that are fewer; edges of no length add nothing here."""
    against = len(wanted) < len(starts)
    adjacency, lengths, kinds = lengths_of(graph, distance, against=against)
    partners = graph.marks(starts if against else wanted)
    values = np.zeros(len(graph))
    for first in (graph.numbers[node] for node in (wanted if against else starts)):
        if lengths is None:
            found, _, far = adjacency.breadth_first([first], len(graph))
        else:
            found, _, far, _ = adjacency.dijkstra(lengths, kinds, [first], -1, math.inf)
        counted = (far != 0) & partners[found]
        near = 1.0 / far[counted]
        values[first if against else found[counted]] += near.sum() if against else near
    return values


# -------------------------------------------------------------------------------- power methods


@serves(Work.MANY_VISITS)
def eigenvector_centrality(
    graph: NxGraph, max_iter: int, tol: float, nstart: Mapping[Any, float] | None, weight: Any
) -> dict[Any, float]:
    """By NetworkX's iteration, step for step."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("cannot compute centrality for the null graph")
    start = _start(graph, nstart, 1.0)
    if not start.any():
        raise nx.NetworkXError("initial vector cannot have all zero values")
    if start.sum() == 0:
        raise ZeroDivisionError
    scores = _core.power_iteration(
        graph.strengths(weight or None),
        start=start / start.sum(),
        constant=None,
        shift=1.0,
        factor=1.0,
        unit=True,
        max_iterations=min(max_iter, LARGEST_INT),
        tolerance=tol * len(graph),
        threads=threads(),
    )
    if scores is None:
        raise nx.PowerIterationFailedConvergence(max_iter)
    return graph.by_node(scores)


@serves(Work.MANY_VISITS)
def katz_centrality(
    graph: NxGraph,
    alpha: float,
    beta: Any,
    max_iter: int,
    tol: float,
    nstart: Mapping[Any, float] | None,
    normalized: bool,
    weight: Any,
) -> dict[Any, float]:
    """By NetworkX's iteration, step for step."""
    import networkx as nx

    if len(graph) == 0:
        return {}
    scores = _core.power_iteration(
        graph.strengths(weight),
        start=_start(graph, nstart, 0.0),
        constant=_beta(graph, beta),
        shift=0.0,
        factor=alpha,
        unit=False,
        max_iterations=min(max_iter, LARGEST_INT),
        tolerance=tol * len(graph),
        threads=threads(),
    )
    if scores is None:
        raise nx.PowerIterationFailedConvergence(max_iter)
    length = math.hypot(*scores.tolist()) if normalized else 1.0
    return graph.by_node(scores / length if length else scores)


def _start(graph: NxGraph, given: Mapping[Any, float] | None, otherwise: float) -> Array:
    if given is None:
        return np.full(len(graph), otherwise)
    if given.keys() != graph.numbers.keys():
        raise NotImplementedError("nstart is not of just the graph's nodes")
    return np.array([given[node] for node in graph.nodes], dtype=float)


def _beta(graph: NxGraph, beta: Any) -> Array:
    import networkx as nx

    try:
        return np.full(len(graph), float(beta))
    except (TypeError, ValueError, AttributeError) as error:
        if set(beta) != set(graph.nodes):
            raise nx.NetworkXError("beta dictionary must have a value for every node") from error
    return np.array([beta[node] for node in graph.nodes], dtype=float)


@serves(Work.ALL_PAIRS)
def katz_centrality_numpy(
    graph: NxGraph, alpha: float, beta: Any, normalized: bool, weight: Any
) -> dict[Any, float]:
    """By a sparse solver instead of a dense matrix, where the series converges."""
    import networkx as nx

    if len(graph) == 0:
        return {}
    if len(graph) == 1:
        raise NotImplementedError("NetworkX has an error for one node")
    if not hasattr(beta, "keys"):
        try:
            float(beta)
        except (TypeError, ValueError) as error:
            raise nx.NetworkXError("beta must be a number") from error
    columns = run(
        "katz",
        graph.strengths(weight),
        alpha=alpha,
        beta_weights=_beta(graph, beta),
        normalized=False,
    )
    scores = columns["katz"]
    length = np.sign(scores.sum()) * math.hypot(*scores.tolist()) if normalized else 1.0
    if length == 0.0:
        raise NotImplementedError("the scores add up to 0")
    values = graph.by_node(scores / length)
    return {node: values[node] for node in beta} if hasattr(beta, "keys") else values


@serves(Work.MANY_VISITS, ignores=("max_iter", "tol"))
def eigenvector_centrality_numpy(graph: NxGraph, weight: Any) -> dict[Any, float]:
    """To full precision, whatever `tol` and `max_iter`; parallel edges are summed."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("cannot compute centrality for the null graph")
    if not graph.is_connected:
        raise nx.AmbiguousSolution(
            "`eigenvector_centrality_numpy` does not give consistent results for disconnected "
            "graphs"
        )
    if len(graph) < 3:
        raise NotImplementedError("NetworkX has an error for less than three nodes")
    return graph.by_node(run("eigenvector", graph.strengths(weight))["eigenvector"])
