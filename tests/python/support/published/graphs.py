"""Networks of published examples that more than one row uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def ties(*edges: Any, nodes: Iterable[Any] = ()) -> Callable[[], nx.Graph[Any]]:
    """An undirected network of pairs, or of triples with weights."""
    return lambda: build(nx.Graph(), edges, nodes)


def arcs(*edges: Any, nodes: Iterable[Any] = ()) -> Callable[[], nx.Graph[Any]]:
    """A directed one."""
    return lambda: build(nx.DiGraph(), edges, nodes)


def build(graph: nx.Graph[Any], edges: Iterable[Any], nodes: Iterable[Any]) -> nx.Graph[Any]:
    graph.add_nodes_from(nodes)
    for edge in edges:
        graph.add_edge(edge[0], edge[1], weight=edge[2] if len(edge) > 2 else 1)
    return graph


def club() -> nx.Graph[Any]:
    """Zachary's karate club without the weights that NetworkX has for it."""
    return nx.Graph(nx.karate_club_graph().edges)


kite = nx.krackhardt_kite_graph
families = nx.florentine_families_graph


def directed_path(n: int) -> Callable[[], nx.Graph[Any]]:
    return lambda: nx.path_graph(n, create_using=nx.DiGraph)


def aric() -> nx.Graph[Any]:
    """The network of five people in NetworkX's tests of communicability."""
    edges = [("Franck", "Aric"), ("Aric", "Dan"), ("Dan", "Albert"), ("Albert", "Franck")]
    return nx.Graph([*edges, ("Dan", "1"), ("Franck", "Albert")])


def dijkstra() -> nx.Graph[Any]:
    """NetworkX's network of five nodes in its tests of shortest paths."""
    return arcs(
        *[("s", "u", 10), ("s", "x", 5), ("u", "v", 1), ("u", "x", 2), ("v", "y", 1)],
        *[("x", "u", 3), ("x", "v", 5), ("x", "y", 2), ("y", "s", 7), ("y", "v", 6)],
    )()


def holes() -> nx.Graph[Any]:
    """Borgatti's network of structural holes (Connections 20, 1997), in NetworkX's tests."""
    return ties("AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC")()


def weighted_holes() -> nx.Graph[Any]:
    """The same with the weights of NetworkX's tests."""
    return ties(
        *[("A", "B", 2), ("A", "F", 3), ("A", "G", 5), ("A", "E", 2), ("E", "G", 8)],
        *[("F", "G", 3), ("B", "G", 4), ("B", "D", 1), ("D", "G", 3), ("G", "C", 10)],
    )()


def cores() -> nx.Graph[Any]:
    """Figure 1 of Batagelj and Zaversnik (2003), arXiv:cs/0310049, as NetworkX's tests have it."""
    first = nx.convert_node_labels_to_integers(nx.tetrahedral_graph(), 1)
    graph = nx.union(first, nx.convert_node_labels_to_integers(first, 5))
    graph.add_edges_from([(3, 7), (2, 11), (11, 5), (11, 12), (5, 12), (12, 19), (12, 18), (3, 9)])
    graph.add_edges_from([(7, 9), (7, 10), (9, 10), (9, 20), (17, 13), (13, 14), (14, 15)])
    graph.add_edges_from([(15, 16), (16, 13)])
    graph.add_node(21)
    return graph


def lecture() -> nx.Graph[Any]:
    """The network of Baur et al. in NetworKit's tests of cores and clustering."""
    return ties(
        *[(2, 4), (3, 4), (4, 5), (5, 7), (6, 7), (6, 8), (6, 9), (6, 11), (7, 12), (8, 9)],
        *[(8, 10), (8, 11), (8, 13), (9, 10), (9, 11), (9, 13), (10, 11), (10, 13), (10, 14)],
        *[(11, 13), (11, 14), (12, 15), (13, 14), (14, 15)],
        nodes=range(16),
    )()


def surveyed() -> nx.Graph[Any]:
    """The six pages of Langville and Meyer (2005) for HITS and SALSA; 5, 6, 10 are 4, 5, 6."""
    return arcs((1, 3), (1, 5), (2, 1), (3, 5), (5, 4), (5, 3), (6, 5))()


def kruskal() -> nx.Graph[Any]:
    """The example of Kruskal's algorithm in Wikipedia, as NetworkX's tests have it."""
    return ties(
        *[(0, 1, 7), (0, 3, 5), (1, 2, 8), (1, 3, 9), (1, 4, 7), (2, 4, 5), (3, 4, 15)],
        *[(3, 5, 6), (4, 5, 8), (4, 6, 9), (5, 6, 11)],
    )()


def strong() -> nx.Graph[Any]:
    """The first network of NetworkX's tests of strong components."""
    return arcs(
        *[(1, 2), (2, 3), (2, 8), (3, 4), (3, 7), (4, 5), (5, 3), (5, 6), (7, 4), (7, 6)],
        *[(8, 1), (8, 7)],
    )()


def ancestry() -> nx.Graph[Any]:
    """The network of NetworkX's tests of ancestors and descendants."""
    return arcs((1, 2), (1, 3), (4, 2), (4, 3), (4, 5), (2, 6), (5, 6))()


def four_edges() -> nx.Graph[Any]:
    """python-igraph's directed network of four nodes in its tests of degree."""
    return arcs((0, 1, 1), (0, 2, 2), (1, 2, 3), (2, 1, 4), (0, 3, 5), (1, 3, 6), (3, 0, 7))()


def house() -> nx.Graph[Any]:
    """NetworKit's network of two leaves and a square in its tests of centrality."""
    return ties((0, 2), (1, 2), (2, 3), (2, 4), (3, 5), (4, 5))()
