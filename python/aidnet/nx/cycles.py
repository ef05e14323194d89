"""networkx.algorithms.cycles: whether something comes back, and round whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._refusals import any_of, parallel
from aidnet.nx._serve import serves
from aidnet.nx.traversal import STEPS

if TYPE_CHECKING:
    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def _oriented(arguments: Any) -> str | None:
    return None if arguments.orientation is None else "edges with an orientation"


@serves(ignores=("orientation",), refuses=any_of(_oriented, parallel))
def find_cycle(graph: NxGraph, source: Any) -> list[tuple[Any, Any]]:
    """The one that a depth-first search closes first, as in NetworkX."""
    import networkx as nx

    roots = _roots(graph, source)
    tail, head, step = graph.adjacency.depth_first(roots, len(graph), True)
    parent = _parents(len(graph), tail, head, step)
    back = _steps_back(graph, tail, head, step, parent)
    if not len(back):
        raise nx.NetworkXNoCycle("No cycle found.")
    last, first = int(tail[back[0]]), int(head[back[0]])
    cycle = [(last, first)]
    while cycle[-1][0] != first:
        node = cycle[-1][0]
        cycle.append((int(parent[node]), node))
    return [(graph.nodes[u], graph.nodes[v]) for u, v in reversed(cycle)]


def _roots(graph: NxGraph, source: Any) -> list[int]:
    import networkx as nx

    try:
        return [graph.numbers[node] for node in graph.bunch(source)]
    except nx.NetworkXError as error:
        if not isinstance(source, Iterable):
            raise
        raise NotImplementedError("what is no node, to which NetworkX may not come") from error


def _parents(n: int, tail: Array, head: Array, step: Array) -> Array:
    """The node from which the search came to each node first; a root's is itself."""
    forward = step == STEPS.index("forward")
    parent = np.full(n, -1)
    parent[head[forward]] = tail[forward]
    return parent


def _steps_back(graph: NxGraph, tail: Array, head: Array, step: Array, parent: Array) -> Array:
    """The steps to a node that the search has come to and not yet left."""
    enters, leaves = np.zeros(len(graph), dtype=np.int64), np.zeros(len(graph), dtype=np.int64)
    for times, label in ((enters, "forward"), (leaves, "reverse")):
        found = np.flatnonzero(step == STEPS.index(label))
        times[head[found]] = found
    tried = np.flatnonzero(step == STEPS.index("nontree"))
    to = head[tried]
    open_ = (enters[to] < tried) & (tried < leaves[to])
    if not graph.directed:  # the edge by which it came is no way back
        open_ &= (to != parent[tail[tried]]) | (to == tail[tried])
    back: Array = tried[open_]
    return back
