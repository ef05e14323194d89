"""networkx.algorithms.link_analysis."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet._numbers import LARGEST_INT
from aidnet.errors import ConvergenceError
from aidnet.nx._kernels import run
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


@serves(Work.MANY_VISITS)
def pagerank(
    graph: NxGraph,
    alpha: float,
    personalization: Mapping[Any, float] | None,
    max_iter: int,
    tol: float,
    nstart: Mapping[Any, float] | None,
    weight: Any,
    dangling: Mapping[Any, float] | None,
) -> dict[Any, float]:
    """By the same iteration and stopping rule; parallel edges are summed."""
    import networkx as nx

    if len(graph) == 0:
        return {}
    targets = {
        "personalization": personalization,
        "dangling_weights": dangling,
        "start": dict.fromkeys(graph.nodes, 1.0) if nstart is None else nstart,
    }
    given: dict[str, Any] = {
        name: _values(graph, weights) for name, weights in targets.items() if weights is not None
    }
    if personalization is not None and not given["personalization"].sum():
        raise ZeroDivisionError
    if max_iter < 1:
        raise nx.PowerIterationFailedConvergence(max_iter)
    try:
        columns = run(
            "pagerank",
            graph.strengths(weight),
            damping=alpha,
            tolerance=math.nextafter(tol * len(graph), 0.0),  # NetworkX stops below it
            max_iterations=min(max_iter, LARGEST_INT),
            **given,
        )
    except ConvergenceError as error:
        raise nx.PowerIterationFailedConvergence(max_iter) from error
    return graph.by_node(columns["pagerank"])


def _values(graph: NxGraph, weights: Mapping[Any, float]) -> Array:
    return np.array([weights.get(node, 0) for node in graph.nodes], dtype=float)


@serves(Work.MANY_VISITS, ignores=("tol",))
def hits(
    graph: NxGraph, max_iter: int, nstart: Mapping[Any, float] | None
) -> tuple[dict[Any, float], dict[Any, float]]:
    """To full precision, whatever `tol` and `nstart`; parallel edges are summed."""
    import networkx as nx

    if len(graph) == 0:
        return {}, {}
    if len(graph) == 1:
        raise NotImplementedError("NetworkX has an error for one node")
    if max_iter <= 0:
        raise nx.PowerIterationFailedConvergence(max_iter)
    if nstart is not None and not _leads_there(graph, nstart):
        raise NotImplementedError("a start that is not one number above 0 a node")
    try:
        columns = run("hits", graph.strengths("weight"), max_iterations=min(max_iter, LARGEST_INT))
    except ConvergenceError as error:
        raise nx.PowerIterationFailedConvergence(max_iter) from error
    return graph.by_node(columns["hub"]), graph.by_node(columns["authority"])


def _leads_there(graph: NxGraph, start: Mapping[Any, float]) -> bool:
    """Whether no start as this can miss the leading vector, which has no negative entries."""
    given = list(start.values())
    return len(given) == len(graph) and all(type(x) in (int, float) and x > 0 for x in given)
