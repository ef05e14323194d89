"""networkx.algorithms.bridges and components.biconnected: what holds a graph together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aidnet.nx._graph import NxGraph

Edge = tuple[Any, Any]


@serves(Work.MANY_VISITS)
def biconnected_component_edges(graph: NxGraph) -> Iterator[list[Edge]]:
    """In NetworkX's order."""
    source, target, block, _ = graph.adjacency.biconnected()
    edges = list(zip(graph.labels(source), graph.labels(target), strict=True))
    ends = np.cumsum(np.bincount(block)).tolist()
    return (edges[a:b] for a, b in zip([0, *ends], ends, strict=False))


@serves(Work.MANY_VISITS)
def biconnected_components(graph: NxGraph) -> Iterator[set[Any]]:
    """In NetworkX's order."""
    return (
        {node for edge in edges for node in edge} for edges in biconnected_component_edges(graph)
    )


@serves(Work.MANY_VISITS)
def is_biconnected(graph: NxGraph) -> bool:
    """Whether one block has all nodes."""
    source, target, block, _ = graph.adjacency.biconnected()
    ends = np.unique(np.concatenate([source, target]))
    return len(block) > 0 and int(block[-1]) == 0 and len(ends) == len(graph)


@serves(Work.MANY_VISITS)
def articulation_points(graph: NxGraph) -> Iterator[Any]:
    """In NetworkX's order."""
    return iter(graph.labels(graph.adjacency.biconnected()[3]))


@serves(Work.MANY_VISITS)
def bridges(graph: NxGraph) -> Iterator[Edge]:
    """In NetworkX's order; parallel edges are none."""
    source, target = _bridges(graph)
    return zip(graph.labels(source), graph.labels(target), strict=True)


@serves(Work.MANY_VISITS)
def has_bridges(graph: NxGraph) -> bool:
    """Whether there is an edge without which a component falls apart."""
    return len(_bridges(graph)[0]) > 0


def _bridges(graph: NxGraph) -> tuple[Any, Any]:
    one, other, block, _ = graph.adjacency.biconnected()
    one, other, block = (array[one != other].astype(np.int64) for array in (one, other, block))
    alone = np.bincount(block)[block] == 1  # the only edge of its block
    size = len(graph)
    found = np.minimum(one, other)[alone] * size + np.maximum(one, other)[alone]
    source, target = graph.entry_ends()
    chosen = (source < target) & np.isin(source * size + target, found)
    if graph.multigraph:
        chosen &= graph.adjacency.copies == 1
    return source[chosen], target[chosen]
