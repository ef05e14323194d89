"""Degree against NetworkX."""

from __future__ import annotations

import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        graph = to_networkx(net)
        assert_close(aidnet.degree(net), dict(graph.degree()), seed, 0)
        if not net.directed:
            continue
        gives, receives = dict(graph.out_degree()), dict(graph.in_degree())
        assert_close(aidnet.degree(net, mode="out"), gives, seed, 0)
        assert_close(aidnet.degree(net, mode="in"), receives, seed, 0)
        balance = {label: receives[label] - gives[label] for label in gives}
        assert_close(aidnet.degree(net, mode="net"), balance, seed, 0)


@pytest.mark.parametrize("mode", ["out", "in", "all", "net"])
def test_undirected_modes(mode: str) -> None:
    for seed, net in networks(directed=False):
        expected = aidnet.degree(net) * (mode != "net")
        assert_close(aidnet.degree(net, mode=mode), expected.to_dict(), seed, 0)


def test_what_comes_back() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "b"], [-2.5, 0.0])
    assert aidnet.degree(net).dtype == np.int64
    assert aidnet.degree(net).to_dict() == {"a": 1, "b": 1}
    with pytest.raises(aidnet.ValidationError, match="'out', 'in', 'all', 'net'"):
        aidnet.degree(net, mode="gross")
