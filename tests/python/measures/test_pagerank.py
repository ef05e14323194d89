"""PageRank against NetworkX, and what only the Python side does."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

import aidnet
from support.cases import assert_close, networks, to_networkx

TIGHT = 1e-14


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        if not net.node_count:
            continue
        rng = np.random.default_rng(seed)
        damping = [0.5, 0.85, 0.95][seed % 3]
        some = dict(zip(net.nodes, rng.integers(0, 3, net.node_count) + 0.5, strict=True))
        teleport = some if seed % 2 else None
        landing = {net.nodes[0]: 1.0} if seed % 5 == 0 else None
        expected = nx.pagerank(
            to_networkx(net), damping, teleport, 10_000, TIGHT / net.node_count, dangling=landing
        )
        ours = aidnet.pagerank(
            net,
            damping=damping,
            personalization=teleport,
            dangling_weights=landing,
            tolerance=TIGHT,
        )
        assert_close(ours, expected, seed)


def test_directions() -> None:
    net = aidnet.from_edges(["a", "b", "a"], ["b", "c", "c"], [1.0, 2.0, 4.0])
    assert aidnet.pagerank(net, mode="in").equals(aidnet.pagerank(net.reverse()))
    assert aidnet.pagerank(net, mode="all").equals(aidnet.pagerank(net.to_undirected()))


def test_personalization_forms_agree() -> None:
    net = aidnet.from_edges(["a", "b"], ["b", "c"])
    by_dict = aidnet.pagerank(net, personalization={"b": 2.0})
    assert by_dict.equals(aidnet.pagerank(net, personalization=[0.0, 1.0, 0.0]))
    assert by_dict.idxmax() == "b"
    with pytest.raises(aidnet.UnknownNodeError, match="personalization"):
        aidnet.pagerank(net, personalization={"z": 1.0})
    with pytest.raises(aidnet.ValidationError, match="one value a node"):
        aidnet.pagerank(net, personalization=[1.0])
