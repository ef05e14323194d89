"""Core numbers against NetworkX and igraph."""

from __future__ import annotations

import igraph
import networkx as nx
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        graph = to_networkx(net)
        graph.remove_edges_from(list(nx.selfloop_edges(graph)))  # which NetworkX refuses
        assert_close(aidnet.core_number(net), nx.core_number(graph), seed, 0)


@pytest.mark.parametrize("mode", ["out", "in", "all"])
def test_parity_with_igraph(mode: str) -> None:
    for seed, net in networks():
        graph = to_networkx(net)
        graph.remove_edges_from(list(nx.selfloop_edges(graph)))
        cores = igraph.Graph.from_networkx(graph).coreness(mode=mode)
        assert_close(
            aidnet.core_number(net, mode=mode), dict(zip(net.nodes, cores, strict=True)), seed, 0
        )


def test_zachary_karate_club() -> None:
    """The members of each core, in igraph's tests/unit/coreness.out."""
    cores = aidnet.core_number(nx.karate_club_graph())
    assert cores.value_counts().to_dict() == {4: 10, 3: 12, 2: 11, 1: 1}
    assert set(cores[cores == 4].index) == {0, 1, 2, 3, 7, 8, 13, 30, 32, 33}
