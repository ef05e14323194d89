"""networkx.algorithms.bipartite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from aidnet.nx._kernels import run
from aidnet.nx._serve import Work, serves

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from aidnet.nx._graph import NxGraph
    from aidnet.nx._rows import Array


def _colors(graph: NxGraph) -> tuple[Array, Array] | None:
    back, _ = graph.backward()
    colors: tuple[Array, Array] | None = graph.adjacency.two_colors(back)
    return colors


@serves(where="bipartite.color")
def color(graph: NxGraph) -> dict[Any, int]:
    """NetworkX's colours."""
    import networkx as nx

    colors = _colors(graph)
    if colors is None:
        raise nx.NetworkXError("Graph is not bipartite.")
    return dict(zip(graph.labels(colors[0]), colors[1].tolist(), strict=True))


@serves()
def is_bipartite(graph: NxGraph) -> bool:
    """Whether two colours are enough."""
    return _colors(graph) is not None


@serves(where="bipartite.sets")
def sets(graph: NxGraph, top_nodes: Iterable[Any] | None) -> tuple[set[Any], set[Any]]:
    """An error where a disconnected graph makes them ambiguous, as in NetworkX."""
    import networkx as nx

    if top_nodes is not None:
        top = set(top_nodes)
        return top, set(graph.nodes) - top
    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("Connectivity is undefined for the null graph.")
    if graph.components[1] > 1:
        raise nx.AmbiguousSolution("Disconnected graph: Ambiguous solution for bipartite sets.")
    colors = color(graph)
    return {node for node, c in colors.items() if c}, {node for node, c in colors.items() if not c}


@serves(Work.MANY_VISITS, where="bipartite.is_bipartite_node_set")
def is_bipartite_node_set(graph: NxGraph, nodes: Collection[Any]) -> bool:
    """In each component all of the one colour and none of the other."""
    import networkx as nx

    if len(set(nodes)) < len(nodes):
        raise nx.AmbiguousSolution(
            "The input node set contains duplicates.\n"
            "This may lead to incorrect results when using it in bipartite algorithms.\n"
            "Consider using set(nodes) as the input"
        )
    if graph.directed:
        raise nx.NetworkXNotImplemented("not implemented for directed type")
    colors = _colors(graph)
    if colors is None:
        raise NotImplementedError("NetworkX looks at one component after the other")
    flipped = np.empty(len(graph), dtype=bool)
    flipped[colors[0]] = colors[1] == 1
    flipped ^= graph.marks(nodes)
    component, count = graph.components
    members = np.bincount(component, minlength=count)
    agreeing = np.bincount(component, weights=flipped, minlength=count)
    return bool(((agreeing == 0) | (agreeing == members)).all())


@serves(where="bipartite.density")
def density(graph: NxGraph, nodes: Collection[Any]) -> float:
    """Parallel edges count one by one."""
    one, other = len(nodes), len(graph) - len(nodes)
    if graph.edge_count == 0:
        return 0.0
    return graph.edge_count / ((2 if graph.directed else 1) * one * other)


@serves(name="bipartite_degree_centrality", where="bipartite.degree_centrality")
def degree_centrality(graph: NxGraph, nodes: Iterable[Any]) -> dict[Any, float]:
    """The degree as a share of the other side."""
    top = set(nodes)
    bottom = len(graph) - len(top & set(graph.nodes))
    factors = np.where(graph.marks(top), 1.0 / bottom, 1.0 / len(top))
    return graph.by_node(graph.degree() * factors)


@serves(
    Work.ALL_PAIRS,
    name="bipartite_betweenness_centrality",
    where="bipartite.betweenness_centrality",
)
def betweenness_centrality(graph: NxGraph, nodes: Iterable[Any]) -> dict[Any, float]:
    """Divided by the largest value that a node of its side could have."""
    top = set(nodes)
    marks = graph.marks(top)
    n, m = len(top), len(graph) - int(marks.sum())
    largest = np.where(marks, _largest_betweenness(n, m), _largest_betweenness(m, n))
    if unknown := top - graph.numbers.keys():
        raise KeyError(unknown.pop())
    if not largest.all():
        raise ZeroDivisionError("float division by zero")
    values = run("betweenness", graph.ties, normalized=False)["betweenness"]
    return graph.by_node(values / largest)


def _largest_betweenness(own: int, other: int) -> float:
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2.0
