"""networkx.algorithms.tree.mst: what holds a graph together at the least, or most, weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet import _core
from aidnet.nx._kernels import run
from aidnet.nx._refusals import any_of, parallel
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def _other_order(arguments: Any) -> str | None:
    if arguments.algorithm != "kruskal":
        return "edges in the order of another algorithm than Kruskal's"
    return None


def _edges(graph: NxGraph, weight: Any, sign: int) -> tuple[list[Any], list[Any]]:
    """The ends of the tree's edges, in NetworkX's order: by weight, then as the graph has them."""
    found = graph.attribute(weight)
    chosen, source, target = graph.edge_ends
    weights = np.ones(len(chosen)) if found is None else found.minima[chosen]
    order = np.argsort(sign * weights, kind="stable")
    # The place in that order is a length that no two edges share, so that there is one such tree.
    place = np.empty(graph.adjacency.entry_count)
    place[chosen[order]] = np.arange(1, len(chosen) + 1)
    back = _opposite(graph, source, target)
    place[back[order]] = place[chosen[order]]
    length = _core.Length.given(graph.ties, graph.by_tie(place))
    taken = run("minimum_spanning_tree", graph.ties, length)["length"].astype(np.int64) - 1
    first, other = source[order][taken], target[order][taken]
    return graph.labels(first), graph.labels(other)


def _opposite(graph: NxGraph, source: Array, target: Array) -> Array:
    """The entry the other way for each of the chosen ones."""
    one, other = graph.entry_ends()
    entries = np.lexsort((one, other))  # by the ends turned round
    turned = np.searchsorted((other * len(graph) + one)[entries], source * len(graph) + target)
    found: Array = entries[turned]
    return found


def _tree_edges(graph: NxGraph, weight: Any, data: bool, sign: int) -> Iterator[Any]:
    ends = zip(*_edges(graph, weight, sign), strict=True)
    if not data:
        return ends
    edges = graph.origin.edges
    return ((u, v, edges[u, v]) for u, v in ends)


@serves(
    Work.MANY_VISITS,
    ignores=("algorithm", "keys", "ignore_nan"),
    refuses=any_of(_other_order, parallel),
)
def minimum_spanning_edges(graph: NxGraph, weight: Any, data: bool) -> Iterator[Any]:
    """By Kruskal's algorithm: of ties of equal weight NetworkX's."""
    return _tree_edges(graph, weight, data, 1)


@serves(
    Work.MANY_VISITS,
    ignores=("algorithm", "keys", "ignore_nan"),
    refuses=any_of(_other_order, parallel),
)
def maximum_spanning_edges(graph: NxGraph, weight: Any, data: bool) -> Iterator[Any]:
    """By Kruskal's algorithm: of ties of equal weight NetworkX's."""
    return _tree_edges(graph, weight, data, -1)


def _tree(graph: NxGraph, weight: Any, sign: int) -> nx.Graph[Any]:
    import networkx as nx

    if graph.directed:
        raise nx.NetworkXNotImplemented("not implemented for directed type")
    origin = graph.origin
    tree: nx.Graph[Any] = origin.__class__()
    tree.graph.update(origin.graph)
    tree.add_nodes_from(origin.nodes.items())
    tree.add_edges_from(_tree_edges(graph, weight, True, sign))
    return tree


@serves(
    Work.MANY_VISITS,
    ignores=("algorithm", "ignore_nan"),
    refuses=any_of(_other_order, parallel),
)
def minimum_spanning_tree(graph: NxGraph, weight: Any) -> nx.Graph[Any]:
    """A NetworkX graph, with all attributes."""
    return _tree(graph, weight, 1)


@serves(
    Work.MANY_VISITS,
    ignores=("algorithm", "ignore_nan"),
    refuses=any_of(_other_order, parallel),
)
def maximum_spanning_tree(graph: NxGraph, weight: Any) -> nx.Graph[Any]:
    """A NetworkX graph, with all attributes."""
    return _tree(graph, weight, -1)
