"""Local reaching centrality against NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx
from support.lengths import networks_with_lengths
from support.pairs import distances_of


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    compared = 0
    for seed, net in networks(0.9, directed=directed):
        graph = to_networkx(net)
        if len(net) < 2 or graph.size() == 0:  # errors in NetworkX
            continue
        compared += 1
        expected = {v: nx.local_reaching_centrality(graph, v) for v in graph}
        assert_close(aidnet.local_reaching(net), expected, seed)
    assert compared >= 200


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_all_distances(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) < 2:
            continue
        distances = distances_of(graph, attribute)
        np.fill_diagonal(distances, np.inf)
        near = np.isfinite(distances) if directed else 1 / distances
        values = near.sum(axis=1) / (len(net) - 1)
        expected = dict(zip(net.nodes, values, strict=True))
        assert_close(aidnet.local_reaching(net, length=length), expected, seed)
