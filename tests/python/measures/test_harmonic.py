"""Harmonic centrality against NetworkX and igraph."""

from __future__ import annotations

from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx
from support.lengths import networks_with_lengths


def by_node(net: aidnet.Network, values: dict[Any, float]) -> dict[Any, float]:
    """In the order of nodes; NetworkX answers in the order of a set."""
    return {label: values[label] for label in net.nodes}


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        expected = by_node(net, nx.harmonic_centrality(graph, distance=attribute))
        assert_close(aidnet.harmonic(net, length=length), expected, seed)


def test_distances_from_the_node() -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=True):
        expected = by_node(net, nx.harmonic_centrality(graph.reverse(), distance=attribute))
        assert_close(aidnet.harmonic(net, length=length, mode="out"), expected, seed)


@pytest.mark.parametrize("mode", ["in", "out", "all"])
def test_normalized_is_the_mean_of_igraph(mode: str) -> None:
    for _, net in networks(directed=True):
        if net.node_count < 2:
            continue
        peer = igraph.Graph.from_networkx(to_networkx(net))
        ours = aidnet.harmonic(net, mode=mode, normalized=True)
        np.testing.assert_allclose(ours, peer.harmonic_centrality(mode=mode), rtol=1e-9)


def test_partner_at_distance_zero() -> None:
    net = aidnet.from_edges(["Ningbo"], ["Yanbian"], [3.0])
    ours = aidnet.harmonic(net, length="neg_log_share")
    assert ours.to_dict() == {"Ningbo": 0.0, "Yanbian": np.inf}
