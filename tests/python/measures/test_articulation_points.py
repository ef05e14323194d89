"""Articulation points against NetworkX and igraph."""

from __future__ import annotations

import igraph
import networkx as nx

import aidnet
from support.cases import networks
from support.undirected import partners


def test_parity_with_networkx_and_igraph() -> None:
    some = 0
    for seed, net in networks():
        graph = partners(net)
        ours = aidnet.articulation_points(net)
        assert set(ours) == set(nx.articulation_points(graph)), f"seed {seed}"
        places = net.nodes.get_indexer(ours).tolist()
        assert places == sorted(igraph.Graph.from_networkx(graph).articulation_points())
        some += len(ours) > 0
    assert some > 50


def test_of_krackhardts_kite() -> None:
    """Heather (7) and Ike (8) alone hold Jane (9) (Krackhardt 1990, doi:10.2307/2393394)."""
    assert aidnet.articulation_points(nx.krackhardt_kite_graph()).to_list() == [7, 8]
