"""Current-flow betweenness of nodes against NetworkX and the potentials of every pair."""

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
    score = np.zeros(count)
    for s, t in itertools.combinations(range(count), 2):
        at = inverse[:, s] - inverse[:, t]
        through = (both * np.abs(at[:, None] - at[None, :])).sum(axis=1) / 2
        through[[s, t]] = 0
        score += through
    return score


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
        for weighted, weight in ((True, "weight"), (False, None)):
            for normalized in (True, False):
                ours = aidnet.current_flow_betweenness(
                    net, weighted=weighted, normalized=normalized
                )
                theirs = nx.current_flow_betweenness_centrality(
                    graph, weight=weight, normalized=normalized, solver="full"
                )
                assert_close(ours, {node: theirs[node] for node in net.nodes}, seed)
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
        parts = list(nx.connected_components(nx.Graph(both > 0)))
        expected = np.zeros(len(net))
        for part in map(sorted, parts):
            expected[part] = by_definition(both[np.ix_(part, part)])
        ours = aidnet.current_flow_betweenness(net, normalized=False)
        assert_close(ours, dict(zip(net.nodes, expected, strict=True)), seed, 2e-9)
        pairs = (len(net) - 1) * (len(net) - 2) / 2
        if pairs:
            again = aidnet.current_flow_betweenness(net)
            assert_close(again, dict(zip(net.nodes, expected / pairs, strict=True)), seed, 2e-9)
        compared += 1
    assert compared >= 200


def test_two_ways() -> None:
    # A ring of four: between two that face each other, half passes each of the others; between
    # neighbours, a quarter takes the long way. Each node is beside one pair of the first kind and
    # two of the second: (1/2 + 2 / 4) / 3.
    ring = aidnet.from_edges(range(4), [1, 2, 3, 0], directed=False)
    assert aidnet.current_flow_betweenness(ring).tolist() == pytest.approx([1 / 3] * 4, abs=1e-15)


def test_uneven_weights_cost_no_digits() -> None:
    # Along a chain everything passes, whatever the weights.
    weight = 10.0 ** np.array([9, -3, 6, -3, 0, 6, -3])
    net = aidnet.from_edges(range(7), range(1, 8), weight)
    expected = [k * (7 - k) / 21 for k in range(8)]
    assert aidnet.current_flow_betweenness(net).tolist() == pytest.approx(expected, abs=1e-12)
