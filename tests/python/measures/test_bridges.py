"""Bridges against NetworkX and igraph."""

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
        ours = aidnet.bridges(net)
        pairs = [frozenset(pair) for pair in ours.itertuples(index=False)]
        assert len(set(pairs)) == len(pairs), f"seed {seed}"
        assert set(pairs) == set(map(frozenset, nx.bridges(graph))), f"seed {seed}"
        assert len(pairs) == len(igraph.Graph.from_networkx(graph).bridges()), f"seed {seed}"
        assert all(net.weight(*pair) != 0 for pair in ours.itertuples(index=False))
        some += len(pairs) > 0
    assert some > 50


def test_of_krackhardts_kite() -> None:
    """The string of the kite."""
    ours = aidnet.bridges(nx.krackhardt_kite_graph())
    assert ours.to_numpy().tolist() == [[7, 8], [8, 9]]
    assert ours.attrs["measure"] == "bridges"
