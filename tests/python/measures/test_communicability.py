"""Communicability against NetworkX and SciPy."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
import pytest
from scipy.linalg import expm

import aidnet
from support.cases import networks, to_networkx


def test_parity_with_networkx() -> None:
    for seed, net in networks(directed=False):
        if not net.node_count:
            continue
        ours = aidnet.communicability(net)
        theirs = nx.communicability_exp(to_networkx(net))
        expected = np.array([[theirs[p][q] for q in net.nodes] for p in net.nodes])
        np.testing.assert_allclose(
            ours, expected, rtol=0, atol=1e-9 * expected.max(), err_msg=f"seed {seed}"
        )


def test_parity_with_scipy() -> None:
    for seed, net in networks():
        weights = net.to_scipy().toarray()
        ties = (weights > 0).astype(float)
        for mode, matrix in (("out", ties), ("in", ties.T), ("all", np.minimum(ties + ties.T, 1))):
            ours = aidnet.communicability(net, mode=mode).to_numpy()
            expected = expm(matrix) if len(net) else matrix
            scale = expected.max(initial=0.0)
            np.testing.assert_allclose(
                ours, expected, rtol=0, atol=1e-9 * scale, err_msg=f"seed {seed}"
            )


def test_far_pairs_are_exact() -> None:
    # Along a directed line there is one walk to each node, of k steps: 1 / k!.
    line = aidnet.from_edges(range(60), range(1, 61))
    row = aidnet.communicability(line, mode="out").loc[0]
    for k, value in enumerate(row):
        assert value == pytest.approx(1 / math.factorial(k), rel=1e-14)


def test_weights_and_shape() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [0.5, 2.0])
    matrix = np.array([[0.0, 0.5, 0.0], [0.0, 0.0, 2.0], [0.0, 0.0, 0.0]])
    ours = aidnet.communicability(net, weighted=True, mode="out")
    np.testing.assert_allclose(ours, expm(matrix), atol=1e-15)
    assert ours.loc["a", "c"] == 0.5
    assert aidnet.communicability(aidnet.from_edges([], [])).shape == (0, 0)


def test_size_limit() -> None:
    with pytest.raises(aidnet.SizeError, match="16384"):
        aidnet.communicability(aidnet.from_edges([0], [1], nodes=range(16_385)))
