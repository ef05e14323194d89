"""Triangles against NetworkX and igraph."""

from __future__ import annotations

import igraph
import networkx as nx

import aidnet
from support.cases import assert_close, networks
from support.undirected import partners


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        assert_close(aidnet.triangles(net), nx.triangles(partners(net)), seed, 0)


def test_parity_with_igraph() -> None:
    for _, net in networks():
        graph = igraph.Graph.from_networkx(partners(net))
        assert aidnet.triangles(net).sum() == 3 * len(graph.list_triangles())


def test_zachary_karate_club() -> None:
    """45 triangles, in KONECT (konect.cc/networks/ucidata-zachary)."""
    assert aidnet.triangles(nx.karate_club_graph()).sum() == 3 * 45
