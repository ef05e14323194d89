"""Descendants against NetworkX."""

from __future__ import annotations

import networkx as nx
import pytest

import aidnet
from support.cases import networks, to_networkx


def test_parity_with_networkx() -> None:
    for seed, net in networks():
        graph = to_networkx(net)
        for node in net.nodes[:8]:
            ours = aidnet.descendants(net, node=node)
            assert set(ours) == nx.descendants(graph, node), f"seed {seed}, {node}"
            assert net.nodes.get_indexer(ours).tolist() == sorted(net.nodes.get_indexer(ours))


def test_the_node_must_be_given_and_known() -> None:
    net = aidnet.from_edges(["a"], ["b"])
    with pytest.raises(TypeError, match="needs the keyword argument 'node'"):
        aidnet.descendants(net)
    with pytest.raises(aidnet.UnknownNodeError, match="node"):
        aidnet.descendants(net, node="c")
