"""Strength against NetworkX's weighted degree."""

from __future__ import annotations

import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        graph = net.to_networkx()
        assert_close(aidnet.strength(net), dict(graph.degree(weight="weight")), seed)
        if not net.directed:
            continue
        gives = dict(graph.out_degree(weight="weight"))
        receives = dict(graph.in_degree(weight="weight"))
        assert_close(aidnet.strength(net, mode="out"), gives, seed)
        assert_close(aidnet.strength(net, mode="in"), receives, seed)
        # The two may nearly cancel, so errors are measured against what is subtracted.
        balance = np.array(list(receives.values())) - np.array(list(gives.values()))
        largest = max([*gives.values(), *receives.values()], default=0.0)
        np.testing.assert_allclose(
            aidnet.strength(net, mode="net"), balance, rtol=0, atol=1e-9 * largest
        )


@pytest.mark.parametrize("mode", ["out", "in", "all", "net"])
def test_undirected_modes(mode: str) -> None:
    for seed, net in networks(directed=False):
        expected = aidnet.strength(net) * (mode != "net")
        assert_close(aidnet.strength(net, mode=mode), expected.to_dict(), seed, 0)


def test_any_sign() -> None:
    net = aidnet.from_edges(["a"], ["b"], [-2.5])
    assert aidnet.strength(net, mode="in").to_dict() == {"a": 0.0, "b": -2.5}
    assert aidnet.strength(net, mode="net").to_dict() == {"a": 2.5, "b": -2.5}
