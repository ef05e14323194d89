"""Sampled current-flow betweenness against NetworkX's exact one."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks


def test_within_its_bound_of_networkx() -> None:
    rng = np.random.default_rng(1)
    for seed in range(200):
        graph = nx.connected_watts_strogatz_graph(60 + seed % 20, 4, 0.3, seed=seed)
        for _, _, data in graph.edges(data=True):
            data["weight"] = 10 ** rng.uniform(-2, 2)
        exact = nx.current_flow_betweenness_centrality(graph, weight="weight", solver="full")
        net = aidnet.from_networkx(graph)
        ours = aidnet.approximate_current_flow_betweenness(net, error=0.25, seed=seed)
        assert ours.attrs["samples"] > 0
        assert 0 < ours.attrs["bound"] <= 0.25
        assert np.abs(ours - [exact[v] for v in net.nodes]).max() <= ours.attrs["bound"]


def test_small_networks_are_exact() -> None:
    for _, net in networks(10):
        ours = aidnet.approximate_current_flow_betweenness(net, error=0.01)
        assert ours.attrs["samples"] == ours.attrs["bound"] == 0
        exact = aidnet.current_flow_betweenness(net)
        np.testing.assert_array_equal(ours, exact)


def test_seeds() -> None:
    net = aidnet.from_networkx(nx.gnp_random_graph(300, 0.02, seed=1))
    one, again, other = (
        aidnet.approximate_current_flow_betweenness(net, error=0.2, seed=s) for s in (5, 5, 6)
    )
    assert one.equals(again)
    assert not one.equals(other)
    with pytest.raises(aidnet.ValidationError, match="seed is -1"):
        aidnet.approximate_current_flow_betweenness(net, seed=-1)
