"""HITS against the dense singular value decomposition and NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


def test_parity_with_numpy_and_networkx() -> None:
    defined = 0
    for seed, net in networks(0.5):
        if not net.node_count:
            continue
        w = net.to_scipy().toarray()
        left, values, right = np.linalg.svd(w)
        second = values[1] if values.size > 1 else 0.0
        unique = second < values[0] * (1 - 1e-9)
        if not unique:
            # A symmetric W may have a unique symmetric solution where there are others.
            if (w != w.T).any():
                with pytest.raises(aidnet.UndefinedError):
                    aidnet.hits(net)
            continue
        if second > values[0] * (1 - 1e-6):
            continue  # beyond the digits of a decomposition in double precision
        defined += 1
        ours = aidnet.hits(net, tolerance=1e-14)
        assert ours.attrs["singular_value"] == pytest.approx(values[0], rel=1e-12)
        hub, authority = np.abs(left[:, 0]), np.abs(right[0])
        for column, expected in (("hub", hub), ("authority", authority)):
            wanted = dict(zip(net.nodes, expected / expected.sum(), strict=True))
            assert_close(ours[column], wanted, seed)
        if net.node_count > 2:
            hubs, authorities = nx.hits(to_networkx(net), max_iter=10_000, tol=1e-14)
            assert_close(ours["hub"], hubs, seed, 1e-8)
            assert_close(ours["authority"], authorities, seed, 1e-8)
    assert defined >= 200


def test_raw_vectors() -> None:
    net = aidnet.from_edges(["a", "a", "b"], ["c", "d", "d"], [1.0, 2.0, 2.0])
    raw = aidnet.hits(net, normalized=False)
    w = net.to_scipy()
    assert np.linalg.norm(raw["authority"]) == pytest.approx(1.0, rel=1e-14)
    np.testing.assert_allclose(raw["hub"], w @ raw["authority"].to_numpy(), rtol=1e-12)
    assert np.linalg.norm(raw["hub"]) == pytest.approx(raw.attrs["singular_value"], rel=1e-12)


def test_undefined_networks_say_why() -> None:
    with pytest.raises(aidnet.UndefinedError, match="no tie"):
        aidnet.hits(aidnet.from_edges([], [], nodes=["a", "b"]))
    twins = aidnet.from_edges(["a", "b"], ["c", "d"])
    with pytest.raises(aidnet.UndefinedError, match="2 components"):
        aidnet.hits(twins)


def test_undirected_networks_are_symmetric() -> None:
    """Bipartite ones too, where NetworkX returns whatever its solver started from."""
    net = aidnet.from_edges(["a", "a"], ["b", "c"], directed=False)
    scores = aidnet.hits(net)
    assert scores["hub"].equals(scores["authority"].rename("hub"))
    directed = aidnet.from_networkx(net.to_networkx().to_directed())
    np.testing.assert_allclose(aidnet.hits(directed), scores, rtol=1e-12)
    x = aidnet.eigenvector(net)
    np.testing.assert_allclose(scores["hub"], x / x.sum(), rtol=1e-12)
