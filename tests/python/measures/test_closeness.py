"""Closeness against NetworkX, igraph and published values."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx
from support.lengths import networks_with_lengths


@pytest.mark.parametrize("wf_improved", [True, False])
@pytest.mark.parametrize("directed", [True, False])
def test_parity_with_networkx(directed: bool, wf_improved: bool) -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=directed):
        expected = nx.closeness_centrality(graph, distance=attribute, wf_improved=wf_improved)
        ours = aidnet.closeness(net, length=length, wf_improved=wf_improved)
        assert_close(ours, expected, seed)


def test_distances_from_the_node() -> None:
    for seed, net, length, graph, attribute in networks_with_lengths(directed=True):
        expected = nx.closeness_centrality(graph.reverse(), distance=attribute)
        assert_close(aidnet.closeness(net, length=length, mode="out"), expected, seed)


def test_distances_either_way() -> None:
    for seed, net in networks(directed=True):
        graph = to_networkx(net)
        expected = nx.closeness_centrality(graph.to_undirected(), wf_improved=False)
        ours = aidnet.closeness(net, mode="all", wf_improved=False)
        assert_close(ours, expected, seed)
        other = igraph.Graph.from_networkx(graph)
        reached = np.nan_to_num(other.closeness(mode="all")) if net.node_count else []
        np.testing.assert_allclose(ours, reached, rtol=1e-9)


def test_marriages_of_florence() -> None:
    """Wasserman, S., Faust, K. (1994), section 5.2.2: the Medici's closeness is 0.56."""
    families = aidnet.closeness(aidnet.from_networkx(nx.florentine_families_graph()))
    assert families.idxmax() == "Medici"
    assert round(families["Medici"], 9) == 0.56


def test_only_partner_at_distance_zero() -> None:
    net = aidnet.from_edges(["Ningbo"], ["Yanbian"], [3.0])
    ours = aidnet.closeness(net, length="neg_log_share")
    assert ours.to_dict() == {"Ningbo": 0.0, "Yanbian": np.inf}
