"""Eigenvector centrality against NetworkX, where that has one answer."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


def dense(net: aidnet.Network) -> np.ndarray:
    return net.to_scipy().toarray()


def test_parity_with_networkx_inside_the_leading_component() -> None:
    compared = 0
    for seed, net in networks(0.4):
        try:
            ours = aidnet.eigenvector(net, tolerance=1e-14)
        except aidnet.UndefinedError as error:
            if "no cycle" in str(error):
                w = dense(net) > 0
                power = np.linalg.matrix_power(w.astype(float), max(1, net.node_count))
                assert not power.any(), f"seed {seed}"
            continue
        if ours.empty:
            continue
        # NetworkX takes strongly connected graphs only: the leading component by itself.
        graph = to_networkx(net)
        parts = (
            nx.strongly_connected_components(graph)
            if graph.is_directed()
            else nx.connected_components(graph)
        )
        radius = {
            frozenset(part): np.abs(
                np.linalg.eigvals(nx.to_numpy_array(graph.subgraph(part)))
            ).max()
            for part in parts
        }
        leader = max(radius, key=lambda part: radius[part])
        rivals = sorted(radius.values())
        if len(leader) < 3 or (len(rivals) > 1 and rivals[-2] > rivals[-1] * (1 - 1e-6)):
            continue
        inside = [label for label in net.nodes if label in leader]
        part = nx.to_numpy_array(graph, nodelist=inside)
        values, vectors = np.linalg.eig(part.T)
        lead = int(np.argmax(values.real))
        gap = min(abs(values[lead] - v) for k, v in enumerate(values) if k != lead)
        # Where the double-precision peers themselves cannot be exact (weights over twelve decades
        # make the eigenvalue as ill-conditioned), there is nothing to compare.
        if np.linalg.norm(part, 2) > 1e4 * gap:
            continue
        expected = np.abs(vectors[:, lead].real)
        scores = ours[inside] / np.linalg.norm(ours[inside])
        assert_close(
            scores, dict(zip(inside, expected / np.linalg.norm(expected), strict=True)), seed
        )
        peer = nx.eigenvector_centrality_numpy(graph.subgraph(inside), weight="weight")
        assert_close(scores, {label: abs(peer[label]) for label in inside}, seed, 1e-8)
        compared += 1
    assert compared >= 200


def test_certificate_on_all_cases() -> None:
    defined = 0
    for seed, net in networks(0.6):
        try:
            x = aidnet.eigenvector(net)
        except aidnet.UndefinedError:
            continue
        if x.empty:
            continue
        defined += 1
        off = dense(net).T @ x.to_numpy() / x.attrs["eigenvalue"] - x.to_numpy()
        assert np.linalg.norm(off) <= 2e-12, f"seed {seed}"
        assert (x >= 0).all()
        assert np.linalg.norm(x) == pytest.approx(1.0, rel=1e-14)
    assert defined >= 200


def test_parity_on_strongly_connected_networks() -> None:
    for seed in range(200):
        rng = np.random.default_rng(seed)
        n = int(rng.integers(3, 40))
        ring = np.arange(n)
        extra = rng.integers(0, n, (2, 3 * n))
        net = aidnet.from_edges(
            np.concatenate([ring, extra[0]]),
            np.concatenate([(ring + 1) % n, extra[1]]),
            rng.integers(1, 9, 4 * n).astype(float),
            directed=bool(seed % 2),
        )
        expected = nx.eigenvector_centrality_numpy(to_networkx(net), weight="weight")
        assert_close(aidnet.eigenvector(net), {k: abs(v) for k, v in expected.items()}, seed)


def test_directions() -> None:
    net = aidnet.from_edges(["a", "b", "b", "c"], ["b", "a", "c", "b"], [1.0, 2.0, 4.0, 3.0])
    assert aidnet.eigenvector(net, mode="out").equals(aidnet.eigenvector(net.reverse()))
    assert aidnet.eigenvector(net, mode="all").equals(aidnet.eigenvector(net.to_undirected()))


def test_undefined_networks_say_why() -> None:
    with pytest.raises(aidnet.UndefinedError, match="katz and pagerank"):
        aidnet.eigenvector(aidnet.from_edges(["a"], ["b"]))
    twins = aidnet.from_edges(["a", "c"], ["b", "d"], directed=False)
    with pytest.raises(aidnet.UndefinedError, match="2 components"):
        aidnet.eigenvector(twins)
