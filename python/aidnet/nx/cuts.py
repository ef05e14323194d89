"""networkx.algorithms.cuts and boundary: what lies between two sets of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._refusals import function_of_edges
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from aidnet.nx._graph import NxGraph

Nodes = Any
Number = float


def _one_set(arguments: Any) -> str | None:
    if arguments.T is None and arguments.G.is_directed():
        return "in a directed graph both sets are needed"
    return function_of_edges(arguments)


def _plain(value: float, whole: bool) -> Number:
    return int(value) if whole else float(value)


def _cut(graph: NxGraph, one: Nodes, other: Nodes, weight: Any) -> Number:
    start = graph.marks(one)
    end = ~start if other is None else graph.marks(other)
    if (start & end).any():
        raise NotImplementedError("sets that overlap")
    values = graph.sums(weight)
    total = graph.adjacency.crossing(values, start, end)
    if graph.directed:
        total += graph.adjacency.crossing(values, end, start)
    return _plain(total, graph.whole(weight))


def _volume(graph: NxGraph, nodes: Nodes, weight: Any) -> Number:
    if nodes in graph:
        raise NotImplementedError("a single node for a set")
    degree = graph.totals(weight)[0] if graph.directed else graph.degree(weight)
    chosen = [graph.numbers[node] for node in nodes if node in graph]
    return _plain(degree[chosen].sum(), graph.whole(weight))


def _rest(graph: NxGraph, one: Nodes, other: Nodes) -> Nodes:
    return set(graph.nodes) - set(one) if other is None else other


@serves(refuses=_one_set)
def cut_size(graph: NxGraph, S: Nodes, T: Nodes, weight: Any) -> Number:
    """Parallel edges are summed."""
    return _cut(graph, S, T, weight)


@serves(refuses=function_of_edges)
def volume(graph: NxGraph, S: Nodes, weight: Any) -> Number:
    """Parallel edges are summed."""
    return _volume(graph, S, weight)


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def normalized_cut_size(graph: NxGraph, S: Nodes, T: Nodes, weight: Any) -> float:
    """Parallel edges are summed."""
    other = _rest(graph, S, T)
    cut = _cut(graph, S, other, weight)
    return cut * (1 / _volume(graph, S, weight) + 1 / _volume(graph, other, weight))


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def conductance(graph: NxGraph, S: Nodes, T: Nodes, weight: Any) -> float:
    """Parallel edges are summed."""
    other = _rest(graph, S, T)
    cut = _cut(graph, S, other, weight)
    return cut / min(_volume(graph, S, weight), _volume(graph, other, weight))


@serves(Work.MANY_VISITS, refuses=function_of_edges)
def edge_expansion(
    graph: NxGraph,
    S: Collection[Any],
    T: Collection[Any] | None,
    weight: Any,
) -> float:
    """Parallel edges are summed."""
    other = _rest(graph, S, T)
    return _cut(graph, S, other, weight) / min(len(S), len(other))


@serves(Work.MANY_VISITS, refuses=_one_set)
def mixing_expansion(graph: NxGraph, S: Nodes, T: Nodes, weight: Any) -> float:
    """Parallel edges are summed."""
    return _cut(graph, S, T, weight) / (2 * graph.edge_count)


def _neighborhood(graph: NxGraph, nodes: Iterable[Any]) -> Any:
    chosen = np.zeros(len(graph), dtype=bool)
    chosen[[graph.number(node) for node in nodes]] = True
    return graph.adjacency.reached(chosen).astype(bool)


@serves()
def node_expansion(graph: NxGraph, S: Collection[Any]) -> float:
    """The number of the set's neighbours, those in it included, by its size."""
    return int(_neighborhood(graph, S).sum()) / len(S)


@serves()
def boundary_expansion(graph: NxGraph, S: Collection[Any]) -> float:
    """The number of the set's neighbours outside by its size."""
    return len(node_boundary(graph, S, None)) / len(S)


@serves()
def node_boundary(
    graph: NxGraph, nbunch1: Iterable[Any], nbunch2: Iterable[Any] | None
) -> set[Any]:
    """The set's neighbours outside, or of them those in the other set."""
    inside = graph.marks(nbunch1)
    outside = graph.adjacency.reached(inside).astype(bool) & ~inside
    if nbunch2 is not None:
        outside &= graph.marks(nbunch2)
    return set(graph.labels(np.flatnonzero(outside)))
