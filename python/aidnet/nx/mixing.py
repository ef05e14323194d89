"""networkx.algorithms.assortativity: coefficients, over what stands at both ends of each edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

FEW_GROUPS = 500
"""Up to which NetworkX's own matrix is multiplied, for the same last bit."""


def _correlation(graph: NxGraph, x: Array, y: Array) -> float:
    """Pearson's, NaN where one side does not vary; parallel edges count one by one."""
    source, target = graph.entry_ends()
    x, y = x[source].astype(float), y[target].astype(float)
    if x.min() == x.max() or y.min() == y.max():
        return float("nan")
    covariance = np.cov(x, y, aweights=graph.sums(None), ddof=0)
    return float(covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1]))


def _of_degrees(graph: NxGraph, x: str, y: str, weight: Any) -> float:
    value = _correlation_of_degrees(graph, x, y, weight)
    if np.isnan(value) and weight is not None:
        raise NotImplementedError("strengths that are all the same, where rounding would decide")
    return value


def _correlation_of_degrees(graph: NxGraph, x: str, y: str, weight: Any) -> float:
    if graph.adjacency.entry_count < 2:
        raise NotImplementedError("NetworkX has an error for less than two edges")
    if not graph.directed:
        degree = graph.degree(weight)
        return _correlation(graph, degree, degree)
    if not {x, y} <= {"in", "out"}:
        raise NotImplementedError("NetworkX has an error for other sides than in and out")
    out, into, _ = graph.totals(weight)
    return _correlation(graph, out if x == "out" else into, out if y == "out" else into)


@serves(Work.MANY_VISITS)
def degree_assortativity_coefficient(graph: NxGraph, x: str, y: str, weight: Any) -> float:
    """By degrees, or by strengths."""
    return _of_degrees(graph, x, y, weight)


@serves(Work.MANY_VISITS)
def degree_pearson_correlation_coefficient(graph: NxGraph, x: str, y: str, weight: Any) -> float:
    """The same as the assortativity coefficient."""
    return _of_degrees(graph, x, y, weight)


@serves(Work.MANY_VISITS)
def numeric_assortativity_coefficient(graph: NxGraph, attribute: Any) -> float:
    """Of one number a node."""
    values = graph.values_of(attribute)
    if graph.adjacency.entry_count == 0 or not all(type(x) in (int, float) for x in values):
        raise NotImplementedError("not one number a node, or no edges")
    number = np.array(values, dtype=float)
    return _correlation(graph, number, number)


@serves(Work.MANY_VISITS)
def attribute_assortativity_coefficient(graph: NxGraph, attribute: Any) -> float:
    """Nodes without the attribute are a group."""
    if graph.adjacency.entry_count == 0:
        raise NotImplementedError("NetworkX has an error for graphs without edges")
    source, target = graph.entry_ends()
    codes: dict[Any, int] = {}
    group = np.array([codes.setdefault(x, len(codes)) for x in graph.values_of(attribute)])
    weights, count = graph.sums(None), len(codes)
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
