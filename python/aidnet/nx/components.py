"""networkx.algorithms.components."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array

NULL_GRAPH = "Connectivity is undefined for the null graph."


def _sets(graph: NxGraph, groups: tuple[Array, int]) -> Iterator[set[Any]]:
    return (set(members) for members in graph.groups(*groups))


def _one(graph: NxGraph, count: int) -> bool:
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept(NULL_GRAPH)
    return count == 1


@serves()
def connected_components(graph: NxGraph) -> Iterator[set[Any]]:
    """In NetworkX's order."""
    return _sets(graph, graph.components)


@serves()
def number_connected_components(graph: NxGraph) -> int:
    """Counted without making sets."""
    return graph.components[1]


@serves()
def is_connected(graph: NxGraph) -> bool:
    """An error for the null graph, as in NetworkX."""
    return _one(graph, graph.components[1])


@serves()
def node_connected_component(graph: NxGraph, n: Any) -> set[Any]:
    """Searched from the node alone."""
    found = graph.adjacency.breadth_first([graph.numbers[n]], len(graph))
    return set(graph.labels(found[0]))


@serves()
def weakly_connected_components(graph: NxGraph) -> Iterator[set[Any]]:
    """In NetworkX's order."""
    return _sets(graph, graph.components)


@serves()
def number_weakly_connected_components(graph: NxGraph) -> int:
    """Counted without making sets."""
    return graph.components[1]


@serves()
def is_weakly_connected(graph: NxGraph) -> bool:
    """An error for the null graph, as in NetworkX."""
    return _one(graph, graph.components[1])


@serves(Work.MANY_VISITS)
def strongly_connected_components(graph: NxGraph) -> Iterator[set[Any]]:
    """In NetworkX's order, by the same visit."""
    return _sets(graph, graph.strong_components)


@serves(Work.MANY_VISITS)
def number_strongly_connected_components(graph: NxGraph) -> int:
    """Counted without making sets."""
    return graph.strong_components[1]


@serves(Work.MANY_VISITS)
def is_strongly_connected(graph: NxGraph) -> bool:
    """An error for the null graph, as in NetworkX."""
    return _one(graph, graph.strong_components[1])


def _between(graph: NxGraph) -> tuple[Array, Array]:
    """The components at both ends of each edge that leads from one to another."""
    component, _ = graph.strong_components
    source = np.repeat(component, np.diff(graph.adjacency.indptr))
    target = component[graph.adjacency.indices]
    crossing = source != target
    return source[crossing], target[crossing]


def _attracting(graph: NxGraph) -> Array:
    """Whether no edge leaves a component, one value a component."""
    attracting = np.ones(graph.strong_components[1], dtype=bool)
    attracting[_between(graph)[0]] = False
    return attracting


@serves(Work.MANY_VISITS)
def attracting_components(graph: NxGraph) -> Iterator[set[Any]]:
    """In NetworkX's order."""
    members = graph.groups(*graph.strong_components)
    return (set(members[k]) for k in np.flatnonzero(_attracting(graph)).tolist())


@serves(Work.MANY_VISITS)
def number_attracting_components(graph: NxGraph) -> int:
    """Counted without making sets."""
    return int(_attracting(graph).sum())


@serves(Work.MANY_VISITS)
def is_attracting_component(graph: NxGraph) -> bool:
    """Whether the graph is strongly connected; False for the null graph."""
    return graph.strong_components[1] == 1


@serves(Work.MANY_VISITS)
def is_semiconnected(graph: NxGraph) -> bool:
    """Strong components are numbered against the flow, so each must lead to the one before."""
    import networkx as nx

    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept(NULL_GRAPH)
    source, target = _between(graph)
    steps = np.unique(source[source == target + 1])
    return len(steps) == graph.strong_components[1] - 1


@serves(Work.MANY_VISITS)
def condensation(graph: NxGraph) -> nx.DiGraph[Any]:
    """A NetworkX graph with NetworkX's numbers."""
    import networkx as nx

    component, count = graph.strong_components
    mapping: dict[Any, int] = {}
    condensed: nx.DiGraph[Any] = nx.DiGraph(mapping=mapping)
    for number, members in enumerate(graph.groups(component, count)):
        mapping.update(dict.fromkeys(members, number))
        condensed.add_node(number, members=set(members))
    source, target = _between(graph)
    condensed.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
    return condensed
