"""Trophic levels against NetworkX and the equations of the papers."""

from __future__ import annotations

from fractions import Fraction

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csc_array
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import spsolve

import aidnet
from support.cases import assert_close, networks, random_network, to_networkx


def by_least_squares(net: aidnet.Network) -> list[float]:
    """The levels that make ties rise by 1, as a least-squares problem of one row a tie."""
    weights = net.to_scipy().toarray()
    source, target = np.nonzero(weights)
    rows = np.zeros((len(source), len(net)))
    root = np.sqrt(weights[source, target])
    rows[np.arange(len(source)), target] += root
    rows[np.arange(len(source)), source] -= root
    levels = np.linalg.lstsq(rows, np.where(source == target, 0.0, root), rcond=1e-13)[0]
    labels = connected_components(weights)[1]
    for one in np.unique(labels):
        levels[labels == one] -= levels[labels == one].min()
    return list(levels)


def test_mackay_is_a_least_squares_fit() -> None:
    for seed, net in networks(0.64):
        if len(net) and seed % 3 != 2:  # weights over twelve decades: see below
            ours = aidnet.trophic_levels(net)
            atol = 1e-9 * max(ours.max(), 1.0)
            expected = by_least_squares(net)
            np.testing.assert_allclose(ours, expected, rtol=0, atol=atol, err_msg=f"seed {seed}")


def exact_levels(net: aidnet.Network) -> list[float]:
    """Gauss's elimination of MacKay's equations in exact fractions of the given weights."""
    n = len(net)
    weights = [[Fraction(w) for w in row] for row in net.to_scipy().toarray().tolist()]
    both = [[weights[i][j] + weights[j][i] for j in range(n)] for i in range(n)]
    a = [[sum(both[i]) * (i == j) - both[i][j] for j in range(n)] for i in range(n)]
    b = [sum(weights[j][i] for j in range(n)) - sum(weights[i]) for i in range(n)]
    labels = connected_components(net.to_scipy().toarray())[1]
    for first in {int(np.flatnonzero(labels == c)[0]) for c in set(labels)}:
        a[first] = [Fraction(int(j == first)) for j in range(n)]
        b[first] = Fraction(0)
    for k in range(n):
        for i in range(k + 1, n):
            if a[i][k]:
                factor = a[i][k] / a[k][k]
                a[i] = [x - factor * y for x, y in zip(a[i], a[k], strict=True)]
                b[i] -= factor * b[k]
    levels = [Fraction(0)] * n
    for k in reversed(range(n)):
        rest = sum(a[k][j] * levels[j] for j in range(k + 1, n))
        levels[k] = (b[k] - rest) / a[k][k]
    return [float(levels[i] - min(h for h, c in zip(levels, labels, strict=True) if c == labels[i]))
            for i in range(n)]  # fmt: skip


def test_mackay_exactly_for_weights_over_twelve_decades() -> None:
    for seed in range(2, 200, 3):
        net = random_network(seed, directed=True)
        if net.node_count <= 24:
            expected = dict(zip(net.nodes, exact_levels(net), strict=True))
            assert_close(aidnet.trophic_levels(net), expected, seed, 1e-13)


def test_levine_is_networkx() -> None:
    compared = 0
    for seed in range(2000):
        net = random_network(seed, directed=True)
        graph = to_networkx(net)
        if not len(net):
            continue
        try:
            expected = nx.trophic_levels(graph)
        except nx.NetworkXError:
            with pytest.raises(aidnet.UndefinedError, match="levine"):
                aidnet.trophic_levels(net, method="levine")
            continue
        ours = aidnet.trophic_levels(net, method="levine")
        if ours.max() > 1e5:
            continue  # the inverse that NetworkX takes has lost digits
        assert_close(ours, {node: expected[node] for node in net.nodes}, seed)
        compared += 1
    assert compared >= 200


def test_by_hand() -> None:
    # The intermediary b wants to be at 1 for 4 units each, c at 2 for 4 and at 1 for 1: the chain
    # of two rises of x and the direct tie of 2x: 8 (x - 1)^2 + (2x - 1)^2 is least at x = 5/6.
    net = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [4.0, 4.0, 1.0])
    assert aidnet.trophic_levels(net).tolist() == pytest.approx([0.0, 5 / 6, 10 / 6], abs=1e-15)
    # Levine: b at 1 + 1, c above (4 * 2 + 1 * 1) / 5.
    levels = aidnet.trophic_levels(net, method="levine")
    assert levels.tolist() == pytest.approx([1.0, 2.0, 2.8], abs=1e-15)


def test_large_parts_are_the_same() -> None:
    rng = np.random.default_rng(1)
    source, target = rng.integers(0, 1100, (2, 2500))
    weight = rng.integers(1, 9, 2500).astype(float)
    chain = np.arange(1099)
    net = aidnet.from_edges(
        [*source, *chain], [*target, *chain + 1], [*weight, *np.ones(1099)], nodes=range(1100)
    )
    ours = aidnet.trophic_levels(net)
    assert ours.attrs["iterations"] > 0
    matrix = net.to_scipy()
    both = (matrix + matrix.T).todense()
    laplacian = csc_array(np.diag(both.sum(axis=1)) - both)[1:, 1:]
    flow = matrix.sum(axis=0) - matrix.sum(axis=1)
    expected = np.concatenate([[0.0], spsolve(laplacian, flow[1:])])
    expected -= expected.min()
    assert_close(ours, dict(zip(net.nodes, expected, strict=True)), 1)
    up = source < target
    dag = aidnet.from_edges(source[up], target[up], weight[up], nodes=range(1100))
    graph = dag.to_networkx()
    theirs = nx.trophic_levels(graph)
    levels = aidnet.trophic_levels(dag, method="levine")
    assert_close(levels, {node: theirs[node] for node in dag.nodes}, 1)
