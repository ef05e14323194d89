"""Bipartition against NetworkX."""

from __future__ import annotations

import networkx as nx
import pytest

import aidnet
from support.cases import networks, to_networkx


def two_sided(net: aidnet.Network) -> aidnet.Network:
    """Its edges between nodes at even and at odd places."""
    edges, place = net.edges, net.nodes.get_indexer
    edges = edges[(place(edges["source"]) + place(edges["target"])) % 2 == 1]
    return aidnet.from_edges(
        edges["source"], edges["target"], edges["weight"], nodes=net.nodes, directed=net.directed
    )


def test_parity_with_networkx() -> None:
    sided = odd = 0
    for seed, whole in networks():
        for net in (whole, two_sided(whole)):
            graph = to_networkx(net).to_undirected()
            if nx.is_bipartite(graph):
                side = aidnet.bipartition(net)
                assert all(side[u] != side[v] for u, v in graph.edges), f"seed {seed}"
                for part in nx.connected_components(graph):
                    assert side[[label for label in net.nodes if label in part]].iloc[0] == 0
                sided += 1
                continue
            with pytest.raises(aidnet.CycleError, match="odd cycle") as caught:
                aidnet.bipartition(net)
            cycle = caught.value.cycle
            assert len(cycle) % 2 == 1, f"seed {seed}"
            assert all(map(graph.has_edge, cycle, [*cycle[1:], cycle[0]])), f"seed {seed}"
            odd += 1
    assert sided >= 200
    assert odd >= 50


def test_of_the_davis_women() -> None:
    """18 women and 14 events (Davis, Gardner and Gardner 1941)."""
    side = aidnet.bipartition(nx.davis_southern_women_graph())
    assert side.value_counts().to_dict() == {0: 18, 1: 14}
