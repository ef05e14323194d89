"""Subgraph centrality against NetworkX and SciPy."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy.linalg import expm

import aidnet
from support.cases import assert_close, networks, to_networkx


def test_parity_with_networkx() -> None:
    for seed, net in networks(directed=False):
        if net.node_count:
            assert_close(aidnet.subgraph(net), nx.subgraph_centrality(to_networkx(net)), seed)


def test_parity_with_the_matrix_exponential() -> None:
    for seed, net in networks():
        ties = (net.to_scipy().toarray() > 0).astype(float)
        both = np.minimum(ties + ties.T, 1.0)
        for mode, matrix in (("all", both), ("out", ties), ("in", ties)):
            expected = np.diag(expm(matrix)) if len(net) else []
            ours = aidnet.subgraph(net, mode=mode)
            assert_close(ours, dict(zip(net.nodes, expected, strict=True)), seed)


def test_weights() -> None:
    # cosh of the weight of a single edge, there and back.
    net = aidnet.from_edges(["a", "b"], ["b", "c"], [0.5, 2.0])
    pair = aidnet.subgraph(aidnet.from_edges(["a"], ["b"], [3.0]), weighted=True)
    assert pair.tolist() == pytest.approx([np.cosh(3.0)] * 2)
    matrix = np.array([[0.0, 0.5, 0.0], [0.5, 0.0, 2.0], [0.0, 2.0, 0.0]])
    assert aidnet.subgraph(net, weighted=True).tolist() == pytest.approx(np.diag(expm(matrix)))
    assert aidnet.subgraph(net, weighted=True, mode="out").tolist() == [1.0, 1.0, 1.0]


def test_too_large_weights() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "a"], [1e3, 1e3])
    with pytest.raises(aidnet.ValidationError, match="exceeds the range of a double"):
        aidnet.subgraph(net, weighted=True)
