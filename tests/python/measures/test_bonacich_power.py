"""Bonacich's power against the linear system, and the tables of his paper."""

from __future__ import annotations

import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks


def spectral_radius(weights: np.ndarray) -> float:
    return float(np.abs(np.linalg.eigvals(weights)).max(initial=0.0))


def test_parity_with_the_linear_system() -> None:
    compared = 0
    for seed, net in networks(0.8):
        weights = net.to_scipy().toarray()
        radius = spectral_radius(weights)
        if not 1e-9 * np.abs(weights).max(initial=0.0) < radius:
            continue  # acyclic, or a radius that dense methods do not find
        if seed % 3 == 2 and net.directed:
            continue  # twelve decades: the C++ tests have those, in higher precision
        beta = [0.9, -0.9, 0.5, -0.5, 0.0][seed % 5] / radius
        raw = np.linalg.solve(np.eye(len(net)) - beta * weights, weights.sum(axis=1))
        expected = raw * np.sqrt(len(net) / (raw @ raw))
        ours = aidnet.bonacich_power(net, beta=beta)
        assert_close(ours, dict(zip(net.nodes, expected, strict=True)), seed)
        plain = aidnet.bonacich_power(net, beta=beta, normalized=False)
        assert_close(plain, dict(zip(net.nodes, raw, strict=True)), seed)
        compared += 1
    assert compared >= 150


def test_published_four_person_chain() -> None:
    # Bonacich (1987), Figure 1: A - B - C - D; by hand, the ratio of the ends to the middle is
    # (1 + beta) / (2 + beta).
    net = aidnet.from_edges(["A", "B", "C"], ["B", "C", "D"], directed=False)
    for beta in (-0.5, -0.2, 0.0, 0.2, 0.5):
        power = aidnet.bonacich_power(net, beta=beta)
        assert power["A"] / power["B"] == pytest.approx((1 + beta) / (2 + beta), rel=1e-12)
        assert (power**2).sum() == pytest.approx(4.0)


def test_limits_of_beta() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "a"], [2.0, 8.0])
    for beta in (0.25, -0.25, 7.0):
        with pytest.raises(aidnet.ValidationError, match=r"below 0\.25 in magnitude"):
            aidnet.bonacich_power(net, beta=beta)
    assert np.isfinite(aidnet.bonacich_power(net, beta=-0.2499)).all()


def test_directions() -> None:
    net = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [1.0, 2.0, 4.0])
    for beta in (0.1, -0.1):
        backwards = aidnet.bonacich_power(net, mode="in", beta=beta)
        assert backwards.equals(aidnet.bonacich_power(net.reverse(), beta=beta))
        both = aidnet.bonacich_power(net, mode="all", beta=beta)
        assert both.equals(aidnet.bonacich_power(net.to_undirected(), beta=beta))
