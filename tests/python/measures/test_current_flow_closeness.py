"""Current-flow closeness against NetworkX and the pseudo-inverse of the Laplacian."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy.sparse.csgraph import connected_components

import aidnet
from support.cases import assert_close, networks, to_networkx


def test_parity_with_networkx() -> None:
    compared = 0
    for seed, net in networks(0.25, directed=False):
        graph = to_networkx(net)
        # Weights over twelve decades, of which NetworkX loses digits, are compared below.
        if net.node_count < 2 or not nx.is_connected(graph) or seed % 3 == 2:
            continue
        for weighted, weight in ((True, "weight"), (False, None)):
            ours = aidnet.current_flow_closeness(net, weighted=weighted)
            theirs = nx.current_flow_closeness_centrality(graph, weight=weight)
            assert_close(ours, {node: theirs[node] for node in net.nodes}, seed)
            theirs = nx.information_centrality(graph, weight=weight)
            assert_close(ours, {node: theirs[node] for node in net.nodes}, seed)
        compared += 1
    assert compared >= 60


def test_parity_with_the_pseudo_inverse() -> None:
    compared = 0
    for seed, net in networks(0.64):
        if not len(net) or seed % 3 == 2:
            continue
        weights = net.to_scipy().toarray()
        both = weights + weights.T if net.directed else weights
        labels = connected_components(both)[1]
        expected = np.zeros(len(net))
        for one in np.unique(labels):
            where = np.flatnonzero(labels == one)
            if where.size > 1:
                part = both[np.ix_(where, where)]
                inverse = np.linalg.pinv(np.diag(part.sum(axis=1)) - part, hermitian=True)
                own = np.diag(inverse)
                resistance = own[:, None] + own[None, :] - 2 * inverse
                expected[where] = 1 / resistance.sum(axis=1)
        ours = aidnet.current_flow_closeness(net)
        assert_close(ours, dict(zip(net.nodes, expected, strict=True)), seed)
        compared += 1
    assert compared >= 200


def test_series_and_parallel() -> None:
    # Two wires of 2 one after the other conduct as one of 1, which beside one of 3 makes 4.
    net = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [2.0, 2.0, 3.0])
    scores = aidnet.current_flow_closeness(net)
    # a - b: 2 beside 1 / (1/2 + 1/3) = 1.2.
    assert scores["a"] == pytest.approx(1 / (1 / 4 + 1 / 3.2), rel=1e-14)
    assert scores["b"] == pytest.approx(1 / (2 / 3.2), rel=1e-14)


def test_uneven_weights_cost_no_digits() -> None:
    # Along a chain, resistances are sums of 1 / weight.
    weight = 10.0 ** np.array([9, -9, 9, -3, 0, 6, -6])
    net = aidnet.from_edges(range(7), range(1, 8), weight)
    place = np.concatenate([[0.0], np.cumsum(1 / weight)])
    expected = 1 / np.abs(place[:, None] - place[None, :]).sum(axis=1)
    np.testing.assert_allclose(aidnet.current_flow_closeness(net), expected, rtol=1e-13)
