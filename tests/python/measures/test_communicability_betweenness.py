"""Communicability betweenness against NetworkX and the definition."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


def exponential(matrix: np.ndarray) -> np.ndarray:
    """exp(matrix) with all digits of small elements: powers of positive terms, 80 bits each."""
    total = term = np.eye(len(matrix), dtype=np.longdouble)
    for k in range(1, 120):
        term = term @ matrix / k
        total = total + term
    return total


def by_definition(ties: np.ndarray) -> list[float]:
    count = len(ties)
    every = exponential(ties)
    scores = []
    for r in range(count):
        kept = np.arange(count) != r
        others = every[np.ix_(kept, kept)]
        without = exponential(ties[np.ix_(kept, kept)])
        lost = np.divide(others - without, others, out=np.zeros_like(others), where=others > 0)
        np.fill_diagonal(lost, 0)
        scores.append(float(lost.sum()) / max((count - 1) * (count - 2), 1))
    return scores


def test_parity_with_networkx() -> None:
    compared = 0
    for seed, net in networks(0.4, directed=False):
        graph = to_networkx(net)
        # NetworkX has NaN between components, and few digits between nodes that are far apart.
        if net.node_count < 3 or not nx.is_connected(graph) or nx.diameter(graph) > 5:
            continue
        expected = nx.communicability_betweenness_centrality(graph)
        assert_close(aidnet.communicability_betweenness(net), expected, seed)
        compared += 1
    assert compared >= 40


def test_parity_with_the_definition() -> None:
    for seed, net in networks():
        if net.node_count > 20:
            continue
        ties = (net.to_scipy().toarray() > 0).astype(np.longdouble)
        for mode, matrix in (("all", np.minimum(ties + ties.T, 1)), ("out", ties)):
            ours = aidnet.communicability_betweenness(net, mode=mode)
            expected = by_definition(matrix)
            assert_close(ours, dict(zip(net.nodes, expected, strict=True)), seed)


def test_published_example() -> None:
    """The example of NetworkX's documentation, to its two decimals."""
    net = aidnet.from_edges([0, 1, 1, 5, 2, 2, 4, 3], [1, 2, 5, 4, 4, 3, 3, 6], directed=False)
    scores = aidnet.communicability_betweenness(net).sort_index()
    assert scores.round(2).tolist() == [0.03, 0.45, 0.51, 0.45, 0.40, 0.19, 0.03]


def test_middle_of_a_star() -> None:
    # Every walk between two leaves passes the middle; none between others passes a leaf only, but
    # some between the middle and the others do.
    star = aidnet.from_edges([0, 0, 0], [1, 2, 3], directed=False)
    scores = aidnet.communicability_betweenness(star)
    assert scores[0] == pytest.approx(1.0, abs=1e-15)
    assert 0 < scores[1] == pytest.approx(scores[2], abs=1e-15)
