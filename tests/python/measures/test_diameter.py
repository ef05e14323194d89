"""Diameter against NetworkX and igraph."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    connected = 0
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        ours = aidnet.diameter(net, length=length)
        if len(net) == 0:
            assert np.isnan(ours)
            continue
        whole = (nx.is_strongly_connected if directed else nx.is_connected)(graph)
        if whole:
            connected += 1
            expected = nx.diameter(graph, weight=attribute)
            assert ours == pytest.approx(expected, rel=1e-9), f"seed {seed}"
        each = [nx.single_source_dijkstra_path_length(graph, v, weight=attribute) for v in graph]
        far = [max(d.values()) if len(d) == len(net) else np.inf for d in each]
        assert ours == pytest.approx(max(far), rel=1e-9), f"seed {seed}"
        reached = max(max(d.values()) for d in each)
        ours = aidnet.diameter(net, length=length, reached_only=True)
        assert ours == pytest.approx(reached, rel=1e-9), f"seed {seed}"
    assert connected > 30


def test_parity_with_igraph() -> None:
    for seed, net in networks():
        if len(net) == 0:
            continue
        other = igraph.Graph.from_networkx(to_networkx(net))
        ours = aidnet.diameter(net, reached_only=True)
        assert ours == other.diameter(directed=net.directed), f"seed {seed}"


def test_karate_club() -> None:
    club = aidnet.from_networkx(nx.karate_club_graph())
    assert aidnet.diameter(club) == 5
