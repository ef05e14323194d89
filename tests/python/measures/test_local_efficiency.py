"""Local efficiency against NetworkX, and from its distances among partners."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx
from support.lengths import networks_with_lengths
from support.pairs import distances_of


def without_loops(graph: nx.Graph[Any]) -> nx.Graph[Any]:
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph


def test_parity_with_networkx() -> None:
    for seed, net in networks(directed=False):
        graph = without_loops(to_networkx(net))
        expected = nx.local_efficiency(graph) if len(net) else np.nan
        ours = aidnet.local_efficiency(net)
        assert ours == pytest.approx(expected, rel=1e-9, nan_ok=True), f"seed {seed}"


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_all_distances(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        if len(net) == 0:
            continue
        total = 0.0
        for v in without_loops(graph):
            partners = set(nx.all_neighbors(graph, v))
            if len(partners) > 1:
                distances = distances_of(graph.subgraph(partners), attribute)
                np.fill_diagonal(distances, np.inf)
                total += (1 / distances).sum() / (len(partners) * (len(partners) - 1))
        ours = aidnet.local_efficiency(net, length=length)
        assert ours == pytest.approx(total / len(net), rel=1e-9), f"seed {seed}"


def test_wheel() -> None:
    """A hub and a rim of four: the hub's partners have 5/6, each of the rim three in a row."""
    wheel = aidnet.from_networkx(nx.wheel_graph(5))
    # Rim of 4: distances 1, 1, 2. Partners of a rim node: hub and both neighbours, 1, 1, 2.
    assert aidnet.local_efficiency(wheel) == pytest.approx(5 / 6, rel=1e-12)
