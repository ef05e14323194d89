"""networkx.algorithms.assortativity: coefficients, over what stands at both ends of each edge."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

    Chosen = Array | slice

FEW_GROUPS = 500
"""Up to which NetworkX's own matrix is multiplied, for the same last bit."""

ALL = slice(None)
"""All entries, which are then not copied."""


def _marks(graph: NxGraph, nodes: Any) -> Array | None:
    """True for each node of a set, where what is no node does not count; None for all."""
    if nodes is None:
        return None
    if nodes in graph or not isinstance(nodes, Collection):
        raise NotImplementedError("nodes that are no set, for which NetworkX has an error")
    if not all(isinstance(node, Hashable) for node in nodes):
        raise NotImplementedError("what can be no node")
    return graph.marks(nodes)


def _copies(graph: NxGraph, chosen: Chosen) -> Array | None:
    """How many edges each chosen entry is; None where all are one."""
    copies = graph.sums(None)
    return None if copies is None else copies[chosen]


def _correlation(graph: NxGraph, x: Array, y: Array, chosen: Chosen = ALL) -> float:
    """Pearson's, NaN where one side does not vary; parallel edges count one by one.

    Over the chosen entries.
    """
    source, target = graph.entry_ends()
    x, y = x[source[chosen]].astype(float), y[target[chosen]].astype(float)
    if x.min() == x.max() or y.min() == y.max():
        return float("nan")
    covariance = np.cov(x, y, aweights=_copies(graph, chosen), ddof=0)
    return float(covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1]))


def _of_degrees(graph: NxGraph, x: str, y: str, weight: Any, nodes: Any) -> float:
    value = _correlation_of_degrees(graph, x, y, weight, nodes)
    if np.isnan(value) and weight is not None:
        raise NotImplementedError("strengths that are all the same, where rounding would decide")
    return value


def _correlation_of_degrees(graph: NxGraph, x: str, y: str, weight: Any, nodes: Any) -> float:
    source, target = graph.entry_ends()
    marks = _marks(graph, nodes)
    chosen = ALL if marks is None else marks[source] & marks[target]
    if source[chosen].size < 2:
        raise NotImplementedError("NetworkX has an error for less than two edges")
    if not graph.directed:
        degree = graph.degree(weight)
        return _correlation(graph, degree, degree, chosen)
    if not {x, y} <= {"in", "out"}:
        raise NotImplementedError("NetworkX has an error for other sides than in and out")
    out, into, _ = graph.totals(weight)
    return _correlation(graph, out if x == "out" else into, out if y == "out" else into, chosen)


@serves(Work.MANY_VISITS, few=("nodes",))
def degree_assortativity_coefficient(
    graph: NxGraph, x: str, y: str, weight: Any, nodes: Any
) -> float:
    """By degrees, or by strengths."""
    return _of_degrees(graph, x, y, weight, nodes)


@serves(Work.MANY_VISITS, few=("nodes",))
def degree_pearson_correlation_coefficient(
    graph: NxGraph, x: str, y: str, weight: Any, nodes: Any
) -> float:
    """The same as the assortativity coefficient."""
    return _of_degrees(graph, x, y, weight, nodes)


@serves(Work.MANY_VISITS, few=("nodes",))
def numeric_assortativity_coefficient(graph: NxGraph, attribute: Any, nodes: Any) -> float:
    """Of one number a node; edges from the nodes given to those with numbers as theirs."""
    values = graph.values_of(attribute)
    if graph.adjacency.entry_count == 0 or not all(type(x) in (int, float) for x in values):
        raise NotImplementedError("not one number a node, or no edges")
    number = np.array(values, dtype=float)
    marks = _marks(graph, nodes)
    if marks is None:
        return _correlation(graph, number, number)
    for node in nodes:
        if node not in graph:
            raise KeyError(node)
    source, target = graph.entry_ends()
    chosen = marks[source] & np.isin(number[target], number[marks])
    value = _correlation(graph, number, number, chosen) if chosen.any() else float("nan")
    if np.isnan(value):
        raise NotImplementedError("numbers that are all the same, where rounding would decide")
    return value


@serves(Work.MANY_VISITS, few=("nodes",))
def attribute_assortativity_coefficient(graph: NxGraph, attribute: Any, nodes: Any) -> float:
    """Nodes without the attribute are a group; edges from the nodes given to any."""
    source, target = graph.entry_ends()
    marks = _marks(graph, nodes)
    chosen = ALL if marks is None else marks[source]
    source, target = source[chosen], target[chosen]
    if not source.size:
        raise NotImplementedError("NetworkX has an error for graphs without edges")
    codes: dict[Any, int] = {}
    group = np.array([codes.setdefault(x, len(codes)) for x in graph.values_of(attribute)])
    weights, count = _copies(graph, chosen), len(codes)
    if count <= FEW_GROUPS:
        pairs = np.bincount(group[source] * count + group[target], weights, count * count)
        shares = pairs.reshape(count, count) / pairs.sum()
        inside, chance = shares.trace(), (shares @ shares).sum()
    else:
        given = np.bincount(group[source], weights, count)
        taken = np.bincount(group[target], weights, count)
        total = given.sum()
        same = group[source] == group[target]
        inside = np.bincount(same, weights, 2)[1] / total
        chance = (given / total) @ (taken / total)
    with np.errstate(divide="ignore", invalid="ignore"):
        return float((inside - chance) / (1 - chance))
