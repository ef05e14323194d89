"""networkx.algorithms.centrality.trophic: levels above what receives nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._refusals import parallel, positive_weights, without_loops
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

NO_BASAL_NODES = (
    "This graph has no basal nodes (nodes with no incoming edges)."
    "Trophic levels are not defined without at least one basal node."
)
NOT_REACHED = (
    "Trophic levels are only defined for graphs where every node has a path from a basal node "
    "(basal nodes are nodes with no incoming edges)."
)


def _levels(graph: NxGraph, weight: Any) -> tuple[Array, Array]:
    """The level of each node, and whether it is a basal one."""
    import networkx as nx

    basal = graph.totals()[1] == 0
    if not basal.any():
        raise nx.NetworkXError(NO_BASAL_NODES)
    if len(graph.adjacency.breadth_first(np.flatnonzero(basal), len(graph))[0]) != len(graph):
        raise nx.NetworkXError(NOT_REACHED)
    positive_weights(graph, weight)
    ties = graph.strengths(weight)
    return run("trophic_levels", ties, method="levine")["trophic_levels"], basal


@serves(Work.MANY_VISITS)
def trophic_levels(graph: NxGraph, weight: Any) -> dict[Any, float]:
    """Basal nodes first, as in NetworkX; parallel edges are summed."""
    level, basal = _levels(graph, weight)
    order = np.argsort(~basal, kind="stable")
    first = int(basal.sum())
    values = [1] * first + level[order[first:]].tolist()
    return dict(zip(graph.labels(order), values, strict=True))


@serves(Work.MANY_VISITS, refuses=parallel)
def trophic_differences(graph: NxGraph, weight: Any) -> dict[tuple[Any, Any], float]:
    """How many levels each edge leads up."""
    level, _ = _levels(graph, weight)
    _, source, target = graph.edge_ends
    steps = (level[target] - level[source]).tolist()
    edges = zip(graph.labels(source), graph.labels(target), strict=True)
    return dict(zip(edges, steps, strict=True))


@serves(Work.MANY_VISITS, ignores=("cannibalism",), refuses=parallel)
def trophic_incoherence_parameter(graph: NxGraph, weight: Any) -> float:
    """Of graphs without loops."""
    without_loops(graph)
    level, _ = _levels(graph, weight)
    _, source, target = graph.edge_ends
    return float(np.std(level[target] - level[source]))
