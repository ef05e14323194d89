"""networkx.algorithms.traversal: visits in NetworkX's order."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import steps_within
from aidnet.nx._serve import serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

STEPS = ("forward", "nontree", "reverse", "reverse-depth_limit")
"""By number, as the compiled part tells them."""


def _breadth_first(
    graph: NxGraph, source: Any, depth_limit: float | None
) -> Iterator[tuple[Any, Any]]:
    node, parent, _ = graph.adjacency.breadth_first(
        [graph.number(source)], steps_within(graph, depth_limit)
    )
    yield from zip(graph.labels(parent[1:]), graph.labels(node[1:]), strict=True)


@serves()
def bfs_edges(
    graph: NxGraph,
    source: Any,
    depth_limit: float | None,
) -> Iterator[tuple[Any, Any]]:
    """In NetworkX's order."""
    return _breadth_first(graph, source, depth_limit)


@serves()
def generic_bfs_edges(
    graph: NxGraph, source: Any, depth_limit: float | None
) -> Iterator[tuple[Any, Any]]:
    """In NetworkX's order."""
    return _breadth_first(graph, source, depth_limit)


@serves()
def bfs_tree(
    graph: NxGraph,
    source: Any,
    depth_limit: float | None,
) -> nx.DiGraph[Any]:
    """A NetworkX graph."""
    import networkx as nx

    tree: nx.DiGraph[Any] = nx.DiGraph()
    tree.add_node(source)
    tree.add_edges_from(_breadth_first(graph, source, depth_limit))
    return tree


@serves()
def bfs_predecessors(
    graph: NxGraph, source: Any, depth_limit: float | None
) -> Iterator[tuple[Any, Any]]:
    """In NetworkX's order."""
    return ((child, parent) for parent, child in _breadth_first(graph, source, depth_limit))


@serves()
def bfs_successors(
    graph: NxGraph, source: Any, depth_limit: float | None
) -> Iterator[tuple[Any, list[Any]]]:
    """In NetworkX's order."""
    found = False
    for parent, edges in groupby(_breadth_first(graph, source, depth_limit), key=itemgetter(0)):
        found = True
        yield parent, [child for _, child in edges]
    if not found:
        yield source, []


@serves()
def bfs_layers(graph: NxGraph, sources: Any) -> Iterator[list[Any]]:
    """In NetworkX's order."""
    if sources in graph:
        sources = [sources]
    first = list(set(sources))
    for source in first:
        graph.require(source, f"The node {source} is not in the graph.", "NetworkXError")
    node, _, depth = _from_all(graph, first)
    yield from graph.groups_in_order(node, depth)


def _from_all(graph: NxGraph, sources: list[Any]) -> tuple[Array, Array, Array]:
    numbers = np.array([graph.numbers[source] for source in sources], dtype=np.int64)
    return graph.adjacency.breadth_first(numbers, len(graph))


@serves()
def descendants_at_distance(graph: NxGraph, source: Any, distance: Any) -> set[Any]:
    """Empty where nothing is that far."""
    graph.require(source, f"The node {source} is not in the graph.", "NetworkXError")
    node, _, depth = _from_all(graph, [source])
    return set(graph.labels(node[depth == distance]))


def _depth_first(
    graph: NxGraph, source: Any, depth_limit: float | None, *, all_steps: bool
) -> tuple[Array, Array, Array]:
    roots = np.arange(len(graph)) if source is None else [graph.number(source)]
    return graph.adjacency.depth_first(roots, steps_within(graph, depth_limit), all_steps)


def _depth_first_edges(
    graph: NxGraph, source: Any, depth_limit: float | None
) -> Iterator[tuple[Any, Any]]:
    parent, child, _ = _depth_first(graph, source, depth_limit, all_steps=False)
    yield from zip(graph.labels(parent), graph.labels(child), strict=True)


@serves()
def dfs_edges(graph: NxGraph, source: Any, depth_limit: float | None) -> Iterator[tuple[Any, Any]]:
    """In NetworkX's order."""
    return _depth_first_edges(graph, source, depth_limit)


@serves()
def dfs_tree(graph: NxGraph, source: Any, depth_limit: float | None) -> nx.DiGraph[Any]:
    """A NetworkX graph."""
    import networkx as nx

    tree: nx.DiGraph[Any] = nx.DiGraph()
    tree.add_nodes_from(graph.nodes if source is None else [source])
    tree.add_edges_from(_depth_first_edges(graph, source, depth_limit))
    return tree


@serves()
def dfs_predecessors(graph: NxGraph, source: Any, depth_limit: float | None) -> dict[Any, Any]:
    """In NetworkX's order."""
    return {child: parent for parent, child in _depth_first_edges(graph, source, depth_limit)}


@serves()
def dfs_successors(graph: NxGraph, source: Any, depth_limit: float | None) -> dict[Any, list[Any]]:
    """In NetworkX's order."""
    children: dict[Any, list[Any]] = {}
    for parent, child in _depth_first_edges(graph, source, depth_limit):
        children.setdefault(parent, []).append(child)
    return children


@serves()
def dfs_labeled_edges(
    graph: NxGraph, source: Any, depth_limit: float | None
) -> Iterator[tuple[Any, Any, str]]:
    """In NetworkX's order."""
    parent, child, step = _depth_first(graph, source, depth_limit, all_steps=True)
    labels = (STEPS[k] for k in step.tolist())
    yield from zip(graph.labels(parent), graph.labels(child), labels, strict=True)


def _nodes_at(graph: NxGraph, source: Any, depth_limit: float | None, label: str) -> Iterator[Any]:
    _, child, step = _depth_first(graph, source, depth_limit, all_steps=True)
    yield from graph.labels(child[step == STEPS.index(label)])


@serves()
def dfs_preorder_nodes(graph: NxGraph, source: Any, depth_limit: float | None) -> Iterator[Any]:
    """In NetworkX's order."""
    return _nodes_at(graph, source, depth_limit, "forward")


@serves()
def dfs_postorder_nodes(graph: NxGraph, source: Any, depth_limit: float | None) -> Iterator[Any]:
    """In NetworkX's order."""
    return _nodes_at(graph, source, depth_limit, "reverse")
