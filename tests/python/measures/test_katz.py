"""Katz centrality against NetworkX, and what only the Python side does."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


def spectral_radius(net: aidnet.Network) -> float:
    """By strong components, as eigenvalues of a defective whole are not exact."""
    graph = nx.DiGraph(to_networkx(net))
    parts = (nx.to_numpy_array(graph.subgraph(p)) for p in nx.strongly_connected_components(graph))
    return max(float(np.abs(np.linalg.eigvals(part)).max()) for part in parts)


def test_parity_with_networkx() -> None:
    compared = 0
    for seed, net in networks():
        if net.node_count < 2:
            continue  # NetworkX fails on a single node
        radius = spectral_radius(net)
        alpha = [0.1, 0.5, 0.9][seed % 3] / (radius or 1.0)
        rng = np.random.default_rng(seed)
        outside = dict(zip(net.nodes, rng.integers(1, 4, net.node_count) / 1.0, strict=True))
        given = {"beta_weights": outside} if seed % 2 else {"beta": 2.0}
        normalized = seed % 5 != 0
        ours = aidnet.katz(net, alpha=alpha, normalized=normalized, **given)
        expected = nx.katz_centrality_numpy(
            to_networkx(net),
            alpha,
            outside if seed % 2 else 2.0,
            normalized=normalized,
            weight="weight",
        )
        assert_close(ours, expected, seed)
        compared += 1
    assert compared >= 200


def test_limit_of_alpha() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "a"], [2.0, 8.0])
    assert aidnet.katz(net, alpha=0.2499).index.tolist() == ["a", "b"]
    for alpha in (0.25, 0.3):
        with pytest.raises(aidnet.ValidationError, match=r"is 4, so alpha must be below 0\.25"):
            aidnet.katz(net, alpha=alpha)
    assert np.isfinite(aidnet.katz(aidnet.from_edges(["a"], ["b"]), alpha=1e9)).all()


def test_directions_and_forms_of_beta() -> None:
    net = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [1.0, 2.0, 4.0])
    assert aidnet.katz(net, mode="out").equals(aidnet.katz(net.reverse()))
    both = aidnet.katz(net, mode="all", alpha=0.01)
    assert both.equals(aidnet.katz(net.to_undirected(), alpha=0.01))
    by_dict = aidnet.katz(net, beta_weights={"b": 2.0})
    assert by_dict.equals(aidnet.katz(net, beta_weights=[0.0, 2.0, 0.0]))
    assert by_dict["a"] == 0.0
    with pytest.raises(aidnet.UnknownNodeError, match="beta_weights"):
        aidnet.katz(net, beta_weights={"z": 1.0})
