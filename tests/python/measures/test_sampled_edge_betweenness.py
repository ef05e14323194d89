"""Sampled edge betweenness against NetworkX's exact one."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close
from support.lengths import networks_with_lengths
from support.pairs import by_edge


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx_where_exact(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        ours = aidnet.sampled_edge_betweenness(net, length=length, seed=seed)
        assert ours.attrs["samples"] == 0
        assert ours.attrs["bound"] == 0
        expected = nx.edge_betweenness_centrality(graph, weight=attribute)
        assert_close(ours, by_edge(ours, expected, directed=directed), seed)


@pytest.mark.parametrize("directed", [True, False])
def test_within_its_bound_of_networkx(directed: bool) -> None:
    graph = nx.gnp_random_graph(500, 0.006, seed=1, directed=directed)
    net = aidnet.from_networkx(graph)
    exact = nx.edge_betweenness_centrality(graph)
    for seed in range(50):
        ours = aidnet.sampled_edge_betweenness(net, error=0.2, seed=seed)
        assert 0 < ours.attrs["samples"] < 500
        assert ours.attrs["bound"] <= 0.2
        expected = np.array(list(by_edge(ours, exact, directed=directed).values()))
        assert np.abs(ours - expected).max() <= ours.attrs["bound"]


def test_seeds() -> None:
    net = aidnet.from_networkx(nx.gnp_random_graph(500, 0.006, seed=1))
    one, again, other = (aidnet.sampled_edge_betweenness(net, error=0.2, seed=s) for s in (5, 5, 6))
    assert one.equals(again)
    assert not one.equals(other)
    with pytest.raises(aidnet.ValidationError, match="seed is -1"):
        aidnet.sampled_edge_betweenness(net, seed=-1)
