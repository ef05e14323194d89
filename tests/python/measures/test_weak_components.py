"""Weak components against NetworkX."""

from __future__ import annotations

import networkx as nx
import numpy as np

import aidnet
from support.cases import networks, to_networkx
from support.partitions import assert_same_partition


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        graph = to_networkx(net)
        find = nx.weakly_connected_components if net.directed else nx.connected_components
        assert_same_partition(aidnet.weak_components(net), find(graph), seed)


def test_what_comes_back() -> None:
    net = aidnet.from_edges(["a", "b", "c"], ["b", "c", "d"], [1.0, -2.0, 0.0])
    parts = aidnet.weak_components(net)
    assert parts.to_dict() == {"a": 0, "b": 0, "c": 0, "d": 1}
    assert np.issubdtype(parts.dtype, np.signedinteger)
    assert parts.attrs["count"] == 2
    empty = aidnet.weak_components(aidnet.from_edges([], []))
    assert len(empty) == empty.attrs["count"] == 0
