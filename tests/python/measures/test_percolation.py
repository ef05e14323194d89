"""Percolation centrality against NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) < 3:  # an error in NetworkX
            assert (aidnet.percolation(net, length=length) == 0).all()
            continue
        rng = np.random.default_rng(seed)
        drawn = rng.choice([0.0, 0.5, 1.0, 7.0], len(net)) + (seed % 2) * 0.1
        if (drawn > 0).sum() < 2:  # an error in NetworkX
            drawn += 1.0
        states = dict(zip(net.nodes, drawn, strict=True))
        expected = nx.percolation_centrality(graph, states=states, weight=attribute)
        assert_close(aidnet.percolation(net, length=length, states=states), expected, seed)


def test_all_alike_is_betweenness() -> None:
    net = aidnet.from_networkx(nx.karate_club_graph())
    directed = aidnet.from_networkx(nx.karate_club_graph().to_directed())
    np.testing.assert_allclose(aidnet.percolation(net), aidnet.betweenness(net), atol=1e-15)
    np.testing.assert_allclose(aidnet.percolation(directed), aidnet.betweenness(net), atol=1e-15)
