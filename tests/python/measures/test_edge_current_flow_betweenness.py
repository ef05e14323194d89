"""Current-flow betweenness of ties against NetworkX and the potentials of every pair."""

from __future__ import annotations

import itertools

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


def by_definition(both: np.ndarray) -> np.ndarray:
    count = len(both)
    inverse = np.linalg.pinv(np.diag(both.sum(axis=1)) - both, hermitian=True)
    value = np.zeros((count, count))
    for s, t in itertools.combinations(range(count), 2):
        at = inverse[:, s] - inverse[:, t]
        value += both * np.abs(at[:, None] - at[None, :])
    return value


def test_parity_with_networkx() -> None:
    compared = 0
    for seed, net in networks(0.14, directed=False):
        graph = to_networkx(net)
        # NetworkX takes a self-loop for a way out of the network.
        # Weights over twelve decades, of which NetworkX loses digits, are compared in C++.
        if net.node_count < 3 or not nx.is_connected(graph) or seed % 3 == 2:
            continue
        if nx.number_of_selfloops(graph):
            continue
        for normalized in (True, False):
            ours = aidnet.edge_current_flow_betweenness(net, normalized=normalized)
            theirs = nx.edge_current_flow_betweenness_centrality(
                graph, weight="weight", normalized=normalized, solver="full"
            )
            if not normalized:  # it has half of the sums over pairs
                theirs = {ends: 2 * value for ends, value in theirs.items()}
            both = theirs | {(v, u): value for (u, v), value in theirs.items()}
            expected = {(u, v): 0.0 if u == v else both.get((u, v), 0.0) for u, v in ours.index}
            assert_close(ours, expected, seed)
        compared += 1
    assert compared >= 40


def test_parity_with_the_definition() -> None:
    compared = 0
    for seed, net in networks(0.64):
        if not len(net) or seed % 3 == 2:
            continue
        weights = net.to_scipy().toarray()
        both = weights + weights.T if net.directed else weights.copy()
        np.fill_diagonal(both, 0)
        value = np.zeros_like(both)
        for part in map(sorted, nx.connected_components(nx.Graph(both > 0))):
            value[np.ix_(part, part)] = by_definition(both[np.ix_(part, part)])
        place = {node: k for k, node in enumerate(net.nodes)}
        ours = aidnet.edge_current_flow_betweenness(net, normalized=False)
        there = weights > 0
        expected = {
            (u, v): value[place[u], place[v]] * there[place[u], place[v]] for u, v in ours.index
        }
        assert_close(ours, expected, seed, 2e-9)
        compared += 1
    assert compared >= 200


def test_two_ways() -> None:
    # A ring of four: neighbours send 3/4 by their own tie, and 1/4 by the three others; those that
    # face each other 1/2 by each. Each tie: 3/4 + 3 / 4 + 2 / 2, over 3 * 2.
    ring = aidnet.from_edges(range(4), [1, 2, 3, 0])
    values = aidnet.edge_current_flow_betweenness(ring)
    assert values.tolist() == pytest.approx([2.5 / 6] * 4, abs=1e-15)
    assert values.index.names == ["source", "target"]


def test_mutual_ties_are_one_wire() -> None:
    net = aidnet.from_edges(["a", "b", "b"], ["b", "a", "c"], [1.0, 3.0, 2.0])
    values = aidnet.edge_current_flow_betweenness(net, normalized=False)
    assert values.to_dict() == pytest.approx({("a", "b"): 2.0, ("b", "a"): 2.0, ("b", "c"): 2.0})
