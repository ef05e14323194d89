"""Networks as NetworkX takes them where it knows no directions, loops or weights of zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from support.cases import to_networkx

if TYPE_CHECKING:
    import aidnet


def without_loops(network: aidnet.Network) -> nx.Graph[Any]:
    """Without loops and edges of weight zero, which are no ties."""
    graph = to_networkx(network)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph


def without_isolates(network: aidnet.Network) -> nx.Graph[Any]:
    """Without nodes that have no ties as well, where NetworkX divides by 0."""
    graph = without_loops(network)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    return graph


def partners(network: aidnet.Network) -> nx.Graph[Any]:
    """Who is tied to whom whichever way; weights both ways are added."""
    graph = without_loops(network)
    if not graph.is_directed():
        return graph
    both: nx.Graph[Any] = nx.Graph()
    both.add_nodes_from(graph)
    for u, v, w in graph.edges(data="weight"):
        before = both.edges[u, v]["weight"] if both.has_edge(u, v) else 0.0
        both.add_edge(u, v, weight=before + w)
    return both
