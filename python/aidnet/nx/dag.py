"""networkx.algorithms.dag: directed graphs without cycles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._serve import serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aidnet.nx._graph import NxGraph


def _require_directed(graph: NxGraph, message: str) -> None:
    import networkx as nx

    if not graph.directed:
        raise nx.NetworkXError(message)


CYCLE_OR_CHANGE = "Graph contains a cycle or graph changed during iteration"


@serves()
def topological_generations(graph: NxGraph) -> Iterator[list[Any]]:
    """In NetworkX's order; the error for a cycle comes after what lies before it."""
    import networkx as nx

    class GraphChangedError(nx.NetworkXUnfeasible, RuntimeError):
        """Which of the two NetworkX raises depends on what was changed."""

    _require_directed(graph, "Topological sort not defined on undirected graphs.")
    node, generation = graph.adjacency.topological_generations()
    for members in graph.groups_in_order(node, generation):
        if graph.changed:
            raise GraphChangedError(CYCLE_OR_CHANGE)
        yield members
    if len(node) < len(graph) or graph.changed:
        raise (GraphChangedError if graph.changed else nx.NetworkXUnfeasible)(CYCLE_OR_CHANGE)


@serves()
def topological_sort(graph: NxGraph) -> Iterator[Any]:
    """In NetworkX's order; the error for a cycle comes after what lies before it."""
    for generation in topological_generations(graph):
        yield from generation


@serves(where="algorithms.dag.has_cycle")
def has_cycle(graph: NxGraph) -> bool:
    """An error for undirected graphs, as in NetworkX."""
    _require_directed(graph, "Topological sort not defined on undirected graphs.")
    return len(graph.adjacency.topological_generations()[0]) < len(graph)


@serves()
def is_directed_acyclic_graph(graph: NxGraph) -> bool:
    """False for undirected graphs."""
    return graph.directed and not has_cycle(graph)


@serves()
def descendants(graph: NxGraph, source: Any) -> set[Any]:
    """Without the source."""
    found = graph.adjacency.breadth_first([graph.number(source)], len(graph))
    return set(graph.labels(found[0][1:]))


@serves()
def ancestors(graph: NxGraph, source: Any) -> set[Any]:
    """Without the source."""
    steps = graph.adjacency.reversed() if graph.directed else graph.adjacency
    return set(graph.labels(steps.breadth_first([graph.number(source)], len(graph))[0][1:]))


@serves()
def is_aperiodic(graph: NxGraph) -> bool:
    """Of strongly connected graphs only, as in NetworkX."""
    import networkx as nx

    _require_directed(graph, "is_aperiodic not defined for undirected graphs")
    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("Graph has no nodes.")
    if not graph.is_connected:
        raise nx.NetworkXError("Graph is not strongly connected.")
    return bool(np.abs(graph.adjacency.period()) == 1)
