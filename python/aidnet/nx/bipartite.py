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
    bottom = set(graph.nodes) - top
    factors = np.where(graph.marks(top), 1.0 / len(bottom), 1.0 / len(top))
    return _side_by_side(top, bottom, graph.by_node(graph.degree() * factors))


def _side_by_side(top: set[Any], bottom: set[Any], values: dict[Any, float]) -> dict[Any, float]:
    """In NetworkX's order, which is that of two sets, made here as they are there."""
    return {node: values[node] for side in (top, bottom) for node in side if node in values}


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
    for node in top:
        if node not in graph:
            raise KeyError(node)
    if not largest.all():
        raise ZeroDivisionError("float division by zero")
    values = run("betweenness", graph.ties, normalized=False)["betweenness"]
    return graph.by_node(values / largest)


def _largest_betweenness(own: int, other: int) -> float:
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2.0


@serves(
    Work.ALL_PAIRS,
    name="bipartite_closeness_centrality",
    where="bipartite.closeness_centrality",
)
def closeness_centrality(
    graph: NxGraph, nodes: Iterable[Any], normalized: bool
) -> dict[Any, float]:
    """The least that the distances could add up to, divided by what they do; along the edges."""
    top = set(nodes)
    bottom = set(graph.nodes) - top
    for node in top:
        graph.require(node, f"Source {node} is not in G")
    n, m = len(top), len(bottom)
    reached, total = _reached(graph)
    least = np.where(graph.marks(top), m + 2 * (n - 1), n + 2 * (m - 1))
    values = np.divide(least, total, out=np.zeros(len(graph)), where=total > 0)
    if normalized and len(graph) > 1:
        values *= reached / (len(graph) - 1)
    return _side_by_side(top, bottom, graph.by_node(values))


def _reached(graph: NxGraph) -> tuple[Array, Array]:
    """How many others each node reaches, and how many steps away they are together.

    Both are whole numbers, so that rounding gives them back from the closeness of each kind.
    """
    plain, improved = (
        run("closeness", graph.ties, mode="out", wf_improved=kind)["closeness"]
        for kind in (False, True)
    )
    shares = np.divide(improved, plain, out=np.zeros(len(graph)), where=plain > 0)
    reached = np.rint(shares * (len(graph) - 1))
    return reached, np.rint(np.divide(reached, plain, out=np.zeros(len(graph)), where=plain > 0))
