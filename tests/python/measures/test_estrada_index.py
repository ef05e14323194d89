"""The Estrada index against NetworkX and the eigenvalues."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import networks, to_networkx


def test_parity_with_networkx() -> None:
    for seed, net in networks(directed=False):
        if net.node_count:
            expected = nx.estrada_index(to_networkx(net))
            assert aidnet.estrada_index(net) == pytest.approx(expected, rel=1e-12), seed


def test_parity_with_the_eigenvalues() -> None:
    for seed, net in networks():
        ties = (net.to_scipy().toarray() > 0).astype(float)
        for mode, matrix in (("all", np.minimum(ties + ties.T, 1.0)), ("out", ties)):
            expected = np.exp(np.linalg.eigvals(matrix)).sum().real if len(net) else 0.0
            ours = aidnet.estrada_index(net, mode=mode)
            assert ours == pytest.approx(expected, rel=1e-9), seed


def test_complete_and_empty_networks() -> None:
    # The complete graph of n nodes has the eigenvalues n - 1, once, and -1.
    edges = np.triu_indices(6, 1)
    complete = aidnet.from_edges(*edges, directed=False)
    assert aidnet.estrada_index(complete) == pytest.approx(np.exp(5) + 5 * np.exp(-1), rel=1e-14)
    assert aidnet.estrada_index(aidnet.from_edges([], [], nodes=range(4))) == 4.0
    assert aidnet.estrada_index(aidnet.from_edges([], [])) == 0.0


def test_weights() -> None:
    net = aidnet.from_edges(["a"], ["b"], [3.0])
    assert aidnet.estrada_index(net, weighted=True) == pytest.approx(2 * np.cosh(3.0))
