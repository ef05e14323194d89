"""Eccentricity against NetworkX and igraph."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool) -> None:
    connected = 0
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        expected = {}
        for v in graph:
            found = nx.single_source_dijkstra_path_length(graph, v, weight=attribute)
            expected[v] = max(found.values()) if len(found) == len(graph) else np.inf
        ours = aidnet.eccentricity(net, length=length)
        assert_close(ours, expected, seed)
        if expected and np.isfinite(ours).all():
            connected += 1
            assert_close(ours, nx.eccentricity(graph, weight=attribute), seed)
    assert connected > 30


@pytest.mark.parametrize("mode", ["out", "in", "all"])
def test_parity_with_igraph(mode: str) -> None:
    for seed, net in networks(directed=True):
        other = igraph.Graph.from_networkx(to_networkx(net))
        expected = dict(zip(net.nodes, other.eccentricity(mode=mode), strict=True))
        assert_close(aidnet.eccentricity(net, mode=mode, reached_only=True), expected, seed)


def test_marriages_of_florence() -> None:
    """Without the Pucci, who married nobody, the Medici are three steps from all."""
    families = aidnet.eccentricity(aidnet.from_networkx(nx.florentine_families_graph()))
    assert families["Medici"] == 3
    assert families.min() == 3
    assert families.max() == 5
